import type { AskedOf } from '#kernel/endpoint.ts'
import { usePages } from '#platform/web/data.ts'
import { ListCases } from '../contract-lists.ts'

/** So many at a time. */
export const PAGE = 50

/** The cases of a list as far as one has scrolled. */
export const useCasePages = (query: AskedOf<typeof ListCases>['query']) => usePages(ListCases, { ...query, limit: PAGE })
