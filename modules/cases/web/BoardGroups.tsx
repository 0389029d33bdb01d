import type { ReplyOf } from '#kernel/endpoint.ts'
import { BarRows } from '#platform/web/design/Bars.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { oneOf } from '#platform/web/one-of.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { Kind } from '../contract.ts'
import type { ReadBoard } from '../contract-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { useCaseWords } from './use-case-words.ts'
import { useNames } from './use-names.ts'

type Board = ReplyOf<typeof ReadBoard>
type Href = (filter: Record<string, string | undefined>) => string
type Line = { id: string; label: string; total: number; overdue: number; dueSoon: number | null; filter: Record<string, string> | null }

const MOST_BARS = 12

/** The same open cases cut five ways, lengths on one scale each; under each, the whole of it as a table. */
export function BoardGroups({ board, href }: { board: Board; href: Href }) {
  const { board: t } = useWords({ es, en })
  const { words } = useCaseWords()
  const names = useNames()
  const kind = (key: string) => oneOf(Kind.options, key)
  const lines = (counts: Board['byArea'], param: string, without: { filter: Record<string, string>; label: string } | null, name: (key: string) => string | undefined): Line[] =>
    counts.map(({ key, name: told, ...n }) => ({ id: key || 'none', label: key ? (name(key) ?? (told || key)) : (without?.label ?? ''), ...n, filter: key ? { [param]: key } : (without?.filter ?? null) }))
  const ages: Line[] = board.byAge.map(({ from, to, ...n }) => ({ id: String(from), label: t.days(from, to), dueSoon: null, ...n }))
  const groups: [string, Line[]][] = [
    [t.byAge, ages],
    [t.byBranch, lines(board.byBranch, 'branchId', null, () => undefined)],
    [t.byArea, lines(board.byArea, 'areaId', { filter: { without: 'area' }, label: t.noArea }, (key) => names.areas.get(key))],
    [t.byCause, lines(board.byCause, 'causeId', { filter: { without: 'cause' }, label: t.noCause }, (key) => names.causes.get(key))],
    [t.byKind, lines(board.byKind, 'kind', null, (key) => kind(key) && words.kinds[kind(key)!])],
  ]
  return <div className="Board-groups">{groups.filter(([, of]) => of.length > 0).map(([label, of]) => <Group key={label} label={label} lines={of} soon={board.soon} href={href} />)}</div>
}

type GroupProps = { label: string; lines: readonly Line[]; soon: Board['soon']; href: Href }

function Group({ label, lines, soon, href }: GroupProps) {
  const { board: t } = useWords({ es, en })
  return (
    <section className="Board-group">
      <BarRows label={label} bars={lines.slice(0, MOST_BARS).map(({ id, label: name, total, filter }) => ({ id, label: name, value: total, ...(filter && { href: href({ list: 'open', ...filter }) }) }))} />
      <details>
        <summary>{t.asTable}</summary>
        <GroupTable label={label} lines={lines} soon={soon} href={href} />
      </details>
    </section>
  )
}

function GroupTable({ label, lines, soon, href }: GroupProps) {
  const { board: t } = useWords({ es, en })
  const formats = useFormats()
  const number = (value: number, filter: Line['filter'], list: string, narrower: Board['soon'] = {}) => (filter && narrower && value > 0 ? <Link href={href({ list, ...filter, ...narrower })}>{formats.number(value)}</Link> : formats.number(value))
  const showsSoon = lines.some(({ dueSoon }) => dueSoon !== null)
  return (
    <table className="Board-table" aria-label={label}>
      <thead><tr><th scope="col">{t.of}</th><th scope="col">{t.total}</th><th scope="col">{t.overdue}</th>{showsSoon && <th scope="col">{t.dueSoon}</th>}</tr></thead>
      <tbody>
        {lines.map(({ id, label: name, total, overdue, dueSoon, filter }) => (
          <tr key={id}>
            <th scope="row" dir="auto">{name}</th><td>{number(total, filter, 'open')}</td><td data-tone={overdue > 0 ? 'broken' : undefined}>{number(overdue, filter, 'overdue')}</td>{showsSoon && <td>{number(dueSoon ?? 0, filter, 'open', soon)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
