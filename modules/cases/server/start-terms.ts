import type { Instant } from '#kernel/actor.ts'
import { BadInput } from '#kernel/refusal.ts'
import { readTermSettings, termsAtRegistration } from '#modules/calendars/public.ts'
import type { CaseFacts } from '#modules/calendars/contract.ts'
import type { TermFacts } from '#modules/calendars/rules/facts-asked.ts'
import type { Work } from '#platform/server/work.ts'
import { firstAnsweredAt } from '../rules/first-answer.ts'
import { factsOf, unasked } from '../rules/term-facts.ts'
import { saveGoverning } from './store-case.ts'
import { insertTerms, newTerm } from './store-registration.ts'
import { readHappened } from './store-terms.ts'
import type { TheCase } from './the-case.ts'

type Bound = Pick<TheCase, 'id' | 'branchId' | 'channel' | 'receivedAt' | 'kind' | 'termFacts' | 'customerId' | 'productId'>

/** What chooses the rules of a case that is there. */
export async function factsNow({ tx, actor }: Work, { kind, channel, termFacts, customerId, productId }: Bound): Promise<CaseFacts> {
  const [customer] = customerId ? await tx<{ segment: string }>`select segment from customers where organisation_id = ${actor.organisationId} and id = ${customerId}` : []
  return factsOf(kind, channel, termFacts, { customerId, segment: customer?.segment ?? '', productId })
}

/** Starts the clocks of a case from an instant, but those of rules in `besides`; the acknowledgement was given before, and maybe a first answer. */
export async function startTerms(work: Work, theCase: Bound, from: Instant, besides: readonly string[] = []): Promise<string[]> {
  const settings = await readTermSettings(work.tx, work.actor.organisationId)
  const started = termsAtRegistration(settings, theCase.branchId, await factsNow(work, theCase), from).filter(
    ({ rule }) => rule.clock !== 'acknowledgement' && !besides.includes(rule.id),
  )
  const answered = started.some(({ rule }) => rule.clock === 'first-answer') ? firstAnsweredAt(await readHappened(work.tx, work.actor.organisationId, theCase.id), from) : null
  insertTerms(work.tx, work.actor, theCase.id, started.map((term) => newTerm(term, from, { 'first-answer': answered })))
  saveGoverning(work, theCase.id)
  return started.map(({ rule }) => rule.id)
}

/**
 * Starts the clocks that a case has by what it turned out to be, from the day it was received. Those that run go on, so that nobody
 * escapes one by giving a thing another name; the earliest binds (F-2).
 */
export async function startOtherTerms(work: Work, theCase: Bound): Promise<string[]> {
  const running = await work.tx<{ ruleId: string }>`
    select rule_id from case_terms where organisation_id = ${work.actor.organisationId} and case_id = ${theCase.id} and state <> 'cancelled'`
  return startTerms(work, theCase, theCase.receivedAt, running.map(({ ruleId }) => ruleId))
}

/** What was said of a case, put right by what is asked of it; null where that changes nothing. */
export async function otherFacts({ tx, actor }: Work, { termFacts: was }: Pick<TheCase, 'termFacts'>, { subjects, flags, personalData, consumer }: FactChanges): Promise<Partial<TermFacts> | null> {
  const changes = Object.fromEntries(Object.entries({ subjects, flags, personalData, consumer }).filter(([, value]) => value !== undefined))
  if (Object.keys(changes).length === 0) return null
  const refused = unasked(changes, (await readTermSettings(tx, actor.organisationId)).asked)
  if (refused.length > 0) throw new BadInput(refused)
  return { ...was, ...changes }
}
type FactChanges = { [Name in keyof TermFacts]?: TermFacts[Name] | undefined }
