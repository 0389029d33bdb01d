import type { Instant } from '#kernel/actor.ts'
import { later } from '#kernel/instant.ts'
import { queueMail } from '#platform/server/outgoing-mail.ts'
import type { Work } from '#platform/server/work.ts'
import type { Way } from '../contract.ts'
import type { TheCase } from './the-case.ts'
import { told } from './told.ts'

/** How long an answer waits before it leaves, so that it can be taken back (interaction rule 12). */
const SECOND_THOUGHTS_SECONDS = 10

export type Leaving = { id: string; way: Way; recipient: string; subject: string; final: boolean; byPerson: boolean }

/**
 * Lets an answer go. By mail it leaves in ten seconds, and the customer counts as told when the mail server has taken it; a letter
 * when its delivery is recorded; by telephone or in person at once, for the customer has just heard it.
 */
export function dispatch(work: Work, theCase: TheCase, answer: Leaving): { status: string; leavesAt: Instant | null } {
  const { tx, actor, now } = work
  const { organisationId } = actor
  if (answer.way === 'mail') {
    const leavesAt = later(now, SECOND_THOUGHTS_SECONDS * 1000)
    const mailId = queueMail(work, {
      purpose: 'answer', subject: ['case', theCase.id], recipient: answer.recipient, recipientName: theCase.reporter.name ?? null, language: theCase.language,
      content: { subject: answer.subject, paragraphs: [] }, undoSeconds: SECOND_THOUGHTS_SECONDS,
    })
    void tx`
      update case_answers set status = 'leaving', leaves_at = ${leavesAt}, mail_id = ${mailId} where organisation_id = ${organisationId} and id = ${answer.id}`
    return { status: 'leaving', leavesAt }
  }
  if (answer.way === 'letter') {
    void tx`update case_answers set status = 'sent', leaves_at = ${now} where organisation_id = ${organisationId} and id = ${answer.id}`
    return { status: 'sent', leavesAt: now }
  }
  void tx`
    update case_answers set status = 'delivered', leaves_at = ${now}, told_at = ${now}, delivery = ${answer.way}
    where organisation_id = ${organisationId} and id = ${answer.id}`
  told(work, theCase, answer, now)
  return { status: 'delivered', leavesAt: now }
}
