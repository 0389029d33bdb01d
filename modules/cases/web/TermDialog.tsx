import { useState } from 'react'
import type { z } from 'zod'
import { Select } from '#platform/web/design/Select.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import type { TermExplained } from '../contract-sheet.ts'
import { ExtendTerm, PauseTerm, ResumeTerm } from '../contract-work.ts'
import { ActDialog } from './ActDialog.tsx'
import { useCaseWords } from './use-case-words.ts'

export type TermAct = 'extend' | 'pause' | 'resume'
type Props = { number: string; term: z.infer<typeof TermExplained>; onClose: () => void }

/** What may be done to a clock; each says why. */
export function TermDialog({ act, ...props }: Props & { act: TermAct }) {
  if (act === 'extend') return <Extend {...props} />
  return act === 'pause' ? <Pause {...props} /> : <Resume {...props} />
}

function Extend({ number, term, onClose }: Props) {
  const { t } = useCaseWords()
  const [days, setDays] = useState(String(term.extension.most || 1))
  const [reason, setReason] = useState('')
  return (
    <ActDialog endpoint={ExtendTerm} title={t.title.extend(term.name)} verb={t.term.extend} told={t.told.term} onClose={onClose} asked={() => ({ params: { number }, body: { termId: term.id, days: Number(days), reason } })}>
      {(error) => (
        <>
          <TextField label={t.term.days} name="days" inputMode="numeric" value={days} onChange={setDays} hint={t.most(term.extension.most)} error={errorOf(error, 'days')} />
          <TextArea label={t.reason} name="reason" value={reason} onChange={setReason} rows={4} hint={t.noticeHint} error={errorOf(error, 'reason')} />
        </>
      )}
    </ActDialog>
  )
}

function Pause({ number, term, onClose }: Props) {
  const { t } = useCaseWords()
  const [cause, setCause] = useState(term.pauseCauses[0] ?? '')
  const [reason, setReason] = useState('')
  return (
    <ActDialog endpoint={PauseTerm} title={t.title.pause(term.name)} verb={t.term.pause} told={t.told.term} onClose={onClose} asked={() => ({ params: { number }, body: { termId: term.id, cause, reason } })}>
      {(error) => (
        <>
          <Select label={t.term.cause} name="cause" value={cause} onChange={setCause} options={term.pauseCauses.map((value) => ({ value, label: t.pauseCauses[value] ?? value }))} error={errorOf(error, 'cause')} />
          <TextArea label={t.reason} name="reason" value={reason} onChange={setReason} rows={3} error={errorOf(error, 'reason')} />
        </>
      )}
    </ActDialog>
  )
}

function Resume({ number, term, onClose }: Props) {
  const { t } = useCaseWords()
  const [reason, setReason] = useState('')
  return (
    <ActDialog endpoint={ResumeTerm} title={t.title.resume(term.name)} verb={t.term.resume} told={t.told.term} onClose={onClose} asked={() => ({ params: { number }, body: { termId: term.id, reason } })}>
      <TextArea label={t.reason} name="reason" value={reason} onChange={setReason} rows={3} optional />
    </ActDialog>
  )
}
