import { refuseIf } from '#kernel/refusal.ts'
import { lastChange, readTermSettings } from '#modules/calendars/public.ts'
import type { Work } from '#platform/server/work.ts'
import type { SaidOutcome } from '../contract-duties.ts'
import { BY_TELLING, refuseTakingBack, stands } from '../rules/duties.ts'
import { beginKnownDuties } from './begin-duties.ts'
import { lockDuty } from './end-duty.ts'
import { askToRecompute } from './recompute-terms.ts'
import { saveGoverning, saveWaiting } from './store-case.ts'
import { endNotified, takeBackEnd, type KeptDuty } from './store-duties.ts'
import { happened, type TheCase } from './the-case.ts'
import { wake } from './write-note.ts'

/**
 * That a duty was done, or was not owed, was said by mistake: it is owed again, and its clock runs from where it stood, late if late.
 * Where the day on which it happened was put right meanwhile, it begins anew on that one, as it would have if it had run.
 */
export async function takeBackDuty(work: Work, id: string, said: SaidOutcome, { reason }: { reason: string }) {
  const { theCase, duty, others } = await lockDuty(work, id)
  refuseIf(refuseTakingBack(duty, said, others.some((other) => isAnew(other, duty))))
  takeBackEnd(work, duty, reason)
  // The customer may have been told since: then that is what did it.
  if (duty.clock === BY_TELLING && theCase.answeredAt !== null && theCase.answeredAt >= duty.happenedAt) endNotified(work, theCase.id, theCase.answeredAt)
  if (duty.startsFrom === 'event' && !duty.came && theCase.incidentOn !== null && theCase.incidentOn !== duty.happenedOn) await beginKnownDuties(work, theCase, duty.happenedOn)
  await followChanges(work, theCase, duty)
  saveWaiting(work, theCase.id)
  saveGoverning(work, theCase.id)
  // It may be due before the case was to be looked at again.
  if (theCase.snoozedUntil) wake(work, theCase.id)
  return happened(work, theCase, { action: 'duty-taken-back', reason, details: { dutyId: duty.id, termId: duty.termId, rule: duty.ruleId, said, on: duty.endedOn } })
}

const isAnew = (other: KeptDuty, { ruleId, endedAt }: KeptDuty): boolean => stands(other) && !other.came && other.ruleId === ruleId && endedAt !== null && other.begunAt > endedAt

/** A version of its rule or of its calendar that came while it was ended passed it by: it is taken along now. */
async function followChanges(work: Work, { branchId }: TheCase, { ruleId, endedAt }: KeptDuty): Promise<void> {
  const { tx, actor: { organisationId } } = work
  const { id } = (await readTermSettings(tx, organisationId)).calendarOf(branchId)
  const changes = await Promise.all([lastChange(tx, organisationId, 'rule', ruleId), lastChange(tx, organisationId, 'calendar', id)])
  for (const change of changes.flat()) if (endedAt !== null && change.askedAt > endedAt) askToRecompute(work, change, { again: true })
}
