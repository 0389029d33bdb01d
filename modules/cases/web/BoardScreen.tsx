import './BoardScreen.css'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { useReply } from '#platform/web/data.ts'
import { Figure, Figures } from '#platform/web/design/Figure.tsx'
import { Icon } from '#platform/web/design/Icon.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page, Section } from '#platform/web/design/Page.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { useSearch } from '#platform/web/routing.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { ReadBoard } from '../contract-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { BoardGroups } from './BoardGroups.tsx'
import { ClosedSection } from './ClosedSection.tsx'
import { rowsHref } from './rows-href.ts'

type Board = ReplyOf<typeof ReadBoard>

/** For the head of service: what needs a decision today, in sentences; then how many, by what, each opening its rows. */
export function BoardScreen() {
  const { board: t, away } = useWords({ es, en })
  const formats = useFormats()
  const [search] = useSearch()
  const branchId = search['branchId'] || undefined
  const { data, error, refetch } = useReply(ReadBoard, { query: { branchId } }, { refetchInterval: 60_000 })
  return (
    <Page title={t.title} facts={data && <span className="soft">{t.asOf(formats.time(data.at))}</span>}>
      {data ? <><BoardMatter board={data} branchId={branchId} /><ClosedSection branchId={branchId} /></> : error ? <ErrorState what={t.loadFailed} meaning={error.message || away} onRetry={refetch} /> : <Skeleton />}
    </Page>
  )
}

function BoardMatter({ board, branchId }: { board: Board; branchId: string | undefined }) {
  const { board: t } = useWords({ es, en })
  const href = (filter: Record<string, string | undefined>) => rowsHref({ branchId, ...filter })
  if (board.open === 0) return <EmptyState icon="chart" title={t.nothing}>{t.empty}</EmptyState>
  return (
    <>
      <Decisions board={board} />
      <Figures>
        <Figure label={t.open} value={board.open} href={href({ list: 'open' })} />
        <Figure label={t.overdue} value={board.overdue} href={href({ list: 'overdue' })} tone={board.overdue > 0 ? 'broken' : undefined} />
        <Figure label={t.dueToday} value={board.dueToday} href={href({ list: 'due-today' })} tone={board.dueToday > 0 ? 'near' : undefined} />
        <Figure label={t.dueSoon} value={board.dueSoon} {...(board.soon && { href: href({ list: 'open', ...board.soon }) })} />
        <Figure label={t.unassigned} value={board.unassigned} href={href({ list: 'unassigned' })} />
        <Figure label={t.answered} value={board.answeredNotClosed} href={href({ list: 'open', status: 'answered' })} />
      </Figures>
      <BoardGroups board={board} href={href} />
    </>
  )
}

function Decisions({ board }: { board: Board }) {
  const { board: t } = useWords({ es, en })
  const formats = useFormats()
  const told = board.decisions.flatMap(({ code, count, opens, filter }) => {
    const forms = t.decisions[code]
    return forms ? [{ code, sentence: formats.plural(count, forms), href: rowsHref(filter, opens) }] : []
  })
  return (
    <Section title={t.today}>
      {told.length === 0 && <p className="soft">{t.nothing}</p>}
      <ul className="Board-decisions">
        {told.map(({ code, sentence, href }) => (
          <li key={code} data-code={code}>
            <Link href={href}>{sentence}<Icon name="forward" /></Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
