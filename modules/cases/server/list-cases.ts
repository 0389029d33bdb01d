import { pageOf } from '#kernel/cursor.ts'
import type { QueryOf, ReplyOf } from '#kernel/endpoint.ts'
import type { Work } from '#platform/server/work.ts'
import type { CaseRow } from '../contract.ts'
import type { ListCases } from '../contract-lists.ts'
import { readAfter } from './read-after.ts'
import { readList, type ListRow, type Sort } from './store-list.ts'
import { matchingCases } from './store-search.ts'

/** So many of what a text finds may be narrowed further by a list: the newest. */
export const MOST_MATCHING = 1_000

/** A page of a list. What is put aside stays in its lists, marked; only the next case passes over it. */
export async function listCases({ tx, actor, now }: Work, asked: QueryOf<typeof ListCases>): Promise<ReplyOf<typeof ListCases>> {
  // All cases of all years have no due order of any use.
  const sort: Sort = asked.list === 'everything' ? 'newest' : (asked.sort ?? 'due')
  const matching = asked.find?.trim() ? await matchingCases(tx, actor, asked.find, MOST_MATCHING) : null
  const rows = await readList(tx, actor, now, { ...asked, sort, after: readAfter(asked.cursor), matching })
  const { items, nextCursor } = pageOf(rows, asked.limit, ({ id, dueAt, receivedAt }) => [sort === 'due' ? (dueAt ?? 'infinity') : receivedAt, id])
  return { items: items.map(caseRow), nextCursor }
}

/** Field by field: a rest pattern for what is left of each row takes a twelfth of the whole page's time. */
export const caseRow = (row: ListRow): CaseRow => ({
  id: row.id, number: row.number, kind: row.kind, channel: row.channel, status: row.status, severity: row.severity, title: row.title, toldBy: row.toldBy,
  branch: { id: row.branchId, code: row.branchCode },
  area: row.areaId ? { id: row.areaId, code: row.areaCode ?? '' } : null,
  owner: row.ownerId ? { id: row.ownerId, name: row.ownerName ?? '' } : null,
  customer: row.customerId ? { id: row.customerId, name: row.customerName ?? '' } : null,
  cause: row.causeId ? { id: row.causeId, name: row.causeName ?? '' } : null,
  waitingFor: row.waitingFor, snoozedUntil: row.snoozedUntil, receivedAt: row.receivedAt, dueOn: row.dueOn, dueAt: row.dueAt,
  owed: row.owedAt && row.owedOn && row.owedLayer ? { dueAt: row.owedAt, dueOn: row.owedOn, layer: row.owedLayer } : null,
  answeredAt: row.answeredAt, closedAt: row.closedAt, version: row.version,
})
