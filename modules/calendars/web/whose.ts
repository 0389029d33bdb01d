import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { ComboOption } from '#platform/web/design/ComboBox.tsx'

/** Whom and what a contract names; they belong to later modules. */
export type Named = 'customers' | 'products'
export type Whose = Record<Named, { find: (text: string, signal: AbortSignal) => Promise<ComboOption[]>; called: (ids: readonly string[]) => Promise<ComboOption[]> }>

const nobody = { find: () => Promise.resolve([]), called: () => Promise.resolve([]) }
/** Handed over by app/: how customers and products are found, and what those that a rule names are called. */
export const WhoseContext = createContext<Whose>({ customers: nobody, products: nobody })

/** What these are called; the id itself while it is asked, and where it is no more. */
export function useCalled(named: Named, ids: readonly string[]): (id: string) => string {
  const { called } = useContext(WhoseContext)[named]
  const { data } = useQuery({ queryKey: ['called', named, ...ids], queryFn: () => called(ids), enabled: ids.length > 0, staleTime: 60_000 })
  return (id) => data?.find((one) => one.id === id)?.label ?? id
}
