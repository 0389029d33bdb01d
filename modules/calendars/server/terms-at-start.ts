import type { CalendarDefinition } from '#kernel/calendar.ts'
import { dayText, type DayText } from '#kernel/day.ts'
import { dueOf } from '#kernel/term-due.ts'
import type { Clock, TermRule } from '#kernel/term.ts'
import { dayAt, zoneOf } from '#kernel/zone.ts'
import type { CaseFacts } from '../contract.ts'
import { chooseRules } from '../rules/choose-rules.ts'
import { rulesOn } from '../rules/rules-on.ts'
import type { TermSettings } from './settings.ts'

/** A clock that starts, with the day and instant at which it is due. */
export type StartedTerm = { rule: TermRule; calendar: CalendarDefinition; dueOn: DayText; dueAt: string }

/** Clocks that a case starts with; other duties of law start by their own events. */
const AT_REGISTRATION: readonly Clock[] = ['acknowledgement', 'first-answer', 'final-answer']

/** Every clock that starts when a case is received: those of law by the decision order, those of contract and target by their own conditions. */
export function termsAtRegistration(settings: TermSettings, branchId: string, facts: CaseFacts, receivedAt: string): StartedTerm[] {
  const calendar = settings.calendarOf(branchId)
  return rulesFor(settings, calendar, facts, receivedAt)
    .filter((rule) => rule.party === 'company' && rule.startsFrom === 'receipt' && AT_REGISTRATION.includes(rule.clock))
    .flatMap((rule) => started(rule, calendar, receivedAt))
}

/** The clock of an area that is asked, by the target that fits the case. */
export function areaTerm(settings: TermSettings, branchId: string, facts: CaseFacts, askedAt: string): StartedTerm | null {
  const calendar = settings.calendarOf(branchId)
  const terms = rulesFor(settings, calendar, facts, askedAt)
    .filter(({ clock }) => clock === 'area-answer')
    .flatMap((rule) => started(rule, calendar, askedAt))
  return terms.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0] ?? null
}

function rulesFor(settings: TermSettings, calendar: CalendarDefinition, facts: CaseFacts, at: string): TermRule[] {
  const own: CaseFacts = { ...facts, flags: [...facts.flags, ...settings.flags] }
  const on = dayText(dayAt(zoneOf(calendar.timeZone), Date.parse(at)))
  const rules = rulesOn(settings.rules, on)
  const chosen = new Set(chooseRules({ decision: settings.decision, terms: rules }, own, on).rules)
  return rules.filter(({ id }) => chosen.has(id))
}

function started(rule: TermRule, calendar: CalendarDefinition, at: string): StartedTerm[] {
  const due = dueOf(rule, Date.parse(at), calendar)
  // A rule whose source leaves the term undefined starts no clock: it is shown as "sin definir".
  if (due.dueOn === null) return []
  return [{ rule, calendar, dueOn: dayText(due.dueOn), dueAt: new Date(due.dueAt).toISOString() }]
}
