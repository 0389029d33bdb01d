import { may, type Actor, type Grant } from '#kernel/actor.ts'
import type { GrantPlace, PeopleRefusal, Role } from '../contract.ts'
import { isExternal, permissionsOf } from './roles.ts'

/** Why a role cannot be held at that place, whoever gives it. */
export function refusePlace({ role, branchId, areaId, supplierId, substitute = false }: GrantPlace & { substitute?: boolean }): PeopleRefusal | null {
  if (role === 'branch-responsible' && !branchId) return 'grant-needs-branch'
  if (substitute && role !== 'branch-responsible') return 'substitute-not-here'
  if (role === 'area-responder' && !areaId) return 'grant-needs-area'
  if (isExternal(role) && !supplierId) return 'grant-needs-supplier'
  if (!isExternal(role) && supplierId) return 'grant-takes-no-supplier'
  // An administrator of one branch could still give away the whole: what they configure is the organisation's.
  if (role === 'admin' && (branchId || areaId)) return 'grant-takes-no-branch'
  // What is seen is told to the database as branches, areas and suppliers, each a reach by itself: two at once would show either.
  if ([branchId, areaId, supplierId].filter(Boolean).length > 1) return 'grant-takes-one-place'
  return null
}

/** Held by a program it is worth nothing, and given to a person whom that program calls in, it would be its own: two signatures of one hand. */
const PERSONS_ALONE: ReadonlySet<string> = new Set(['cases.approve'])

/** Nobody gives more than they hold, except the administrator, whose work it is; a program is no administrator, whatever its token's role. */
export function refuseGranting(actor: Pick<Actor, 'kind' | 'grants'>, asked: GrantPlace, to: 'person' | 'program' = 'person'): PeopleRefusal | null {
  const program = actor.kind === 'token'
  if (actor.kind === 'system' || (!program && holdsAll(actor.grants))) return null
  const covering = actor.grants.filter((grant) => covers(grant, asked))
  if (!covering.some(({ permissions }) => permissions.has('staff.manage'))) return 'grant-beyond-own'
  // The administrator's role is the power to give any: holding its permissions is not yet that.
  if (asked.role === 'admin') return 'grant-beyond-own'
  const held = (permission: string) => covering.some(({ permissions }) => permissions.has(permission)) && !(program && to === 'person' && PERSONS_ALONE.has(permission))
  return [...permissionsOf(asked.role)].every(held) ? null : 'grant-beyond-own'
}

/**
 * Why the actor may not change, disable or send a link to somebody with these grants: whoever may not give a role could
 * otherwise take over a person who has it.
 */
export function refuseManaging(actor: Pick<Actor, 'kind' | 'grants'>, theirs: readonly GrantPlace[]): PeopleRefusal | null {
  if (theirs.some((grant) => refuseGranting(actor, grant))) return 'person-beyond-own'
  const everywhere = { branchId: null, areaId: null, supplierId: null }
  const anywhere = actor.kind === 'system' || actor.grants.some((grant) => grant.permissions.has('staff.manage') && covers(grant, everywhere))
  return theirs.length > 0 || anywhere ? null : 'person-beyond-own'
}

const holdsAll = (grants: readonly Grant[]) => grants.some(({ role, branchId, areaId, supplierId }) => role === 'admin' && !branchId && !areaId && !supplierId)

type Bounds = Pick<GrantPlace, 'branchId' | 'areaId' | 'supplierId'>

/** Whether a grant holds at least wherever another would. */
const covers = (grant: Bounds, asked: Bounds): boolean =>
  (['branchId', 'areaId', 'supplierId'] as const).every((bound) => grant[bound] === null || grant[bound] === asked[bound])

/** The suppliers whose people alone the actor may see; null when they may see everybody. */
export function staffSeen(actor: Actor): string[] | null {
  if (actor.kind === 'system') return null
  const seeing = actor.grants.filter(({ permissions }) => permissions.has('staff.read'))
  if (seeing.some(({ supplierId }) => supplierId === null)) return null
  return seeing.map(({ supplierId }) => supplierId!)
}

/** What an actor may do anywhere, in the order of the contract. */
export const permissionsHeld = <P extends string>(actor: Actor, all: readonly P[]): P[] => all.filter((permission) => may(actor, permission))

export const grantOf = (role: Role, { branchId, areaId, supplierId }: Bounds): Grant => ({ role, permissions: permissionsOf(role), branchId, areaId, supplierId })
