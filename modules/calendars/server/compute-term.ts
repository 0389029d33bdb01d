import { dayText } from '#kernel/day.ts'
import type { BodyOf } from '#kernel/endpoint.ts'
import { BadInput } from '#kernel/refusal.ts'
import { dueByEitherWeek, type Due } from '#kernel/term-due.ts'
import { computeTerm } from '#kernel/term-proof.ts'
import { dayAt, zoneOf } from '#kernel/zone.ts'
import type { Work } from '#platform/server/work.ts'
import type { ComputeTerm } from '../contract-endpoints.ts'
import { explainTerm, printTerm } from '../rules/explain-term.ts'
import { rulesOn } from '../rules/rules-on.ts'
import { readTermSettings } from './settings.ts'
import { branchCalled, calendarNames } from './store-keeping.ts'

/** When a term received at that instant is due, by the version in force that day and the branch's calendar, with its proof in words. */
export async function computeTermOf({ tx, actor }: Work, { rule: ruleId, received, branch }: BodyOf<typeof ComputeTerm>) {
  const [settings, [found], names] = await Promise.all([
    readTermSettings(tx, actor.organisationId), branch ? branchCalled(tx, actor.organisationId, branch) : [], calendarNames(tx, actor.organisationId),
  ])
  if (branch && !found) throw new BadInput([{ path: 'branch', code: 'branch-unknown-here' }])
  const calendar = settings.calendarOf(found?.id ?? '')
  const at = Date.parse(received)
  const on = dayText(dayAt(zoneOf(calendar.timeZone), at))
  const rule = rulesOn(settings.rules, on).find(({ id }) => id === ruleId)
  if (!rule) throw new BadInput([{ path: 'rule', code: 'rule-unknown' }])
  const proof = computeTerm(rule, at, calendar)
  const { receivedAt, dueOn, dueAt, filedOn, startsOn, counted } = proof
  const either = dueByEitherWeek(rule, at, calendar)
  return {
    rule: ruleId, receivedAt, dueOn, dueAt, calendar: proof.calendar, filedOn, startsOn, counted: [...counted], skipped: [...printTerm(proof, actor.language).skipped],
    explanation: explainTerm(proof, actor.language, names.get(calendar.id)),
    eitherWeek: either && { monFri: dayOf(either.monFri), monSat: dayOf(either.monSat) },
  }
}

const dayOf = ({ dueOn }: Due) => (dueOn === null ? null : dayText(dueOn))
