import type { Actor, Day, Instant } from '#kernel/actor.ts'
import type { TermRule } from '#kernel/term.ts'
import { readTermSettings, termFrom } from '#modules/calendars/public.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import { saveGoverning } from './store-case.ts'
import { lockCases } from './store-recompute.ts'
import { insertTerms, newTerm } from './store-registration.ts'
import { happened, lockCaseById } from './the-case.ts'

type Cause = { id: string; reason: string; by: Actor }

/**
 * The term of a rule was to be confirmed and is now: of the duties that are owed by it, the first `limit` after one run from what
 * began them. Says after which to go on; null where none is left.
 */
export async function confirmDuties(work: Work, rule: TermRule, cause: Cause, { after, limit }: { after: string | null; limit: number }): Promise<string | null> {
  const { tx, actor } = work
  if (rule.amount === null) return null
  const settings = await readTermSettings(tx, actor.organisationId)
  const found = await unconfirmed(tx, actor.organisationId, rule, after, limit)
  await lockCases(tx, actor.organisationId, [...new Set(found.map(({ caseId }) => caseId))])
  // Read again now that they are locked: one may have been done meanwhile, or gone with its case into another.
  const owed = (await unconfirmed(tx, actor.organisationId, rule, after, limit)).filter(({ id, caseId }) => found.some((one) => one.id === id && one.caseId === caseId))
  for (const { id, caseId, happenedOn, happenedAt } of owed) {
    const theCase = await lockCaseById(tx, actor.organisationId, caseId)
    const started = termFrom(settings, theCase.branchId, rule, happenedAt)
    if (!started) continue
    const term = newTerm(started, happenedAt)
    insertTerms(tx, actor, caseId, [term])
    void tx`update case_duties set term_id = ${term.id}, rule_version = ${rule.version} where organisation_id = ${actor.organisationId} and id = ${id}`
    saveGoverning(work, caseId)
    happened({ ...work, actor: cause.by }, theCase, { action: 'duty-confirmed', reason: cause.reason, details: { changeId: cause.id, dutyId: id, rule: rule.id, on: happenedOn, dueOn: term.dueOn } })
  }
  return found.length < limit ? null : found.at(-1)!.id
}

/** Duties that an earlier version of the rule gave no term, from `after` on by id, the first `limit`. */
const unconfirmed = (tx: Tx, organisationId: string, rule: TermRule, after: string | null, limit: number) => tx<{ id: string; caseId: string; happenedOn: Day; happenedAt: Instant }>`
  select d.id, d.case_id, d.happened_on, d.happened_at
  from case_duties d
  join cases c on c.organisation_id = d.organisation_id and c.id = d.case_id and c.status in ('open', 'answered')
  where d.organisation_id = ${organisationId} and d.rule_id = ${rule.id} and d.rule_version < ${rule.version} and d.term_id is null
    and d.id > ${after ?? '00000000-0000-0000-0000-000000000000'}
    and not exists (select from case_duty_ends e where e.organisation_id = d.organisation_id and e.duty_id = d.id)
  order by d.id
  limit ${limit}`
