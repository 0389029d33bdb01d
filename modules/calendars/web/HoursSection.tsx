import { useState } from 'react'
import type { Week } from '#kernel/calendar.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Section } from '#platform/web/design/Page.tsx'
import { useFormats, useWords } from '#platform/web/words.ts'
import type { CalendarFacts } from '../contract.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'
import { sameJson } from '../rules/same-json.ts'
import { WeekDialog } from './WeekDialog.tsx'

/** The hours of each day of the week, and since when; what held before stays for the days that it held. */
export function HoursSection({ facts, onChange, locked }: { facts: CalendarFacts; onChange: (facts: CalendarFacts) => void; locked: string | null }) {
  const { calendars } = useWords({ es, en })
  const formats = useFormats()
  const [editing, setEditing] = useState(false)
  const later = facts.laterWeeks ?? []
  const weeks = [{ since: null, week: facts.week }, ...later].toReversed()
  const today = formats.today()
  function take(since: string, week: Week) {
    const others = later.filter((one) => one.since !== since)
    setEditing(false)
    // Hours that hold already need no day from which to hold.
    if (sameJson(others.findLast((one) => one.since < since)?.week ?? facts.week, week)) return
    onChange({ ...facts, laterWeeks: [...others, { since, week }].sort((a, b) => (a.since < b.since ? -1 : 1)) })
  }
  return (
    <Section title={calendars.hours} action={<Button small disabledReason={locked} onPress={() => setEditing(true)}>{calendars.changeHours}</Button>}>
      <div className="Stack">
        {weeks.map(({ since, week }, i) => (
          <div key={since ?? ''}>
            {weeks.length > 1 && (
              <p className="soft small">
                {since ? calendars.hoursSince(formats.day(since)) : calendars.hoursFirst}{' '}
                {since !== null && since >= today && !locked && <Button small weight="quiet" onPress={() => onChange({ ...facts, laterWeeks: later.filter((one) => one.since !== since) })}>{calendars.dropHours}</Button>}
              </p>
            )}
            {i < 2 && <WeekTable week={week} />}
          </div>
        ))}
      </div>
      {editing && <WeekDialog week={weeks[0]!.week} onTake={take} onClose={() => setEditing(false)} />}
    </Section>
  )
}

function WeekTable({ week }: { week: Week }) {
  const { calendars } = useWords({ es, en })
  return (
    <table className="Week">
      <tbody>
        {week.map((periods, i) => (
          <tr key={calendars.weekdays[i]}>
            <th scope="row">{calendars.weekdays[i]}</th>
            <td>{periods.length > 0 ? periods.map(({ from, to }) => `${from}–${to}`).join(', ') : <span className="soft">{calendars.closed}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
