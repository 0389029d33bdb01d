import { useState } from 'react'
import { changeDays, type Period, type Week } from '#kernel/calendar.ts'
import type { DayText } from '#kernel/day.ts'
import { faultOfPeriods } from '#kernel/periods.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { DateField } from '#platform/web/design/DateField.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { Icon } from '#platform/web/design/Icon.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import { en as enWords } from '../en.ts'
import { en } from '../en-screens.ts'
import { es as esWords } from '../es.ts'
import { es } from '../es-screens.ts'

/** Seven days of periods, and the day from which they hold. */
export function WeekDialog({ week, onTake, onClose }: { week: Week; onTake: (since: DayText, week: Week) => void; onClose: () => void }) {
  const { calendars } = useWords({ es, en })
  const formats = useFormats()
  const [since, setSince] = useState<DayText | null>(formats.today())
  const [days, setDays] = useState(week)
  const { refusals } = useWords({ es: esWords, en: enWords })
  const fault = days.map(faultOfPeriods).find((one) => one !== null)
  const change = (at: number, periods: readonly Period[]) => setDays(changeDays(days, (one, i) => (i === at ? periods : one)))
  return (
    <Dialog open onClose={onClose} title={calendars.changeHoursTitle} size="large" primary={<Button weight="primary" kbd="$mod+Enter" disabledReason={fault ? refusals[fault] : since ? null : calendars.since} onPress={() => since && onTake(since, days)}>{calendars.takeHours}</Button>}>
      <div className="WeekEditor">
        <DateField label={calendars.since} name="since" value={since} onChange={setSince} hint={calendars.sinceHint} />
        <div>
          {days.map((periods, i) => <DayEditor key={calendars.weekdays[i]} day={calendars.weekdays[i]!} periods={periods} onChange={(next) => change(i, next)} />)}
        </div>
        <div><Button onPress={() => setDays(changeDays(days, (one, i) => (i < 5 ? days[0] : one)))}>{calendars.copyMonday}</Button></div>
      </div>
    </Dialog>
  )
}

function DayEditor({ day, periods, onChange }: { day: string; periods: readonly Period[]; onChange: (periods: readonly Period[]) => void }) {
  const { calendars } = useWords({ es, en })
  const { refusals } = useWords({ es: esWords, en: enWords })
  const fault = faultOfPeriods(periods)
  const set = (at: number, some: Partial<Period>) => onChange(periods.map((period, i) => (i === at ? { ...period, ...some } : period)))
  return (
    <fieldset className="WeekEditor-day">
      <legend className="unseen">{day}</legend>
      <strong aria-hidden="true">{day}</strong>
      <div className="WeekEditor-periods">
        {periods.map((period, i) => (
          <div className="WeekEditor-period" key={i}>
            <TextField label={`${day}, ${calendars.from}`} labelUnseen inputMode="numeric" maxLength={5} value={period.from} onChange={(from) => set(i, { from })} />
            <span aria-hidden="true">–</span>
            <TextField label={`${day}, ${calendars.to}`} labelUnseen inputMode="numeric" maxLength={5} value={period.to} onChange={(to) => set(i, { to })} />
            <Button small weight="quiet" icon="close" label={`${calendars.removePeriod}: ${day} ${period.from}`} onPress={() => onChange(periods.filter((_, at) => at !== i))} />
          </div>
        ))}
        <div className="WeekEditor-period">
          {fault && <p className="Field-error"><Icon name="warning" size={14} />{refusals[fault]}</p>}
          {periods.length === 0 && <span className="soft">{calendars.closed}</span>}
          <Button small weight="quiet" icon="plus" onPress={() => onChange([...periods, periods.length > 0 ? { from: '14:00', to: '17:30' } : { from: '08:00', to: '12:00' }])}>{calendars.addPeriod}</Button>
        </div>
      </div>
    </fieldset>
  )
}
