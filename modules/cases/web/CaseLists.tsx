import { useReply } from '#platform/web/data.ts'
import { Link } from '#platform/web/design/Link.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { CountCases, CountViews, type ListName } from '../contract-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { addressOf, type View } from './saved-view.ts'
import { useSavedViews } from './use-saved-views.ts'

const COUNTED: Partial<Record<ListName, 'mine' | 'branch' | 'unassigned' | 'dueToday' | 'overdue' | 'waiting' | 'open'>> = {
  mine: 'mine', branch: 'branch', unassigned: 'unassigned', 'due-today': 'dueToday', overdue: 'overdue', waiting: 'waiting', open: 'open',
}
const LISTS: readonly ListName[] = ['mine', 'due-today', 'overdue', 'unassigned', 'waiting', 'snoozed', 'branch', 'open', 'everything']

type Props = { current: ListName; view: View | undefined; branchId: string | string[] | undefined; onChoose: (name: ListName) => void }

/** The lists with how many each holds, and the views that were saved. */
export function CaseLists({ current, view: atHand, branchId, onChoose }: Props) {
  const { list: t } = useWords({ es, en })
  const formats = useFormats()
  const { data: counts } = useReply(CountCases, { query: { branchId } }, { refetchInterval: 60_000 })
  const views = useSavedViews() ?? []
  const held = useReply(CountViews, {}, { refetchInterval: 60_000, enabled: views.length > 0 }).data?.items
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
              <button type="button" aria-current={name === current && !atHand ? 'page' : undefined} data-tone={name === 'overdue' && count ? 'broken' : name === 'due-today' && count ? 'near' : undefined} onClick={() => onChoose(name)}>
                <span>{t.lists[name]}</span>
                {count !== undefined && <span className="Cases-count">{formats.number(count)}</span>}
              </button>
            </li>
          )
        })}
      </ul>
      {views.length > 0 && (
        <>
          <h2>{t.saved}</h2>
          <ul>
            {views.map((view) => (
              <li key={view.id} className="Cases-view">
                <Link href={addressOf(view)} aria-current={view.id === atHand?.id ? 'page' : undefined}><span dir="auto">{view.name}</span><span className="Cases-count">{countOf(view.id)}</span></Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  )
}
