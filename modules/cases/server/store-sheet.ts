import type { z } from 'zod'
import type { Language } from '#kernel/actor.ts'
import { sql, type Sql, type Tx } from '#platform/server/database.ts'
import type { CaseSheet, TimelineEntry } from '../contract-sheet.ts'
import { openOutside } from './case-files.ts'
import { owedAfter, spoken } from './store-list.ts'

type Of = { organisationId: string; caseId: string; language: Language }

/** A case and those merged into it, through any chain: what is shown together. */
export const whole = ({ organisationId, caseId }: Pick<Of, 'organisationId' | 'caseId'>): Sql => sql`
  with recursive whole as (
    select id, number from cases where organisation_id = ${organisationId} and id = ${caseId}
    union
    select c.id, c.number from cases c join whole w on c.merged_into = w.id where c.organisation_id = ${organisationId}
  )`

/** {id, name} of whoever did something: a person, or a program by its token. */
const personBy = (id: Sql): Sql => sql`(
  select jsonb_build_object('id', who.id, 'name', who.name)
  from (
    select p.id, p.name from people p where p.organisation_id = c.organisation_id and p.id = ${id}
    union all
    select k.id, k.name from api_tokens k where k.organisation_id = c.organisation_id and k.id = ${id}
  ) who limit 1)`

export type SheetRow = Omit<CaseSheet, 'alias' | 'merged' | 'links' | 'terms' | 'duties' | 'files' | 'areaRequests' | 'answers' | 'closure' | 'may' | 'snoozeLimit'> & {
  owedAt: string | null
  areaIds: string[]
  supplierId: string | null
  segment: string
}

export const readSheetRow = (tx: Tx, { organisationId, caseId, language }: Of) => tx<SheetRow>`
  select c.id, c.number, c.kind, c.channel, c.status, c.severity, c.title, c.stage, c.description, c.wished_outcome, c.place, c.serial, c.order_number, c.incident_on,
    c.customer_status, c.site_id, c.language, c.procedure_undefined, c.registered_at, c.reopened, c.rerouted, c.snooze_reason, c.waiting_for, c.snoozed_until,
    c.received_at, c.due_on, c.due_at, ${owedAfter} as owed, c.answered_at, c.closed_at, c.version, c.area_ids, c.supplier_id, c.product_id, c.owed_at, coalesce(cu.segment, '') as segment,
    coalesce(nullif(c.product_text, ''), ${spoken(language, sql`pr.name`, sql`pr.name_en`)}, '') as product,
    case when cu.id is not null then jsonb_build_object('id', cu.id, 'name', cu.name) end as customer,
    jsonb_build_object('id', b.id, 'code', b.code) as branch,
    case when a.id is not null then jsonb_build_object('id', a.id, 'code', a.code) end as area,
    case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.name) end as owner,
    case when ca.id is not null then jsonb_build_object('id', ca.id, 'name', ${spoken(language, sql`ca.name`, sql`ca.name_en`)}) end as cause,
    case when g.id is not null then jsonb_build_object('id', g.id, 'name', g.name) end as "group",
    '{"subjects": [], "flags": [], "personalData": false, "consumer": false}'::jsonb || c.term_facts as term_facts,
    jsonb_build_object('name', '', 'telephone', '', 'email', '', 'relation', '', 'onBehalfOf', '') || c.reporter as reporter,
    ${personBy(sql`c.registered_by`)} as registered_by,
    (
      select jsonb_build_object('number', i.number, 'mergeId', m.id)
      from case_merges m join cases i on i.organisation_id = m.organisation_id and i.id = m.into_id
      where m.organisation_id = c.organisation_id and m.case_id = c.id and m.unmerged_at is null
    ) as merged_into
  from cases c
  join branches b on b.organisation_id = c.organisation_id and b.id = c.branch_id
  left join areas a on a.organisation_id = c.organisation_id and a.id = c.area_id
  left join people o on o.organisation_id = c.organisation_id and o.id = c.owner_id
  left join causes ca on ca.organisation_id = c.organisation_id and ca.id = c.cause_id
  left join customers cu on cu.organisation_id = c.organisation_id and cu.id = c.customer_id
  left join products pr on pr.organisation_id = c.organisation_id and pr.id = c.product_id
  left join case_groups g on g.organisation_id = c.organisation_id and g.id = c.group_id
  where c.organisation_id = ${organisationId} and c.id = ${caseId}`

/** Merges into this case that stand, those of merged cases among them: the latest first. */
export const readMerged = (tx: Tx, of: Of) => tx<CaseSheet['merged'][number]>`
  ${whole(of)}
  select m.id as merge_id, w.number, m.merged_at
  from whole w
  join case_merges m on m.organisation_id = ${of.organisationId} and m.case_id = w.id and m.unmerged_at is null
  where w.id <> ${of.caseId}
  order by m.merged_at desc, m.id desc`

export const readLinks = (tx: Tx, { organisationId, caseId }: Of) => tx<CaseSheet['links'][number]>`
  select o.number, o.title, o.status, l.reason
  from case_links l
  join cases o on o.organisation_id = l.organisation_id and o.id = l.other_id
  where l.organisation_id = ${organisationId} and l.case_id = ${caseId}
  order by l.linked_at, o.number`

/** Files of the case and of those merged into it, each once; from outside, none that hangs on what may not be read there. */
export const readFiles = (tx: Tx, of: Of, outside: boolean) => tx<CaseSheet['files'][number]>`
  ${whole(of)}
  select f.id, f.name, f.size, f.media_type, case when bool_or(l.visibility = 'customer') then 'customer' else 'internal' end as visibility
  from whole w
  join case_files l on l.organisation_id = ${of.organisationId} and l.case_id = w.id
  join files f on f.organisation_id = l.organisation_id and f.id = l.file_id
  where not ${outside} or ${openOutside(sql`l`)}
  group by f.id, f.name, f.size, f.media_type
  order by min(l.added_at), f.id`

export const readAreaRequests = (tx: Tx, of: Of) => tx<CaseSheet['areaRequests'][number]>`
  ${whole(of)}
  select r.id, jsonb_build_object('id', a.id, 'name', ${spoken(of.language, sql`a.name`, sql`a.name_en`)}) as area, r.status, q.body as question, n.body as answer,
    r.asked_at, r.due_at, r.answered_at, r.returned_reason, r.reminders
  from whole w
  join area_requests r on r.organisation_id = ${of.organisationId} and r.case_id = w.id
  join areas a on a.organisation_id = r.organisation_id and a.id = r.area_id
  join case_messages q on q.organisation_id = r.organisation_id and q.id = r.message_id
  left join case_messages n on n.organisation_id = r.organisation_id and n.id = r.answer_id
  order by r.asked_at, r.id`

export const readAnswers = (tx: Tx, of: Of) => tx<Omit<CaseSheet['answers'][number], 'held'>>`
  ${whole(of)}
  select c.id, c.final, c.way, c.recipient, c.subject, m.body, c.status, ${personBy(sql`c.written_by`)} as written_by, c.written_at,
    ${personBy(sql`c.approved_by`)} as approved_by, c.returned_reason, c.approval_reason, c.leaves_at, c.told_at, c.delivery,
    case when c.status = 'leaving' then o.last_error end as mail_error
  from whole w
  join case_answers c on c.organisation_id = ${of.organisationId} and c.case_id = w.id
  left join outgoing_mails o on o.organisation_id = c.organisation_id and o.id = c.mail_id
  join case_messages m on m.organisation_id = c.organisation_id and m.id = c.message_id
  order by c.written_at, c.id`

/** The last closure: a case that was opened again keeps it in sight. */
export const readClosure = (tx: Tx, { organisationId, caseId, language }: Of) => tx<NonNullable<CaseSheet['closure']>>`
  select jsonb_build_object('id', ca.id, 'name', ${spoken(language, sql`ca.name`, sql`ca.name_en`)}) as cause, c.action_taken, c.remedy, c.amount, c.currency, c.told_way, c.told_at,
    ${personBy(sql`c.closed_by`)} as closed_by, c.closed_at
  from case_closures c
  join causes ca on ca.organisation_id = c.organisation_id and ca.id = c.cause_id
  where c.organisation_id = ${organisationId} and c.case_id = ${caseId}
  order by c.closed_at desc, c.id desc
  limit 1`

/** What happened to the case and to those merged into it, oldest first, after an entry; with the text of each where it has one that may be read, from `outside` too. */
export const readEntries = (tx: Tx, of: Pick<Of, 'organisationId' | 'caseId'>, { after, limit, outside }: { after: string | null; limit: number; outside: boolean }) => tx<z.infer<typeof TimelineEntry>>`
  ${whole(of)}
  select h.id, h.at, h.action, h.reason, w.number, h.details,
    jsonb_build_object('kind', h.actor_kind, 'id', h.actor_id, 'name', coalesce(p.name, k.name, case when h.actor_kind = 'system' then 'Acuse' end, c.reporter ->> 'name', '')) as actor,
    case when m.id is not null then jsonb_build_object('id', m.id, 'kind', m.kind, 'visibility', m.visibility, 'body', m.body, 'mentions', to_jsonb(m.mentions)) end as message
  from whole w
  join cases c on c.organisation_id = ${of.organisationId} and c.id = w.id
  join history h on h.organisation_id = ${of.organisationId} and h.subject_kind = 'case' and h.subject_id = w.id
  left join people p on h.actor_kind = 'person' and p.organisation_id = h.organisation_id and p.id = h.actor_id
  left join api_tokens k on h.actor_kind = 'token' and k.organisation_id = h.organisation_id and k.id = h.actor_id
  left join case_messages m on m.organisation_id = h.organisation_id and m.id = (h.details ->> 'messageId')::uuid and (not ${outside} or acuse.reads_outside(m))
  where ${after}::uuid is null or h.id > ${after}
  order by h.id
  limit ${limit}`
