import type { BodyOf } from '#kernel/endpoint.ts'
import { extensionLeft, refuseExtension } from '#kernel/extension.ts'
import { newId } from '#kernel/id.ts'
import { refuseIf, Refusal } from '#kernel/refusal.ts'
import { queueMail } from '#platform/server/outgoing-mail.ts'
import type { Work } from '#platform/server/work.ts'
import type { ExtendTerm, PauseTerm, ResumeTerm } from '../contract-work.ts'
import { refusePause } from '#kernel/pauses.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { extensionMail } from './case-mails.ts'
import { saveGoverning, saveWaiting } from './store-case.ts'
import { extensionsOf, pausesOf, readWholeTerm, settledDue, type WholeTerm } from './term-events.ts'
import { happened, lockCase, refuseUnlessMay, type TheCase } from './the-case.ts'

async function lockTerm(work: Work, number: string, termId: string): Promise<{ theCase: TheCase; term: WholeTerm }> {
  const theCase = await lockCase(work, number)
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(refuseWork(theCase))
  return { theCase, term: await readWholeTerm(work.tx, work.actor.organisationId, theCase.id, termId) }
}

/** Extends a term before it expires, as its rule allows, and tells the customer the reason and the new date: without notice there is no extension. */
export async function extendTerm(work: Work, number: string, { termId, days, reason }: BodyOf<typeof ExtendTerm>) {
  const { theCase, term } = await lockTerm(work, number, termId)
  const { tx, actor, now } = work
  if (term.row.state !== 'running') throw new Refusal('term-cannot-be-extended', { why: 'term-not-running' })
  const asked = { amount: days, notifiedAt: Date.parse(now) }
  const why = refuseExtension(term.rule, { dueAt: Date.parse(term.row.dueAt), extensions: extensionsOf(term) }, asked)
  if (why) throw new Refusal('term-cannot-be-extended', { why, most: extensionLeft(term.rule, extensionsOf(term)) })
  const extended = settledDue({ ...term, extensions: [...term.extensions, { days, reason, noticedAt: now, oldDueAt: term.row.dueAt, newDueAt: '' }] })!
  void tx`
    insert into case_term_extensions (organisation_id, id, case_id, term_id, days, reason, noticed_at, old_due_at, new_due_at, granted_by)
    values (${actor.organisationId}, ${newId()}, ${theCase.id}, ${termId}, ${days}, ${reason}, ${now}, ${term.row.dueAt}, ${extended.dueAt}, ${actor.id})`
  void tx`
    update case_terms set due_at = ${extended.dueAt}, due_on = ${extended.dueOn}, extended_by = extended_by + ${days}
    where organisation_id = ${actor.organisationId} and id = ${termId}`
  if (theCase.reporter.email)
    queueMail(work, {
      purpose: 'extension', subject: ['case', theCase.id], recipient: theCase.reporter.email, recipientName: theCase.reporter.name ?? null, language: theCase.language,
      content: extensionMail({ number: theCase.number, language: theCase.language, reason, from: term.row.dueOn, to: extended.dueOn }),
    })
  saveGoverning(work, theCase.id)
  const done = happened(work, theCase, { action: 'term-extended', reason, details: { termId, rule: term.rule.id, days, from: term.row.dueOn, to: extended.dueOn } })
  return { ...done, dueOn: extended.dueOn }
}

/** Pauses a term for a cause that its rule knows: the customer is waited for, and the clock stands still. */
export async function pauseTerm(work: Work, number: string, { termId, cause, reason }: BodyOf<typeof PauseTerm>) {
  const { theCase, term } = await lockTerm(work, number, termId)
  const { tx, actor, now } = work
  const why = refusePause(term.rule, { dueAt: Date.parse(term.row.dueAt), pauses: pausesOf(term) }, { cause, at: Date.parse(now) })
  if (why || term.row.state !== 'running') throw new Refusal('term-cannot-be-paused', { why: why ?? 'term-not-running' })
  const paused = settledDue({ ...term, pauses: [...term.pauses, { id: '', cause, reason, fromAt: now, untilAt: null }] })
  void tx`
    insert into case_term_pauses (organisation_id, id, case_id, term_id, cause, reason, from_at, cap_on, paused_by)
    values (${actor.organisationId}, ${newId()}, ${theCase.id}, ${termId}, ${cause}, ${reason}, ${now}, ${paused?.dueOn ?? null}, ${actor.id})`
  // With a cap the latest date it can come to is known already, and shown; without one the former date stays until it runs again.
  void tx`
    update case_terms set state = 'paused', due_at = coalesce(${paused?.dueAt ?? null}, due_at), due_on = coalesce(${paused?.dueOn ?? null}, due_on)
    where organisation_id = ${actor.organisationId} and id = ${termId}`
  saveWaiting(work, theCase.id)
  saveGoverning(work, theCase.id)
  return happened(work, theCase, { action: 'term-paused', reason, details: { termId, rule: term.rule.id, cause } })
}

/** The term runs again with the days it had left, so that it never comes back overdue. */
export async function resumeTerm(work: Work, number: string, { termId, reason }: BodyOf<typeof ResumeTerm>) {
  const { theCase, term } = await lockTerm(work, number, termId)
  const { tx, actor, now } = work
  const open = term.pauses.find(({ untilAt }) => untilAt === null)
  if (term.row.state !== 'paused' || !open) throw new Refusal('term-not-paused')
  const due = settledDue({ ...term, pauses: term.pauses.map((pause) => (pause === open ? { ...pause, untilAt: now } : pause)) })!
  void tx`update case_term_pauses set until_at = ${now} where organisation_id = ${actor.organisationId} and id = ${open.id}`
  void tx`
    update case_terms set state = 'running', due_at = ${due.dueAt}, due_on = ${due.dueOn} where organisation_id = ${actor.organisationId} and id = ${termId}`
  saveWaiting(work, theCase.id)
  saveGoverning(work, theCase.id)
  const done = happened(work, theCase, { action: 'term-resumed', reason, details: { termId, rule: term.rule.id, dueOn: due.dueOn } })
  return { ...done, dueOn: due.dueOn }
}
