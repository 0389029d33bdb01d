import { useState } from 'react'
import { TermQuestions } from '#modules/calendars/web/TermQuestions.tsx'
import { Choice } from '#platform/web/design/Choice.tsx'
import { Icon } from '#platform/web/design/Icon.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { Kind } from '../contract.ts'
import { RetypeCase } from '../contract-work.ts'
import { ActDialog } from './ActDialog.tsx'
import type { CaseDialogProps } from './CaseDialog.tsx'
import { factChanges } from './corrections.ts'
import { useCaseWords } from './use-case-words.ts'

/** It was another kind of case than it seemed. */
export function RetypeDialog({ sheet, onClose }: CaseDialogProps) {
  const { t, words } = useCaseWords()
  const [kind, setKind] = useState<Kind | null>(null)
  const [facts, setFacts] = useState(sheet.termFacts)
  const [reason, setReason] = useState('')
  const { number } = sheet
  return (
    <ActDialog endpoint={RetypeCase} title={t.title.retype(number)} verb={t.retype} told={t.told.retype(number)} notYet={kind ? null : t.kind} onClose={onClose} asked={() => ({ params: { number }, body: { kind: kind ?? sheet.kind, ...factChanges(sheet.termFacts, facts), reason } })}>
      {(error) => (
        <>
          <p className="soft">{t.retypeExplain}</p>
          <Choice label={t.kind} name="kind" value={kind} onChange={setKind} options={Kind.options.filter((value) => value !== sheet.kind).map((value) => ({ value, label: words.kinds[value], mark: <Icon name={value} /> }))} />
          <TermQuestions facts={facts} set={(some) => setFacts((last) => ({ ...last, ...some }))} error={error} />
          <TextArea label={t.reason} name="reason" value={reason} onChange={setReason} rows={3} error={errorOf(error, 'reason')} />
        </>
      )}
    </ActDialog>
  )
}
