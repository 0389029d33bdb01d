import { DueDate } from '#platform/web/design/DueDate.tsx'
import { KindMark } from '#platform/web/design/KindMark.tsx'
import { StateMark, type StateShape } from '#platform/web/design/StateMark.tsx'
import type { Column } from '#platform/web/design/Table.tsx'
import type { Formats } from '#platform/web/formats.ts'
import type { CaseRow, Status } from '../contract.ts'
import type { CaseColumn } from '../contract-lists.ts'
import type { CasesWords } from '../es.ts'
import type { CaseScreenWords } from '../es-screens.ts'
import { beyondOf, dueOf, isDue, proofOf } from './case-due.ts'
import { PresentAt } from './PresentAt.tsx'

type Given = { t: CaseScreenWords['list']; words: CasesWords; formats: Formats; now: number }

export const SHAPES: Record<Status, StateShape> = { open: 'hollow', answered: 'half', closed: 'done', withdrawn: 'cancelled', merged: 'dot' }

export const USUAL: readonly CaseColumn[] = ['kind', 'title', 'customer', 'owner', 'area', 'due']

/** As one chose them, each has room of its own; who, what and until when stay where there is little. */
const CHOSEN: Record<CaseColumn, Pick<Column<CaseRow>, 'width' | 'hideBelow'>> = {
  kind: { width: '124px', hideBelow: 'medium' }, title: { width: '280px' }, customer: { width: '200px' }, owner: { width: '160px', hideBelow: 'medium' }, area: { width: '72px', hideBelow: 'medium' }, due: { width: '240px' },
  branch: { width: '88px', hideBelow: 'medium' }, cause: { width: '200px', hideBelow: 'medium' }, channel: { width: '112px', hideBelow: 'medium' }, severity: { width: '96px', hideBelow: 'medium' }, received: { width: '140px', hideBelow: 'medium' },
}

/** What a list tells of a case; on a narrow screen what matters first stays. No known customer, and there is still who told it. */
export function caseColumns(given: Given, chosen: readonly CaseColumn[] | null = null): Column<CaseRow>[] {
  const known = new Map(knownColumns(given).map((column) => [column.id, column]))
  const [number, ...usual] = ['number', ...USUAL].map((id) => known.get(id)!)
  return [number!, ...(chosen?.map((id) => ({ ...known.get(id)!, ...CHOSEN[id] })) ?? usual)]
}

function knownColumns({ t, words, formats, now }: Given): Column<CaseRow>[] {
  const c = t.columns
  return [
    { id: 'number', head: c.number, cell: ({ number }) => number, width: '156px' },
    { id: 'kind', head: c.kind, cell: ({ kind }) => <KindMark kind={kind} word={words.kinds[kind]} />, width: '124px', hideBelow: 'medium' },
    { id: 'title', head: c.title, cell: ({ id, title }) => <><PresentAt id={id} /><span dir="auto">{title}</span></> },
    { id: 'customer', head: c.customer, cell: ({ customer, toldBy }) => customer?.name || toldBy || t.anonymous, width: '18%', beside: true },
    { id: 'owner', head: c.owner, cell: ({ owner }) => owner?.name ?? t.nobody, width: '14%', hideBelow: 'wide' },
    { id: 'area', head: c.area, cell: ({ area }) => area?.code ?? '', width: '64px', hideBelow: 'wide' },
    { id: 'due', head: c.due, kind: 'due', cell: (row) => <Due row={row} t={t} words={words} formats={formats} now={now} />, width: '240px' },
    { id: 'branch', head: c.branch, cell: ({ branch }) => branch.code },
    { id: 'cause', head: c.cause, cell: ({ cause }) => cause?.name ?? '' },
    { id: 'channel', head: c.channel, cell: ({ channel }) => words.channels[channel] },
    { id: 'severity', head: c.severity, cell: ({ severity }) => words.severities[severity] },
    { id: 'received', head: c.received, cell: ({ receivedAt }) => <span title={formats.instant(receivedAt)}>{formats.instantBrief(receivedAt)}</span>, kind: 'date' },
  ]
}

function Due({ row, t, words, formats, now }: Given & { row: CaseRow }) {
  if (!isDue(row)) return <StateMark shape={row.status === 'open' ? 'paused' : SHAPES[row.status]} tone="soft">{(row.status === 'open' && row.waitingFor && words.waiting[row.waitingFor]) || words.statuses[row.status]}</StateMark>
  const due = <DueDate {...dueOf(row, formats, now)} beyond={beyondOf(row, words)} brief proof={proofOf(row.number)} />
  // Two lines are all that a row holds: where a target and a law are told, the rest is told on the case.
  if (row.owed) return due
  const back = row.snoozedUntil && Date.parse(row.snoozedUntil) > now ? t.returns(formats.instantBrief(row.snoozedUntil)) : null
  const beside = row.status === 'answered' ? words.statuses.answered : back
  return beside ? <span className="Cases-aside">{due}<span>{beside}</span></span> : due
}
