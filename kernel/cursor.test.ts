import { expect, test } from 'vitest'
import { pageOf, readCursor, writeCursor, type Part } from './cursor.ts'
import { BadInput } from './refusal.ts'

const ID = '01890a5d-ac96-774b-bcce-b302099a8057'

test('what was written is read, whatever the letters', () => {
  expect(readCursor(writeCursor(['Ñandú 漢字 🎈', ID]), ['text', 'id'])).toEqual(['Ñandú 漢字 🎈', ID])
  expect(readCursor(writeCursor(['infinity', ID]), ['due', 'id'])).toEqual(['infinity', ID])
  expect(readCursor(undefined, ['id'])).toBe(null)
})

test.each<[string, Part[], string]>([
  ['%%%', ['id'], 'not of these letters'],
  [btoa('{"a":1}'), ['id'], 'no list'],
  [writeCursor([ID]), ['id', 'id'], 'a part too few'],
  [writeCursor(['nobody']), ['id'], 'no id'],
  [writeCursor(['2026-02-30T00:00:00.000Z']), ['instant'], 'a day that does not exist'],
  [writeCursor(['+275000-01-01T00:00:00.000Z']), ['instant'], 'a year the database does not know'],
  [writeCursor(['2026-13-01']), ['day'], 'a month that does not exist'],
  [writeCursor(['infinity']), ['instant'], 'no instant'],
  [writeCursor(['a\0b']), ['text'], 'a letter that no text holds'],
  [writeCursor(['a\ud800']), ['text'], 'half a letter'],
  [writeCursor([1e30]), ['count'], 'beyond all counting'],
  [writeCursor([-1]), ['count'], 'less than none'],
])('%s as %s is refused: %s', (cursor, parts) => {
  expect(() => readCursor(cursor, parts)).toThrow(BadInput)
})

test('a page says where the list goes on only where one row more was there', () => {
  const rows = [{ id: ID, at: 3 }, { id: ID, at: 2 }, { id: ID, at: 1 }]
  const placeOf = ({ at, id }: (typeof rows)[number]) => [at, id]
  expect(pageOf(rows, 3, placeOf)).toEqual({ items: rows, nextCursor: null })
  expect(pageOf([], 3, placeOf)).toEqual({ items: [], nextCursor: null })
  const { items, nextCursor } = pageOf(rows, 2, placeOf)
  expect([items.length, readCursor(nextCursor!, ['count', 'id'])]).toEqual([2, [2, ID]])
})
