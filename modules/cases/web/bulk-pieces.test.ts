import { expect, test } from 'vitest'
import { MOST_IN_BULK } from '../contract-lists.ts'
import { beyondFirst, firstOf, inPieces, numbersOf, type Ahead } from './bulk-pieces.ts'

const many = Array.from({ length: 2 * MOST_IN_BULK + 7 }, (_, n) => `BOG-2026-${n}`)

test('those chosen by number are seen piece by piece, each once', () => {
  const seen: string[] = []
  const sizes: number[] = []
  for (let ahead: Ahead | null = { numbers: many }; ahead; ahead = beyondFirst(ahead, { nextCursor: null })) {
    const { numbers } = firstOf(ahead)
    seen.push(...numbers!)
    sizes.push(numbers!.length)
  }
  expect([seen, sizes]).toEqual([many, [MOST_IN_BULK, MOST_IN_BULK, 7]])
})

test('a list goes on where the server says, and ends where it says no more', () => {
  const filter = { list: 'open' as const }
  expect(firstOf({ filter })).toEqual({ filter })
  expect(beyondFirst({ filter }, { nextCursor: 'abc' })).toEqual({ filter, cursor: 'abc' })
  expect(beyondFirst({ filter, cursor: 'abc' }, { nextCursor: null })).toBeNull()
})

test('what is done is done in pieces, each under a key of its own', () => {
  const pieces = inPieces(many)
  expect(numbersOf(pieces)).toEqual(many)
  expect(new Set(pieces.map(({ key }) => key)).size).toBe(3)
  expect(inPieces([])).toEqual([])
})
