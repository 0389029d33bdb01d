import { epochDay, weekdayOf, yearOf, type DayText, type EpochDay, type Weekday } from './day.ts'
import { holidaysOf, type Bilingual, type HolidayRule, type Holidays } from './holidays.ts'

/** Working hours of a day, wall clock `HH:MM`, half-open; `to` may be `24:00`. */
export type Period = { from: string; to: string }
/** Seven lists of periods, Monday first; an empty list is a closed day. */
export type Week = readonly [Day, Day, Day, Day, Day, Day, Day]
type Day = readonly Period[]
/** The week with other hours; `at` is 0 on Monday. */
export function changeDays([mon, tue, wed, thu, fri, sat, sun]: Week, change: (periods: Day, at: number) => Day): Week {
  return [change(mon, 0), change(tue, 1), change(wed, 2), change(thu, 3), change(fri, 4), change(sat, 5), change(sun, 6)]
}

/**
 * A day unlike its week: periods (none = closed). It moves business time and internal targets; it decides whether a day
 * counts by law or contract only when `legal` (law-co.md §3, trap d: a civic day is not a legal holiday).
 */
export type SpecialDay = { date: DayText; name: Bilingual; periods: readonly Period[]; legal: boolean }

/**
 * One version of a branch's calendar, complete in itself: stored as JSON and kept for ever with the terms it decided.
 * Treat as frozen: tables are cached by the object's identity.
 */
export type CalendarDefinition = {
  id: string
  version: number
  timeZone: string
  week: Week
  /** Hours changed later; each from its day on, ascending. Older days keep the old hours, so time already used stays used. */
  laterWeeks?: readonly { since: DayText; week: Week }[]
  holidays: readonly HolidayRule[]
  specialDays: readonly SpecialDay[]
  /** The firm attends on Saturdays and counts them as working days of law (law-co.md §2: to confirm, hence an option). */
  saturdayCounts?: boolean
}

/** Which weekdays may count: Monday to Friday, to Saturday, or those on which the calendar's week opens. */
export type Weekdays = 'mon-fri' | 'mon-sat' | 'open-days'
/** How days are told apart: by which weekdays, and whether civic special days matter too. */
export type Counting = { weekdays: Weekdays; specialDays: 'legal' | 'all' }

/** Why a day is no working day; says nothing in any language. */
export type DayOff =
  | { code: 'weekend'; weekday: Weekday }
  | { code: 'holiday'; names: readonly Bilingual[] }
  | { code: 'special'; names: readonly Bilingual[] }

/** Minutes of the day, half-open. */
export type Minutes = { from: number; to: number }

type Compiled = {
  weeks: { since: EpochDay; days: Minutes[][] }[]
  special: Map<EpochDay, { day: SpecialDay; minutes: Minutes[] }>
  holidays: Map<number, Holidays>
}

const compiled = new WeakMap<CalendarDefinition, Compiled>()

const minuteOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))
const minutesOf = (periods: readonly Period[]): Minutes[] =>
  periods.map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) })).sort((a, b) => a.from - b.from)

function compile(calendar: CalendarDefinition): Compiled {
  let known = compiled.get(calendar)
  if (!known) {
    known = {
      weeks: [{ since: -Infinity, days: calendar.week.map(minutesOf) },
        ...(calendar.laterWeeks ?? []).map(({ since, week }) => ({ since: epochDay(since), days: week.map(minutesOf) }))],
      special: new Map(calendar.specialDays.map((day) => [epochDay(day.date), { day, minutes: minutesOf(day.periods) }])),
      holidays: new Map(),
    }
    compiled.set(calendar, known)
  }
  return known
}

function weekPeriods(tables: Compiled, day: EpochDay): readonly Minutes[] {
  let i = tables.weeks.length - 1
  while (tables.weeks[i]!.since > day) i--
  return tables.weeks[i]!.days[weekdayOf(day) - 1]!
}

function holidayNames(calendar: CalendarDefinition, day: EpochDay): readonly Bilingual[] | undefined {
  const { holidays } = compile(calendar)
  const year = yearOf(day)
  let ofYear = holidays.get(year)
  if (!ofYear) holidays.set(year, (ofYear = holidaysOf(calendar.holidays, year)))
  return ofYear.get(day)
}

/** Why that day does not count; null when it does. A special day that matters decides alone, over week and holiday. */
export function dayOff(calendar: CalendarDefinition, day: EpochDay, counting: Counting): DayOff | null {
  const tables = compile(calendar)
  const special = tables.special.get(day)
  if (special && (special.day.legal || counting.specialDays === 'all'))
    return special.minutes.length > 0 ? null : { code: 'special', names: [special.day.name] }
  const names = holidayNames(calendar, day)
  if (names) return { code: 'holiday', names }
  const weekday = weekdayOf(day)
  const counts = counting.weekdays === 'open-days' ? weekPeriods(tables, day).length > 0 : weekday <= (counting.weekdays === 'mon-fri' ? 5 : 6)
  return counts ? null : { code: 'weekend', weekday }
}

/** The hours worked that day, every special day and holiday taken into account. */
export function periodsOn(calendar: CalendarDefinition, day: EpochDay): readonly Minutes[] {
  const tables = compile(calendar)
  const special = tables.special.get(day)
  if (special) return special.minutes
  return holidayNames(calendar, day) ? [] : weekPeriods(tables, day)
}

/** Minute of the day at which filing closes; null when the week has no hours that day. A civic day does not close the desk by law. */
export function closingMinute(calendar: CalendarDefinition, day: EpochDay, counting: Counting): number | null {
  const tables = compile(calendar)
  const special = tables.special.get(day)
  const periods = special && (special.day.legal || counting.specialDays === 'all') ? special.minutes : weekPeriods(tables, day)
  return periods.at(-1)?.to ?? null
}
