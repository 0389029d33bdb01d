import type { CalendarDefinition } from '#kernel/calendar.ts'
import { dayText, epochDay } from '#kernel/day.ts'
import { settleTerm } from '#kernel/term-due.ts'
import { countingOf } from '#kernel/term-start.ts'
import type { TermEvents, TermRule } from '#kernel/term.ts'
import { isWorkingDay, workingDaysOf } from '#kernel/working-days.ts'
import { dayAt, zoneOf } from '#kernel/zone.ts'

/** What decides a date: a version of a rule and one of a calendar. */
export type Basis = { rule: TermRule; calendar: CalendarDefinition }
type Due = { dueOn: string; dueAt: string }
/**
 * What another version does to a term. `same`: the date stays, the version is taken. `held`: an open pause holds it, and the version is
 * taken. `kept`: it goes on by the versions it had, because the customer was told its date and the new one is later (decision 0009), an
 * extension that they were told of would be void, or the new version is not in force for the day it was received.
 */
export type Move =
  | { outcome: 'earlier' | 'later' | 'same'; due: Due }
  | { outcome: 'held'; due: null }
  | { outcome: 'kept'; why: 'told' | 'extension' | 'rule' }

/** `told`: the customer has its date in their acknowledgement. */
export function weighMove(now: Basis, next: Basis, term: { receivedAt: string; dueOn: string; dueAt: string; told: boolean }, events: TermEvents): Move {
  const received = Date.parse(term.receivedAt)
  if (next.rule.amount === null || !inForce(next, received)) return { outcome: 'kept', why: 'rule' }
  const settled = settleTerm(next.rule, received, next.calendar, events)
  if (voids(settleTerm(now.rule, received, now.calendar, events), settled)) return { outcome: 'kept', why: 'extension' }
  const { dueOn, dueAt } = settled.due
  if (dueOn === null) return { outcome: 'held', due: null }
  const before = Date.parse(term.dueAt)
  if (term.told && dueAt > before && isWorkingDay(workingDaysOf(next.calendar, countingOf(next.rule, next.calendar)), epochDay(term.dueOn))) return { outcome: 'kept', why: 'told' }
  return { outcome: dueAt < before ? 'earlier' : dueAt > before ? 'later' : 'same', due: { dueOn: dayText(dueOn), dueAt: new Date(dueAt).toISOString() } }
}

type Settled = ReturnType<typeof settleTerm>
/** Whether something that counted would count no more. */
const voids = (now: Settled, next: Settled): boolean =>
  next.extensions.some(({ ignored }, i) => ignored && !now.extensions[i]?.ignored) || next.pauses.some(({ ignored }, i) => ignored && !now.pauses[i]?.ignored)

function inForce({ rule: { since, until }, calendar }: Basis, received: number): boolean {
  const on = dayText(dayAt(zoneOf(calendar.timeZone), received))
  return (since === undefined || on >= since) && (until === undefined || on <= until)
}
