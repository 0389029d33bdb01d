import type { BodyOf } from '#kernel/endpoint.ts'
import { refuseIf } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { RetypeCase } from '../contract-work.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { startTerms } from './start-terms.ts'
import { happened, lockCase, refuseUnlessMay } from './the-case.ts'

/**
 * Changes the kind of a case. The clocks that run go on, so that nobody escapes one by giving a thing another name; those that
 * the new kind brings run beside them from the day it was received, and the earliest binds (F-2).
 */
export async function retypeCase(work: Work, number: string, { kind, reason }: BodyOf<typeof RetypeCase>) {
  const theCase = await lockCase(work, number)
  const { tx, actor } = work
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(refuseWork(theCase))
  refuseIf(theCase.kind === kind ? 'kind-unchanged' : null)
  void tx`update cases set kind = ${kind} where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  const running = await tx<{ ruleId: string }>`
    select rule_id from case_terms where organisation_id = ${actor.organisationId} and case_id = ${theCase.id} and state <> 'cancelled'`
  const started = await startTerms(work, theCase, kind, theCase.receivedAt, running.map(({ ruleId }) => ruleId))
  return happened(work, theCase, { action: 'case-retyped', reason, details: { from: theCase.kind, to: kind, started } })
}
