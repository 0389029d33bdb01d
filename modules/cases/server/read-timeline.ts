import type { QueryOf } from '#kernel/endpoint.ts'
import { pageOf, readAfterId } from '#kernel/cursor.ts'
import { seesMasked } from '#modules/customers/rules/mask.ts'
import type { Work } from '#platform/server/work.ts'
import type { ReadTimeline } from '../contract-sheet.ts'
import { numbers } from './case-alias.ts'
import { readEntries } from './store-sheet.ts'

/** Everything that happened to a case and to those merged into it, in order, with who and with the text that was written. */
export async function readTimeline({ tx, actor }: Work, number: string, { limit, cursor }: QueryOf<typeof ReadTimeline>) {
  const caseId = await numbers.caseId(tx, actor.organisationId, number)
  const after = readAfterId(cursor)
  const rows = await readEntries(tx, { organisationId: actor.organisationId, caseId }, { after, limit: limit + 1 })
  const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id])
  return { items: seesMasked(actor) ? items.map(fromOutside) : items, nextCursor }
}

/** To a supplier's people: that something was said, and not what the company says within. */
const fromOutside = <Entry extends { message: { visibility: string } | null }>(entry: Entry): Entry =>
  entry.message?.visibility === 'internal' ? { ...entry, message: null } : entry
