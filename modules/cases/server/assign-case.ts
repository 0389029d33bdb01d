import type { BodyOf } from '#kernel/endpoint.ts'
import { BadInput, refuseIf, Refusal } from '#kernel/refusal.ts'
import { canWork } from '#modules/people/public.ts'
import type { Work } from '#platform/server/work.ts'
import type { AssignCase } from '../contract-work.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { happened, lockCase, placeOf, refuseUnlessMay } from './the-case.ts'

/** Gives a case to an owner, or to nobody. Taking it from somebody else asks why. */
export async function assignCase(work: Work, number: string, { ownerId, reason }: BodyOf<typeof AssignCase>) {
  const theCase = await lockCase(work, number)
  const { tx, actor } = work
  refuseUnlessMay(work, ownerId === actor.id && theCase.ownerId === null ? 'cases.work' : 'cases.reassign', theCase)
  refuseIf(refuseWork(theCase))
  if (theCase.ownerId && theCase.ownerId !== actor.id && theCase.ownerId !== ownerId && !reason) throw new Refusal('reason-needed')
  if (ownerId && !(await canWork(tx, actor.organisationId, ownerId, placeOf(theCase)))) throw new BadInput([{ path: 'ownerId', code: 'owner-cannot-work-it' }])
  void tx`update cases set owner_id = ${ownerId} where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  return happened(work, theCase, { action: 'case-assigned', reason, details: { from: theCase.ownerId, to: ownerId } })
}
