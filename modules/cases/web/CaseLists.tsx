import type { z } from 'zod'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { useSearch, type Search } from '#platform/web/routing.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { CountCases, CountViews, ListViews, RemoveView, type ListName, type SavedView } from '../contract-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

const COUNTED: Partial<Record<ListName, 'mine' | 'branch' | 'unassigned' | 'dueToday' | 'overdue' | 'waiting' | 'open'>> = {
  mine: 'mine', branch: 'branch', unassigned: 'unassigned', 'due-today': 'dueToday', overdue: 'overdue', waiting: 'waiting', open: 'open',
}
const LISTS: readonly ListName[] = ['mine', 'due-today', 'overdue', 'unassigned', 'waiting', 'snoozed', 'branch', 'open', 'everything']

type View = z.infer<typeof SavedView>

/** The lists with how many each holds, and the views that were saved. */
export function CaseLists({ current, branchId, onChoose }: { current: ListName; branchId: string | string[] | undefined; onChoose: (name: ListName) => void }) {
  const { list: t } = useWords({ es, en })
  const formats = useFormats()
  const { data: counts } = useReply(CountCases, { query: { branchId } }, { refetchInterval: 60_000 })
  const { data: views } = useReply(ListViews, {}, { staleTime: 60_000 })
  const held = useReply(CountViews, {}, { refetchInterval: 60_000, enabled: (views?.items.length ?? 0) > 0 }).data?.items
  const remove = useVerb(RemoveView, { rereads: [ListViews] })
  const [search] = useSearch()
  const shown = views?.items.find((view) => sameWords(view, search))
  const countOf = (viewId: string) => {
    const { count, more } = held?.find(({ id }) => id === viewId) ?? { count: null }
    return count !== null && `${formats.number(count)}${more ? '+' : ''}`
  }
  return (
    <nav className="Cases-lists" aria-label={t.title}>
      <ul>
        {LISTS.map((name) => {
          const counted = COUNTED[name]
          const count = counted && counts?.[counted]
          return (
            <li key={name}>
              <button type="button" aria-current={name === current && !shown ? 'page' : undefined} data-tone={name === 'overdue' && count ? 'broken' : name === 'due-today' && count ? 'near' : undefined} onClick={() => onChoose(name)}>
                <span>{t.lists[name]}</span>
                {count !== undefined && <span className="Cases-count">{formats.number(count)}</span>}
              </button>
            </li>
          )
        })}
      </ul>
      {(views?.items.length ?? 0) > 0 && (
        <>
          <h2>{t.saved}</h2>
          <ul>
            {views!.items.map((view) => (
              <li key={view.id} className="Cases-view">
                <Link href={addressOf(view)} aria-current={view === shown ? 'page' : undefined}><span dir="auto">{view.name}</span><span className="Cases-count">{countOf(view.id)}</span></Link>
                {view.mine && <Button small weight="quiet" icon="close" label={`${t.removeView}: ${view.name}`} onPress={() => remove.mutateAsync({ params: { viewId: view.id } })} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  )
}

/** The address is the view: opened, copied and known again by it. */
const wordsOf = ({ filter }: View): [string, string][] => [...new URLSearchParams(filter as Search)]
const addressOf = (view: View): string => `/?${new URLSearchParams(wordsOf(view))}`
const sameWords = (view: View, search: Search): boolean => wordsOf(view).length === Object.keys(search).length && wordsOf(view).every(([name, value]) => search[name] === value)
