import type { Actor, Instant } from '#kernel/actor.ts'
import { sql, type Tx } from '#platform/server/database.ts'
import { dayEnd, UNFINISHED } from './store-filter.ts'
import { spoken } from './store-list.ts'

/** One line of a board: of what, and how many of it; `what` 'all' is the whole of it, 'age' a group of ages by its index. */
export type BoardRow = {
  what: 'all' | 'age' | 'branch' | 'area' | 'cause' | 'kind' | 'product' | 'channel'
  key: string | null
  name: string | null
  total: number
  overdue: number
  dueToday: number
  dueSoon: number
  unassigned: number
  answered: number
  dueTodayWithoutArea: number
  awaitingApproval: number
}

/** What the groups `n` of a board, by `what` and `key`, are called. */
export const groupNames = ({ organisationId }: Actor) => sql`
  left join branches b on n.what = 'branch' and b.organisation_id = ${organisationId} and b.id::text = n.key
  left join areas a on n.what = 'area' and a.organisation_id = ${organisationId} and a.id::text = n.key
  left join causes ca on n.what = 'cause' and ca.organisation_id = ${organisationId} and ca.id::text = n.key
  left join products p on n.what = 'product' and p.organisation_id = ${organisationId} and p.id::text = n.key`

/** Products have no list of their own on the board: they come in the reader's language. */
export const groupName = ({ language }: Actor) => sql`coalesce(b.name, a.name, ca.name, ${spoken(language, sql`p.name`, sql`p.name_en`)})`

/** Days that a branch's calendar sets: the first of each age, and the last that is soon. */
export type BoardDays = { branchIds: string[]; ages: [string[], string[], string[]]; soon: string[] }

/** All of a board in one pass over the unfinished cases that the actor sees. */
export const readBoardRows = (tx: Tx, actor: Actor, now: Instant, branchIds: readonly string[] | null, { branchIds: known, ages, soon }: BoardDays) => tx.run<BoardRow>(sql`
  with day as (select ${dayEnd(actor, now)} as ends), zone as (select time_zone from organisations where organisation_id = ${actor.organisationId}),
  unfinished as materialized (
    select c.branch_id::text as branch_id, c.area_id::text as area_id, c.cause_id::text as cause_id, c.product_id::text as product_id, c.kind, c.channel, c.status, c.owner_id is null as unassigned, c.waiting_for,
      case when d.received_on >= b.age1 then '0' when d.received_on >= b.age2 then '1' when d.received_on >= b.age3 then '2' else '3' end as age,
      c.due_order < ${now} as overdue, c.due_order >= ${now} and c.due_order < day.ends as due_today,
      c.due_order >= day.ends and c.due_order < ((b.soon + 1)::timestamp at time zone zone.time_zone) as due_soon
    from cases c
    join unnest(${known}::uuid[], ${ages[0]}::date[], ${ages[1]}::date[], ${ages[2]}::date[], ${soon}::date[]) b (branch_id, age1, age2, age3, soon) on b.branch_id = c.branch_id
    cross join day cross join zone
    cross join lateral (select (c.received_at at time zone zone.time_zone)::date as received_on) d
    where c.organisation_id = ${actor.organisationId} and ${UNFINISHED} and (${branchIds}::uuid[] is null or c.branch_id = any (${branchIds}::uuid[]))
  ), counted as (
    select case when grouping(u.age) = 0 then 'age' when grouping(u.branch_id) = 0 then 'branch' when grouping(u.area_id) = 0 then 'area'
        when grouping(u.cause_id) = 0 then 'cause' when grouping(u.kind) = 0 then 'kind' when grouping(u.product_id) = 0 then 'product' when grouping(u.channel) = 0 then 'channel' else 'all' end as what,
      coalesce(u.age, u.branch_id, u.area_id, u.cause_id, u.kind, u.product_id, u.channel) as key, count(*) as total,
      count(*) filter (where u.overdue) as overdue, count(*) filter (where u.due_today) as due_today, count(*) filter (where u.due_soon) as due_soon,
      count(*) filter (where u.unassigned) as unassigned, count(*) filter (where u.status = 'answered') as answered,
      count(*) filter (where u.due_today and u.waiting_for = 'area') as due_today_without_area, count(*) filter (where u.waiting_for = 'approval') as awaiting_approval
    from unfinished u
    group by grouping sets ((), (u.age), (u.branch_id), (u.area_id), (u.cause_id), (u.kind), (u.product_id), (u.channel))
  )
  select n.what, n.key, ${groupName(actor)} as name, n.total, n.overdue, n.due_today, n.due_soon, n.unassigned, n.answered, n.due_today_without_area, n.awaiting_approval
  from counted n ${groupNames(actor)}
  order by n.what, n.total desc, n.key`)
