import type { NextVersion } from '#modules/calendars/public.ts'
import { sql, type Sql, type Tx } from '#platform/server/database.ts'
import type { ExtensionRow, PauseRow, TermRow } from './term-events.ts'

export type OpenTerm = TermRow & { number: string; layer: 'law' | 'contract' | 'internal'; areaRequestId: string | null; told: boolean }

/** Running and paused terms that an earlier version counts, from `after` on by id, the first `limit`. */
export function openTermsBefore(tx: Tx, organisationId: string, next: NextVersion, after: string | null, limit: number): Promise<OpenTerm[]> {
  const earlier: Sql = next.kind === 'calendar'
    ? sql`t.calendar_id = ${next.calendar.id} and t.calendar_version < ${next.calendar.version}`
    : sql`t.rule_id = ${next.rule.id} and t.rule_version < ${next.rule.version}`
  return tx<OpenTerm>`
    select t.id, t.case_id, c.number, t.clock, t.layer, t.rule_id, t.rule_version, t.calendar_id, t.calendar_version, t.area_request_id, t.received_at, t.due_at, t.due_on, t.state, t.met_at,
      t.clock = 'final-answer' and (c.channel = 'web' or exists (
        select from outgoing_mails m
        where m.organisation_id = c.organisation_id and m.subject_kind = 'case' and m.subject_id = c.id and m.purpose = 'acknowledgement' and m.state = 'sent'
      )) as told
    from case_terms t
    join cases c on c.organisation_id = t.organisation_id and c.id = t.case_id and c.status in ('open', 'answered')
    where t.organisation_id = ${organisationId} and ${earlier} and t.state in ('running', 'paused') and t.id > ${after ?? '00000000-0000-0000-0000-000000000000'}
    order by t.id
    limit ${limit}`
}

type OfTerm = { termId: string }

/** What befell these terms, by term. */
export async function eventsOf(tx: Tx, organisationId: string, termIds: readonly string[]): Promise<(termId: string) => { pauses: PauseRow[]; extensions: ExtensionRow[] }> {
  const [pauses, extensions] = await Promise.all([
    tx<PauseRow & OfTerm>`
      select term_id, id, cause, reason, from_at, until_at from case_term_pauses
      where organisation_id = ${organisationId} and term_id = any (${termIds}::uuid[]) order by from_at, id`,
    tx<ExtensionRow & OfTerm>`
      select term_id, days, reason, noticed_at, old_due_at, new_due_at from case_term_extensions
      where organisation_id = ${organisationId} and term_id = any (${termIds}::uuid[]) order by noticed_at, id`,
  ])
  const [byPause, byExtension] = [Map.groupBy(pauses, ({ termId }) => termId), Map.groupBy(extensions, ({ termId }) => termId)]
  return (termId) => ({ pauses: byPause.get(termId) ?? [], extensions: byExtension.get(termId) ?? [] })
}

/** Locks these cases in the order of their ids, so that two who do so never wait for one another. */
export const lockCases = (tx: Tx, organisationId: string, caseIds: readonly string[]) => tx`
  select id from cases where organisation_id = ${organisationId} and id = any (${caseIds}::uuid[]) order by id for update`

/** Gives a term its date by other versions; null leaves the date that it shows while it is held. */
export function saveMove(tx: Tx, organisationId: string, term: OpenTerm, versions: { rule: number; calendar: number }, due: { dueOn: string; dueAt: string } | null): void {
  void tx`
    update case_terms set rule_version = ${versions.rule}, calendar_version = ${versions.calendar}, due_on = coalesce(${due?.dueOn ?? null}, due_on), due_at = coalesce(${due?.dueAt ?? null}, due_at)
    where organisation_id = ${organisationId} and id = ${term.id}`
  if (due && term.areaRequestId)
    void tx`update area_requests set due_at = ${due.dueAt} where organisation_id = ${organisationId} and id = ${term.areaRequestId} and status = 'open'`
}
