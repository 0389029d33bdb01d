import type { Actor, Day } from '#kernel/actor.ts'
import type { TermRule } from '#kernel/term.ts'
import { readTermSettings, termFrom } from '#modules/calendars/public.ts'
import type { Work } from '#platform/server/work.ts'
import { saveGoverning } from './store-case.ts'
import { insertTerms, newTerm } from './store-registration.ts'
import { happened, lockCaseById } from './the-case.ts'

type Cause = { id: string; reason: string; by: Actor }

/** The term of a rule was to be confirmed and is now: the duties that are owed by it run, from the day that began them. */
export async function confirmDuties(work: Work, rule: TermRule, cause: Cause): Promise<void> {
  const { tx, actor } = work
  if (rule.amount === null) return
  const settings = await readTermSettings(tx, actor.organisationId)
  const owed = await tx<{ id: string; caseId: string; happenedOn: Day }>`
    select d.id, d.case_id, d.happened_on
    from case_duties d
    join cases c on c.organisation_id = d.organisation_id and c.id = d.case_id and c.status in ('open', 'answered')
    where d.organisation_id = ${actor.organisationId} and d.rule_id = ${rule.id} and d.rule_version < ${rule.version} and d.term_id is null
      and not exists (select from case_duty_ends e where e.organisation_id = d.organisation_id and e.duty_id = d.id)
    order by d.case_id, d.id`
  for (const { id, caseId, happenedOn } of owed) {
    const theCase = await lockCaseById(tx, actor.organisationId, caseId)
    const begun = termFrom(settings, theCase.branchId, rule, happenedOn)
    if (!begun) continue
    const term = newTerm(begun.term, begun.at)
    insertTerms(tx, actor, caseId, [term])
    void tx`update case_duties set term_id = ${term.id}, rule_version = ${rule.version} where organisation_id = ${actor.organisationId} and id = ${id}`
    saveGoverning(work, caseId)
    happened({ ...work, actor: cause.by }, theCase, { action: 'duty-confirmed', reason: cause.reason, details: { changeId: cause.id, dutyId: id, rule: rule.id, on: happenedOn, dueOn: term.dueOn } })
  }
}
