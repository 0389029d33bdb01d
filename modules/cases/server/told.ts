import type { Instant } from '#kernel/actor.ts'
import type { Work } from '#platform/server/work.ts'
import { cancelTerms, meetTerms, saveGoverning } from './store-case.ts'
import { endNotified } from './store-duties.ts'
import { happened, type TheCase } from './the-case.ts'

/** What was told: the answer on the merits or another word, and whether a person answers for it. */
type Telling = { final: boolean; byPerson: boolean }

/** What stops where the customer knows: the clock of the first human answer where a person answers, and of what was told on the merits that of the answer and of its notice. */
export function meetByTelling(work: Work, caseId: string, { final, byPerson }: Telling, at: Instant): void {
  if (byPerson) meetTerms(work, caseId, ['first-answer'], at)
  // After the answer on the merits nobody waits for a first one any more.
  else if (final) cancelTerms(work, caseId, ['first-answer'])
  if (!final) return
  meetTerms(work, caseId, ['final-answer'], at)
  endNotified(work, caseId, at)
}

/**
 * An answer reached the customer: its clocks stop, and the case is answered where that was on the merits. So is the one into which `of`,
 * whose answer it is, was merged while it was on its way: to the customer they are one since.
 */
export function told(work: Work, theCase: TheCase, { id, final, byPerson }: Telling & { id: string }, at: Instant, of: Pick<TheCase, 'id' | 'number'> = theCase): void {
  const { tx, actor } = work
  meetByTelling(work, theCase.id, { final, byPerson }, at)
  if (final && theCase.status === 'open')
    void tx`
      update cases set status = 'answered', answered_at = coalesce(answered_at, ${at}) where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  saveGoverning(work, theCase.id)
  if (of.id !== theCase.id) happened(work, theCase, { action: 'merged-answer-told', details: { answerId: id, from: of.number, at, final, byPerson } })
}
