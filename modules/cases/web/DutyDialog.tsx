import { useState } from 'react'
import { DateField } from '#platform/web/design/DateField.tsx'
import { FormRow } from '#platform/web/design/Page.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { errorOf } from '#platform/web/problem-errors.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { BeginDuties, FulfilDuty, ReleaseDuty, TakeBackFulfilment, TakeBackRelease, type Duty, type DutyEvent } from '../contract-duties.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { en } from '../en-duties.ts'
import { es } from '../es-duties.ts'
import { isSayable } from '../rules/duties.ts'
import { ActDialog } from './ActDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

export type DutyAct = 'begin' | 'fulfil' | 'release' | 'take-back'
type Props = { duty: Duty; sheet: CaseSheet; onClose: () => void }

/** What may be said of a duty: that what begins it happened, that it was done, that it was not owed, that either was a mistake. */
export function DutyDialog({ act, ...props }: Props & { act: DutyAct }) {
  if (act === 'begin') return isSayable(props.duty.event) ? <Begin {...props} event={props.duty.event} /> : null
  if (act === 'take-back') return <TakeBack {...props} />
  return act === 'fulfil' ? <Fulfil {...props} /> : <Release {...props} />
}

function Begin({ event, sheet, onClose }: Props & { event: DutyEvent }) {
  const t = useWords({ es, en })
  const formats = useFormats()
  const [on, setOn] = useState<string | null>((event === 'event' ? sheet.incidentOn : null) ?? formats.today())
  const [note, setNote] = useState('')
  const alike = sheet.duties.filter((one) => one.state === 'awaited' && one.event === event)
  return (
    <ActDialog endpoint={BeginDuties} title={t.events[event].ask} verb={t.acts.begin} told={t.begun} notYet={on ? null : t.on} onClose={onClose}
      asked={() => ({ params: { number: sheet.number }, body: { event, on: on ?? '', note } })}>
      {(error) => (
        <>
          <p className="soft">{t.brings(formats.list(alike.map(({ name }) => name)))}</p>
          <DateField label={t.on} name="on" value={on} onChange={setOn} max={formats.today()} error={errorOf(error, 'on')} />
          <TextArea label={t.note} name="note" value={note} onChange={setNote} rows={2} hint={t.noteHint} optional error={errorOf(error, 'note')} />
        </>
      )}
    </ActDialog>
  )
}

function Fulfil({ duty, onClose }: Props) {
  const t = useWords({ es, en })
  const formats = useFormats()
  const [on, setOn] = useState<string | null>(formats.today())
  const [said, setSaid] = useState({ to: '', filing: '', note: '' })
  const reported = duty.clock === 'authority-report'
  return (
    <ActDialog endpoint={FulfilDuty} title={t.fulfil(duty.name)} verb={t.acts.fulfil} told={t.done} notYet={on ? null : t.doneOn} onClose={onClose} asked={() => ({ params: { dutyId: duty.id ?? '' }, body: { on: on ?? '', ...said } })}>
      {(error) => (
        <>
          <DateField label={t.doneOn} name="on" value={on} onChange={setOn} max={formats.today()} error={errorOf(error, 'on')} />
          <FormRow>
            <TextField label={t.to} name="to" value={said.to} onChange={(to) => setSaid({ ...said, to })} maxLength={200} optional={!reported} error={errorOf(error, 'to')} />
            <TextField label={t.filing} name="filing" value={said.filing} onChange={(filing) => setSaid({ ...said, filing })} maxLength={100} optional error={errorOf(error, 'filing')} />
          </FormRow>
          <TextArea label={t.note} name="note" value={said.note} onChange={(note) => setSaid({ ...said, note })} rows={2} hint={t.noteHint} optional error={errorOf(error, 'note')} />
        </>
      )}
    </ActDialog>
  )
}

function Release({ duty, onClose }: Props) {
  const t = useWords({ es, en })
  const [note, setNote] = useState('')
  return (
    <ActDialog endpoint={ReleaseDuty} title={t.release(duty.name)} verb={t.acts.release} told={t.released} onClose={onClose} asked={() => ({ params: { dutyId: duty.id ?? '' }, body: { note } })}>
      {(error) => (
        <>
          <p className="soft">{t.notOwedExplain}</p>
          <TextArea label={t.notOwedNote} name="note" value={note} onChange={setNote} rows={3} error={errorOf(error, 'note')} />
        </>
      )}
    </ActDialog>
  )
}

function TakeBack({ duty, onClose }: Props) {
  const t = useWords({ es, en })
  const endpoint = duty.end?.outcome === 'done' ? TakeBackFulfilment : TakeBackRelease
  return (
    <ReasonDialog endpoint={endpoint} title={t.takeBackTitle(duty.name)} verb={t.takeBackVerb} told={t.takenBack} explain={t.takeBackExplain} onClose={onClose}
      asked={(reason) => ({ params: { dutyId: duty.id ?? '' }, body: { reason } })} />
  )
}
