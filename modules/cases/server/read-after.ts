import { readCursor } from '#kernel/cursor.ts'

/** The place of a cursor in the order of a list, by instant and id; 'infinity': due on no date. */
export function readAfter(cursor: string | undefined): { at: string; id: string } | null {
  const place = readCursor(cursor, ['due', 'id'])
  return place && { at: place[0], id: place[1] }
}

/** The same in a list by ids alone. */
export const readAfterId = (cursor: string | undefined): string | null => readCursor(cursor, ['id'])?.[0] ?? null
