import { readCursor } from '#kernel/cursor.ts'

/** The place of a cursor in the order of a list, by instant and id; null for what is no cursor of ours. 'infinity': due on no date. */
export function readAfter(cursor: string | undefined): { at: string; id: string } | null {
  const [at, id] = readCursor(cursor, 2) ?? []
  const sound = typeof at === 'string' && (at === 'infinity' || INSTANT.test(at)) && typeof id === 'string' && UUID.test(id)
  return sound ? { at, id } : null
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/
