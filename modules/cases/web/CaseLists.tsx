import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { CountCases, ListViews, RemoveView, type ListName } from '../contract-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

const COUNTED: Partial<Record<ListName, 'mine' | 'branch' | 'unassigned' | 'dueToday' | 'overdue' | 'waiting' | 'open'>> = {
  mine: 'mine', branch: 'branch', unassigned: 'unassigned', 'due-today': 'dueToday', overdue: 'overdue', waiting: 'waiting', open: 'open',
}
const LISTS: readonly ListName[] = ['mine', 'due-today', 'overdue', 'unassigned', 'waiting', 'snoozed', 'branch', 'open', 'everything']

/** The lists with how many each holds, and the views that were saved. */
export function CaseLists({ current, branchId, onChoose }: { current: ListName; branchId: string | string[] | undefined; onChoose: (name: ListName) => void }) {
  const { list: t } = useWords({ es, en })
  const formats = useFormats()
  const { data: counts } = useReply(CountCases, { query: { branchId } }, { refetchInterval: 60_000 })
  const { data: views } = useReply(ListViews, {}, { staleTime: 60_000 })
  const remove = useVerb(RemoveView, { rereads: [ListViews] })
  return (
    <nav className="Cases-lists" aria-label={t.title}>
      <ul>
        {LISTS.map((name) => {
          const counted = COUNTED[name]
          const count = counted && counts?.[counted]
          return (
            <li key={name}>
              <button type="button" aria-current={name === current ? 'page' : undefined} data-tone={name === 'overdue' && count ? 'broken' : name === 'due-today' && count ? 'near' : undefined} onClick={() => onChoose(name)}>
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
                <Link href={`/?${new URLSearchParams(view.filter as Record<string, string>)}`}>{view.name}</Link>
                {view.mine && <Button small weight="quiet" icon="close" label={`${t.removeView}: ${view.name}`} onPress={() => remove.mutateAsync({ params: { viewId: view.id } })} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  )
}
