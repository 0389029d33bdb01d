import type { Actor, Instant, Language } from '#kernel/actor.ts'
import { joined, sql, written, type Sql, type Tx } from '#platform/server/database.ts'
import type { CaseRow } from '../contract.ts'
import type { CaseFilter } from '../contract-lists.ts'
import { datesOf, filtersOf, LISTED, type Ordered } from './store-filter.ts'
import { reachesOf, type Reach } from './store-scope.ts'

export type Sort = 'due' | 'newest'
/** `after`: the last row given, by what the list is ordered by. `matching`: only these. */
export type ListAsked = Walked & { limit: number }
export type Walked = CaseFilter & { sort: Sort; after: { at: string; id: string } | null; matching?: readonly string[] | null }

/** A row of a list as it is read. */
export type ListRow = Omit<CaseRow, 'customer' | 'branch' | 'area' | 'owner' | 'cause' | 'owed'> & {
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
  /** Where a target of the house binds first. */
  owedAt: string | null
  owedOn: string | null
  owedLayer: 'law' | 'contract' | null
}

/** One more than is shown, to know whether more follows. */
export const oneMoreThan = (shown: number): Sql => sql`limit ${written(shown + 1)}`
/** Few, for each is a statement that is prepared and planned. */
const LIMITS = [10, 25, 50, 100, 200]
const limitFor = (shown: number): Sql => oneMoreThan(LIMITS.find((most) => shown <= most) ?? LIMITS.at(-1)!)

/** What a walk is ordered by: of the case, or of an area's part in it. */
export const OF_CASE: Ordered = { due: sql`c.due_order`, received: sql`c.received_at`, id: sql`c.id` }
const OF_AREA: Ordered = { due: sql`ca.due_order`, received: sql`ca.received_at`, id: sql`ca.case_id` }

const columns = ({ due, received, id }: Ordered): Sql => sql`${id} as id, c.number, c.kind, c.channel, c.status, c.severity, c.title, c.customer_id, c.reporter, c.branch_id, c.area_id,
  c.owner_id, c.cause_id, c.waiting_for, c.snoozed_until, ${received} as received_at, c.due_on, c.due_at, c.owed_at, c.owed_on, c.owed_layer, ${due} as due_order, c.answered_at, c.closed_at, c.version`

const order = (sort: Sort, { due, received, id }: Ordered = OF_CASE): Sql => (sort === 'due' ? sql`order by ${due}, ${id}` : sql`order by ${received} desc, ${id} desc`)
const once = (sort: Sort): Sql => (sort === 'due' ? sql`distinct on (c.due_order, c.id)` : sql`distinct on (c.received_at, c.id)`)

/** A page of a list in its order, one row more than asked where more follows. */
export function readList(tx: Tx, actor: Actor, now: Instant, asked: ListAsked): Promise<ListRow[]> {
  // A list is walked the same way whatever the instant and whoever asks: planning it anew each time takes longer than reading it.
  if (!asked.matching) void tx`select set_config('plan_cache_mode', 'force_generic_plan', true)`
  const rows = tx.run<ListRow>(named(actor, walked(actor, now, asked, limitFor(asked.limit)), order(asked.sort)))
  if (!asked.matching) void tx`select set_config('plan_cache_mode', 'auto', true)`
  return rows
}

/** What law or a contract gives, where a target of the house binds before it. */
const IS_OWED_AFTER = sql`c.due_at < c.owed_at`
export const owedAfter = sql`case when ${IS_OWED_AFTER} then jsonb_build_object('dueAt', to_char(c.owed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'dueOn', c.owed_on, 'layer', c.owed_layer) end`

/** A name in the reader's language, where there is one. */
export const spoken = (language: Language, es: Sql, en: Sql): Sql => (language === 'en' ? sql`coalesce(nullif(${en}, ''), ${es})` : es)

/**
 * The names of what cases refer to, looked up by key for the rows of a page alone: joins would copy these wide rows from one to the next,
 * and read the small tables whole.
 */
export const named = ({ organisationId, language }: Actor, page: Sql, order: Sql): Sql => sql`
  select c.id, c.number, c.kind, c.channel, c.status, c.severity, c.title, coalesce(c.reporter ->> 'name', '') as told_by,
    c.branch_id, (select b.code from branches b where b.organisation_id = ${organisationId} and b.id = c.branch_id) as branch_code,
    c.area_id, (select a.code from areas a where a.organisation_id = ${organisationId} and a.id = c.area_id) as area_code,
    c.owner_id, (select o.name from people o where o.organisation_id = ${organisationId} and o.id = c.owner_id) as owner_name,
    c.customer_id, (select cu.name from customers cu where cu.organisation_id = ${organisationId} and cu.id = c.customer_id) as customer_name,
    c.cause_id, (select ${spoken(language, sql`ca.name`, sql`ca.name_en`)} from causes ca where ca.organisation_id = ${organisationId} and ca.id = c.cause_id) as cause_name,
    c.waiting_for, c.snoozed_until, c.received_at, c.due_on, c.due_at, case when ${IS_OWED_AFTER} then c.owed_at end as owed_at, c.owed_on, c.owed_layer,
    c.answered_at, c.closed_at, c.version
  from (${page}) c
  ${order}`

/**
 * Each branch, supplier or area by which the actor sees is a walk of its own along an index, each with the limit so that it is
 * planned as a walk; they are merged row by row and go no further than the page. `branch_id = any (…)` would read all of them and sort.
 * `read`: what of each case; by what they are ordered is among it.
 */
export function walked(actor: Actor, now: Instant, asked: Walked, limit: Sql, read: (ordered: Ordered) => Sql = columns): Sql {
  const { reaches, overlap } = reachesOf(actor, asked)
  const walks = reaches.map((reach) => sql`(${walkOf(actor, now, asked, reach, read)} ${limit})`)
  if (walks.length === 1) return walks[0]!
  return sql`select ${overlap ? once(asked.sort) : sql``} * from (${joined(walks, ' union all ')}) c ${order(asked.sort)} ${limit}`
}

function walkOf(actor: Actor, now: Instant, asked: Walked, reach: Reach, read: (ordered: Ordered) => Sql): Sql {
  const { ofCase, ofArea } = LISTED[asked.list]
  if ('areaId' in reach)
    return sql`
      select ${read(OF_AREA)}
      from case_areas ca join cases c on c.organisation_id = ca.organisation_id and c.id = ca.case_id
      where ${all(sql`ca.organisation_id = ${actor.organisationId}`, sql`ca.area_id = ${reach.areaId}`, ...ofArea, ...datesOf(actor, now, asked, OF_AREA), ...filtersOf(actor, now, asked), ...after(asked, OF_AREA))}
      ${order(asked.sort, OF_AREA)}`
  return sql`
    select ${read(OF_CASE)} from cases c
    where ${all(sql`c.organisation_id = ${actor.organisationId}`, reach.is, ...ofCase, ...datesOf(actor, now, asked, OF_CASE), ...filtersOf(actor, now, asked), ...after(asked, OF_CASE))}
    ${order(asked.sort)}`
}

const after = ({ sort, after: last }: Walked, { due, received, id }: Ordered): Sql[] =>
  !last ? [] : sort === 'due' ? [sql`(${due}, ${id}) > (${last.at}::timestamptz, ${last.id}::uuid)`] : [sql`(${received}, ${id}) < (${last.at}::timestamptz, ${last.id}::uuid)`]

const all = (...conditions: readonly (Sql | null)[]): Sql => joined(conditions.filter((condition) => condition !== null), ' and ')
