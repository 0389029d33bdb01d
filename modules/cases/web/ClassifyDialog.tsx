import { useState } from 'react'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { oneOf } from '#platform/web/one-of.ts'
import { errorOf } from '#platform/web/problem-errors.ts'
import { Severity } from '../contract.ts'
import { ClassifyCase } from '../contract-work.ts'
import { ActDialog } from './ActDialog.tsx'
import type { CaseDialogProps } from './CaseDialog.tsx'
import { CauseField } from './CauseField.tsx'
import { useCaseWords } from './use-case-words.ts'

/** Says its cause and how grave it is; and whether nothing says how such a case is handled. */
export function ClassifyDialog({ sheet, onClose }: CaseDialogProps) {
  const { t, words } = useCaseWords()
  const [cause, setCause] = useState(sheet.cause && { id: sheet.cause.id, label: sheet.cause.name })
  const [severity, setSeverity] = useState('')
  const [undefinedNow, setUndefinedNow] = useState(sheet.procedureUndefined)
  const [reason, setReason] = useState('')
  const { number } = sheet
  const asked = () => ({
    params: { number },
    body: { reason, ...(cause && { causeId: cause.id }), ...(severity && { severity: oneOf(Severity.options, severity) ?? sheet.severity }), ...(undefinedNow !== sheet.procedureUndefined && { procedureUndefined: undefinedNow }) },
  })
  return (
    <ActDialog endpoint={ClassifyCase} title={t.title.classify(number)} verb={t.classify} told={t.told.classify(number)} asked={asked} onClose={onClose}>
      {(error) => (
        <>
          <CauseField label={t.cause} kind={sheet.kind} value={cause} onChange={setCause} autoFocus error={errorOf(error, 'causeId')} optional />
          <Select label={t.severity} name="severity" value={severity} onChange={setSeverity} none={`${t.severityNone}: ${words.severities[sheet.severity]}`} options={Severity.options.map((value) => ({ value, label: words.severities[value] }))} optional />
          <Checkbox label={t.procedureUndefined} checked={undefinedNow} onChange={setUndefinedNow} />
          <TextArea label={t.reason} name="reason" value={reason} onChange={setReason} rows={2} optional error={errorOf(error, 'reason')} />
        </>
      )}
    </ActDialog>
  )
}
