import { may, scopeOf } from '#kernel/actor.ts'
import { pageOf } from '#kernel/cursor.ts'
import type { QueryOf, ReplyOf } from '#kernel/endpoint.ts'
import type { Work } from '#platform/server/work.ts'
import type { CountAreaRequests, ListAreaRequests } from '../contract-lists.ts'
import { readAfter } from './read-after.ts'
import { countAreaRequests, readAreaRequests } from './store-area-requests.ts'

/** What waits for the areas for which the actor answers; nothing for whoever answers for none. */
export async function countOwnAreaRequests({ tx, actor, now }: Work): Promise<ReplyOf<typeof CountAreaRequests>> {
  const [counted] = await countAreaRequests(tx, actor, scopeOf(actor, 'areas.answer').areas, now)
  return counted!
}

/** What the areas of the actor were asked, due first; of every area for whoever sees all, and what is late for whoever sees the board. */
export async function listAreaRequests({ tx, actor, now }: Work, { status, areaId, branchId, late, limit, cursor }: QueryOf<typeof ListAreaRequests>): Promise<ReplyOf<typeof ListAreaRequests>> {
  const { all, areas } = scopeOf(actor, 'cases.read')
  const own = late && may(actor, 'board.read') ? null : areas.length > 0 ? areas : all ? null : []
  const wanted = areaId ? [areaId].filter((id) => own === null || own.includes(id)) : own
  const rows = await readAreaRequests(tx, actor, { status, areas: wanted, branchIds: branchId ?? null, lateAt: late ? now : null, limit: limit + 1, after: readAfter(cursor) })
  const { items, nextCursor } = pageOf(rows, limit, ({ dueAt, id }) => [dueAt, id])
  return {
    nextCursor,
    items: items.map(({ areaId: id, areaName, areaNameEn, branchId, branchCode, ...row }) => ({ ...row, area: { id, name: (actor.language === 'en' && areaNameEn) || areaName }, branch: { id: branchId, code: branchCode } })),
  }
}
