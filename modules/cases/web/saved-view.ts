import type { z } from 'zod'
import type { AskedOf } from '#kernel/endpoint.ts'
import type { Search } from '#platform/web/routing.tsx'
import type { ChangeView, SavedView, SaveView } from '../contract-lists.ts'
import { readFilter, shownAsText, type Shown } from './use-case-filter.ts'

export type View = z.infer<typeof SavedView>
/** Which cases, in which order, and what is shown of each: what a view keeps. */
export type ViewFilter = NonNullable<AskedOf<typeof SaveView>['body']>['filter']
export type ViewChanges = NonNullable<AskedOf<typeof ChangeView>['body']>

/** A view that names no list is one of the open cases. */
const wordsOf = ({ filter }: Pick<View, 'filter'>): Search => Object.fromEntries(Object.entries<unknown>({ list: 'open', ...filter }).map(([name, value]) => [name, String(value)]))

/** The address says all that the view shows, for whoever it is sent to; and which view it is, so that what is changed is known. */
export const addressOf = (view: Pick<View, 'id' | 'filter'>): string => `/?${new URLSearchParams({ ...wordsOf(view), view: view.id })}`

/** What is seen as the view may keep it: the branch chosen above every screen narrows one that names none, and changes nothing of it. */
export function keepable<Filter extends { branchId?: unknown }>(view: Pick<View, 'filter'>, { branchId, ...filter }: Filter): Omit<Filter, 'branchId'> & { branchId?: Filter['branchId'] } {
  return view.filter['branchId'] === undefined || branchId === undefined ? filter : { ...filter, branchId }
}

/** Whether what is seen is no longer what the view keeps; what it keeps from another version, and nobody understands, is no change. */
export const differs = (view: Pick<View, 'filter'>, { filter, columns }: Shown): boolean =>
  shownAsText(readFilter(wordsOf(view), 'open')) !== shownAsText({ filter: keepable(view, filter), columns })
