import type { Actor } from '#kernel/actor.ts'
import type { TermRule } from '#kernel/term.ts'
import { readTermSettings, termFrom } from '#modules/calendars/public.ts'
import type { Work } from '#platform/server/work.ts'
import { saveGoverning } from './store-case.ts'
import { saveDutyTerm, unconfirmedDuties } from './store-duties.ts'
import { lockCases } from './store-recompute.ts'
import { insertTerms, newTerm } from './store-registration.ts'
import { happened, lockCaseById } from './the-case.ts'

type Cause = { id: string; reason: string; by: Actor }

/**
 * The term of a rule was to be confirmed and is now: of the duties that are owed by it, the first `limit` after one run from what
 * began them. Says how many do, and after which to go on; null where none is left.
 */
export async function confirmDuties(work: Work, rule: TermRule, cause: Cause, { after, limit }: { after: string | null; limit: number }): Promise<{ begun: number; last: string | null }> {
  const { tx, actor } = work
  if (rule.amount === null) return { begun: 0, last: null }
  const settings = await readTermSettings(tx, actor.organisationId)
  const found = await unconfirmedDuties(tx, actor.organisationId, rule, after, limit)
  await lockCases(tx, actor.organisationId, [...new Set(found.map(({ caseId }) => caseId))])
  // Read again now that they are locked: one may have been done meanwhile, or gone with its case into another.
  const owed = (await unconfirmedDuties(tx, actor.organisationId, rule, after, limit)).filter(({ id, caseId }) => found.some((one) => one.id === id && one.caseId === caseId))
  let begun = 0
  for (const { id, caseId, happenedOn, happenedAt } of owed) {
    const theCase = await lockCaseById(tx, actor.organisationId, caseId)
    const started = termFrom(settings, theCase.branchId, rule, happenedAt)
    if (!started) continue
    const term = newTerm(started, happenedAt)
    insertTerms(tx, actor, caseId, [term])
    saveDutyTerm(work, id, term)
    saveGoverning(work, caseId)
    happened({ ...work, actor: cause.by }, theCase, { action: 'duty-confirmed', reason: cause.reason, details: { changeId: cause.id, dutyId: id, rule: rule.id, on: happenedOn, dueOn: term.dueOn } })
    begun++
  }
  return { begun, last: found.length < limit ? null : found.at(-1)!.id }
}
