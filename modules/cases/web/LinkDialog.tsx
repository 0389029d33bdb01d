import { useState } from 'react'
import type { ComboOption } from '#platform/web/design/ComboBox.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { LinkCase } from '../contract-work.ts'
import { ActDialog } from './ActDialog.tsx'
import type { CaseDialogProps } from './CaseDialog.tsx'
import { CaseNumberField } from './CaseNumberField.tsx'
import { useCaseWords } from './use-case-words.ts'

/** Two cases that have to do with one another, and stay two. */
export function LinkDialog({ sheet, onClose }: CaseDialogProps) {
  const { t } = useCaseWords()
  const [other, setOther] = useState<ComboOption | null>(null)
  const [reason, setReason] = useState('')
  const { number } = sheet
  return (
    <ActDialog endpoint={LinkCase} title={t.title.link(number)} verb={t.link} told={t.told.link(number)} notYet={other ? null : t.into} onClose={onClose} asked={() => ({ params: { number }, body: { to: other?.id ?? '', reason } })}>
      {(error) => (
        <>
          <CaseNumberField name="to" sheet={sheet} value={other} onChange={setOther} error={errorOf(error, 'to')} />
          <TextArea label={t.reason} name="reason" value={reason} onChange={setReason} rows={2} optional error={errorOf(error, 'reason')} />
        </>
      )}
    </ActDialog>
  )
}
