import { useState } from 'react'
import { Choice } from '#platform/web/design/Choice.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useReader } from '#platform/web/words.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { RecordDelivery } from '../contract-work.ts'
import { isSpoken } from '../rules/way.ts'
import { ActDialog } from './ActDialog.tsx'
import { momentOf } from './instant-of.ts'
import { useCaseWords } from './use-case-words.ts'
import { emptyMoment, MomentFields } from './MomentFields.tsx'

/** How and when an answer reached the customer, or that it did not; until then the clock runs. Of a mail that left it is told because it came back. */
export function DeliveryDialog({ answer, onClose }: { answer: Pick<CaseSheet['answers'][number], 'id' | 'way' | 'status'>; onClose: () => void }) {
  const { t } = useCaseWords()
  const { timeZone, now } = useReader()
  const cameBack = answer.way === 'mail' && answer.status === 'sent'
  const [reached, setReached] = useState<'yes' | 'no'>(cameBack ? 'no' : 'yes')
  const [moment, setMoment] = useState(emptyMoment)
  const [proof, setProof] = useState('')
  const spoken = isSpoken(answer.way)
  const proofAsked = reached === 'yes' ? { label: t.proof, hint: spoken ? t.toldHint : t.proofHint } : { label: spoken ? t.whyNotTold : t.whyNotArrived, hint: spoken ? undefined : t.whyNotHint }
  const at = moment.day ? momentOf({ day: moment.day, time: moment.time }, timeZone, now()) : undefined
  return (
    <ActDialog
      endpoint={RecordDelivery} title={cameBack ? t.title.cameBack : t.title.delivery} verb={t.save} told={t.told.delivery} onClose={onClose}
      asked={() => ({ params: { answerId: answer.id }, body: { delivered: reached === 'yes', proof, ...(reached === 'yes' && at && { at }) } })}
    >
      {(error) => (
        <>
          <Choice label={t.delivered} name="delivered" value={reached} onChange={setReached} options={[{ value: 'yes', label: spoken ? t.toldChoice : t.deliveredChoice }, { value: 'no', label: spoken ? t.notToldChoice : t.notDeliveredChoice }]} />
          {cameBack && reached === 'no' && <p className="soft">{t.cameBackExplain}</p>}
          {reached === 'yes' && <MomentFields value={moment} onChange={setMoment} name="at" error={errorOf(error, 'at')} past />}
          <TextArea {...proofAsked} name="proof" value={proof} onChange={setProof} rows={2} error={errorOf(error, 'proof')} />
        </>
      )}
    </ActDialog>
  )
}
