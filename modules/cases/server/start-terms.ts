import type { Instant } from '#kernel/actor.ts'
import { readTermSettings, termsAtRegistration } from '#modules/calendars/public.ts'
import type { Work } from '#platform/server/work.ts'
import { factsOf } from '../rules/term-facts.ts'
import { newTerm } from './register-case.ts'
import { saveGoverning } from './store-case.ts'
import { insertTerms } from './store-registration.ts'
import type { TheCase } from './the-case.ts'

/** Starts the clocks of a kind from an instant, but those of rules in `besides`; the acknowledgement was given before. */
export async function startTerms(work: Work, theCase: TheCase, kind: string, from: Instant, besides: readonly string[] = []): Promise<string[]> {
  const settings = await readTermSettings(work.tx, work.actor.organisationId)
  const started = termsAtRegistration(settings, theCase.branchId, factsOf(kind, theCase.channel, theCase.termFacts), from).filter(
    ({ rule }) => rule.clock !== 'acknowledgement' && !besides.includes(rule.id),
  )
  insertTerms(work.tx, work.actor, theCase.id, started.map((term) => newTerm(term, from)))
  saveGoverning(work, theCase.id)
  return started.map(({ rule }) => rule.id)
}
