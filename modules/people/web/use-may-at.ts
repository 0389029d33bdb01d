import type { Permission } from '../contract.ts'
import { permissionsOf } from '../rules/roles.ts'
import { useMe } from './use-me.ts'

/** Whether they may do it in a branch; the server asks again. */
export function useMayAt(permission: Permission): (branchId: string) => boolean {
  const grants = useMe()?.grants ?? []
  return (branchId) => grants.some(({ role, branchId: own }) => (own === null || own === branchId) && permissionsOf(role).has(permission))
}
