import type { Language } from '#kernel/actor.ts'
import { dayBegins } from '#kernel/local-day.ts'
import { computeTerm } from '#kernel/term-proof.ts'
import { sourceIn, type TermRule } from '#kernel/term.ts'
import { dutiesOf, termFrom, type TermSettings } from '#modules/calendars/public.ts'
import { explainRule, explainTerm } from '#modules/calendars/rules/explain-term.ts'
import type { Work } from '#platform/server/work.ts'
import type { Duty } from '../contract-duties.ts'
import { isMiscounted, isSayable, stands } from '../rules/duties.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { factsOf } from '../rules/term-facts.ts'
import type { BegunDutyRow } from './store-duties.ts'
import type { SheetRow } from './store-sheet.ts'

type Of = { work: Pick<Work, 'actor' | 'now'>; settings: TermSettings; sheet: SheetRow }

/** The duties of a case: those that have begun, and while it is worked on those whose event is awaited. */
export function dutiesTold(begun: readonly BegunDutyRow[], of: Of): Duty[] {
  const { settings, sheet, work: { actor: { language } } } = of
  return [...begun.map((row) => begunTold(row, settings, sheet, language)), ...(refuseWork(sheet) ? [] : awaited(begun, of))]
}

function begunTold({ rule, came, ...row }: BegunDutyRow, settings: TermSettings, { branch, incidentOn }: SheetRow, language: Language): Duty {
  const calendar = settings.calendarOf(branch.id)
  const state = row.end ? 'ended' : row.termId ? 'running' : 'unconfirmed'
  // Where a clock runs its own proof tells it; where none does, the rule says why.
  const sentences = row.termId ? explainRule(rule, language) : explainTerm(computeTerm(rule, Date.parse(dayBegins(calendar, row.happenedOn)), calendar), language)
  const miscounted = isMiscounted({ outcome: row.end?.outcome ?? null, startsFrom: rule.startsFrom, came, happenedOn: row.happenedOn }, incidentOn)
  const putRight = miscounted ? { on: incidentOn, dueOn: termFrom(settings, branch.id, rule, dayBegins(calendar, incidentOn))?.dueOn ?? null } : null
  return { ...row, ...named(rule, language), state, putRight, sentences }
}

function awaited(begun: readonly BegunDutyRow[], { work: { actor: { language }, now }, settings, sheet }: Of): Duty[] {
  const taken = new Set(begun.filter(({ end }) => stands({ outcome: end?.outcome ?? null })).map(({ rule }) => rule.id))
  const facts = factsOf(sheet.kind, sheet.channel, sheet.termFacts, { customerId: sheet.customer?.id ?? null, segment: sheet.segment, productId: sheet.productId })
  return dutiesOf(settings, sheet.branch.id, facts, now)
    .filter(({ id, startsFrom }) => !taken.has(id) && isSayable(startsFrom))
    .map((rule) => ({ id: null, ...named(rule, language), state: 'awaited', happenedOn: null, note: '', termId: null, end: null, takenBack: [], putRight: null, sentences: explainRule(rule, language) }))
}

const named = ({ id, version, name, clock, source, startsFrom }: TermRule, language: Language) => ({ rule: id, ruleVersion: version, name: name[language], clock, source: sourceIn(source, language), event: startsFrom })
