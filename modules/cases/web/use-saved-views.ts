import { useQueryClient } from '@tanstack/react-query'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { ListBranches } from '#modules/people/contract-places.ts'
import { useReply, useVerb, type ProblemError } from '#platform/web/data.ts'
import { showToast } from '#platform/web/design/Toast.tsx'
import { useGo, useSearch } from '#platform/web/routing.tsx'
import { useWords } from '#platform/web/words.ts'
import { ChangeView, CountViews, ListViews } from '../contract-lists.ts'
import { en } from '../en-lists.ts'
import { es } from '../es-lists.ts'
import { en as screensEn } from '../en-screens.ts'
import { es as screensEs } from '../es-screens.ts'
import { addressOf, type View, type ViewChanges } from './saved-view.ts'

export const VIEW_REREADS = { rereads: [ListViews, CountViews] }

export const useSavedViews = (): readonly View[] | undefined => useReply(ListViews, {}, { staleTime: 60_000 }).data?.items

/** The view whose address this is, however far one has gone from what it keeps. */
export function useViewAtHand(): View | undefined {
  const [search] = useSearch()
  return useSavedViews()?.find(({ id }) => id === search['view'])
}

/** Who sees a view, in words. */
export function useSeenBy(): (view: View) => string {
  const { views: v } = useWords({ es, en })
  const branches = useReply(ListBranches, {}, { staleTime: 60_000 }).data?.items
  return ({ shared, branchId }) => (!shared ? v.tells.own : branchId ? v.tells.branch(branches?.find(({ id }) => id === branchId)?.name ?? '') : v.tells.everybody)
}

/** Saves over a view, and says so with a way back; what somebody changed of it meanwhile is read first. Says whether it could. */
export function useKeepView(): (view: View, changes: ViewChanges) => Promise<boolean> {
  const { views: v } = useWords({ es, en })
  const { away } = useWords({ es: screensEs, en: screensEn })
  const client = useQueryClient()
  const change = useVerb(ChangeView, VIEW_REREADS)
  const go = useGo()
  async function save({ id, version }: View, changes: ViewChanges, told: string, former: ViewChanges | null): Promise<boolean> {
    try {
      const kept = await change.mutateAsync({ params: { viewId: id }, body: changes, ifMatch: version })
      // Known at once, or what was just saved would look unsaved until the views are read again.
      client.setQueriesData<ReplyOf<typeof ListViews>>({ queryKey: [ListViews.name] }, (known) => known && { items: known.items.map((one) => (one.id === kept.id ? kept : one)) })
      go(addressOf(kept), { replace: true })
      showToast({ text: told, ...(former && { undo: () => save(kept, former, v.restored(kept.name), null) }) })
      return true
    } catch (error) {
      showToast({ text: (error as ProblemError).message || away, tone: 'broken' })
      void client.invalidateQueries({ queryKey: [ListViews.name] })
      return false
    }
  }
  return (view, changes) => save(view, changes, v.kept(changes.name ?? view.name), { name: view.name, shared: view.shared, branchId: view.branchId, filter: view.filter })
}
