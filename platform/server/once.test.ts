import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aCompany, anActor } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import type { Ground } from './ground.ts'
import { doOnce } from './once.ts'

const ground = await aGround()
const actor = await anActor(await aCompany(ground), 'head')
const key = () => ({ key: newId(), digest: Buffer.alloc(32), status: 201 })
/** The same database, of which nothing can be read any more. */
const away: Ground = {
  ...ground,
  db: { ...ground.db, transaction: (scope, body, options) => (options?.readOnly ? Promise.reject(new Error('Connection terminated unexpectedly')) : ground.db.transaction(scope, body, options)) },
}

test('what was done before, and cannot be read because the database has gone, is answered as that, not as a refusal', async () => {
  const asked = key()
  expect(await doOnce(ground, actor, asked, async () => ({ number: 1 }))).toEqual({ number: 1 })
  expect(await doOnce(ground, actor, asked, async () => ({ number: 2 }))).toEqual({ number: 1 })
  await expect(doOnce(away, actor, asked, async () => ({ number: 3 }))).rejects.toThrow('Connection terminated')
})

test('what is refused for its own sake is refused so, also while the database is away', async () => {
  await expect(doOnce(away, actor, key(), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})
