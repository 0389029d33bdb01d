import type { BodyOf } from '#kernel/endpoint.ts'
import { dayEnds, localDay } from '#kernel/local-day.ts'
import { BadInput, NotFound, refuseIf } from '#kernel/refusal.ts'
import { readTermSettings } from '#modules/calendars/public.ts'
import type { Work } from '#platform/server/work.ts'
import type { FulfilDuty } from '../contract-duties.ts'
import { isOpen, refuseDone, refuseUntold } from '../rules/duties.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { saveGoverning, saveWaiting } from './store-case.ts'
import { endDuty, readDuties, type KeptDuty } from './store-duties.ts'
import { happened, lockCaseById, refuseUnlessMay, type TheCase } from './the-case.ts'

/** Says that a duty was done, when, to whom and under which filing number: its term is met. */
export async function fulfilDuty(work: Work, id: string, { on, to, filing, note }: BodyOf<typeof FulfilDuty>) {
  const { theCase, duty } = await lockOpenDuty(work, id)
  const calendar = await calendarOf(work, theCase)
  const impossible = refuseDone({ on, begunOn: duty.happenedOn, today: localDay(calendar, work.now) })
  if (impossible) throw new BadInput([{ path: 'on', code: impossible }])
  const untold = refuseUntold({ clock: duty.clock, to })
  if (untold) throw new BadInput([{ path: 'to', code: untold }])
  // A day is told, not an hour: by its end it was done, today by now.
  const dayEnd = dayEnds(calendar, on)
  endDuty(work, duty, { outcome: 'done', on, to, filing, note, metAt: dayEnd < work.now ? dayEnd : work.now })
  return ended(work, theCase, duty, { action: 'duty-done', reason: note, on })
}

/** Says that a duty was not owed after all, and why: its clock is of no more use. */
export async function releaseDuty(work: Work, id: string, { note }: { note: string }) {
  const { theCase, duty } = await lockOpenDuty(work, id)
  const on = localDay(await calendarOf(work, theCase), work.now)
  endDuty(work, duty, { outcome: 'not-owed', on, note })
  return ended(work, theCase, duty, { action: 'duty-released', reason: note, on })
}

async function lockOpenDuty(work: Work, id: string) {
  const locked = await lockDuty(work, id)
  refuseIf(isOpen(locked.duty) ? null : 'duty-ended')
  return locked
}

/** A duty and the others of its case, which is locked. */
export async function lockDuty(work: Work, id: string): Promise<{ theCase: TheCase; duty: KeptDuty; others: KeptDuty[] }> {
  const { tx, actor } = work
  const [found] = await tx<{ caseId: string }>`select case_id from case_duties where organisation_id = ${actor.organisationId} and id = ${id}`
  if (!found) throw new NotFound('duty')
  const theCase = await lockCaseById(tx, actor.organisationId, found.caseId)
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(refuseWork(theCase))
  // Read again now that the case is locked: a merge may have taken it along.
  const duties = await readDuties(tx, actor.organisationId, theCase.id)
  const duty = duties.find((one) => one.id === id)
  if (!duty) throw new NotFound('duty')
  return { theCase, duty, others: duties.filter((one) => one.id !== id) }
}

const calendarOf = async ({ tx, actor }: Work, { branchId }: TheCase) => (await readTermSettings(tx, actor.organisationId)).calendarOf(branchId)

function ended(work: Work, theCase: TheCase, duty: KeptDuty, { action, reason, on }: { action: string; reason: string; on: string }) {
  saveWaiting(work, theCase.id)
  saveGoverning(work, theCase.id)
  return happened(work, theCase, { action, reason, details: { dutyId: duty.id, termId: duty.termId, rule: duty.ruleId, on } })
}
