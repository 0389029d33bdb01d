import { useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/data.ts'
import { useGo } from '#platform/web/routing.tsx'
import { SignOut } from '../contract-account.ts'

/** Out, even if the server is away: what this browser knew is forgotten, and the session ends when it can. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  const go = useGo()
  return async () => {
    await call(SignOut).catch(() => {})
    client.clear()
    go('/sign-in', { replace: true })
  }
}
