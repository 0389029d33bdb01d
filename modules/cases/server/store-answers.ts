import type { Instant } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import type { Way } from '../contract.ts'
import type { ApprovalRule } from '../rules/approval.ts'
import { whole } from './store-sheet.ts'

export const readApprovalRules = (tx: Tx, organisationId: string) => tx<ApprovalRule>`
  select kinds, amount_above from approval_rules where organisation_id = ${organisationId} and active order by id`

/** What stands of the answers of a case, and of those merged into it, when it is to be closed: how many wait (isPending), whether a second person approved one on the merits, and up to what amount. */
export async function readStanding(tx: Tx, organisationId: string, caseId: string): Promise<{ pending: number; approved: boolean; approvedUpTo: string | null }> {
  const [row] = await tx<{ pending: number; approved: boolean; approvedUpTo: string | null }>`
    ${whole({ organisationId, caseId })}
    select count(*) filter (where a.status in ('awaiting-approval', 'to-tell')) as pending,
      coalesce(bool_or(a.final and a.told_at is not null and a.approved_at is not null), false) as approved,
      max(a.amount) filter (where a.final and a.told_at is not null and a.approved_at is not null) as approved_up_to
    from whole w join case_answers a on a.organisation_id = ${organisationId} and a.case_id = w.id`
  return row!
}

/** The last answer on the merits that reached the customer since the case was received, its own or of one merged into it. */
export const lastTold = (tx: Tx, organisationId: string, { id, receivedAt }: { id: string; receivedAt: Instant }) => tx<{ way: Way; at: Instant }>`
  ${whole({ organisationId, caseId: id })}
  select a.way, a.told_at as at
  from whole w join case_answers a on a.organisation_id = ${organisationId} and a.case_id = w.id
  where a.final and a.told_at >= ${receivedAt}
  order by a.told_at desc
  limit 1`

/** When the last answer on the merits that is on its way, or came back, was decided, but for this one. */
export const lastDecided = (tx: Tx, organisationId: string, caseId: string, butId: string) => tx<{ decidedAt: Instant | null }>`
  ${whole({ organisationId, caseId })}
  select max(coalesce(a.approved_at, a.written_at)) as decided_at
  from whole w join case_answers a on a.organisation_id = ${organisationId} and a.case_id = w.id
  where a.id <> ${butId} and a.final and a.status in ('leaving', 'to-tell', 'sent', 'failed')`

/** What was written goes back to its author as a draft with its data and files, after whatever they have begun since; a program has no drafts. */
export function putBackAsDraft({ tx, actor, now }: Work, answerId: string): void {
  void tx`
    insert into case_drafts (organisation_id, case_id, author_id, kind, body, fields, updated_at)
    select a.organisation_id, a.case_id, a.written_by, 'answer', m.body, jsonb_strip_nulls(jsonb_build_object(
      'way', a.way, 'recipient', nullif(a.recipient, ''), 'subject', nullif(a.subject, ''), 'final', case when a.final then 'yes' else 'no' end,
      'amount', a.amount::text, 'templateId', a.template_id, 'files', (
        select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size) order by f.id)::text
        from case_files cf join files f on f.organisation_id = cf.organisation_id and f.id = cf.file_id
        where cf.organisation_id = a.organisation_id and cf.case_id = a.case_id and cf.message_id = a.message_id))), ${now}
    from case_answers a
    join case_messages m on m.organisation_id = a.organisation_id and m.id = a.message_id
    join people p on p.organisation_id = a.organisation_id and p.id = a.written_by
    where a.organisation_id = ${actor.organisationId} and a.id = ${answerId}
    on conflict (organisation_id, case_id, author_id, kind) do update
      set body = concat_ws(E'\n\n', nullif(case_drafts.body, ''), excluded.body), version = case_drafts.version + 1, updated_at = excluded.updated_at,
        fields = case when case_drafts.body = '' then excluded.fields else excluded.fields || case_drafts.fields end`
}

/** Files of an answer that came back go along with the one that is sent in its stead. */
export function takeAlong({ tx, actor }: Work, caseId: string, files: readonly string[], messageId: string): void {
  if (files.length === 0) return
  void tx`
    update case_files f set message_id = ${messageId}, visibility = 'customer'
    where f.organisation_id = ${actor.organisationId} and f.case_id = ${caseId} and f.file_id = any (${files}::uuid[]) and f.message_id in (
      select message_id from case_answers where organisation_id = ${actor.organisationId} and case_id = ${caseId} and status in ('returned', 'withdrawn'))`
}
