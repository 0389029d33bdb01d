import type { Day, Instant } from '#kernel/actor.ts'
import type { CalendarDefinition } from '#kernel/calendar.ts'
import { dayText, type DayText } from '#kernel/day.ts'
import { dayBegins, localDay } from '#kernel/local-day.ts'
import { dueOf } from '#kernel/term-due.ts'
import type { Clock, StartsFrom, TermRule } from '#kernel/term.ts'
import type { CaseFacts } from '../contract.ts'
import { chooseRules } from '../rules/choose-rules.ts'
import { rulesOn } from '../rules/rules-on.ts'
import type { TermSettings } from './settings.ts'

/** A clock that starts, with the day and instant at which it is due. */
export type StartedTerm = { rule: TermRule; calendar: CalendarDefinition; dueOn: DayText; dueAt: string }

/** Something that the company must do beside its answer, begun by an event; no term where the source leaves it to be confirmed. */
export type BegunDuty = { rule: TermRule; at: Instant; on: DayText; term: StartedTerm | null }

/** Clocks that a case starts with; other duties of law start by their own events. */
const AT_REGISTRATION: readonly Clock[] = ['acknowledgement', 'first-answer', 'final-answer']
/** Clocks of the answer, and of what is given at once with the number. */
const OF_THE_ANSWER: readonly Clock[] = [...AT_REGISTRATION, 'area-answer', 'written-record']
/** What is received is known, and held to be complete until somebody says otherwise. */
const BY_RECEPTION: readonly StartsFrom[] = ['receipt', 'knowledge', 'complete-claim']

/** Every clock that starts when a case is received: those of law by the decision order, those of contract and target by their own conditions. */
export function termsAtRegistration(settings: TermSettings, branchId: string, facts: CaseFacts, receivedAt: string): StartedTerm[] {
  const calendar = settings.calendarOf(branchId)
  return rulesFor(settings, calendar, facts, receivedAt)
    .filter((rule) => rule.party === 'company' && rule.startsFrom === 'receipt' && AT_REGISTRATION.includes(rule.clock))
    .flatMap((rule) => started(rule, calendar, receivedAt))
}

/** What rules of that day the company must do beside its answer to a case. A report of every period is no single case's. */
export const dutiesOf = (settings: TermSettings, branchId: string, facts: CaseFacts, at: Instant): TermRule[] =>
  rulesFor(settings, settings.calendarOf(branchId), facts, at).filter((rule) => rule.party === 'company' && rule.startsFrom !== 'period' && !OF_THE_ANSWER.includes(rule.clock))

/** The duties that an event begins at an instant, by the rules in force then. */
export function dutiesFrom(settings: TermSettings, branchId: string, facts: CaseFacts, events: readonly StartsFrom[], at: Instant): BegunDuty[] {
  const calendar = settings.calendarOf(branchId)
  return dutiesOf(settings, branchId, facts, at)
    .filter(({ startsFrom }) => events.includes(startsFrom))
    .map((rule) => ({ rule, at, on: localDay(calendar, at), term: started(rule, calendar, at)[0] ?? null }))
}

/** Those of a case that begin with what is known of it: that it was received, and the day on which it happened where that was said. */
export const dutiesKnown = (settings: TermSettings, branchId: string, facts: CaseFacts, { receivedAt, incidentOn }: { receivedAt: Instant; incidentOn: Day | null }): BegunDuty[] => [
  ...dutiesFrom(settings, branchId, facts, BY_RECEPTION, receivedAt),
  ...(incidentOn ? dutiesFrom(settings, branchId, facts, ['event'], dayBegins(settings.calendarOf(branchId), incidentOn)) : []),
]

/** Whether any case of the company could have a duty that begins so: by its rules, and by what it is before the law. */
export function couldBegin({ rules, decision, flags, asked }: TermSettings, event: StartsFrom): boolean {
  const open = decision.filter(({ when }) => when.length === 0 || when.some((condition) => (condition.flags ?? []).every((flag) => flags.includes(flag) || asked.flags.includes(flag))))
  return rules.some(({ startsFrom, family }) => startsFrom === event && open.some(({ families }) => families.includes(family)))
}

/** The clock of one rule from an instant, for what began before its source gave a term; null where the rule is not in force that day. */
export function termFrom(settings: TermSettings, branchId: string, rule: TermRule, at: Instant): StartedTerm | null {
  const calendar = settings.calendarOf(branchId)
  return (rulesOn([rule], localDay(calendar, at)).length > 0 && started(rule, calendar, at)[0]) || null
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
  const on = localDay(calendar, at)
  const rules = inForce(settings.rules, on)
  const chosen = new Set(chooseRules({ decision: settings.decision, terms: rules }, own, on).rules)
  return rules.filter(({ id }) => chosen.has(id))
}

/** Of the rules that were read, those of the day that was asked last: nearly every case is of today. */
const lastAsked = new WeakMap<readonly TermRule[], { on: DayText; rules: readonly TermRule[] }>()

function inForce(versions: readonly TermRule[], on: DayText): readonly TermRule[] {
  const last = lastAsked.get(versions)
  if (last?.on === on) return last.rules
  const rules = rulesOn(versions, on)
  lastAsked.set(versions, { on, rules })
  return rules
}

function started(rule: TermRule, calendar: CalendarDefinition, at: string): StartedTerm[] {
  const due = dueOf(rule, Date.parse(at), calendar)
  // A rule whose source leaves the term undefined starts no clock: it is shown as "sin definir".
  if (due.dueOn === null) return []
  return [{ rule, calendar, dueOn: dayText(due.dueOn), dueAt: new Date(due.dueAt).toISOString() }]
}
