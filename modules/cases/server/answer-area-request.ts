import type { BodyOf } from '#kernel/endpoint.ts'
import { Forbidden } from '#kernel/refusal.ts'
import { may } from '#kernel/actor.ts'
import type { Work } from '#platform/server/work.ts'
import type { AnswerAreaRequest, CancelAreaRequest, ReturnAreaRequest } from '../contract-work.ts'
import { endAreaTerm, lockAreaRequest } from './area-request.ts'
import { takeFiles } from './case-files.ts'
import { insertMessage, saveWaiting } from './store-case.ts'
import { tellArea, tellWhoWaits } from './tell-people.ts'
import { happened, refuseUnlessMay, type TheCase } from './the-case.ts'
import { hashOf } from './write-note.ts'

/** Somebody of the area answers; the clock of the area stops. */
export async function answerAreaRequest(work: Work, id: string, { answer, files }: BodyOf<typeof AnswerAreaRequest>) {
  const { request, theCase } = await lockAreaRequest(work, id)
  const { tx, actor, now } = work
  refuseOtherAreas(work, request.areaId, theCase)
  const answerId = insertMessage(work, { caseId: theCase.id, kind: 'area-answer', visibility: 'internal', body: answer })
  void tx`
    update area_requests set status = 'answered', answer_id = ${answerId}, answered_by = ${actor.id}, answered_at = ${now}
    where organisation_id = ${actor.organisationId} and id = ${id}`
  endAreaTerm(work, id, 'met')
  await takeFiles(work, theCase.id, files, { messageId: answerId })
  saveWaiting(work, theCase.id)
  await tellWhoWaits(work, { ...request, ownerId: theCase.ownerId }, 'area-answer', (t, { number }, area) => ({
    subject: t.areaAnswered({ number, area }), paragraphs: [t.answers({ by: actor.name, area }), answer],
  }))
  return happened(work, theCase, { action: 'area-answered', details: { areaRequestId: id, areaId: request.areaId, messageId: answerId, sha256: hashOf(answer) } })
}

/** The area sends it back because it is not for it: the case is again with whoever asked. Counted as ping-pong. */
export async function returnAreaRequest(work: Work, id: string, { reason }: BodyOf<typeof ReturnAreaRequest>) {
  const { request, theCase } = await lockAreaRequest(work, id)
  const { tx, actor, now } = work
  refuseOtherAreas(work, request.areaId, theCase)
  void tx`
    update area_requests set status = 'returned', returned_reason = ${reason}, answered_by = ${actor.id}, answered_at = ${now}
    where organisation_id = ${actor.organisationId} and id = ${id}`
  void tx`update cases set rerouted = rerouted + 1 where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  endAreaTerm(work, id, 'cancelled')
  saveWaiting(work, theCase.id)
  await tellWhoWaits(work, { ...request, ownerId: theCase.ownerId }, 'area-return', (t, { number }, area) => ({
    subject: t.areaReturned({ number, area }), paragraphs: [t.returns({ by: actor.name, area }), t.reason(reason)],
  }))
  return happened(work, theCase, { action: 'area-returned', reason, details: { areaRequestId: id, areaId: request.areaId } })
}

export async function cancelAreaRequest(work: Work, id: string, { reason }: BodyOf<typeof CancelAreaRequest>) {
  const { request, theCase } = await lockAreaRequest(work, id)
  refuseUnlessMay(work, 'cases.work', theCase)
  void work.tx`update area_requests set status = 'cancelled', returned_reason = ${reason} where organisation_id = ${work.actor.organisationId} and id = ${id}`
  endAreaTerm(work, id, 'cancelled')
  saveWaiting(work, theCase.id)
  return happened(work, theCase, { action: 'area-request-cancelled', reason, details: { areaRequestId: id, areaId: request.areaId } })
}

export async function remindArea(work: Work, id: string) {
  const { request, theCase } = await lockAreaRequest(work, id)
  const { tx, actor, now } = work
  refuseUnlessMay(work, 'cases.work', theCase)
  void tx`update area_requests set reminders = reminders + 1, reminded_at = ${now} where organisation_id = ${actor.organisationId} and id = ${id}`
  await tellArea(work, theCase.id, request.areaId, 'area-reminder', (t, { number }, area) => ({
    subject: t.areaReminded({ number, area }), paragraphs: [t.reminds({ by: actor.name, area })], dueAt: request.dueAt,
  }))
  return happened(work, theCase, { action: 'area-reminded', details: { areaRequestId: id, areaId: request.areaId } })
}

/** Only people of that area answer for it, and whoever may answer for any area only where their grant holds. */
function refuseOtherAreas({ actor }: Work, areaId: string, { branchId, supplierId }: TheCase): void {
  if (!may(actor, 'areas.answer', { branchId, areaIds: [areaId], supplierId })) throw new Forbidden('areas.answer')
}
