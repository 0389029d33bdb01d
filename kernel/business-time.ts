import { periodsOn, type CalendarDefinition } from './calendar.ts'
import { epochDayOf, yearOf, type EpochDay } from './day.ts'
import { dayAt, instantOf, zoneOf, type Millis } from './zone.ts'

/** Time that does not count, half-open; `to` null: still so. */
export type Suspension = { from: Millis; to: Millis | null }

/** A year's working periods as instants, ascending; `before[i]` is the working ms of the year ahead of period i, its last entry the year's. */
type BusinessYear = { open: Float64Array; close: Float64Array; before: Float64Array }

const tables = new WeakMap<CalendarDefinition, Map<number, BusinessYear>>()

function businessYear(calendar: CalendarDefinition, year: number): BusinessYear {
  let ofCalendar = tables.get(calendar)
  if (!ofCalendar) tables.set(calendar, (ofCalendar = new Map()))
  let known = ofCalendar.get(year)
  if (!known) ofCalendar.set(year, (known = buildYear(calendar, year)))
  return known
}

function buildYear(calendar: CalendarDefinition, year: number): BusinessYear {
  const zone = zoneOf(calendar.timeZone)
  const open: number[] = []
  const close: number[] = []
  const before = [0]
  const end = epochDayOf(year + 1, 1, 1)
  for (let day = epochDayOf(year, 1, 1); day < end; day++) {
    for (const { from, to } of periodsOn(calendar, day)) {
      const opens = instantOf(zone, day, from * 60_000)
      const closes = instantOf(zone, day, to * 60_000)
      if (closes <= opens) continue // swallowed by a clock that jumps
      open.push(opens)
      close.push(closes)
      before.push(before.at(-1)! + closes - opens)
    }
  }
  return { open: Float64Array.from(open), close: Float64Array.from(close), before: Float64Array.from(before) }
}

/** How many of the ascending values are ≤ x. */
function countUpTo(values: Float64Array, x: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! <= x) low = middle + 1
    else high = middle
  }
  return low
}

const yearAt = (calendar: CalendarDefinition, at: Millis) => yearOf(dayAt(zoneOf(calendar.timeZone), at))
const yearTotal = (table: BusinessYear) => table.before[table.before.length - 1]!

/** Working ms from the year's beginning to `at`. */
function elapsedInYear(table: BusinessYear, at: Millis): number {
  const opened = countUpTo(table.open, at)
  if (opened === 0) return 0
  return table.before[opened - 1]! + Math.min(at, table.close[opened - 1]!) - table.open[opened - 1]!
}

function unsuspendedMillis(calendar: CalendarDefinition, a: Millis, b: Millis): number {
  const from = yearAt(calendar, a)
  const to = yearAt(calendar, b)
  let sum = -elapsedInYear(businessYear(calendar, from), a)
  for (let year = from; year < to; year++) sum += yearTotal(businessYear(calendar, year))
  return sum + elapsedInYear(businessYear(calendar, to), b)
}

/** Overlapping suspensions become one; ascending. An open one reaches to Infinity. */
export function mergeSuspensions(suspensions: readonly Suspension[]): { from: Millis; to: Millis }[] {
  const merged: { from: Millis; to: Millis }[] = []
  for (const { from, to } of [...suspensions].sort((a, b) => a.from - b.from)) {
    const end = to ?? Infinity
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, end)
    else if (end > from) merged.push({ from, to: end })
  }
  return merged
}

/**
 * Working minutes in [a, b) less the suspensions (metrics.md §1), exact to the millisecond, hence maybe fractional.
 * Throws RangeError when b is before a: the data are wrong.
 */
export function businessMinutes(a: Millis, b: Millis, calendar: CalendarDefinition, suspensions: readonly Suspension[] = []): number {
  if (b < a) throw new RangeError('the end is before the beginning')
  let sum = unsuspendedMillis(calendar, a, b)
  for (const { from, to } of mergeSuspensions(suspensions)) {
    const start = Math.max(a, from)
    const end = Math.min(b, to)
    if (end > start) sum -= unsuspendedMillis(calendar, start, end)
  }
  return sum / 60_000
}

type Stretch = { from: Millis; to: Millis }

/** The stretches of [a, b) on one day in which work went on, suspensions apart. */
export function workedOn(day: EpochDay, a: Millis, b: Millis, calendar: CalendarDefinition, suspensions: readonly Suspension[] = []): Stretch[] {
  const zone = zoneOf(calendar.timeZone)
  const open = periodsOn(calendar, day).map(({ from, to }) => ({ from: Math.max(a, instantOf(zone, day, from * 60_000)), to: Math.min(b, instantOf(zone, day, to * 60_000)) }))
  const halts = mergeSuspensions(suspensions)
  return open.flatMap((stretch) => halts.reduce((left, halt) => left.flatMap((one) => without(one, halt)), [stretch])).filter(({ from, to }) => from < to)
}

const without = ({ from, to }: Stretch, halt: Stretch): Stretch[] =>
  halt.to <= from || halt.from >= to ? [{ from, to }] : [{ from, to: Math.min(to, halt.from) }, { from: Math.max(from, halt.to), to }]

/**
 * Where the working time elapsed since the beginning of `year` is `target`: all the closed time between two periods has
 * the same, and `edge` says which end of it is meant, the closing or the next opening.
 */
function seek(calendar: CalendarDefinition, year: number, target: number, edge: 'close' | 'open'): Millis {
  let empty = 0
  let table = businessYear(calendar, year)
  const beyond = (t: BusinessYear) => (edge === 'close' ? target > yearTotal(t) : target >= yearTotal(t))
  while (target < 0) {
    table = businessYear(calendar, --year)
    target += yearTotal(table)
    empty = refuseEmpty(calendar, table, empty)
  }
  while (beyond(table)) {
    target -= yearTotal(table)
    table = businessYear(calendar, ++year)
    empty = refuseEmpty(calendar, table, empty)
  }
  const i = edge === 'open' ? countUpTo(table.before, target) - 1 : countBelow(table.before, target) - 1
  return table.open[i]! + target - table.before[i]!
}

function countBelow(values: Float64Array, x: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < x) low = middle + 1
    else high = middle
  }
  return low
}

function refuseEmpty(calendar: CalendarDefinition, table: BusinessYear, before: number): number {
  const empty = yearTotal(table) === 0 ? before + 1 : 0
  if (empty > 100) throw new RangeError(`calendar ${calendar.id} has no working hours`)
  return empty
}

function advance(calendar: CalendarDefinition, from: Millis, ms: number, edge: 'close' | 'open'): Millis {
  const year = yearAt(calendar, from)
  return seek(calendar, year, elapsedInYear(businessYear(calendar, year), from) + ms, edge)
}

/**
 * The first instant by which `minutes` of working time have passed since `a`, suspensions apart: the closing of a period
 * rather than the next opening. `a` itself for 0. Null while an open suspension holds the clock.
 */
export function addBusinessMinutes(
  a: Millis, minutes: number, calendar: CalendarDefinition, suspensions: readonly Suspension[] = [],
): Millis | null {
  let left = Math.round(minutes * 60_000)
  let cursor = a
  if (left <= 0) return a
  for (const { from, to } of mergeSuspensions(suspensions)) {
    if (to <= cursor) continue
    const available = from > cursor ? unsuspendedMillis(calendar, cursor, from) : 0
    if (available >= left) break
    if (to === Infinity) return null
    left -= available
    cursor = to
  }
  return advance(calendar, cursor, left, 'close')
}

/** The last instant from which `minutes` of working time remain until `b`: an opening rather than the closing before. */
export const subtractBusinessMinutes = (b: Millis, minutes: number, calendar: CalendarDefinition): Millis =>
  minutes <= 0 ? b : advance(calendar, b, -Math.round(minutes * 60_000), 'open')

/** The instant itself when at work, else the next opening, once `minutes` more have been worked. Never a closing. */
export const workingInstantAfter = (at: Millis, minutes: number, calendar: CalendarDefinition): Millis =>
  advance(calendar, at, Math.round(minutes * 60_000), 'open')

export const atWork = (at: Millis, calendar: CalendarDefinition): boolean => workingInstantAfter(at, 0, calendar) === at
