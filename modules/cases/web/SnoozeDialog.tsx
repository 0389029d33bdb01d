import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/data.ts'
import { Choice } from '#platform/web/design/Choice.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useFormats, useReader } from '#platform/web/words.ts'
import { SnoozeCase, WakeCase } from '../contract-work.ts'
import { ActDialog } from './ActDialog.tsx'
import type { CaseDialogProps } from './CaseDialog.tsx'
import { MomentFields, type Moment } from './MomentFields.tsx'
import { QUICK, quickMoment, type Quick } from './quick-moment.ts'
import { CASE_REREADS } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'

/** Put aside until a moment, saying why; a word from the customer wakes it. */
export function SnoozeDialog({ sheet, onClose }: CaseDialogProps) {
  const { t } = useCaseWords()
  const formats = useFormats()
  const { timeZone, now } = useReader()
  const client = useQueryClient()
  const [quick, setQuick] = useState<Quick>('tomorrow')
  const [moment, setMoment] = useState<Moment>({ day: null, time: '08:00' })
  const [reason, setReason] = useState('')
  const { number } = sheet
  const until = quickMoment(quick, moment, { now: now(), today: formats.today(), timeZone })
  const notYet = until === null ? t.until : sheet.snoozeLimit && until > sheet.snoozeLimit ? t.snoozeLimit(formats.instant(sheet.snoozeLimit)) : null
  const wake = async () => {
    await call(WakeCase, { params: { number }, body: {} })
    await Promise.all(CASE_REREADS.map(({ name }) => client.invalidateQueries({ queryKey: [name] })))
  }
  return (
    <ActDialog endpoint={SnoozeCase} title={t.title.snooze(number)} verb={t.snooze} told={t.told.snooze(number)} undo={wake} notYet={notYet} onClose={onClose} asked={() => ({ params: { number }, body: { until: until ?? '', reason } })}>
      {(error) => (
        <>
          <Choice label={t.until} name="until" value={quick} onChange={setQuick} options={QUICK.map((value) => ({ value, label: t.quick[value] }))} error={errorOf(error, 'until')} />
          {quick === 'other' && <MomentFields label={t.until} name="until" value={moment} onChange={setMoment} />}
          {sheet.snoozeLimit && <p className="soft">{t.snoozeLimit(formats.instant(sheet.snoozeLimit))}</p>}
          <TextField label={t.reason} name="reason" value={reason} onChange={setReason} maxLength={300} autoFocus error={errorOf(error, 'reason')} />
        </>
      )}
    </ActDialog>
  )
}
