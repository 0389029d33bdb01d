import { useState } from 'react'
import { Button } from '#platform/web/design/Button.tsx'
import { MailText } from '#platform/web/design/MailText.tsx'
import { StateMark, type StateShape, type StateTone } from '#platform/web/design/StateMark.tsx'
import { useFormats } from '#platform/web/words.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { ApproveAnswer, RecallAnswer } from '../contract-work.ts'
import { isSpoken } from '../rules/way.ts'
import { reasonNot } from './case-acts.ts'
import { DeliveryDialog } from './DeliveryDialog.tsx'
import { ReturnAnswerDialog } from './ReturnAnswerDialog.tsx'
import { useAct } from './use-act.ts'
import { useCaseWords } from './use-case-words.ts'

type Answer = CaseSheet['answers'][number]

const MARKS: Record<string, [StateShape, StateTone]> = {
  'awaiting-approval': ['paused', 'plain'], 'to-tell': ['half', 'plain'], leaving: ['half', 'plain'], sent: ['done', 'plain'], delivered: ['verified', 'verified'], failed: ['broken', 'broken'], returned: ['cancelled', 'plain'], withdrawn: ['cancelled', 'soft'],
}

const HELD: [StateShape, StateTone] = ['paused', 'plain']

/** How an answer stands, under its own words, and what can be done about it now. */
export function AnswerInPlace({ answer, sheet, onDraft }: { answer: Answer; sheet: CaseSheet; onDraft: () => void }) {
  const { t, words } = useCaseWords()
  const formats = useFormats()
  const [open, setOpen] = useState<'return' | 'delivery' | null>(null)
  const approve = useAct(ApproveAnswer)
  const recall = useAct(RecallAnswer)
  const params = { answerId: answer.id }
  const { status, held } = answer
  const [shape, tone] = held ? HELD : (MARKS[status] ?? ['hollow', 'plain'])
  const waits = status === 'awaiting-approval'
  const close = () => setOpen(null)
  const takeBack = () => recall.run({ params }, { told: t.told.recalled }).then((reply) => reply && onDraft())
  return (
    <div className="Case-inPlace">
      <p className="Case-inPlaceFacts">
        <StateMark shape={shape} tone={tone}>{held ? t.answerHeld[held] : (t.answerStates[status] ?? status)}</StateMark>
        <span className="soft"><MailText text={[words.ways[answer.way], answer.recipient && t.to(answer.recipient), answer.final ? t.onMerits : t.partial, answer.approvedBy && t.approvedBy(answer.approvedBy.name), answer.toldAt && formats.instant(answer.toldAt)].filter(Boolean).join(' · ')} /></span>
      </p>
      {held && <p className="soft small">{t.heldNote}</p>}
      {answer.mailError && <p className="soft small" dir="auto">{answer.mailError}</p>}
      {waits && answer.approvalReason && <p className="soft small">{t.because[answer.approvalReason] ?? answer.approvalReason}</p>}
      {answer.returnedReason && <p dir="auto">{t.returnedBecause}: {answer.returnedReason}</p>}
      {answer.delivery && status !== 'delivered' && <p dir="auto" className="soft">{answer.delivery}</p>}
      <p className="Case-inPlaceActs">
        {waits && <Button small weight="primary" disabledReason={reasonNot(sheet, 'approve', words, t.forbidden)} onPress={() => approve.run({ params }, { told: t.told.approved })}>{t.approve}</Button>}
        {waits && <Button small disabledReason={reasonNot(sheet, 'approve', words, t.forbidden)} onPress={() => setOpen('return')}>{t.sendBack}</Button>}
        {isSpoken(answer.way) && (status === 'to-tell' || status === 'failed') && <Button small weight="primary" onPress={() => setOpen('delivery')}>{t.recordTold}</Button>}
        {(waits || status === 'to-tell' || status === 'leaving') && <Button small onPress={takeBack}>{t.recall}</Button>}
        {(held || (answer.way === 'letter' && !waits)) && <Button small icon="print" onPress={() => void window.open(`/api/v1/answers/${answer.id}/letter.pdf`, '_blank', 'noopener')}>{t.letter}</Button>}
        {answer.way === 'letter' && (status === 'sent' || status === 'failed') && <Button small onPress={() => setOpen('delivery')}>{t.recordDelivery}</Button>}
        {answer.way === 'mail' && status === 'sent' && <Button small onPress={() => setOpen('delivery')}>{t.cameBack}</Button>}
        {answer.way === 'mail' && (status === 'failed' || held) && <Button small onPress={() => setOpen('delivery')}>{t.recordDelivery}</Button>}
      </p>
      {open === 'return' && <ReturnAnswerDialog answerId={answer.id} onClose={close} />}
      {open === 'delivery' && <DeliveryDialog answer={answer} onClose={close} />}
    </div>
  )
}
