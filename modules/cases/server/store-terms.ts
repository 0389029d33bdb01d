import type { Tx } from '#platform/server/database.ts'
import type { Term } from '../contract.ts'

/** The clocks of a case, those that end first at the head; the governing one is marked. */
export const readTerms = (tx: Tx, organisationId: string, caseId: string) => tx<Term>`
  select t.id, t.clock, t.layer, t.rule_id as rule, t.rule_version, r.definition->'name'->>'es' as name, r.definition->>'source' as source,
    t.received_at, t.due_on, t.due_at, t.state, t.met_at, t.due_at < coalesce(t.met_at, now()) as late, c.due_rule = t.rule_id and t.state = 'running' as governs,
    jsonb_build_object('id', t.calendar_id, 'version', t.calendar_version) as calendar
  from case_terms t
  join cases c on c.organisation_id = t.organisation_id and c.id = t.case_id
  join term_rules r on r.organisation_id = t.organisation_id and r.id = t.rule_id and r.version = t.rule_version
  where t.organisation_id = ${organisationId} and t.case_id = ${caseId}
  order by t.due_at, t.clock, t.id`
