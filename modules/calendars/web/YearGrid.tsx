import './CalendarsScreen.css'
import { periodsOn, type CalendarDefinition } from '#kernel/calendar.ts'
import { dayText, epochDay, epochDayOf } from '#kernel/day.ts'
import { holidaysOf } from '#kernel/holidays.ts'
import { MonthGrid, type DayMark } from '#platform/web/design/MonthGrid.tsx'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

/** The year as twelve small months: what does not count, and why, under the pointer and for the ear. */
export function YearGrid({ calendar, year }: { calendar: CalendarDefinition; year: number }) {
  const { calendars } = useWords({ es, en })
  const { language } = useReader()
  const formats = useFormats()
  const holidays = holidaysOf(calendar.holidays, year)
  const specials = new Map(calendar.specialDays.map((special) => [special.date, special]))
  const markOf = (day: string): DayMark | undefined => {
    const epoch = epochDay(day)
    const special = specials.get(day)
    if (special) return { look: special.periods.length > 0 ? 'received' : 'due', word: `${special.name[language]}, ${calendars.legend.special}` }
    const names = holidays.get(epoch)
    if (names) return { look: 'due', word: `${names.map((name) => name[language]).join(' / ')}, ${calendars.legend.holiday}` }
    return periodsOn(calendar, epoch).length === 0 ? { look: 'skipped', word: calendars.legend.closed } : undefined
  }
  const days = Array.from({ length: epochDayOf(year + 1, 1, 1) - epochDayOf(year, 1, 1) }, (_, i) => epochDayOf(year, 1, 1) + i)
  const open = days.filter((day) => periodsOn(calendar, day).length > 0).length
  return (
    <div>
      <div className="Calendars-year">
        {Array.from({ length: 12 }, (_, month) => <MonthGrid key={month} month={dayText(epochDayOf(year, month + 1, 1))} markOf={markOf} />)}
      </div>
      <ul className="Calendars-legend">
        <li><span className="Calendars-swatch" data-look="due" aria-hidden="true" />{calendars.legend.holiday}</li>
        <li><span className="Calendars-swatch" data-look="received" aria-hidden="true" />{calendars.legend.special}</li>
        <li><span className="Calendars-swatch" data-look="skipped" aria-hidden="true">7</span>{calendars.legend.closed}</li>
        <li>{formats.plural(open, calendars.workingDays)}</li>
      </ul>
    </div>
  )
}
