import { closingMinute, type CalendarDefinition, type Counting } from './calendar.ts'
import type { EpochDay } from './day.ts'
import type { TermRule } from './term.ts'
import { isWorkingDay, nthWorkingDayAfter, workingDaysOf } from './working-days.ts'
import { dayAt, instantOf, zoneOf, type Millis } from './zone.ts'

/** Law and contract ignore civic days that no law knows (law-co.md §3, trap d); a firm's own targets honour them. */
export function countingOf(rule: TermRule, calendar: CalendarDefinition): Counting {
  const saturday = calendar.saturdayCounts && rule.layer === 'law' && rule.weekdays === 'mon-fri'
  return { weekdays: saturday ? 'mon-sat' : rule.weekdays, specialDays: rule.layer === 'internal' ? 'all' : 'legal' }
}

const inHours = (rule: TermRule): boolean => rule.unit === 'hour' || rule.unit === 'working-hour'

/** The day on which what came at that instant is held to be filed (CPACA art. 54); the true instant is kept beside it. */
export function filedOn(rule: TermRule, receivedAt: Millis, calendar: CalendarDefinition): EpochDay {
  const zone = zoneOf(calendar.timeZone)
  const day = dayAt(zone, receivedAt)
  if (rule.afterHours === 'file-same-day' || inHours(rule)) return day
  const counting = countingOf(rule, calendar)
  const working = workingDaysOf(calendar, counting)
  if (isWorkingDay(working, day)) {
    const closing = closingMinute(calendar, day, counting)
    if (closing === null || receivedAt < instantOf(zone, day, closing * 60_000)) return day
  }
  return nthWorkingDayAfter(working, day, 1)
}
