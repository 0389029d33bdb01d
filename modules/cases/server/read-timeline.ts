import type { Actor } from '#kernel/actor.ts'
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
  const outside = seesMasked(actor)
  const rows = await readEntries(tx, { organisationId: actor.organisationId, caseId }, { after, limit: limit + 1, outside })
  const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id])
  return { items: outside ? items.map((entry) => fromOutside(entry, actor)) : items, nextCursor }
}

/** Reasons that the customer was given. */
const TOLD_WHY: ReadonlySet<string> = new Set(['term-extended'])
type Entry = Awaited<ReturnType<typeof readEntries>>[number]

/** To a supplier's people: that something was done or said, and not why but where they said so themselves. */
function fromOutside(entry: Entry, { id }: Actor): Entry {
  if (entry.actor.id === id) return entry
  const { approvalReason: _within, ...details } = entry.details
  return { ...entry, reason: TOLD_WHY.has(entry.action) ? entry.reason : null, details }
}
