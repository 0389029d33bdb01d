import type { Actor } from '#kernel/actor.ts'
import { type BodyOf } from '#kernel/endpoint.ts'
import { notBefore } from '#kernel/instant.ts'
import { BadInput, NotFound, PersonsOnly, refuseIf } from '#kernel/refusal.ts'
import { peopleById } from '#modules/people/public.ts'
import { cancelMail, takeBackMail } from '#platform/server/outgoing-mail.ts'
import type { Work } from '#platform/server/work.ts'
import type { Way } from '../contract.ts'
import type { RecordDelivery, ReturnAnswer } from '../contract-work.ts'
import { answeredByPerson } from '../rules/first-answer.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { isSpoken } from '../rules/way.ts'
import { dispatch } from './dispatch-answer.ts'
import { beginDecided, takeBackDecided } from './follow-answer.ts'
import { lockWithRemaining } from './remaining-case.ts'
import { putBackAsDraft } from './store-answers.ts'
import { saveWaiting } from './store-case.ts'
import { toldSinceMerged } from './store-merges.ts'
import { tellPeople } from './tell-people.ts'
import { happened, refuseUnlessMay, type TheCase } from './the-case.ts'
import { told } from './told.ts'
import { tellNotDelivered, undoTold } from './undo-told.ts'
import { wake } from './write-note.ts'

type Answer = { id: string; status: string; way: Way; recipient: string; subject: string; final: boolean; writtenBy: string; writtenAt: string; toldAt: string | null; mailId: string | null; byPerson: boolean }

/** An answer with its case, and the one that has its clocks where that was merged. */
type Locked = { answer: Answer; theCase: TheCase; remaining: TheCase }

async function lockAnswer(work: Work, id: string): Promise<Locked> {
  const { tx, actor } = work
  const [found] = await tx<{ caseId: string }>`select case_id from case_answers where organisation_id = ${actor.organisationId} and id = ${id}`
  if (!found) throw new NotFound('answer')
  const cases = await lockWithRemaining(work, found.caseId)
  const [row] = await tx<Omit<Answer, 'byPerson'> & { writer: Actor['kind']; approved: boolean }>`
    select a.id, a.status, a.way, a.recipient, a.subject, a.final, a.written_by, a.written_at, a.told_at, a.mail_id, m.author_kind as writer, a.approved_at is not null as approved
    from case_answers a
    join case_messages m on m.organisation_id = a.organisation_id and m.id = a.message_id
    where a.organisation_id = ${actor.organisationId} and a.id = ${id} for update of a`
  const { writer, approved, ...answer } = row!
  return { answer: { ...answer, byPerson: answeredByPerson({ writtenBy: writer, approved }) }, ...cases }
}

/** Notes it of the answer's own case; the one that remains shows it too. */
function noted(work: Work, { theCase, remaining }: Locked, what: Parameters<typeof happened>[2]) {
  const { id, branchId, areaIds, supplierId } = remaining
  if (id !== theCase.id) work.changed({ kind: 'case', id, action: what.action, branchId, areaIds, supplierId })
  return happened(work, theCase, what)
}

/** Whoever wrote it may hold a token: a second person is a person. */
function refuseProgram({ actor }: Work): void {
  if (actor.kind === 'token') throw new PersonsOnly()
}

/** A second person approves it: it leaves. Not of a case that was closed meanwhile, or went into another: nothing is owed there any more. */
export async function approveAnswer(work: Work, id: string) {
  const { answer, theCase } = await lockAnswer(work, id)
  refuseUnlessMay(work, 'cases.approve', theCase)
  refuseProgram(work)
  refuseIf(answer.status === 'awaiting-approval' ? refuseWork(theCase) : 'answer-not-awaiting')
  refuseIf(answer.writtenBy === work.actor.id ? 'approver-is-author' : null)
  void work.tx`
    update case_answers set approved_by = ${work.actor.id}, approved_at = ${work.now} where organisation_id = ${work.actor.organisationId} and id = ${id}`
  if (answer.final) await beginDecided(work, theCase)
  const toTell = isSpoken(answer.way)
  if (toTell) await letTell(work, theCase, answer)
  else dispatch(work, theCase, { ...answer, byPerson: true })
  saveWaiting(work, theCase.id)
  return happened(work, theCase, { action: 'answer-approved', details: { answerId: id, ...(toTell && { toTell }) } })
}

/** By word of mouth nobody has said it yet: whoever wrote it does, or who answers for the case where a program wrote, and records when; until then the term runs. */
async function letTell(work: Work, { id: caseId, ownerId }: TheCase, { id, writtenBy }: Answer): Promise<void> {
  const { tx, actor } = work
  void tx`update case_answers set status = 'to-tell' where organisation_id = ${actor.organisationId} and id = ${id}`
  const [author] = await peopleById(tx, actor.organisationId, [writtenBy])
  const whose = author ? [author] : await peopleById(tx, actor.organisationId, ownerId ? [ownerId] : [])
  await tellPeople(work, caseId, whose, 'answer-to-tell', (t, about) => ({ subject: t.approvedToTell(about), paragraphs: [t.tellNow({ by: actor.name })] }))
}

/** Back to its author, saying what to mend; what was written becomes a draft again. */
export async function returnAnswer(work: Work, id: string, { reason }: BodyOf<typeof ReturnAnswer>) {
  const { answer, theCase } = await lockAnswer(work, id)
  refuseUnlessMay(work, 'cases.approve', theCase)
  refuseProgram(work)
  refuseIf(answer.status === 'awaiting-approval' ? null : 'answer-not-awaiting')
  void work.tx`
    update case_answers set status = 'returned', returned_reason = ${reason} where organisation_id = ${work.actor.organisationId} and id = ${id}`
  putBackAsDraft(work, id)
  saveWaiting(work, theCase.id)
  await tellPeople(work, theCase.id, await peopleById(work.tx, work.actor.organisationId, [answer.writtenBy]), 'answer-returned', (t, about) => ({
    subject: t.answerReturned(about), paragraphs: [t.mendIt({ by: work.actor.name }), t.reason(reason)],
  }))
  return happened(work, theCase, { action: 'answer-returned', reason, details: { answerId: id } })
}

/** Its author, or whoever works the case, takes it back before it leaves. */
export async function recallAnswer(work: Work, id: string) {
  const locked = await lockAnswer(work, id)
  const { answer, theCase, remaining } = locked
  refuseUnlessMay(work, 'cases.work', theCase)
  if (answer.status === 'leaving' && answer.mailId) {
    await cancelMail(work, answer.mailId)
    if (answer.final) await takeBackDecided(work, remaining, id)
  } else if (answer.status === 'to-tell') {
    if (answer.final) await takeBackDecided(work, remaining, id)
  } else refuseIf(answer.status === 'awaiting-approval' ? null : 'answer-left')
  void work.tx`update case_answers set status = 'withdrawn' where organisation_id = ${work.actor.organisationId} and id = ${id}`
  putBackAsDraft(work, id)
  saveWaiting(work, remaining.id)
  return noted(work, locked, { action: 'answer-recalled', details: { answerId: id } })
}

/** How and when an answer reached the customer, or that it did not: a letter, a mail that did not leave and was delivered otherwise, or one that left and came back. Until it reaches them its clock runs. */
export async function recordDelivery(work: Work, id: string, { delivered, at, proof }: BodyOf<typeof RecordDelivery>) {
  const locked = await lockAnswer(work, id)
  const { answer, theCase, remaining } = locked
  refuseUnlessMay(work, 'cases.work', theCase)
  if (answer.status === 'leaving' && answer.mailId) await cancelMail(work, answer.mailId, { tried: true })
  // One that came back had left.
  else if (answer.status === 'failed' && answer.mailId && delivered) await takeBackMail(work, answer.mailId, { tried: true })
  else refuseIf(['sent', 'failed', 'to-tell'].includes(answer.status) ? null : 'answer-not-leaving')
  const cameBack = !delivered && answer.toldAt
  // What it met was left behind when its case was merged into the one that has its clocks.
  refuseIf(cameBack && !(await toldSinceMerged(work.tx, work.actor.organisationId, theCase.id, id)) ? 'case-merged' : null)
  const toldAt = notBefore(answer.writtenAt, at ?? work.now)
  if (toldAt > work.now) throw new BadInput([{ path: 'at', code: 'told-in-future' }])
  if (toldAt < answer.writtenAt) throw new BadInput([{ path: 'at', code: 'told-before-received' }])
  void work.tx`
    update case_answers set status = ${delivered ? 'delivered' : 'failed'}, told_at = ${delivered ? toldAt : null}, delivery = ${proof}
    where organisation_id = ${work.actor.organisationId} and id = ${id}`
  if (delivered) told(work, remaining, answer, toldAt, theCase)
  const runs = cameBack ? await undoTold(work, remaining, { ...answer, toldAt: cameBack }, theCase) : []
  if (cameBack && remaining.snoozedUntil) wake(work, remaining.id)
  // Said once more it is noted, and nobody is told it again.
  if (!delivered && answer.status !== 'failed') await tellNotDelivered(work, remaining, proof)
  return noted(work, locked, { action: delivered ? 'answer-delivered' : 'answer-not-delivered', reason: proof, details: { answerId: id, at: toldAt, ...(cameBack && { runs }) } })
}

/** The mail server took the mail of an answer: the customer counts as told from then. Twice does no harm. */
export async function answerMailSent(work: Work, mailId: string, at: string): Promise<void> {
  const [found] = await work.tx<{ id: string }>`
    select id from case_answers where organisation_id = ${work.actor.organisationId} and mail_id = ${mailId} and status = 'leaving'`
  if (!found) return
  const locked = await lockAnswer(work, found.id)
  const { answer } = locked
  void work.tx`update case_answers set status = 'sent', told_at = ${at} where organisation_id = ${work.actor.organisationId} and id = ${answer.id}`
  told(work, locked.remaining, answer, at, locked.theCase)
  noted(work, locked, { action: 'answer-sent', details: { answerId: answer.id, at } })
}

/** The mail server refused it for good: the duty to answer stands, and shows. */
export async function answerMailFailed(work: Work, mailId: string, why: string): Promise<void> {
  const [found] = await work.tx<{ id: string }>`
    select id from case_answers where organisation_id = ${work.actor.organisationId} and mail_id = ${mailId} and status = 'leaving'`
  if (!found) return
  const locked = await lockAnswer(work, found.id)
  const { answer } = locked
  void work.tx`update case_answers set status = 'failed', delivery = ${why.slice(0, 500)} where organisation_id = ${work.actor.organisationId} and id = ${answer.id}`
  await tellNotDelivered(work, locked.remaining, '')
  noted(work, locked, { action: 'answer-not-delivered', details: { answerId: answer.id } })
}

/** Its mail is tried again by hand: it is on its way as before. */
export async function answerMailRetried(work: Work, mailId: string): Promise<void> {
  const [found] = await work.tx<{ id: string }>`
    select id from case_answers where organisation_id = ${work.actor.organisationId} and mail_id = ${mailId} and status = 'failed'`
  if (!found) return
  const locked = await lockAnswer(work, found.id)
  const { answer } = locked
  void work.tx`update case_answers set status = 'leaving', delivery = null where organisation_id = ${work.actor.organisationId} and id = ${answer.id}`
  noted(work, locked, { action: 'answer-tried-again', details: { answerId: answer.id } })
}
