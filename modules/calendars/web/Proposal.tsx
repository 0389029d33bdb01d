import './Proposal.css'
import { useState } from 'react'
import { ProblemError, useReply } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { ReadTermChange, type MoveCounts, type MovedTerm, type Preview, type TermChange } from '../contract-endpoints.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

export type ProposalProps = {
  preview: Preview | undefined
  error: unknown
  onMore?: () => void
  applyError: unknown
  /** Rules ask whether open terms follow; a calendar's always do. */
  asksOpenTerms?: boolean
  onApply: (reason: string, openTerms: boolean) => void
}

const FORM = 'proposal'

/** What a new version does to every open term, before it is written: how many, which, from when to when, and why. */
export function Proposal({ preview, error, onMore, applyError, asksOpenTerms, onApply }: ProposalProps) {
  const { proposal } = useWords({ es, en })
  const [reason, setReason] = useState('')
  const [openTerms, setOpenTerms] = useState(false)
  // The fields they are about stand a step back: here there is nothing to go to.
  if (error) return <FormErrors errors={formErrors(error).map(({ message }) => ({ field: null, message }))} />
  if (!preview) return <><p className="soft">{proposal.weighing}</p><Skeleton rows={4} /></>
  const stale = applyError instanceof ProblemError && applyError.status === 412
  return (
    <form id={FORM} className="Proposal" noValidate onSubmit={(event) => { event.preventDefault(); onApply(reason, openTerms) }}>
      <FormErrors errors={stale ? [{ field: null, message: proposal.stale }] : formErrors(applyError)} />
      {preview.counts && <Counts counts={preview.counts} />}
      {preview.items.length === 0 ? <p>{proposal.none}</p> : <Moves items={preview.items} />}
      {preview.nextCursor && onMore && <div><Button small onPress={onMore}>{proposal.more}</Button></div>}
      {asksOpenTerms && <Checkbox label={proposal.appliesTo} hint={proposal.appliesHint} checked={openTerms} onChange={setOpenTerms} />}
      <TextArea label={proposal.reason} name="reason" rows={2} value={reason} onChange={setReason} hint={proposal.reasonHint} error={errorOf(applyError, 'reason')} />
    </form>
  )
}

/** For the foot of the dialog in which the proposal stands. */
export function ApplyProposal({ applying }: { applying: boolean }) {
  const { proposal } = useWords({ es, en })
  return <Button weight="primary" type="submit" form={FORM} kbd="$mod+Enter" pending={applying}>{proposal.apply}</Button>
}

function Counts({ counts }: { counts: MoveCounts }) {
  const { proposal } = useWords({ es, en })
  const formats = useFormats()
  const told = (['begun', 'later', 'earlier', 'kept', 'same'] as const).filter((key) => counts[key] > 0)
  return (
    <div>
      <p className="Proposal-counts">
        <strong>{formats.plural(counts.terms, proposal.counts.terms)}</strong>
        {told.map((key) => <span key={key}>{formats.plural(counts[key], proposal.counts[key])}</span>)}
        {counts.overdue > 0 && <StateMark shape="broken" tone="broken">{formats.plural(counts.overdue, proposal.counts.overdue)}</StateMark>}
      </p>
      {!counts.complete && <p className="soft small">{proposal.incomplete}</p>}
    </div>
  )
}

function Moves({ items }: { items: readonly MovedTerm[] }) {
  const { proposal } = useWords({ es, en })
  const formats = useFormats()
  const when = (before: MovedTerm['before'], after: MovedTerm['after'], at: MovedTerm['after']) => (before?.dueOn === after.dueOn && before.dueAt !== after.dueAt ? formats.instant(at.dueAt) : formats.day(at.dueOn))
  const columns: Column<MovedTerm>[] = [
    { id: 'number', head: proposal.case, cell: ({ number, name }) => <span className="Proposal-case">{number}<span className="soft small">{name}</span></span>, width: '210px' },
    { id: 'before', head: proposal.before, cell: ({ before, after }) => (before ? when(before, after, before) : <span className="soft">{proposal.undated}</span>), kind: 'date', width: '140px' },
    { id: 'after', head: proposal.after, cell: ({ before, after, outcome }) => (outcome === 'kept' ? formats.day(after.dueOn) : <strong>{when(before, after, after)}</strong>), kind: 'date', width: '144px' },
    { id: 'why', head: proposal.why, cell: ({ why }) => <span className="Proposal-why" title={why.join('; ')}>{why.join('; ')}</span>, hideBelow: 'narrow' },
  ]
  return <div className="Proposal-moves"><Table label={proposal.title} rows={items} columns={columns} rowKey={({ termId, dutyId }) => termId ?? dutyId ?? ''} rowName={({ number }) => number} rowHref={({ number }) => `/cases/${number}`} /></div>
}

/** How far the open terms have followed a version; quiet when they all have. */
export function ChangeProgress({ change: given }: { change: TermChange }) {
  const { proposal } = useWords({ es, en })
  const formats = useFormats()
  const { data } = useReply(ReadTermChange, { params: { changeId: given.id } }, { enabled: given.finishedAt === null, refetchInterval: ({ state }) => (state.data?.finishedAt ? false : 700) })
  const change = data?.id === given.id ? data : given
  return change.finishedAt
    ? <StateMark shape="verified" tone="verified">{proposal.finished(formats.number(change.moved))}</StateMark>
    : <StateMark shape="half" tone="accent">{proposal.running(formats.number(change.seen))}</StateMark>
}
