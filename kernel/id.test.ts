import { expect, test } from 'vitest'
import { newId } from './id.ts'

test('ids of one millisecond sort in the order of their making', () => {
  const ids = Array.from({ length: 20_000 }, () => newId(1_780_000_000_000))
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('an id carries its instant', () => {
  const at = Date.UTC(2024, 1, 29)
  expect(Number.parseInt(newId(at).replaceAll('-', '').slice(0, 12), 16)).toBe(at)
  expect(newId(at) < newId(at + 1000)).toBe(true)
})
