import type { BodyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { BadInput, refuseIf, Refusal } from '#kernel/refusal.ts'
import { areaTerm } from '#modules/calendars/public.ts'
import type { Work } from '#platform/server/work.ts'
import type { AskArea } from '../contract-work.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { takeFiles } from './case-files.ts'
import { readCaseSettings } from './case-settings.ts'
import { factsNow } from './start-terms.ts'
import { insertMessage, saveWaiting } from './store-case.ts'
import { insertTerms, newTerm } from './store-registration.ts'
import { tellArea } from './tell-people.ts'
import { happened, lockCase, refuseUnlessMay } from './the-case.ts'
import { hashOf } from './write-note.ts'

/** Asks an area for its answer. Several may be asked at once; each has its own clock, and the case cannot close over an open one. */
export async function askArea(work: Work, number: string, { areaId, question, files }: BodyOf<typeof AskArea>) {
  const theCase = await lockCase(work, number)
  const { tx, actor, now } = work
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(refuseWork(theCase))
  const { areas, terms } = await readCaseSettings(tx, actor.organisationId)
  if (!areas.get(areaId)?.active) throw new BadInput([{ path: 'areaId', code: 'area-unknown' }])
  const started = areaTerm(terms, theCase.branchId, await factsNow(work, theCase), now)
  // An area without a target of its own has until the case itself is due.
  const dueAt = started?.dueAt ?? theCase.dueAt
  if (!dueAt) throw new Refusal('case-without-term')

  const areaRequestId = newId()
  const messageId = insertMessage(work, { caseId: theCase.id, kind: 'area-request', visibility: 'internal', body: question })
  const areaIds = [...new Set([...theCase.areaIds, areaId])]
  void tx`update cases set area_ids = ${areaIds} where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  void tx`
    insert into area_requests (organisation_id, id, case_id, area_id, message_id, asked_by, asked_at, due_at)
    values (${actor.organisationId}, ${areaRequestId}, ${theCase.id}, ${areaId}, ${messageId}, ${actor.id}, ${now}, ${dueAt})`
  if (started) insertTerms(tx, actor, theCase.id, [{ ...newTerm(started, now), areaRequestId }])
  await takeFiles(work, theCase.id, files, { messageId })
  saveWaiting(work, theCase.id)
  await tellArea(work, theCase.id, areaId, 'area-request', (t, { number: of }, area) => ({
    subject: t.areaAsked({ number: of, area }), paragraphs: [t.asks({ by: actor.name, area }), question], dueAt,
  }))
  const done = happened(work, theCase, { action: 'area-asked', areaIds, details: { areaRequestId, areaId, messageId, sha256: hashOf(question), dueAt } })
  return { ...done, areaRequestId, dueAt }
}
