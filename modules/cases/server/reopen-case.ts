import { localDay } from '#kernel/local-day.ts'
import { refuseIf } from '#kernel/refusal.ts'
import { readTermSettings } from '#modules/calendars/public.ts'
import type { Work } from '#platform/server/work.ts'
import { isOpen, survivesWithdrawal } from '../rules/duties.ts'
import { refuseReopening, refuseWithdrawing } from '../rules/lifecycle.ts'
import { beginKnownDuties } from './begin-duties.ts'
import { startTerms } from './start-terms.ts'
import { readStanding } from './store-answers.ts'
import { cancelTerms } from './store-case.ts'
import { endDuty, readDuties } from './store-duties.ts'
import { happened, lockCase, refuseUnlessMay } from './the-case.ts'

/** The customer comes back on the same facts: the number stays, a new cycle of clocks runs from now, and what was let go with a withdrawal is owed again. */
export async function reopenCase(work: Work, number: string, { reason }: { reason: string }) {
  const theCase = await lockCase(work, number)
  const { tx, actor, now } = work
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(refuseReopening(theCase))
  // The clocks first: an open case is due.
  const started = [...(await startTerms(work, theCase, now)), ...(await beginKnownDuties(work, { ...theCase, receivedAt: now }))]
  void tx`
    update cases set status = 'open', answered_at = null, closed_at = null, reopened = reopened + 1
    where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  return happened(work, theCase, { action: 'case-reopened', reason, details: { started } })
}

/** The customer desists: the clocks stop and nothing more is owed to them; what is owed to an authority is done first. */
export async function withdrawCase(work: Work, number: string, { reason }: { reason: string }) {
  const theCase = await lockCase(work, number)
  const { tx, actor, now } = work
  refuseUnlessMay(work, 'cases.close', theCase)
  const [begun, { pending }] = await Promise.all([readDuties(tx, actor.organisationId, theCase.id), readStanding(tx, actor.organisationId, theCase.id)])
  const duties = begun.filter(isOpen)
  refuseIf(refuseWithdrawing(theCase, { openDuties: duties.filter(({ clock }) => survivesWithdrawal(clock)).length, pendingAnswers: pending }))
  const on = localDay((await readTermSettings(tx, actor.organisationId)).calendarOf(theCase.branchId), now)
  for (const duty of duties) endDuty(work, duty, { outcome: 'withdrawn', on })
  cancelTerms(work, theCase.id)
  void tx`
    update area_requests set status = 'cancelled', returned_reason = ${reason}
    where organisation_id = ${actor.organisationId} and case_id = ${theCase.id} and status = 'open'`
  void tx`
    update cases set status = 'withdrawn', closed_at = ${now}, due_at = null, due_on = null, waiting_for = null, snoozed_until = null
    where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  return happened(work, theCase, { action: 'case-withdrawn', reason })
}
