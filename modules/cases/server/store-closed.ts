import type { Actor } from '#kernel/actor.ts'
import { sql, type Tx } from '#platform/server/database.ts'
import { groupName, groupNames } from './store-board.ts'
import { closedWithin } from './store-filter.ts'

type ClosedRow = { what: 'all' | 'branch' | 'area' | 'cause' | 'kind' | 'product' | 'channel'; key: string | null; name: string | null; total: number }
type Period = { from: string; to: string; branchIds: readonly string[] | null }

/** In one pass over what was closed in the period and the actor sees. */
export const readClosedRows = (tx: Tx, actor: Actor, { from, to, branchIds }: Period) => tx.run<ClosedRow>(sql`
  with closed as materialized (
    select c.branch_id::text as branch_id, c.area_id::text as area_id, c.cause_id::text as cause_id, c.product_id::text as product_id, c.kind, c.channel
    from cases c
    where c.organisation_id = ${actor.organisationId} and c.status = 'closed' and ${closedWithin(actor, from, to)} and (${branchIds}::uuid[] is null or c.branch_id = any (${branchIds}::uuid[]))
  ), counted as (
    select case when grouping(u.branch_id) = 0 then 'branch' when grouping(u.area_id) = 0 then 'area' when grouping(u.cause_id) = 0 then 'cause' when grouping(u.kind) = 0 then 'kind'
        when grouping(u.product_id) = 0 then 'product' when grouping(u.channel) = 0 then 'channel' else 'all' end as what,
      coalesce(u.branch_id, u.area_id, u.cause_id, u.kind, u.product_id, u.channel) as key, count(*) as total
    from closed u
    group by grouping sets ((), (u.branch_id), (u.area_id), (u.cause_id), (u.kind), (u.product_id), (u.channel))
  )
  select n.what, n.key, ${groupName(actor)} as name, n.total
  from counted n ${groupNames(actor)}
  order by n.what, n.total desc, n.key`)
