import { expect, test } from 'vitest'
import { waitAfter, waitAtAddress } from './throttling.ts'

test.each([
  [1, 0, 'a slip of the finger'],
  [4, 0, 'the last free one'],
  [5, 15, 'the first wait'],
  [6, 30, 'doubles'],
  [9, 240, 'and doubles'],
  [11, 900, 'up to a quarter of an hour'],
  [4000, 900, 'and no further'],
])('after %i failures wait %i s: %s', (failures, seconds) => {
  expect(waitAfter(failures)).toBe(seconds)
})

test('a company behind one address may mistype a hundred times', () => {
  expect(waitAtAddress(99)).toBe(0)
  expect(waitAtAddress(100)).toBe(60)
})
