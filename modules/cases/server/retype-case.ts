import type { BodyOf } from '#kernel/endpoint.ts'
import { refuseIf } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { RetypeCase } from '../contract-work.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { beginKnownDuties } from './begin-duties.ts'
import { otherFacts, startOtherTerms } from './start-terms.ts'
import { happened, lockCase, refuseUnlessMay } from './the-case.ts'

/** Changes the kind of a case, and what it is about where that is said too; history and the clocks that run are kept. */
export async function retypeCase(work: Work, number: string, { kind, reason, ...asked }: BodyOf<typeof RetypeCase>) {
  const theCase = await lockCase(work, number)
  const { tx, actor } = work
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(refuseWork(theCase))
  refuseIf(theCase.kind === kind ? 'kind-unchanged' : null)
  const termFacts = (await otherFacts(work, theCase, asked)) ?? theCase.termFacts
  void tx`update cases set kind = ${kind}, term_facts = ${JSON.stringify(termFacts)} where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  const retyped = { ...theCase, kind, termFacts }
  const started = [...(await startOtherTerms(work, retyped)), ...(await beginKnownDuties(work, retyped))]
  return happened(work, theCase, { action: 'case-retyped', reason, details: { from: theCase.kind, to: kind, started } })
}
