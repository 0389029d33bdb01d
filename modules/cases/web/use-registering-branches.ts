import { ListBranches, type Branch } from '#modules/people/contract-places.ts'
import { useMayAt } from '#modules/people/web/use-may-at.ts'
import { useReply } from '#platform/web/data.ts'

/** The branches where whoever is signed in may register. */
export function useRegisteringBranches(): Branch[] {
  const mayAt = useMayAt('cases.register')
  const { data } = useReply(ListBranches, {}, { staleTime: 60_000 })
  return (data?.items ?? []).filter(({ id, active }) => active && mayAt(id))
}
