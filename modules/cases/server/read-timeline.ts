import type { QueryOf } from '#kernel/endpoint.ts'
import { writeCursor } from '#kernel/cursor.ts'
import type { Work } from '#platform/server/work.ts'
import type { ReadTimeline } from '../contract.ts'
import { numbers } from './case-alias.ts'
import { readAfterId } from './read-after.ts'
import { readEntries } from './store-sheet.ts'

/** Everything that happened to a case and to those merged into it, in order, with who and with the text that was written. */
export async function readTimeline({ tx, actor }: Work, number: string, { limit, cursor }: QueryOf<typeof ReadTimeline>) {
  const caseId = await numbers.caseId(tx, actor.organisationId, number)
  const after = readAfterId(cursor)
  const rows = await readEntries(tx, { organisationId: actor.organisationId, caseId }, { after, limit: limit + 1 })
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.id]) : null }
}
