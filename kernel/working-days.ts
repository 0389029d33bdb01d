import { dayOff, type CalendarDefinition, type Counting, type Weekdays } from './calendar.ts'
import { epochDayOf, yearOf, type EpochDay } from './day.ts'
import { dayAt, endOfDay, zoneOf } from './zone.ts'

/** Days that count under one calendar and one way of counting, tabled by year as they are asked for. */
export type WorkingDays = { calendar: CalendarDefinition; counting: Counting; years: Map<number, WorkingYear> }
/** `rank[i]`: working days from 1 January to day `i` of the year, both included. `days[k]`: the day of the year of the k-th. */
type WorkingYear = { first: EpochDay; rank: Uint16Array; days: Uint16Array }

const tables = new WeakMap<CalendarDefinition, (WorkingDays | undefined)[]>()
const SLOT: Record<Weekdays, number> = { 'mon-fri': 0, 'mon-sat': 2, 'open-days': 4 }

export function workingDaysOf(calendar: CalendarDefinition, counting: Counting): WorkingDays {
  let ofCalendar = tables.get(calendar)
  if (!ofCalendar) tables.set(calendar, (ofCalendar = []))
  const slot = SLOT[counting.weekdays] + (counting.specialDays === 'all' ? 1 : 0)
  return (ofCalendar[slot] ??= { calendar, counting, years: new Map() })
}

function workingYear(working: WorkingDays, year: number): WorkingYear {
  let known = working.years.get(year)
  if (known) return known
  const first = epochDayOf(year, 1, 1)
  const length = epochDayOf(year + 1, 1, 1) - first
  const rank = new Uint16Array(length)
  const days: number[] = []
  for (let i = 0; i < length; i++) {
    if (dayOff(working.calendar, first + i, working.counting) === null) days.push(i)
    rank[i] = days.length
  }
  working.years.set(year, (known = { first, rank, days: Uint16Array.from(days) }))
  return known
}

export const isWorkingDay = ({ calendar, counting }: WorkingDays, day: EpochDay): boolean => dayOff(calendar, day, counting) === null

/**
 * The n-th working day after `day` (n ≥ 1), by its rank in the year: a step per year crossed, none per day.
 * Throws RangeError where a calendar has no working day in a hundred years.
 */
export function nthWorkingDayAfter(working: WorkingDays, day: EpochDay, n: number): EpochDay {
  let year = yearOf(day)
  let table = workingYear(working, year)
  let index = table.rank[day - table.first]! + n - 1
  let empty = 0
  while (index >= table.days.length) {
    index -= table.days.length
    empty = table.days.length === 0 ? empty + 1 : 0
    if (empty > 100) throw new RangeError(`calendar ${working.calendar.id} has no working days`)
    table = workingYear(working, ++year)
  }
  return table.first + table.days[index]!
}

/** When the next day on which people work ends, where the calendar is kept. */
export function nextDayEnds(calendar: CalendarDefinition, now: string): string {
  const zone = zoneOf(calendar.timeZone)
  const working = workingDaysOf(calendar, { weekdays: 'open-days', specialDays: 'all' })
  return new Date(endOfDay(zone, nthWorkingDayAfter(working, dayAt(zone, Date.parse(now)), 1))).toISOString()
}

/** Working days in (after, through]. */
export function countWorkingDays(working: WorkingDays, after: EpochDay, through: EpochDay): number {
  if (through <= after) return 0
  const from = yearOf(after)
  const to = yearOf(through)
  const firstTable = workingYear(working, from)
  let count = -firstTable.rank[after - firstTable.first]!
  for (let year = from; year < to; year++) count += workingYear(working, year).days.length
  const lastTable = workingYear(working, to)
  return count + lastTable.rank[through - lastTable.first]!
}
