import { addBusinessMinutes, mergeSuspensions } from './business-time.ts'
import type { CalendarDefinition } from './calendar.ts'
import { addMonths, type EpochDay } from './day.ts'
import { refuseExtension, type ExtensionRefusal } from './extension.ts'
import { pausedDays, weighPauses, type DayRange, type WeighedPause } from './pauses.ts'
import type { Extension, TermEvents, TermRule } from './term.ts'
import { countingOf, filedOn } from './term-start.ts'
import { countWorkingDays, isWorkingDay, nthWorkingDayAfter, workingDaysOf, type WorkingDays } from './working-days.ts'
import { dayAt, endOfDay, zoneOf, type Millis } from './zone.ts'

/** Day and last instant of a term; both null while nothing can be said (undefined rule, open pause). */
export type Due = { dueOn: EpochDay; dueAt: Millis } | { dueOn: null; dueAt: null }
type WeighedExtension = { extension: Extension; before: Due; ignored: ExtensionRefusal | null }
/** A due date with what decided it. */
export type SettledTerm = { due: Due; amount: number | null; pauses: WeighedPause[]; days: DayRange[]; extensions: WeighedExtension[] }

const NO_DUE: Due = { dueOn: null, dueAt: null }
const NO_DAYS: readonly DayRange[] = []
const NO_PAUSES: readonly WeighedPause[] = []

/** The plain case, which is nearly every case: no pause, no extension, no proof. */
export function dueOf(rule: TermRule, receivedAt: Millis, calendar: CalendarDefinition): Due {
  return rule.amount === null ? NO_DUE : dueAfter(rule, rule.amount, receivedAt, calendar, NO_PAUSES, NO_DAYS)
}

export function settleTerm(rule: TermRule, receivedAt: Millis, calendar: CalendarDefinition, events: TermEvents = {}): SettledTerm {
  const pauses = weighPauses(rule, events.pauses ?? [], calendar)
  const days = pausedDays(rule, pauses, calendar)
  const extensions: WeighedExtension[] = []
  let amount = rule.amount
  if (amount === null) return { due: NO_DUE, amount, pauses, days, extensions }
  let due = dueAfter(rule, amount, receivedAt, calendar, pauses, days)
  const granted: Extension[] = []
  for (const extension of events.extensions ?? []) {
    const ignored = refuseExtension(rule, { dueAt: due.dueAt, extensions: granted }, extension)
    extensions.push({ extension, before: due, ignored })
    if (ignored) continue
    granted.push(extension)
    amount += extension.amount
    due = dueAfter(rule, amount, receivedAt, calendar, pauses, days)
  }
  return { due, amount, pauses, days, extensions }
}

function dueAfter(
  rule: TermRule, amount: number, receivedAt: Millis, calendar: CalendarDefinition,
  pauses: readonly WeighedPause[], days: readonly DayRange[],
): Due {
  const zone = zoneOf(calendar.timeZone)
  if (rule.unit === 'hour' || rule.unit === 'working-hour') {
    const suspensions = pauses.filter((p) => !p.ignored).map(({ pause, to }) => ({ from: pause.from, to }))
    const dueAt = rule.unit === 'hour' ? addMinutes(receivedAt, amount * 60, suspensions)
      : addBusinessMinutes(receivedAt, amount * 60, calendar, suspensions)
    return dueAt === null ? NO_DUE : { dueOn: dayAt(zone, dueAt), dueAt }
  }
  const dueOn = lastDay(rule, amount, filedOn(rule, receivedAt, calendar), workingDaysOf(calendar, countingOf(rule, calendar)), days)
  return dueOn === null ? NO_DUE : { dueOn, dueAt: endOfDay(zone, dueOn) }
}

function addMinutes(from: Millis, minutes: number, suspensions: readonly { from: Millis; to: Millis | null }[]): Millis | null {
  let left = Math.round(minutes * 60_000)
  let cursor = from
  if (left === 0) return from
  for (const pause of mergeSuspensions(suspensions)) {
    if (pause.to <= cursor) continue
    const available = Math.max(0, pause.from - cursor)
    if (available >= left) break
    if (pause.to === Infinity) return null
    left -= available
    cursor = pause.to
  }
  return cursor + left
}

function lastDay(rule: TermRule, amount: number, filed: EpochDay, working: WorkingDays, paused: readonly DayRange[]): EpochDay | null {
  if (rule.unit === 'working-day' && amount > 0) {
    return nthUnpaused(amount, rule.start === 'same-day' ? filed - 1 : filed, paused,
      (after, through) => countWorkingDays(working, after, through), (after, n) => nthWorkingDayAfter(working, after, n))
  }
  const days = rule.unit === 'month' ? addMonths(filed, amount) - filed : amount
  const after = days === 0 || (rule.start === 'same-day' && rule.unit === 'calendar-day') ? filed - 1 : filed
  // "At once" is the day of filing, or, paused on it, the day the pause ends.
  const last = nthUnpaused(Math.max(1, days), after, paused, (from, through) => Math.max(0, through - from), (from, n) => from + n)
  return last === null || rule.lastDayOff === 'stays' || rule.unit === 'working-day' ? last : nextUnpausedWorkingDay(last, working, paused)
}

/** The n-th day that counts and is not paused: jumps from pause to pause, never day by day. */
function nthUnpaused(
  n: number, after: EpochDay, paused: readonly DayRange[],
  count: (after: EpochDay, through: EpochDay) => number, nth: (after: EpochDay, n: number) => EpochDay,
): EpochDay | null {
  let left = n
  let cursor = after
  for (const { first, last } of paused) {
    if (last <= cursor) continue
    const available = count(cursor, first - 1)
    if (available >= left) break
    if (last === Infinity) return null
    left -= available
    cursor = last
  }
  return nth(cursor, left)
}

function nextUnpausedWorkingDay(day: EpochDay, working: WorkingDays, paused: readonly DayRange[]): EpochDay | null {
  if (isWorkingDay(working, day)) return day
  return nthUnpaused(1, day, paused, (after, through) => countWorkingDays(working, after, through), (after, n) => nthWorkingDayAfter(working, after, n))
}

/** Late from the first whole second after `dueAt`: what is due at 23:59:59 is in time until midnight. */
export const overdue = (dueAt: Millis, at: Millis): boolean => Math.floor(at / 1000) > Math.floor(dueAt / 1000)

/**
 * Both readings of the week (law-co.md §2: whether Saturday counts for a firm that attends on Saturdays is unsettled), to be
 * shown together where they differ; null where the rule does not depend on it.
 */
export function dueByEitherWeek(rule: TermRule, receivedAt: Millis, calendar: CalendarDefinition): { monFri: Due; monSat: Due } | null {
  if (rule.amount === null || rule.weekdays === 'open-days') return null
  const plain = calendar.saturdayCounts ? withoutSaturday(calendar) : calendar
  const monFri = dueOf(weekVariant(rule, 'mon-fri'), receivedAt, plain)
  const monSat = dueOf(weekVariant(rule, 'mon-sat'), receivedAt, plain)
  return monFri.dueAt === monSat.dueAt ? null : { monFri, monSat }
}

const weekVariant = (rule: TermRule, weekdays: TermRule['weekdays']): TermRule => (rule.weekdays === weekdays ? rule : { ...rule, weekdays })

const bare = new WeakMap<CalendarDefinition, CalendarDefinition>()

function withoutSaturday(calendar: CalendarDefinition): CalendarDefinition {
  let known = bare.get(calendar)
  if (!known) bare.set(calendar, (known = { ...calendar, saturdayCounts: false }))
  return known
}
