import type { AskedOf } from '#kernel/endpoint.ts'
import { usePages } from '#platform/web/data.ts'
import { ListCases } from '../contract-lists.ts'

/** The cases of a list as far as one has scrolled. */
export const useCasePages = (query: AskedOf<typeof ListCases>['query']) => usePages(ListCases, { ...query, limit: 50 })
