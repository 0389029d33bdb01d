import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { call, useReply } from '#platform/web/data.ts'
import type { ComboOption } from '#platform/web/design/ComboBox.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useGo } from '#platform/web/routing.tsx'
import { ReadCase } from '../contract-sheet.ts'
import { MergeCase, UnmergeCase } from '../contract-work.ts'
import { ActDialog } from './ActDialog.tsx'
import type { CaseDialogProps } from './CaseDialog.tsx'
import { CaseNumberField } from './CaseNumberField.tsx'
import { OtherCase } from './OtherCase.tsx'
import { CASE_REREADS } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'

/** Two cases tell the same: both beside each other before one goes into the other. */
export function MergeDialog({ sheet, onClose }: CaseDialogProps) {
  const { t } = useCaseWords()
  const go = useGo()
  const client = useQueryClient()
  const [other, setOther] = useState<ComboOption | null>(null)
  const [reason, setReason] = useState('')
  const { number } = sheet
  const found = useReply(ReadCase, { params: { number: other?.id ?? '' } }, { enabled: other !== null }).data
  const into = found && found.number === other?.id ? found : null
  const undo = async ({ mergeId }: ReplyOf<typeof MergeCase>) => {
    await call(UnmergeCase, { params: { mergeId } })
    await Promise.all(CASE_REREADS.map(({ name }) => client.invalidateQueries({ queryKey: [name] })))
    go(`/cases/${number}`)
  }
  return (
    <ActDialog
      endpoint={MergeCase} size="large" title={t.title.merge(number)} verb={t.merge} told={t.told.merge(number)} undo={undo} notYet={into ? null : t.into} onClose={onClose}
      asked={() => ({ params: { number }, body: { into: other?.id ?? '', reason } })} onDone={() => other && go(`/cases/${other.id}`)}
    >
      {(error) => (
        <>
          <p className="soft">{t.mergeExplain}</p>
          <CaseNumberField name="into" sheet={sheet} value={other} onChange={setOther} error={errorOf(error, 'into')} />
          {into && <div className="OtherCase-both"><OtherCase heading={t.mergeThis} sheet={sheet} /><OtherCase heading={t.mergeInto} sheet={into} /></div>}
          <TextArea label={t.reason} name="reason" value={reason} onChange={setReason} rows={2} error={errorOf(error, 'reason')} />
        </>
      )}
    </ActDialog>
  )
}
