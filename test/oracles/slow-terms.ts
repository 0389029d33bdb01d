import type { CalendarDefinition, Period } from '#kernel/calendar.ts'
import type { Pause, TermRule } from '#kernel/term.ts'

/*
 * Terms and business time the slow way: a day at a time on text dates, a minute at a time on the clock. It shares no code with
 * the kernel (only its data types), so that the two can be set against each other. Whole minutes only, and zones whose offsets
 * change at half hours and differ by quarters.
 */

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const HALF_HOUR = 30 * MINUTE
const DAY = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, Map<number, number>>()

/** Offset in ms, read off the wall clock that Intl shows at that half hour. */
function offset(zone: string, at: number): number {
  let known = offsets.get(zone)
  if (!known) offsets.set(zone, (known = new Map()))
  const half = Math.floor(at / HALF_HOUR)
  let value = known.get(half)
  if (value === undefined) {
    let format = formats.get(zone)
    if (!format) formats.set(zone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })))
    value = Date.parse(format.format(half * HALF_HOUR).replace(' ', 'T') + 'Z') - half * HALF_HOUR
    known.set(half, value)
  }
  return value
}

const wall = (zone: string, at: number): string => new Date(at + offset(zone, at)).toISOString()
const dateAt = (zone: string, at: number): string => wall(zone, at).slice(0, 10)

const following = new Map<string, string>()
const later = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Remembered only because making the text of a date is what takes the time here. */
function nextDate(date: string): string {
  let next = following.get(date)
  if (!next) following.set(date, (next = later(date, 1)))
  return next
}

const isoWeekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7

/** The last second of a date: stepping by quarters from its evening until the date has turned. */
function lastSecondOf(zone: string, date: string): number {
  const noon = Date.parse(`${date}T12:00:00Z`)
  let at = noon - offset(zone, noon) + 9 * 3_600_000
  while (dateAt(zone, at) <= date) at += QUARTER
  return at - 1000
}

/** Easter by Gauss. */
function easter(year: number): string {
  const k = Math.floor(year / 100)
  const p = Math.floor((13 + 8 * k) / 25)
  const m = (15 - p + k - Math.floor(k / 4)) % 30
  const n = (4 + k - Math.floor(k / 4)) % 7
  const d = (19 * (year % 19) + m) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7
  const march = d === 29 && e === 6 ? 50 : d === 28 && e === 6 && (11 * m + 11) % 30 < 19 ? 49 : 22 + d + e
  return later(`${year}-03-01`, march - 1)
}

const feasts = new WeakMap<CalendarDefinition, Set<string>>()

/** Every kept day of a few decades, written out; Mondays found by walking to them. */
function holidayDates(calendar: CalendarDefinition): Set<string> {
  const dates = new Set<string>()
  for (const { date: kept, since, until } of calendar.holidays) {
    for (let year = 2015; year <= 2035; year++) {
      let date = kept.kind === 'easter' ? later(easter(year), kept.days)
        : `${year}-${String(kept.month).padStart(2, '0')}-${String(kept.day).padStart(2, '0')}`
      if (kept.kind === 'next-monday' || (kept.kind === 'easter' && kept.toMonday)) while (isoWeekday(date) !== 1) date = nextDate(date)
      if ((!since || date >= since) && (!until || date <= until)) dates.add(date)
    }
  }
  return dates
}

function isHoliday(calendar: CalendarDefinition, date: string): boolean {
  let known = feasts.get(calendar)
  if (!known) feasts.set(calendar, (known = holidayDates(calendar)))
  return known.has(date)
}

function weekPeriods(calendar: CalendarDefinition, date: string): readonly Period[] {
  let week = calendar.week
  for (const later of calendar.laterWeeks ?? []) if (later.since <= date) week = later.week
  return week[isoWeekday(date) - 1]!
}

const counts = new WeakMap<CalendarDefinition, Map<string, boolean>>()

function counted(rule: TermRule, calendar: CalendarDefinition, date: string): boolean {
  let known = counts.get(calendar)
  if (!known) counts.set(calendar, (known = new Map()))
  const key = `${date} ${rule.layer === 'internal'} ${rule.layer === 'law'} ${rule.weekdays}`
  let answer = known.get(key)
  if (answer === undefined) known.set(key, (answer = countsByItself(rule, calendar, date)))
  return answer
}

function countsByItself(rule: TermRule, calendar: CalendarDefinition, date: string): boolean {
  const special = calendar.specialDays.find((day) => day.date === date && (day.legal || rule.layer === 'internal'))
  if (special) return special.periods.length > 0
  if (isHoliday(calendar, date)) return false
  if (rule.weekdays === 'open-days') return weekPeriods(calendar, date).length > 0
  const saturday = rule.weekdays === 'mon-sat' || (calendar.saturdayCounts && rule.layer === 'law')
  return isoWeekday(date) < 6 || (isoWeekday(date) === 6 && saturday === true)
}

function closed(rule: TermRule, calendar: CalendarDefinition, date: string, at: number): boolean {
  const special = calendar.specialDays.find((day) => day.date === date && (day.legal || rule.layer === 'internal'))
  const closing = (special?.periods ?? weekPeriods(calendar, date)).map(({ to }) => to).sort().at(-1)
  return closing !== undefined && wall(calendar.timeZone, at).slice(11, 16) >= closing
}

function sameDayOfMonth(date: string, months: number): string {
  const month0 = Number(date.slice(5, 7)) - 1 + months
  const first = new Date(Date.UTC(Number(date.slice(0, 4)), month0, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(Number(date.slice(8, 10)), last))).toISOString().slice(0, 10)
}

/** Only pauses whose cause the rule allows, without cap; the day a pause ends is out too where the rule resumes the day after. */
function paused(rule: TermRule, zone: string, pauses: readonly Pause[], date: string): boolean {
  return pauses.some(({ cause, from, to }) => rule.suspension?.causes.some((c) => c.cause === cause)
    && dateAt(zone, from) <= date
    && (to === null || date < dateAt(zone, to) || (rule.suspension.resumes === 'next-day' && date === dateAt(zone, to))))
}

/** The due date of a term counted in days or months; `extra` is what granted extensions add. */
export function slowDue(rule: TermRule, receivedAt: number, calendar: CalendarDefinition, pauses: readonly Pause[] = [], extra = 0): { dueOn: string; dueAt: number } {
  const zone = calendar.timeZone
  const amount = rule.amount! + extra
  let filed = dateAt(zone, receivedAt)
  if (rule.afterHours === 'next-business-day' && (!counted(rule, calendar, filed) || closed(rule, calendar, filed, receivedAt)))
    do filed = nextDate(filed); while (!counted(rule, calendar, filed))

  let left = amount
  if (left === 0) while (paused(rule, zone, pauses, filed)) filed = nextDate(filed)
  if (rule.unit === 'month') left = Math.round((Date.parse(sameDayOfMonth(filed, amount)) - Date.parse(filed)) / DAY)
  let date = filed
  if (left > 0 && rule.start === 'same-day' && rule.unit !== 'month') date = later(date, -1)
  while (left > 0) {
    date = nextDate(date)
    if (paused(rule, zone, pauses, date)) continue
    if (rule.unit !== 'working-day' || counted(rule, calendar, date)) left--
  }
  if (rule.unit !== 'working-day' && rule.lastDayOff === 'next-working-day' && !counted(rule, calendar, date))
    do date = nextDate(date); while (!counted(rule, calendar, date) || paused(rule, zone, pauses, date))
  return { dueOn: date, dueAt: lastSecondOf(zone, date) }
}

const hours = new WeakMap<CalendarDefinition, Map<number, [number, number][]>>()
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The periods of a day, as minutes; days are numbered from 1970. */
function periods(calendar: CalendarDefinition, day: number): [number, number][] {
  let known = hours.get(calendar)
  if (!known) hours.set(calendar, (known = new Map()))
  let answer = known.get(day)
  if (!answer) {
    const date = new Date(day * DAY).toISOString().slice(0, 10)
    const special = calendar.specialDays.find((special) => special.date === date)
    const open = special?.periods ?? (isHoliday(calendar, date) ? [] : weekPeriods(calendar, date))
    known.set(day, (answer = open.map(({ from, to }) => [minutes(from), minutes(to)])))
  }
  return answer
}

/** Whether the minute that begins at `at` is worked. Hours during which clocks change are no part of any period here. */
function worked(calendar: CalendarDefinition, at: number): boolean {
  const local = at + offset(calendar.timeZone, at)
  const day = Math.floor(local / DAY)
  const minute = Math.floor((local - day * DAY) / MINUTE)
  return periods(calendar, day).some(([from, to]) => from <= minute && minute < to)
}

/** Working minutes of [a, b), one by one. */
export function slowBusinessMinutes(a: number, b: number, calendar: CalendarDefinition, pauses: readonly { from: number; to: number | null }[] = []): number {
  let minutes = 0
  for (let at = a; at < b; at += MINUTE)
    if (worked(calendar, at) && !pauses.some(({ from, to }) => at >= from && (to === null || at < to))) minutes++
  return minutes
}

/** The end of the minute by which so many have been worked. */
export function slowAddBusinessMinutes(a: number, minutes: number, calendar: CalendarDefinition, pauses: readonly { from: number; to: number | null }[] = []): number {
  let at = a
  for (let left = minutes; left > 0; at += MINUTE)
    if (worked(calendar, at) && !pauses.some(({ from, to }) => at >= from && (to === null || at < to))) left--
  return at
}
