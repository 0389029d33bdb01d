import type { Instant } from '#kernel/actor.ts'
import type { BodyOf } from '#kernel/endpoint.ts'
import { dayBegins, localDay } from '#kernel/local-day.ts'
import { BadInput, refuseIf } from '#kernel/refusal.ts'
import type { CaseFacts } from '#modules/calendars/contract.ts'
import { dutiesFrom, dutiesKnown, readTermSettings, type BegunDuty, type TermSettings } from '#modules/calendars/public.ts'
import type { Work } from '#platform/server/work.ts'
import type { BeginDuties } from '../contract-duties.ts'
import { FOLLOWS, isOpen, refuseBeginning, stands } from '../rules/duties.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { factsNow } from './start-terms.ts'
import { saveGoverning } from './store-case.ts'
import { endDuty, insertDuties, newDuty, readDuties, type NewDuty } from './store-duties.ts'
import { insertTerms } from './store-registration.ts'
import { happened, lockCase, refuseUnlessMay, type TheCase } from './the-case.ts'

/** Says on which day something happened that begins what the company must do beside its answer; every duty of that event begins. */
export async function beginDuties(work: Work, number: string, { event, on, note }: BodyOf<typeof BeginDuties>) {
  const theCase = await lockCase(work, number)
  const { tx, actor, now } = work
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(refuseWork(theCase))
  const settings = await readTermSettings(tx, actor.organisationId)
  const calendar = settings.calendarOf(theCase.branchId)
  const impossible = refuseBeginning({ event, on, today: localDay(calendar, now), receivedOn: localDay(calendar, theCase.receivedAt), incidentOn: theCase.incidentOn })
  if (impossible) throw new BadInput([{ path: 'on', code: impossible }])
  const owed = dutiesFrom(settings, theCase.branchId, await factsNow(work, theCase), [event], dayBegins(calendar, on))
  refuseIf(owed.length === 0 ? 'duty-not-owed' : null)
  const kept = await readDuties(tx, actor.organisationId, theCase.id)
  const taken = new Set(kept.filter(stands).map(({ ruleId }) => ruleId))
  const begun = begin(work, theCase.id, owed.filter(({ rule }) => !taken.has(rule.id)), note)
  refuseIf(begun.length === 0 ? 'duty-begun-already' : null)
  if (event === 'event' && theCase.incidentOn === null)
    void tx`update cases set incident_on = ${on} where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  saveGoverning(work, theCase.id)
  const duties = begun.map(noted)
  return { ...happened(work, theCase, { action: 'duty-begun', reason: note, details: { event, on, duties } }), duties }
}

/**
 * Begins the duties that a case turns out to have by what is known of it. Where the day on which it happened was put right, what began
 * on the day it was said to be, `saidOn`, begins anew. One that was done, or was said not to be owed, stays so; one that was
 * let go with a withdrawal is owed again; one that runs goes on, whatever the case turns out to be, until somebody says that it was not owed.
 */
export async function beginKnownDuties(work: Work, theCase: TheCase, saidOn = theCase.incidentOn): Promise<string[]> {
  const { tx, actor } = work
  const settings = await readTermSettings(tx, actor.organisationId)
  const kept = await readDuties(tx, actor.organisationId, theCase.id)
  const misdated = saidOn === theCase.incidentOn ? [] : kept.filter((duty) => isOpen(duty) && duty.startsFrom === 'event' && duty.happenedOn === saidOn)
  const anew = new Set(misdated.map(({ ruleId }) => ruleId))
  const standing = new Set(kept.filter(({ outcome, ruleId }) => outcome !== 'corrected' && outcome !== 'withdrawn' && !anew.has(ruleId)).map(({ ruleId }) => ruleId))
  const known = dutiesKnown(settings, theCase.branchId, await factsNow(work, theCase), theCase)
  const begun = begin(work, theCase.id, known.filter(({ rule }) => !standing.has(rule.id))).map(({ rule }) => rule.id)
  for (const duty of misdated.filter(({ ruleId }) => begun.includes(ruleId))) endDuty(work, duty, { outcome: 'corrected', on: duty.happenedOn })
  if (begun.length > 0) saveGoverning(work, theCase.id)
  return begun
}

export function begin(work: Work, caseId: string, duties: readonly BegunDuty[], note = ''): NewDuty[] {
  const begun = duties.map(newDuty)
  insertTerms(work.tx, work.actor, caseId, begun.flatMap(({ term }) => term ?? []))
  insertDuties(work, caseId, begun, note)
  return begun
}

/** A duty that has begun, as the history is told of it. */
export const noted = ({ id, rule, term }: NewDuty) => ({ id, rule: rule.id, dueOn: term?.dueOn ?? null })

/** The duties that follow from the answer itself, or from there being none in time. */
export const following = (settings: TermSettings, branchId: string, facts: CaseFacts, event: keyof typeof FOLLOWS, at: Instant) =>
  dutiesFrom(settings, branchId, { ...facts, flags: [...facts.flags, FOLLOWS[event]] }, [event], at)
