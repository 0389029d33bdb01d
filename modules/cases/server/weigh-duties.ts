import type { Language } from '#kernel/actor.ts'
import { localDay } from '#kernel/local-day.ts'
import type { TermRule } from '#kernel/term.ts'
import { readTermSettings, termFrom, type StartedTerm } from '#modules/calendars/public.ts'
import type { MovedTerm } from '#modules/calendars/contract-endpoints.ts'
import { en } from '#modules/calendars/en.ts'
import { es } from '#modules/calendars/es.ts'
import { shortDay } from '#modules/calendars/rules/explain-term.ts'
import type { Work } from '#platform/server/work.ts'
import { unconfirmedDuties, type UnconfirmedDuty } from './store-duties.ts'

export type WeighedDuty = { duty: UnconfirmedDuty; term: StartedTerm }

/** Of the first `limit` duties after one that are owed without a date, those that a version of their rule gives one; `last`: where to go on, null where none is left. */
export async function weighDuties({ tx, actor }: Work, rule: TermRule, after: string | null, limit: number): Promise<{ weighed: WeighedDuty[]; last: string | null }> {
  const settings = await readTermSettings(tx, actor.organisationId)
  const owed = await unconfirmedDuties(tx, actor.organisationId, rule, after, limit)
  const weighed = owed.flatMap((duty) => {
    const term = termFrom(settings, duty.branchId, rule, duty.happenedAt)
    return term ? [{ duty, term }] : []
  })
  return { weighed, last: owed.length < limit ? null : owed.at(-1)!.id }
}

/** One that would begin to run, before it is written. */
export function begunTold({ duty, term: { rule, calendar, dueOn, dueAt } }: WeighedDuty, language: Language): MovedTerm {
  const { moved } = language === 'es' ? es : en
  return {
    termId: null, dutyId: duty.id, number: duty.number, clock: rule.clock, layer: rule.layer, rule: rule.id, name: rule.name[language],
    outcome: 'begun', before: null, after: { dueOn, dueAt }, why: [moved.begun(shortDay(localDay(calendar, duty.happenedAt), language))],
  }
}
