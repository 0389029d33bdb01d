import type { Actor, Instant } from '#kernel/actor.ts'
import type { ReplyOf } from '#kernel/endpoint.ts'
import type { Tx } from '#platform/server/database.ts'
import type { CountCases } from '../contract-lists.ts'
import { dayEnd } from './store-filter.ts'

/** Of all that the actor sees, or of some branches of it. */
export const readCounts = (tx: Tx, actor: Actor, now: Instant, branchIds: readonly string[] | null) => tx<ReplyOf<typeof CountCases>>`
  select mine, branch, unassigned, due_today, overdue, waiting, open
  from acuse.count_cases(${now}, ${dayEnd(actor, now)}, ${branchIds}::uuid[])`

export const foldTallies = (tx: Tx) => tx<{ folded: number }>`select acuse.compact_tallies() as folded`
