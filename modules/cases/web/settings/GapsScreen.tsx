import './CaseSettings.css'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { useReply } from '#platform/web/data.ts'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { useFormats } from '#platform/web/words.ts'
import { ListGaps } from '../../contract-settings.ts'
import { rowsHref } from '../rows-href.ts'
import { useSettingsWords } from './use-settings-words.ts'

type Gap = ReplyOf<typeof ListGaps>['items'][number]

/** What comes in and has no procedure written for it: a list of what to write (S-78). */
export function GapsScreen() {
  const { t } = useSettingsWords()
  const formats = useFormats()
  const { data, error, refetch } = useReply(ListGaps)
  const nameOf = ({ causeId, name }: Gap) => (causeId ? name : t.gaps.noCause)
  /** The cause, where its procedure is said to be there; without one, the last case. */
  const hrefOf = ({ causeId, lastNumber }: Gap) => (causeId ? `/settings/causes?cause=${causeId}` : `/cases/${lastNumber}`)
  const casesOf = ({ causeId }: Gap) => rowsHref(causeId ? { list: 'everything', causeId, without: 'procedure' } : { list: 'everything', without: 'cause,procedure' })
  const columns: Column<Gap>[] = [
    { id: 'cause', head: t.gaps.cause, cell: nameOf },
    { id: 'cases', head: t.gaps.came, cell: (gap) => (gap.cases > 0 ? <Link href={casesOf(gap)}>{formats.plural(gap.cases, t.gaps.cases)}</Link> : <span className="soft">{t.gaps.noCases}</span>), width: '190px' },
    { id: 'last', head: t.gaps.last, cell: ({ lastAt, lastNumber }) => lastNumber && <><Link href={`/cases/${lastNumber}`}>{lastNumber}</Link>{lastAt && <span className="soft"> · {formats.ago(lastAt)}</span>}</>, hideBelow: 'narrow' },
  ]
  return (
    <Page title={t.gaps.title} flush eyebrow={<Link href="/settings">{t.back}</Link>} facts={<span className="soft">{t.gaps.note}</span>}>
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {data ? (
        <Table label={t.gaps.title} rows={data.items} columns={columns} rowKey={({ causeId, name }) => causeId ?? name} rowName={nameOf} rowHref={hrefOf} keys empty={<EmptyState icon="check" title={t.gaps.emptyTitle}>{t.gaps.empty}</EmptyState>} />
      ) : !error && <Skeleton />}
    </Page>
  )
}
