import { scopeOf, type Actor } from '#kernel/actor.ts'
import { sql, type Sql } from '#platform/server/database.ts'
import type { CaseFilter } from '../contract-lists.ts'

/** One way in which cases come into the actor's sight: a condition on the case alone, or an area that takes part in it. */
export type Reach = { is: Sql | null } | { areaId: string }
/** `overlap`: a case may come in by two of them. */
export type Reaches = { reaches: Reach[]; overlap: boolean }

type Asked = Pick<CaseFilter, 'list' | 'branchId' | 'areaId' | 'without' | 'ownerId' | 'customerId' | 'groupId'> & { matching?: readonly string[] | null }

/** More walks than this are planned for longer than they save. */
const MOST_WALKS = 40

/**
 * The walks by which a list is read. They are no defence: row-level security decides what is seen. They say the same in a form that an
 * index can follow in the order of the list.
 */
export function reachesOf(actor: Actor, asked: Asked): Reaches {
  const scope = scopeOf(actor, 'cases.read')
  // Few rows by themselves: the policy alone sorts out what is not the actor's.
  if (asked.list === 'mine' || asked.list === 'snoozed' || asked.ownerId || asked.customerId || asked.groupId || asked.matching) return whole
  if (asked.list === 'branch' && scope.branches.length > 0) return apart(inBranches(scope.branches))
  if (asked.list === 'area' && scope.areas.length > 0) return apart(scope.areas.map((id) => ({ is: sql`c.area_id = ${id}` })))
  if (asked.branchId && (scope.all || asked.branchId.every((id) => scope.branches.includes(id)))) return apart(inBranches(asked.branchId))
  if (!scope.all) return scoped(scope)
  if (asked.areaId && !asked.without?.includes('area')) return apart(asked.areaId.map((id) => ({ is: sql`c.area_id = ${id}` })))
  return whole
}

const whole: Reaches = { reaches: [{ is: null }], overlap: false }
const apart = (reaches: Reach[]): Reaches => ({ reaches, overlap: false })

function scoped({ actorId, branches, suppliers, areas }: ReturnType<typeof scopeOf>): Reaches {
  const reaches: Reach[] = [
    ...inBranches(branches),
    ...suppliers.map((id) => ({ is: sql`c.supplier_id = ${id}` })),
    { is: sql`c.registered_by = ${actorId}` },
    ...areas.map((areaId) => ({ areaId })),
  ]
  return { reaches, overlap: reaches.length > 1 }
}

const inBranches = (ids: readonly string[]): Reach[] =>
  ids.length > MOST_WALKS ? [{ is: sql`c.branch_id = any (${ids}::uuid[])` }] : ids.map((id) => ({ is: sql`c.branch_id = ${id}` }))
