import type { CalendarDefinition } from './calendar.ts'
import { addMonths, type EpochDay } from './day.ts'
import type { Pause, SuspensionCause, TermRule } from './term.ts'
import { countingOf } from './term-start.ts'
import { nthWorkingDayAfter, workingDaysOf } from './working-days.ts'
import { dayAt, endOfDay, zoneOf, type Millis } from './zone.ts'

export type PauseRefusal = 'pause-cause-not-allowed' | 'pause-times-exhausted' | 'pause-already-open' | 'pause-too-late'

/** A pause with its cap applied; `ignored`: the rule does not know it, so the clock ran on. */
export type WeighedPause = { pause: Pause; to: Millis | null; capped: boolean; ignored: PauseRefusal | null }
/** Whole days that a pause takes out, both ends included; `last` may be Infinity. */
export type DayRange = { first: EpochDay; last: EpochDay; cause: string }

function lastDayOf(cause: SuspensionCause, pause: Pause, rule: TermRule, calendar: CalendarDefinition): EpochDay | null {
  if (!cause.cap) return null
  const from = dayAt(zoneOf(calendar.timeZone), pause.from)
  const amount = cause.cap.amount * (1 + Math.min(pause.renewals ?? 0, cause.renewals))
  if (cause.cap.unit === 'month') return addMonths(from, amount)
  return cause.cap.unit === 'calendar-day' ? from + amount : nthWorkingDayAfter(workingDaysOf(calendar, countingOf(rule, calendar)), from, amount)
}

/** Which pauses stop the clock, and until when at most. */
export function weighPauses(rule: TermRule, pauses: readonly Pause[], calendar: CalendarDefinition): WeighedPause[] {
  const used = new Map<string, number>()
  return [...pauses].sort((a, b) => a.from - b.from).map((pause) => {
    const cause = rule.suspension?.causes.find((c) => c.cause === pause.cause)
    if (!cause) return { pause, to: pause.to, capped: false, ignored: 'pause-cause-not-allowed' }
    const before = used.get(pause.cause) ?? 0
    if (cause.times !== null && before >= cause.times) return { pause, to: pause.to, capped: false, ignored: 'pause-times-exhausted' }
    used.set(pause.cause, before + 1)
    const lastDay = lastDayOf(cause, pause, rule, calendar)
    const cap = lastDay === null ? Infinity : endOfDay(zoneOf(calendar.timeZone), lastDay)
    return pause.to === null || pause.to > cap
      ? { pause, to: cap === Infinity ? null : cap, capped: cap !== Infinity, ignored: null }
      : { pause, to: pause.to, capped: false, ignored: null }
  })
}

/**
 * The days that pauses take out of a term counted in days. The day a pause begins is given back whole, so that a term paused on its
 * last day does not come back overdue; the day it ends counts again, or not yet, as the rule says.
 */
export function pausedDays(rule: TermRule, weighed: readonly WeighedPause[], calendar: CalendarDefinition): DayRange[] {
  const zone = zoneOf(calendar.timeZone)
  const shift = rule.suspension?.resumes === 'next-day' ? 0 : 1
  const ranges: DayRange[] = []
  for (const { pause, to, ignored } of weighed) {
    if (ignored) continue
    const range = { first: dayAt(zone, pause.from), last: to === null ? Infinity : dayAt(zone, to) - shift, cause: pause.cause }
    const previous = ranges.at(-1)
    if (range.last < range.first) continue
    if (previous && range.first <= previous.last) {
      if (range.last > previous.last) ranges.push({ ...range, first: previous.last + 1 })
    } else ranges.push(range)
  }
  return ranges
}

/** Why this term may not be paused for that cause at that instant; null when it may. `dueAt` null: it is paused already. */
export function refusePause(
  rule: TermRule, term: { dueAt: Millis | null; pauses: readonly Pause[] }, asked: { cause: string; at: Millis },
): PauseRefusal | null {
  const cause = rule.suspension?.causes.find((c) => c.cause === asked.cause)
  if (!cause) return 'pause-cause-not-allowed'
  if (term.pauses.some((pause) => pause.to === null || pause.to > asked.at)) return 'pause-already-open'
  if (cause.times !== null && term.pauses.filter((pause) => pause.cause === asked.cause).length >= cause.times) return 'pause-times-exhausted'
  // What is due already cannot be paused away.
  if (term.dueAt !== null && asked.at >= term.dueAt) return 'pause-too-late'
  return null
}
