import { useState } from 'react'
import { ListStaff } from '#modules/people/contract-staff.ts'
import { call } from '#platform/web/data.ts'
import { ComboBox, type ComboOption } from '#platform/web/design/ComboBox.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { AssignCase } from '../contract-work.ts'
import { ActDialog } from './ActDialog.tsx'
import type { CaseDialogProps } from './CaseDialog.tsx'
import { useCaseWords } from './use-case-words.ts'

/** Gives a case to whoever answers for it. */
export function AssignDialog({ sheet, onClose }: CaseDialogProps) {
  const { t } = useCaseWords()
  const [owner, setOwner] = useState<ComboOption | null>(null)
  const [reason, setReason] = useState('')
  const { number } = sheet
  const search = async (text: string, signal: AbortSignal): Promise<ComboOption[]> => {
    const { items } = await call(ListStaff, { query: { state: 'active', limit: 12, ...(text && { text }) }, signal })
    return items.map(({ id, name, post, awayUntilOn }) => ({ id, label: name, detail: [post, awayUntilOn].filter(Boolean).join(' · ') }))
  }
  return (
    <ActDialog endpoint={AssignCase} title={t.title.assign(number)} verb={t.assign} told={t.told.assign(number)} notYet={owner ? null : t.who} onClose={onClose} asked={() => ({ params: { number }, body: { ownerId: owner?.id ?? null, reason } })}>
      {(error) => (
        <>
          <ComboBox label={t.who} name="ownerId" value={owner} onChange={setOwner} search={search} minLength={0} autoFocus error={errorOf(error, 'ownerId')} />
          <TextArea label={t.reason} name="reason" value={reason} onChange={setReason} rows={2} optional={!sheet.owner} error={errorOf(error, 'reason')} />
        </>
      )}
    </ActDialog>
  )
}
