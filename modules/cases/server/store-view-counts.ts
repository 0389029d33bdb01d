import type { Actor, Instant } from '#kernel/actor.ts'
import { joined, sql, type Tx } from '#platform/server/database.ts'
import type { CaseFilter } from '../contract-lists.ts'
import { datesOf, filtersOf, type Ordered } from './store-filter.ts'
import { oneMoreThan, walked } from './store-list.ts'

/** So many of the first of a list are looked at, however few of them a view holds. */
export const MOST_READ = 2_000

/** How many of the first cases of a view's list it holds, and how many those first are. */
export const countAmongFirst = (tx: Tx, actor: Actor, now: Instant, filter: CaseFilter, matching: readonly string[] | null) => {
  const { byIndex, bySight } = parted(filter)
  const read = ({ due, received, id }: Ordered) =>
    sql`${id} as id, ${due} as due_order, ${received} as received_at, ${joined([sql`true`, ...datesOf(actor, now, bySight, { due, received, id }), ...filtersOf(actor, now, bySight)], ' and ')} as held`
  return tx.run<{ held: number; read: number }>(sql`
    select count(*) filter (where w.held) as held, count(*) as read
    from (${walked(actor, now, { ...byIndex, sort: filter.list === 'everything' ? 'newest' : 'due', after: null, matching }, oneMoreThan(MOST_READ), read)}) w`)
}

/** What an index of the list's order answers, so that no more is read than is looked at; and what is seen of the cases that are come by. */
function parted(filter: CaseFilter): { byIndex: CaseFilter; bySight: CaseFilter } {
  const { list, branchId, customerId, groupId, ownerId, areaId, receivedFrom, receivedTo, dueFrom, dueTo, find: _, ...others } = filter
  const received = { receivedFrom, receivedTo }
  const due = { dueFrom, dueTo }
  const held = { list, branchId, customerId, groupId }
  if (list === 'everything') return { byIndex: { ...held, ...received }, bySight: { ...others, ...due, list: 'everything', ownerId, areaId } }
  const orNone = filter.without?.includes('area')
  return { byIndex: { ...held, ...due, ownerId, ...(!orNone && { areaId }) }, bySight: { ...others, ...received, list: 'everything', ...(orNone && { areaId }) } }
}
