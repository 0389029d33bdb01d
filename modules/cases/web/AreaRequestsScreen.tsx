import './AreaRequestsScreen.css'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { useMe } from '#modules/people/web/use-me.ts'
import { useReply } from '#platform/web/data.ts'
import { DueDate } from '#platform/web/design/DueDate.tsx'
import { Panes } from '#platform/web/design/Panes.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { oneOf } from '#platform/web/one-of.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { AreaRequestStatus } from '../contract.ts'
import { ListAreaRequests } from '../contract-lists.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { AreaRequestSheet } from './AreaRequestSheet.tsx'
import { dueOfRequest } from './case-due.ts'

export type AskedOfArea = ReplyOf<typeof ListAreaRequests>['items'][number]
const MOST = 200

/** What the areas of the reader were asked, due first at the left; the one that is open at the right, with its answer in place. */
export function AreaRequestsScreen() {
  const { areas: t, away } = useWords({ es, en })
  const [search, change] = useSearch()
  const me = useMe()
  const status = oneOf(AreaRequestStatus.options, search['status']) ?? 'open'
  const late = search['late'] === 'true' && status === 'open'
  const { data, error, refetch } = useReply(ListAreaRequests, { query: { status, limit: MOST, branchId: search['branchId'], ...(late && { late: 'true' }) } })
  const rows = data?.items ?? []
  const chosen = rows.find(({ id }) => id === search['request'])
  const show = (id: string | undefined) => change({ request: id }, { replace: id === undefined })
  const list = (
    <Page flush title={t.title} facts={
      <Select label={t.which} labelUnseen value={late ? 'late' : status} onChange={(value) => change(value === 'late' ? { status: undefined, late: 'true', request: undefined } : { status: value, late: undefined, request: undefined })}
        options={[...AreaRequestStatus.options.map((value) => ({ value, label: t.statuses[value] })), { value: 'late', label: t.late }]} />
    }>
      {error && !data ? <ErrorState what={t.loadFailed} meaning={error.message || away} onRetry={refetch} /> : !data ? <Skeleton /> : <Requests rows={rows} current={chosen?.id ?? null} onOpen={show} />}
    </Page>
  )
  return (
    <Panes list={list} listWidth="wide" step={chosen ? 'work' : 'list'} onBack={() => show(undefined)}>
      {chosen && me ? <AreaRequestSheet key={chosen.id} request={chosen} me={me.id} onDone={() => show(rows[rows.indexOf(chosen) + 1]?.id ?? rows[0]?.id)} /> : data && rows.length > 0 && <EmptyState icon="swap" title={t.choose}>{t.chooseHint}</EmptyState>}
    </Panes>
  )
}

function Requests({ rows, current, onOpen }: { rows: readonly AskedOfArea[]; current: string | null; onOpen: (id: string) => void }) {
  const { areas: t, list } = useWords({ es, en })
  const formats = useFormats()
  const { now } = useReader()
  const broken = ({ status, dueAt }: AskedOfArea) => status === 'open' && Date.parse(dueAt) < now()
  const columns: Column<AskedOfArea>[] = [
    { id: 'number', head: list.columns.number, cell: ({ number }) => number, width: '156px' },
    { id: 'area', head: list.columns.area, cell: ({ area, branch }) => t.of(area.name, branch.code), width: '160px', beside: true },
    { id: 'question', head: t.question, cell: ({ question }) => <span dir="auto" className="AreaRequests-question">{question}</span>, width: '1fr' },
    { id: 'due', head: list.columns.due, kind: 'due', width: '168px', cell: (row) => <DueDate brief {...dueOfRequest(row, formats)} state={row.status === 'open' ? 'running' : 'met'} late={broken(row)} /> },
  ]
  return (
    <Table
      label={t.title} rows={rows} columns={columns} rowKey={({ id }) => id} rowName={({ number, question }) => `${number} ${question}`} rowHref={({ id }) => `/area-requests?request=${id}`} onOpen={({ id }) => onOpen(id)}
      currentKey={current} rowTone={(row) => (broken(row) ? 'broken' : undefined)} keys empty={<EmptyState icon="swap" title={t.nothing}>{t.empty}</EmptyState>}
    />
  )
}
