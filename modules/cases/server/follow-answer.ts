import { couldBegin, readTermSettings } from '#modules/calendars/public.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import { BY_TELLING, isOpen } from '../rules/duties.ts'
import { begin, following, noted } from './begin-duties.ts'
import { factsNow } from './start-terms.ts'
import { lastDecided } from './store-answers.ts'
import { saveGoverning } from './store-case.ts'
import { endDuty, readDuties } from './store-duties.ts'
import type { TheCase } from './the-case.ts'

/** The answer on the merits is decided: what the law asks to be sent of it runs from now, until the customer is told. */
export async function beginDecided(work: Work, theCase: TheCase): Promise<void> {
  const { tx, actor, now } = work
  const settings = await readTermSettings(tx, actor.organisationId)
  if (!couldBegin(settings, 'decision')) return
  const owed = following(settings, theCase.branchId, await factsNow(work, theCase), 'decision', now)
  const running = (await readDuties(tx, actor.organisationId, theCase.id)).filter(isOpen).map(({ ruleId }) => ruleId)
  const begun = begin(work, theCase.id, owed.filter(({ rule }) => !running.includes(rule.id)))
  if (begun.length > 0) note(work, { action: 'duty-begun', subject: ['case', theCase.id], details: { event: 'decision', on: begun[0]!.on, duties: begun.map(noted) } })
}

/** The answer was taken back before it left: it was not decided after all, unless another on the merits has been since. */
export async function takeBackDecided(work: Work, theCase: TheCase, answerId: string): Promise<void> {
  const { tx, actor } = work
  const [duties, [others]] = await Promise.all([
    readDuties(tx, actor.organisationId, theCase.id),
    lastDecided(tx, actor.organisationId, theCase.id, answerId),
  ])
  const { decidedAt } = others!
  const undone = duties.filter((duty) => isOpen(duty) && duty.clock === BY_TELLING && (decidedAt === null || decidedAt < duty.happenedAt))
  for (const duty of undone) endDuty(work, duty, { outcome: 'corrected', on: duty.happenedOn })
  if (undone.length > 0) saveGoverning(work, theCase.id)
}
