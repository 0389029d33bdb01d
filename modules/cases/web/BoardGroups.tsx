import type { ReplyOf } from '#kernel/endpoint.ts'
import { BarRows } from '#platform/web/design/Bars.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { oneOf } from '#platform/web/one-of.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { Channel, Kind } from '../contract.ts'
import type { ListName, ReadBoard } from '../contract-lists.ts'
import { en as listsEn } from '../en-lists.ts'
import { es as listsEs } from '../es-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { useCaseWords } from './use-case-words.ts'
import { useNames } from './use-names.ts'

type Board = ReplyOf<typeof ReadBoard>
type Href = (filter: Record<string, string | undefined>) => string
/** `overdue`, `dueSoon`: null where nothing of it can be. */
type Line = { id: string; label: string; total: number; overdue: number | null; dueSoon: number | null; filter: Record<string, string> | null }

const MOST_BARS = 12

/** The same open cases cut each way, lengths on one scale each; under each, the whole of it as a table. */
export function BoardGroups({ board, href }: { board: Board; href: Href }) {
  const groupsOf = useGroupsOf()
  return <div className="Board-groups">{groupsOf(board).map(([label, of]) => <Group key={label} label={label} lines={of} soon={board.soon} href={href} list="open" />)}</div>
}

type Counts = readonly { key: string; name: string; total: number; overdue?: number; dueSoon?: number }[]
type Cut = Record<'byBranch' | 'byArea' | 'byCause' | 'byKind' | 'byProduct' | 'byChannel', Counts> & Pick<Board, 'byAge'>

/** Counts as lines with their names in the reader's language; what has none is left out. */
export function useGroupsOf() {
  const { board: t } = useWords({ es, en })
  const { closed, filters } = useWords({ es: listsEs, en: listsEn })
  const { words } = useCaseWords()
  const names = useNames()
  const kind = (key: string) => oneOf(Kind.options, key)
  const channel = (key: string) => oneOf(Channel.options, key)
  const lines = (counts: Counts, param: string, without: { filter: Record<string, string>; label: string } | null, name: (key: string) => string | undefined): Line[] =>
    counts.map(({ key, name: told, total, overdue = null, dueSoon = null }) => ({ id: key || 'none', label: key ? (name(key) ?? (told || key)) : (without?.label ?? ''), total, overdue, dueSoon, filter: key ? { [param]: key } : (without?.filter ?? null) }))
  return (cut: Cut): [string, Line[]][] => {
    const ages: Line[] = cut.byAge.map(({ from, to, ...n }) => ({ id: String(from), label: t.days(from, to), dueSoon: null, ...n }))
    const groups: [string, Line[]][] = [
      [t.byAge, ages],
      [t.byBranch, lines(cut.byBranch, 'branchId', null, () => undefined)],
      [t.byArea, lines(cut.byArea, 'areaId', { filter: { without: 'area' }, label: t.noArea }, (key) => names.areas.get(key))],
      [t.byCause, lines(cut.byCause, 'causeId', { filter: { without: 'cause' }, label: t.noCause }, (key) => names.causes.get(key))],
      [t.byKind, lines(cut.byKind, 'kind', null, (key) => kind(key) && words.kinds[kind(key)!])],
      [closed.byProduct, lines(cut.byProduct, 'productId', { filter: { without: 'product' }, label: filters.noProduct }, () => undefined)],
      [closed.byChannel, lines(cut.byChannel, 'channel', null, (key) => channel(key) && words.channels[channel(key)!])],
    ]
    return groups.filter(([, of]) => of.length > 0)
  }
}

type GroupProps = { label: string; lines: readonly Line[]; soon: Board['soon']; href: Href; /** Where all of them are. */ list: ListName }

export function Group({ label, lines, soon, href, list }: GroupProps) {
  const { board: t } = useWords({ es, en })
  return (
    <section className="Board-group">
      <BarRows label={label} bars={lines.slice(0, MOST_BARS).map(({ id, label: name, total, filter }) => ({ id, label: name, value: total, ...(filter && { href: href({ list, ...filter }) }) }))} />
      <details>
        <summary>{t.asTable}</summary>
        <GroupTable label={label} lines={lines} soon={soon} href={href} list={list} />
      </details>
    </section>
  )
}

function GroupTable({ label, lines, soon, href, list }: GroupProps) {
  const { board: t } = useWords({ es, en })
  const formats = useFormats()
  const number = (value: number, filter: Line['filter'], list: string, narrower: Board['soon'] = {}) => (filter && narrower && value > 0 ? <Link href={href({ list, ...filter, ...narrower })}>{formats.number(value)}</Link> : formats.number(value))
  const showsOverdue = lines.some(({ overdue }) => overdue !== null)
  const showsSoon = lines.some(({ dueSoon }) => dueSoon !== null)
  return (
    <table className="Board-table" aria-label={label}>
      <thead><tr><th scope="col">{t.of}</th><th scope="col">{t.total}</th>{showsOverdue && <th scope="col">{t.overdue}</th>}{showsSoon && <th scope="col">{t.dueSoon}</th>}</tr></thead>
      <tbody>
        {lines.map(({ id, label: name, total, overdue, dueSoon, filter }) => (
          <tr key={id}>
            <th scope="row" dir="auto">{name}</th><td>{number(total, filter, list)}</td>{showsOverdue && <td data-tone={overdue ? 'broken' : undefined}>{number(overdue ?? 0, filter, 'overdue')}</td>}{showsSoon && <td>{number(dueSoon ?? 0, filter, 'open', soon)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
