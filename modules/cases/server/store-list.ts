import type { Actor, Instant } from '#kernel/actor.ts'
import { joined, sql, type Sql, type Tx } from '#platform/server/database.ts'
import type { CaseFilter, CaseRow } from '../contract.ts'
import { datesOf, filtersOf, LISTED } from './store-filter.ts'
import { reachesOf, type Reach } from './store-scope.ts'

export type Sort = 'due' | 'newest'
/** `after`: the last row given, by what the list is ordered by. `matching`: only these. */
export type ListAsked = CaseFilter & { sort: Sort; limit: number; after: { at: string; id: string } | null; matching?: readonly string[] | null }

/** A row of a list as it is read. */
export type ListRow = Omit<CaseRow, 'customer' | 'branch' | 'area' | 'owner' | 'cause'> & {
  branchId: string
  branchCode: string
  areaId: string | null
  areaCode: string | null
  ownerId: string | null
  ownerName: string | null
  customerId: string | null
  customerName: string | null
  causeId: string | null
  causeName: string | null
  causeNameEn: string | null
}

/** One more than is shown, to know whether more follows. Written out, for a plan made for any limit is good for none. */
const LIMITS = [[10, sql`limit 11`], [25, sql`limit 26`], [50, sql`limit 51`], [100, sql`limit 101`], [200, sql`limit 201`]] as const
const limitFor = (shown: number): Sql => (LIMITS.find(([most]) => shown <= most) ?? LIMITS[4])[1]

const COLUMNS = sql`c.id, c.number, c.kind, c.channel, c.status, c.severity, c.title, c.customer_id, c.branch_id, c.area_id, c.owner_id, c.cause_id,
  c.waiting_for, c.snoozed_until, c.received_at, c.due_on, c.due_at, c.due_order, c.answered_at, c.closed_at, c.version`
const KEYS = sql`c.due_order, c.received_at, c.id`

const ORDERS: Record<Sort, { by: Sql; distinct: Sql }> = {
  due: { by: sql`order by c.due_order, c.id`, distinct: sql`distinct on (c.due_order, c.id)` },
  newest: { by: sql`order by c.received_at desc, c.id desc`, distinct: sql`distinct on (c.received_at, c.id)` },
}

/** A page of a list in its order, one row more than asked where more follows. */
export const readList = (tx: Tx, actor: Actor, now: Instant, asked: ListAsked): Promise<ListRow[]> =>
  tx.run<ListRow>(named(actor, pageOf(actor, now, asked), ORDERS[asked.sort].by))

/** The names of what cases refer to, read for the rows of a page alone. */
export const named = ({ organisationId }: Actor, page: Sql, order: Sql, more: Sql = sql``): Sql => sql`
  with page as materialized (${page})
  select c.id, c.number, c.kind, c.channel, c.status, c.severity, c.title, c.branch_id, b.code as branch_code, c.area_id, a.code as area_code,
    c.owner_id, o.name as owner_name, c.customer_id, cu.name as customer_name, c.cause_id, ca.name as cause_name, ca.name_en as cause_name_en,
    c.waiting_for, c.snoozed_until, c.received_at, c.due_on, c.due_at, c.answered_at, c.closed_at, c.version ${more}
  from page c
  left join branches b on b.organisation_id = ${organisationId} and b.id = c.branch_id
  left join areas a on a.organisation_id = ${organisationId} and a.id = c.area_id
  left join people o on o.organisation_id = ${organisationId} and o.id = c.owner_id
  left join customers cu on cu.organisation_id = ${organisationId} and cu.id = c.customer_id
  left join causes ca on ca.organisation_id = ${organisationId} and ca.id = c.cause_id
  ${order}`

/**
 * Each branch, supplier or area by which the actor sees is a walk of its own along an index, and the walks are merged only as far as the
 * page goes: `branch_id = any (…)` would read all of them and sort.
 */
function pageOf(actor: Actor, now: Instant, asked: ListAsked): Sql {
  const { reaches, overlap } = reachesOf(actor, asked)
  const { by, distinct } = ORDERS[asked.sort]
  const limit = limitFor(asked.limit)
  const conditions = [...LISTED[asked.list].ofCase, ...datesOf(actor, now, asked), ...filtersOf(actor, now, asked), ...after(asked, sql`c.id`)]
  const walk = (reach: Reach, columns: Sql): Sql =>
    'areaId' in reach ? areaWalk(actor, now, asked, reach.areaId) : sql`
      select ${columns} from cases c where ${all(sql`c.organisation_id = ${actor.organisationId}`, reach.is, ...conditions)}`
  if (reaches.length === 1) return sql`${walk(reaches[0]!, COLUMNS)} ${by} ${limit}`
  const byArea = reaches.some((reach) => 'areaId' in reach)
  const walks = joined(reaches.map((reach) => walk(reach, byArea ? KEYS : COLUMNS)), ' union all ')
  const merged = sql`select ${overlap ? distinct : sql``} * from (${walks}) c ${by} ${limit}`
  return byArea ? sql`select ${COLUMNS} from (${merged}) k join cases c on c.organisation_id = ${actor.organisationId} and c.id = k.id` : merged
}

/** Along the cases in which an area takes part; what only the case can say is asked of each in turn. */
function areaWalk(actor: Actor, now: Instant, asked: ListAsked, areaId: string): Sql {
  const conditions = [...(LISTED[asked.list].ofArea ?? []), ...datesOf(actor, now, asked), ...after(asked, sql`c.case_id`)]
  const filters = filtersOf(actor, now, asked)
  const walk = sql`select c.due_order, c.received_at, c.case_id as id from case_areas c
    where ${all(sql`c.organisation_id = ${actor.organisationId}`, sql`c.area_id = ${areaId}`, ...conditions)}`
  if (filters.length === 0) return walk
  return sql`(
    select c.due_order, c.received_at, c.id from (${walk}) c
    cross join lateral (
      select from cases c2 where c2.organisation_id = ${actor.organisationId} and c2.id = c.id
        and exists (select from (select c2.*) c where ${all(...filters)}) offset 0
    ) fits
    ${ORDERS[asked.sort].by})`
}

const after = ({ sort, after: last }: ListAsked, id: Sql): Sql[] =>
  !last ? [] : sort === 'due' ? [sql`(c.due_order, ${id}) > (${last.at}::timestamptz, ${last.id}::uuid)`] : [sql`(c.received_at, ${id}) < (${last.at}::timestamptz, ${last.id}::uuid)`]

const all = (...conditions: readonly (Sql | null)[]): Sql => joined(conditions.filter((condition) => condition !== null), ' and ')
