import { useId, useState } from 'react'
import type { Period, SpecialDay } from '#kernel/calendar.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Checkbox } from '#platform/web/design/Checkbox.tsx'
import { Choice } from '#platform/web/design/Choice.tsx'
import { DateField } from '#platform/web/design/DateField.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { FormRow, Section } from '#platform/web/design/Page.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import type { CalendarFacts } from '../contract.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

type Props = { facts: CalendarFacts; year: number; onChange: (facts: CalendarFacts) => void; locked: string | null }

/** Civic days, half days, days that a decree took out: of this year. */
export function SpecialDays({ facts, year, onChange, locked }: Props) {
  const { calendars } = useWords({ es, en })
  const { language } = useReader()
  const formats = useFormats()
  const [adding, setAdding] = useState(false)
  const shown = facts.specialDays.filter(({ date }) => date.startsWith(String(year)))
  function take(special: SpecialDay) {
    onChange({ ...facts, specialDays: [...facts.specialDays.filter(({ date }) => date !== special.date), special].sort((a, b) => (a.date < b.date ? -1 : 1)) })
    setAdding(false)
  }
  const hours = (periods: readonly Period[]) => (periods.length > 0 ? calendars.open(periods.map(({ from, to }) => `${from}–${to}`).join(', ')) : calendars.legend.closed)
  return (
    <Section title={calendars.special} note={calendars.specialNote} action={<Button small disabledReason={locked} onPress={() => setAdding(true)}>{calendars.addSpecial}</Button>}>
      {shown.length === 0 ? <p className="soft">{calendars.noSpecial}</p> : (
        <ul className="Lines">
          {shown.map((special) => (
            <li key={special.date}>
              <div>
                <strong>{formats.day(special.date)}</strong> {special.name[language]}
                <br /><span className="soft small">{[hours(special.periods), special.legal && calendars.legalMark].filter(Boolean).join(' · ')}</span>
              </div>
              {!locked && <Button small weight="quiet" icon="close" label={calendars.removeSpecial(special.name[language])} onPress={() => onChange({ ...facts, specialDays: facts.specialDays.filter(({ date }) => date !== special.date) })} />}
            </li>
          ))}
        </ul>
      )}
      {adding && <NewSpecial onTake={take} onClose={() => setAdding(false)} />}
    </Section>
  )
}

const HALF: readonly Period[] = [{ from: '08:00', to: '12:00' }]

function NewSpecial({ onTake, onClose }: { onTake: (special: SpecialDay) => void; onClose: () => void }) {
  const { calendars } = useWords({ es, en })
  const [date, setDate] = useState<string | null>(null)
  const [name, setName] = useState({ es: '', en: '' })
  const [kind, setKind] = useState<'closed' | 'half' | 'hours'>('closed')
  const [hours, setHours] = useState({ from: '08:00', to: '12:00' })
  const [legal, setLegal] = useState(false)
  const periods = kind === 'closed' ? [] : kind === 'half' ? HALF : [hours]
  const ready = date && name.es.trim()
  const form = useId()
  function take() {
    if (date && ready) onTake({ date, name: { es: name.es.trim(), en: name.en.trim() || name.es.trim() }, periods, legal })
  }
  return (
    <Dialog open onClose={onClose} title={calendars.addSpecial} primary={<Button type="submit" form={form} weight="primary" kbd="$mod+Enter" disabledReason={ready ? null : calendars.specialName}>{calendars.takeSpecial}</Button>}>
      <form id={form} className="Stack" noValidate onSubmit={(event) => { event.preventDefault(); take() }}>
        <DateField label={calendars.specialDate} name="date" value={date} onChange={setDate} />
        <FormRow>
          <TextField label={calendars.specialName} name="es" value={name.es} onChange={(said) => setName({ ...name, es: said })} />
          <TextField label={calendars.specialNameEn} name="en" value={name.en} onChange={(said) => setName({ ...name, en: said })} optional />
        </FormRow>
        <Choice label={calendars.specialKind} value={kind} onChange={setKind} options={(['closed', 'half', 'hours'] as const).map((value) => ({ value, label: calendars.specialKinds[value] }))} />
        {kind === 'hours' && (
          <FormRow>
            <TextField label={calendars.from} value={hours.from} onChange={(from) => setHours({ ...hours, from })} maxLength={5} />
            <TextField label={calendars.to} value={hours.to} onChange={(to) => setHours({ ...hours, to })} maxLength={5} />
          </FormRow>
        )}
        <Checkbox label={calendars.legal} checked={legal} onChange={setLegal} />
      </form>
    </Dialog>
  )
}
