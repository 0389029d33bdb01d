import { useReply } from '#platform/web/data.ts'
import { ReadSession, type Me } from '../contract-account.ts'
import type { Permission } from '../contract.ts'

/** Who is signed in; undefined until it is known, or when nobody is. */
export const useMe = (): Me | undefined => useReply(ReadSession, {}, { staleTime: 60_000 }).data?.me ?? undefined

/** Whether they may do it anywhere; the server asks again, and of the place. */
export function useMay(permission: Permission): boolean {
  return useMe()?.permissions.includes(permission) ?? false
}
