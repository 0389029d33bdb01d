import type { Actor, Instant } from '#kernel/actor.ts'
import type { ReplyOf } from '#kernel/endpoint.ts'
import type { Tx } from '#platform/server/database.ts'
import type { CountCases } from '../contract-lists.ts'
import { dayEnd } from './store-filter.ts'

export const readCounts = (tx: Tx, actor: Actor, now: Instant) => tx<ReplyOf<typeof CountCases>>`
  select mine, branch, unassigned, due_today, overdue, waiting, open
  from acuse.count_cases(${now}, ${dayEnd(actor, now)})`

/** Of some branches: what the policy lets the actor see of them. */
export const readBranchCounts = (tx: Tx, actor: Actor, now: Instant, branchIds: readonly string[]) => tx<ReplyOf<typeof CountCases>>`
  select coalesce(sum(t.n) filter (where t.owner_id = ${actor.id}), 0)::bigint as mine,
    coalesce(sum(t.n) filter (where own.branches = '{}' or t.branch_id = any (own.branches)), 0)::bigint as branch,
    coalesce(sum(t.n) filter (where t.owner_id is null), 0)::bigint as unassigned,
    coalesce(sum(t.n) filter (where t.due_order >= ${now} and t.due_order < day.ends), 0)::bigint as due_today,
    coalesce(sum(t.n) filter (where t.due_order < ${now}), 0)::bigint as overdue,
    coalesce(sum(t.n) filter (where t.waiting), 0)::bigint as waiting, coalesce(sum(t.n), 0)::bigint as open
  from (select ${dayEnd(actor, now)} as ends) day
  cross join (select acuse.branches()::uuid[] as branches) own
  left join case_tallies t on t.organisation_id = ${actor.organisationId} and t.branch_id = any (${branchIds}::uuid[])`

export const foldTallies = (tx: Tx) => tx<{ folded: number }>`select acuse.compact_tallies() as folded`
