import type { Instant, Language } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Term } from '../contract.ts'
import type { Happened } from '../rules/first-answer.ts'
import { governing } from '../rules/governing.ts'

/** What the history says of a case, in order. */
export const readHappened = (tx: Tx, organisationId: string, caseId: string) => tx<Happened>`
  select action, actor_kind as by, at, details from history
  where organisation_id = ${organisationId} and subject_kind = 'case' and subject_id = ${caseId} order by id`

/** The clocks of a case, those that end first at the head; the one that binds now is marked. */
export async function readTerms(tx: Tx, { organisationId, caseId, language, now }: { organisationId: string; caseId: string; language: Language; now: Instant }): Promise<Term[]> {
  const terms = await tx<Term>`
    select t.id, t.clock, t.layer, t.rule_id as rule, t.rule_version, r.definition -> 'name' ->> ${language}::text as name, coalesce(r.definition -> 'source' ->> ${language}::text, r.definition ->> 'source') as source,
      t.received_at, t.due_on, t.due_at, t.state, t.met_at, t.due_at < coalesce(t.met_at, ${now}) as late, false as governs,
      jsonb_build_object('id', t.calendar_id, 'version', t.calendar_version) as calendar
    from case_terms t
    join term_rules r on r.organisation_id = t.organisation_id and r.id = t.rule_id and r.version = t.rule_version
    where t.organisation_id = ${organisationId} and t.case_id = ${caseId}
    order by t.due_at, t.clock, t.id`
  const binding = governing(terms)?.id
  return terms.map((term) => ({ ...term, governs: term.id === binding }))
}
