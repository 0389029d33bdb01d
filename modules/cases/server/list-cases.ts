import type { Language } from '#kernel/actor.ts'
import { pageOf } from '#kernel/cursor.ts'
import type { QueryOf, ReplyOf } from '#kernel/endpoint.ts'
import type { Work } from '#platform/server/work.ts'
import type { CaseRow } from '../contract.ts'
import type { ListCases } from '../contract-lists.ts'
import { readAfter } from './read-after.ts'
import { readList, type ListRow, type Sort } from './store-list.ts'
import { matchingCases } from './store-search.ts'

/** So many of what a text finds may be narrowed further by a list: the newest. */
const MOST_MATCHING = 1_000

/** A page of a list. What is put aside stays in its lists, marked; only the next case passes over it. */
export async function listCases({ tx, actor, now }: Work, asked: QueryOf<typeof ListCases>): Promise<ReplyOf<typeof ListCases>> {
  // All cases of all years have no due order of any use.
  const sort: Sort = asked.list === 'everything' ? 'newest' : (asked.sort ?? 'due')
  const matching = asked.find?.trim() ? await matchingCases(tx, actor, asked.find, MOST_MATCHING) : null
  const rows = await readList(tx, actor, now, { ...asked, sort, after: readAfter(asked.cursor), matching })
  const { items, nextCursor } = pageOf(rows, asked.limit, ({ id, dueAt, receivedAt }) => [sort === 'due' ? (dueAt ?? 'infinity') : receivedAt, id])
  return { items: items.map((row) => caseRow(row, actor.language)), nextCursor }
}

export function caseRow(row: ListRow, language: Language): CaseRow {
  const { branchId, branchCode, areaId, areaCode, ownerId, ownerName, customerId, customerName, causeId, causeName, causeNameEn, ...plain } = row
  return {
    ...plain,
    branch: { id: branchId, code: branchCode },
    area: areaId ? { id: areaId, code: areaCode ?? '' } : null,
    owner: ownerId ? { id: ownerId, name: ownerName ?? '' } : null,
    customer: customerId ? { id: customerId, name: customerName ?? '' } : null,
    cause: causeId ? { id: causeId, name: (language === 'en' && causeNameEn) || (causeName ?? '') } : null,
  }
}
