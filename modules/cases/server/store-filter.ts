import type { Actor, Instant } from '#kernel/actor.ts'
import { joined, sql, type Sql } from '#platform/server/database.ts'
import type { CaseFilter } from '../contract-lists.ts'

/** Still worked on. Written as the indexes of the lists are. */
export const UNFINISHED = sql`c.status in ('open', 'answered')`

/** When the day of an instant ends, and when a day begins, where the organisation is. */
export const dayEnd = (actor: Actor, now: Instant): Sql => sql`(
  select ((${now}::timestamptz at time zone o.time_zone)::date + 1)::timestamp at time zone o.time_zone from organisations o where o.organisation_id = ${actor.organisationId})`
const dayStart = (actor: Actor, day: string, later: number): Sql => sql`(
  select (${day}::date + ${later}::integer)::timestamp at time zone o.time_zone from organisations o where o.organisation_id = ${actor.organisationId})`

/** What belongs to a list by being worked on, unassigned, waiting: said of a case, and of an area's part in it. */
export const LISTED: Record<CaseFilter['list'], { ofCase: Sql[]; ofArea: Sql[] }> = {
  everything: { ofCase: [], ofArea: [] },
  open: { ofCase: [UNFINISHED], ofArea: [sql`ca.unfinished`] },
  branch: { ofCase: [UNFINISHED], ofArea: [sql`ca.unfinished`] },
  area: { ofCase: [UNFINISHED], ofArea: [sql`ca.unfinished`] },
  'due-today': { ofCase: [UNFINISHED], ofArea: [sql`ca.unfinished`] },
  overdue: { ofCase: [UNFINISHED], ofArea: [sql`ca.unfinished`] },
  unassigned: { ofCase: [UNFINISHED, sql`c.owner_id is null`], ofArea: [sql`ca.unfinished`, sql`ca.unassigned`] },
  waiting: { ofCase: [UNFINISHED, sql`c.waiting_for is not null`], ofArea: [sql`ca.unfinished`, sql`ca.waiting`] },
  mine: { ofCase: [UNFINISHED], ofArea: [sql`ca.unfinished`] },
  snoozed: { ofCase: [UNFINISHED, sql`c.snoozed_until is not null`], ofArea: [sql`ca.unfinished`] },
}

/** The columns that lists are ordered by, wherever they are read. */
export type Ordered = { due: Sql; received: Sql; id: Sql }

/** What a list and its filter say of dates. */
export function datesOf(actor: Actor, now: Instant, asked: CaseFilter, { due, received }: Ordered): Sql[] {
  return said([
    asked.list === 'overdue' && sql`${due} < ${now}`,
    asked.list === 'due-today' && sql`${due} >= ${now}`,
    asked.list === 'due-today' && sql`${due} < ${dayEnd(actor, now)}`,
    asked.receivedFrom && sql`${received} >= ${dayStart(actor, asked.receivedFrom, 0)}`,
    asked.receivedTo && sql`${received} < ${dayStart(actor, asked.receivedTo, 1)}`,
    asked.dueFrom && sql`${due} >= ${dayStart(actor, asked.dueFrom, 0)}`,
    asked.dueTo && sql`${due} < ${dayStart(actor, asked.dueTo, 1)}`,
  ])
}

/** Closed from one day to another, as the organisation's days begin and end. */
export const closedWithin = (actor: Actor, from: string | undefined, to: string | undefined): Sql =>
  joined(said([from && sql`c.closed_at >= ${dayStart(actor, from, 0)}`, to && sql`c.closed_at < ${dayStart(actor, to, 1)}`]), ' and ')

/** What only the case itself can say. */
export function filtersOf(actor: Actor, now: Instant, asked: CaseFilter & { matching?: readonly string[] | null }): Sql[] {
  return said([
    asked.list === 'mine' && sql`c.owner_id = ${actor.id}`,
    asked.list === 'snoozed' && sql`c.snoozed_until > ${now}`,
    asked.kind && sql`c.kind = any (${asked.kind})`,
    asked.channel && sql`c.channel = any (${asked.channel})`,
    asked.status && sql`c.status = any (${asked.status})`,
    asked.severity && sql`c.severity = any (${asked.severity})`,
    asked.waitingFor && sql`c.waiting_for = any (${asked.waitingFor})`,
    asked.branchId && sql`c.branch_id = any (${asked.branchId}::uuid[])`,
    orNone(sql`c.area_id`, asked.areaId, asked.without?.includes('area')),
    asked.ownerId && sql`c.owner_id = any (${asked.ownerId}::uuid[])`,
    orNone(sql`c.cause_id`, asked.causeId, asked.without?.includes('cause')),
    orNone(sql`c.product_id`, asked.productId, asked.without?.includes('product')),
    asked.without?.includes('procedure') && sql`c.procedure_undefined`,
    (asked.closedFrom || asked.closedTo) && closedWithin(actor, asked.closedFrom, asked.closedTo),
    asked.customerId && sql`c.customer_id = any (${asked.customerId}::uuid[])`,
    asked.groupId && sql`c.group_id = any (${asked.groupId}::uuid[])`,
    asked.matching && sql`c.id = any (${asked.matching}::uuid[])`,
  ])
}

/** Of these, or of none where that is asked; of both where both are. */
const orNone = (column: Sql, ids: readonly string[] | undefined, none: boolean | undefined): Sql | false =>
  ids && none ? sql`(${column} = any (${ids}::uuid[]) or ${column} is null)` : ids ? sql`${column} = any (${ids}::uuid[])` : none === true && sql`${column} is null`

const said = (conditions: readonly (Sql | false | '' | null | undefined)[]): Sql[] => conditions.filter((condition) => !!condition)
