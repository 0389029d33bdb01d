import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/data.ts'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Choice } from '#platform/web/design/Choice.tsx'
import { Select } from '#platform/web/design/Select.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { oneOf } from '#platform/web/one-of.ts'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { MONEY_REMEDIES, Remedy, Way } from '../contract.ts'
import { CloseCase, ReopenCase } from '../contract-work.ts'
import { en as workEn } from '../en-work.ts'
import { es as workEs } from '../es-work.ts'
import { ActDialog } from './ActDialog.tsx'
import { amountText } from './amount-text.ts'
import type { CaseDialogProps } from './CaseDialog.tsx'
import { CauseField } from './CauseField.tsx'
import { momentOf } from './instant-of.ts'
import { MomentFields, type Moment } from './MomentFields.tsx'
import { CASE_REREADS } from './use-case.ts'
import { useGoingOn } from './use-going-on.ts'
import { useNextCase } from './use-quick-acts.ts'
import { useCaseWords } from './use-case-words.ts'

/** Closes with the root cause, what was done, the remedy, and how the customer was told. Nobody told yet is said here, or answered first. */
export function CloseDialog({ sheet, onClose }: CaseDialogProps) {
  const { t, words } = useCaseWords()
  const { timeZone, now } = useReader()
  const formats = useFormats()
  const client = useQueryClient()
  const [cause, setCause] = useState(sheet.cause && { id: sheet.cause.id, label: sheet.cause.name })
  const [actionTaken, setActionTaken] = useState('')
  const [remedy, setRemedy] = useState<Remedy>('explanation')
  const [typed, setTyped] = useState('')
  const [way, setWay] = useState<Way>('telephone')
  const [moment, setMoment] = useState<Moment>(() => ({ day: formats.today(), time: formats.time(now()) }))
  const { number } = sheet
  const { goingOn } = useWords({ es: workEs, en: workEn })
  const [goesOn, setGoesOn] = useGoingOn()
  const goOn = useNextCase()
  const needsTelling = sheet.may['close'] === 'not-answered-yet'
  const money = MONEY_REMEDIES.includes(remedy)
  const amount = amountText(typed)
  const reopen = async () => {
    await call(ReopenCase, { params: { number }, body: { reason: t.undoReason } })
    await Promise.all(CASE_REREADS.map(({ name }) => client.invalidateQueries({ queryKey: [name] })))
  }
  const asked = () => ({
    params: { number },
    body: {
      causeId: cause?.id ?? '', actionTaken, remedy, ...(money && amount && { money: { amount } }),
      ...(needsTelling && moment.day && { told: { way, at: momentOf({ day: moment.day, time: moment.time }, timeZone, now()) } }),
    },
  })
  return (
    <ActDialog endpoint={CloseCase} title={t.title.close(number)} verb={t.close} told={t.told.close(number)} undo={reopen} asked={asked} notYet={cause ? null : t.closing.root} onClose={onClose} onDone={() => goesOn && goOn(number)}>
      {(error) => (
        <>
          <CauseField label={t.closing.root} kind={sheet.kind} value={cause} onChange={setCause} error={errorOf(error, 'causeId')} autoFocus={!cause} />
          <TextArea label={t.closing.action} name="actionTaken" value={actionTaken} onChange={setActionTaken} rows={3} autoFocus={Boolean(cause)} error={errorOf(error, 'actionTaken')} />
          <Select label={t.closing.remedy} name="remedy" value={remedy} onChange={(value) => setRemedy(oneOf(Remedy.options, value) ?? remedy)} options={Remedy.options.map((value) => ({ value, label: words.remedies[value] }))} error={errorOf(error, 'remedy')} />
          {money && <TextField label={t.closing.amount} name="money" inputMode="decimal" value={typed} onChange={setTyped} error={errorOf(error, 'money') ?? errorOf(error, 'money.amount')} />}
          {needsTelling ? (
            <>
              <Choice label={t.closing.told} name="told.way" value={way} onChange={setWay} options={Way.options.map((value) => ({ value, label: words.ways[value] }))} />
              <MomentFields label={t.closing.toldAt} name="told.at" value={moment} onChange={setMoment} past error={errorOf(error, 'told.at')} />
            </>
          ) : <p className="soft">{t.closing.toldByAnswer}</p>}
          <Checkbox label={goingOn.verb} checked={goesOn} onChange={setGoesOn} />
        </>
      )}
    </ActDialog>
  )
}
