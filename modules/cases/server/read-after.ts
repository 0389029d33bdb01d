import { readCursor } from '#kernel/cursor.ts'

/** The place of a cursor in the order of a list, by instant and id; 'infinity': due on no date. */
export function readAfter(cursor: string | undefined): { at: string; id: string } | null {
  const place = readCursor(cursor, ['due', 'id'])
  return place && { at: place[0], id: place[1] }
}
