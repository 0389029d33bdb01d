import { useReply } from '#platform/web/data.ts'
import { ReadMe, type Me } from '../contract-account.ts'
import type { Permission } from '../contract.ts'

/** Who is signed in; undefined until it is known, or when nobody is. */
export const useMe = (): Me | undefined => useReply(ReadMe, {}, { staleTime: 60_000 }).data

/** Whether they may do it anywhere; the server asks again, and of the place. */
export function useMay(permission: Permission): boolean {
  return useMe()?.permissions.includes(permission) ?? false
}
