import { expect, test } from 'vitest'
import { aGround } from '#test/harness.ts'
import { clearThrottles, forgive, throttle, TooManyAttempts } from './throttle.ts'

const { db } = await aGround()
const three = { limit: 3, windowSeconds: 60 }
const at = (seconds: number) => new Date(Date.UTC(2026, 5, 26) + seconds * 1000)

test('beyond its limit a key waits for the next window, and others do not', async () => {
  for (let i = 0; i < 3; i++) await throttle(db, [['a', three]], at(10))
  await expect(throttle(db, [['a', three]], at(20))).rejects.toMatchObject({ statusCode: 429, retryAfterSeconds: 40 })
  await throttle(db, [['b', three]], at(20))
  await throttle(db, [['a', three]], at(60))
})

test('counted once for all who try at the same moment', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => throttle(db, [['many', three]], at(0))))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
})

test('of several keys the longest wait is told', async () => {
  const keys = [['person', { limit: 1, windowSeconds: 60 }], ['company', { limit: 100, windowSeconds: 3600 }]] as const
  await throttle(db, keys, at(0))
  await expect(throttle(db, keys, at(0))).rejects.toBeInstanceOf(TooManyAttempts)
  await throttle(db, [['company', keys[1][1]]], at(0))
})

test('what is forgiven begins anew, what has ended is cleared away', async () => {
  for (let i = 0; i < 3; i++) await throttle(db, [['c', three]], at(0))
  await forgive(db, 'c')
  await throttle(db, [['c', three]], at(0))
  await clearThrottles(db, at(10_000))
  expect(await db.asOwner((tx) => tx`select from acuse.throttle_counts`)).toEqual([])
})
