import { couldBegin, readTermSettings, type BegunDuty } from '#modules/calendars/public.ts'
import { doWork, everyOrganisation, systemActor, type Ground } from '#platform/server/ground.ts'
import type { Work } from '#platform/server/work.ts'
import { factsOf } from '../rules/term-facts.ts'
import { begin, following, noted } from './begin-duties.ts'
import { saveGoverning } from './store-case.ts'
import { expiredCases } from './store-duties.ts'
import { lockCases } from './store-recompute.ts'
import { happened, lockCaseById } from './the-case.ts'

/** Cases in one transaction: a backlog keeps none of them from whoever works it for long, and a crash repeats none. */
const AT_ONCE = 200

/** Begins, in every organisation whose rules know of it, what the law asks where the term to answer has run out. Twice at once begins once. */
export async function beginExpired(ground: Ground): Promise<void> {
  for (const organisationId of await everyOrganisation(ground)) {
    const actor = systemActor(organisationId)
    const owing = (await doWork(ground, actor, (work) => readOwing(work), { readOnly: true })).map(({ caseId }) => caseId)
    for (let at = 0; at < owing.length; at += AT_ONCE) await doWork(ground, actor, (work) => beginOwed(work, owing.slice(at, at + AT_ONCE)))
  }
}

async function beginOwed(work: Work, caseIds: readonly string[]): Promise<void> {
  const { tx, actor } = work
  await lockCases(tx, actor.organisationId, caseIds)
  // Read again now that they are locked: one may have been answered meanwhile, or gone into another.
  for (const { caseId, owed } of await readOwing(work, caseIds)) {
    const theCase = await lockCaseById(tx, actor.organisationId, caseId)
    const begun = begin(work, caseId, owed)
    saveGoverning(work, caseId)
    happened(work, theCase, { action: 'duty-begun', details: { event: 'expiry', on: owed[0]!.on, duties: begun.map(noted) } })
  }
}

/** What is owed since the term to answer ran out and has not begun, case by case; `among`: of these cases alone. */
async function readOwing({ tx, actor, now }: Work, among?: readonly string[]): Promise<{ caseId: string; owed: BegunDuty[] }[]> {
  const settings = await readTermSettings(tx, actor.organisationId)
  if (!couldBegin(settings, 'expiry')) return []
  const expired = await expiredCases(tx, actor.organisationId, { now, among })
  return expired
    .map(({ caseId, branchId, dueAt, kind, channel, termFacts, begun, ...whose }) => ({
      caseId, owed: following(settings, branchId, factsOf(kind, channel, termFacts, whose), 'expiry', dueAt).filter(({ rule }) => !begun.includes(rule.id)),
    }))
    .filter(({ owed }) => owed.length > 0)
}
