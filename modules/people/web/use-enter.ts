import { useQueryClient } from '@tanstack/react-query'
import { useGo, useSearch } from '#platform/web/routing.tsx'

/** In, to where one was going; what was read as nobody, or as somebody else, is forgotten. */
export function useEnter(): () => void {
  const client = useQueryClient()
  const go = useGo()
  const [{ next = '/' }] = useSearch()
  return () => {
    client.clear()
    // Only an address of ours: '//elsewhere' and 'https:' would lead away with the person's trust.
    go(/^\/(?![/\\])/.test(next) ? next : '/', { replace: true })
  }
}
