import type { Actor, Day, Instant } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import type { Clock, TermRule } from '#kernel/term.ts'
import type { BodyOf, ReplyOf } from '#kernel/endpoint.ts'
import { refuseIf } from '#kernel/refusal.ts'
import type { StartedTerm } from '#modules/calendars/public.ts'
import type { TermFacts } from '#modules/calendars/rules/facts-asked.ts'
import type { Tx } from '#platform/server/database.ts'
import type { RegisterCase, Term } from '../contract.ts'
import { readTerms } from './store-terms.ts'

export type NewCase = {
  id: string
  branchId: string
  branchCode: string
  year: number
  kind: string
  channel: string
  stage: string
  severity: string
  language: string
  title: string
  description: string
  wishedOutcome: string
  productId: string | null
  productText: string
  place: string
  serial: string
  orderNumber: string
  incidentOn: Day | null
  customerStatus: string
  customerId: string | null
  siteId: string | null
  reporter: Record<string, unknown>
  causeId: string | null
  causeVersion: number | null
  procedureUndefined: boolean
  areaId: string | null
  areaIds: string[]
  ownerId: string | null
  supplierId: string | null
  registeredBy: string
  receivedAt: Instant
  registeredAt: Instant
  dueAt: Instant
  dueOn: Day
  /** The rule that binds now. */
  dueTermId: string
  /** What law or a contract gives, whatever target of the house binds before. */
  owed: { dueAt: Instant; dueOn: Day; layer: string } | null
  termFacts: TermFacts
}

export type NewTerm = {
  id: string
  clock: string
  layer: Term['layer']
  ruleId: string
  ruleVersion: number
  calendarId: string
  calendarVersion: number
  receivedAt: Instant
  dueOn: Day
  dueAt: Instant
  state: 'running' | 'met'
  metAt: Instant | null
  rule: TermRule
}

export function newTerm({ rule, calendar, dueOn, dueAt }: StartedTerm, receivedAt: Instant, met: Partial<Record<Clock, Instant | null>> = {}): NewTerm {
  const metAt = met[rule.clock] ?? null
  return {
    id: newId(), clock: rule.clock, layer: rule.layer, ruleId: rule.id, ruleVersion: rule.version, calendarId: calendar.id, calendarVersion: calendar.version,
    receivedAt, dueOn, dueAt, state: metAt ? 'met' : 'running', metAt, rule,
  }
}

/** What a registration refers to, as it is in the organisation now. */
export type Mentioned = {
  customer: { id: string; name: string; segment: string; email: string | null; site: boolean } | null
  product: boolean
  /** How many of the files are there and the actor's own. */
  files: number
}

export async function readMentioned(tx: Tx, actor: Actor, { customer, productId, files }: BodyOf<typeof RegisterCase>): Promise<Mentioned> {
  const customerId = 'customerId' in customer ? (customer.customerId ?? null) : null
  const siteId = 'siteId' in customer ? (customer.siteId ?? null) : null
  const [customers, products, uploaded] = await Promise.all([
    customerId ? tx<NonNullable<Mentioned['customer']>>`
      select c.id, c.name, c.segment, (
          select e.address from customer_emails e
          where e.organisation_id = c.organisation_id and e.customer_id = c.id order by e.id limit 1
        ) as email,
        ${siteId}::uuid is null or exists (
          select from customer_sites s where s.organisation_id = c.organisation_id and s.customer_id = c.id and s.id = ${siteId}
        ) as site
      from customers c where c.organisation_id = ${actor.organisationId} and c.id = ${customerId}` : [],
    productId ? tx`select id from products where organisation_id = ${actor.organisationId} and id = ${productId} and active` : [],
    files.length > 0 ? tx`
      select id from files where organisation_id = ${actor.organisationId} and id = any (${files}::uuid[]) and uploaded_by = ${actor.id} for key share` : [],
  ])
  return { customer: customers[0] ?? null, product: products.length > 0, files: uploaded.length }
}

/** A contact by its door, its raw form as it came, explained from the start by the case it became. */
export function insertContact(
  tx: Tx,
  { organisationId, id: takenBy }: Actor,
  contact: { id: string; caseId: string; at: Instant; branchId: string; supplierId: string | null; customerId: string | null; door: string; raw: unknown },
): void {
  void tx`
    insert into contacts (organisation_id, id, door, direction, at, branch_id, supplier_id, customer_id, taken_by, raw, outcome, case_id)
    values (${organisationId}, ${contact.id}, ${contact.door}, 'in', ${contact.at}, ${contact.branchId}, ${contact.supplierId}, ${contact.customerId},
      ${takenBy}, ${JSON.stringify(contact.raw)}, 'case', ${contact.caseId})`
}

/** Gives the branch's next number of the year and writes the case with it. */
export async function insertCase(tx: Tx, { organisationId }: Actor, c: NewCase): Promise<{ seq: number; ownerName: string | null }> {
  const [row] = await tx<{ seq: number; ownerName: string | null }>`
    with given as (
      insert into case_counters (organisation_id, branch_id, year, last) values (${organisationId}, ${c.branchId}, ${c.year}, 1)
      on conflict (organisation_id, branch_id, year) do update set last = case_counters.last + 1
      returning last
    )
    insert into cases (organisation_id, id, branch_id, year, seq, number, kind, channel, stage, severity, language, title, description, wished_outcome,
      product_id, product_text, place, serial, order_number, incident_on, customer_status, customer_id, site_id, reporter, cause_id, cause_version,
      procedure_undefined, area_id, area_ids, owner_id, supplier_id, registered_by, received_at, registered_at, due_at, due_on, due_rule, owed_at, owed_on, owed_layer, term_facts)
    select ${organisationId}, ${c.id}, ${c.branchId}, ${c.year}, last, ${c.branchCode} || ${`-${c.year}-`} || lpad(last::text, greatest(6, length(last::text)), '0'),
      ${c.kind}, ${c.channel}, ${c.stage}, ${c.severity}, ${c.language}, ${c.title}, ${c.description}, ${c.wishedOutcome},
      ${c.productId}, ${c.productText}, ${c.place}, ${c.serial}, ${c.orderNumber}, ${c.incidentOn}, ${c.customerStatus}, ${c.customerId}, ${c.siteId}, ${JSON.stringify(c.reporter)},
      ${c.causeId}, ${c.causeVersion}, ${c.procedureUndefined}, ${c.areaId}, ${c.areaIds}, ${c.ownerId}, ${c.supplierId}, ${c.registeredBy},
      ${c.receivedAt}, ${c.registeredAt}, ${c.dueAt}, ${c.dueOn}, ${c.dueTermId}, ${c.owed?.dueAt ?? null}, ${c.owed?.dueOn ?? null}, ${c.owed?.layer ?? null}, ${JSON.stringify(c.termFacts)}
    from given
    returning seq, (select p.name from people p where p.organisation_id = cases.organisation_id and p.id = cases.owner_id) as owner_name`
  return row!
}

export function insertTerms(tx: Tx, { organisationId }: Actor, caseId: string, terms: readonly (Omit<NewTerm, 'rule'> & { areaRequestId?: string })[]): void {
  const rows = terms.map((t) => ({
    id: t.id, clock: t.clock, layer: t.layer, rule_id: t.ruleId, rule_version: t.ruleVersion, calendar_id: t.calendarId, calendar_version: t.calendarVersion,
    area_request_id: t.areaRequestId ?? null, received_at: t.receivedAt, due_on: t.dueOn, due_at: t.dueAt, state: t.state, met_at: t.metAt,
  }))
  void tx`
    insert into case_terms (organisation_id, id, case_id, clock, layer, rule_id, rule_version, calendar_id, calendar_version, area_request_id,
      received_at, due_on, due_at, state, met_at)
    select ${organisationId}, t.id, ${caseId}, t.clock, t.layer, t.rule_id, t.rule_version, t.calendar_id, t.calendar_version, t.area_request_id,
      t.received_at, t.due_on, t.due_at, t.state, t.met_at
    from jsonb_to_recordset(${JSON.stringify(rows)}) as t (id uuid, clock text, layer text, rule_id text, rule_version integer, calendar_id uuid,
      calendar_version integer, area_request_id uuid, received_at timestamptz, due_on date, due_at timestamptz, state text, met_at timestamptz)`
}

export function linkFiles(tx: Tx, actor: Actor, caseId: string, files: readonly string[], at: Instant, { messageId = null, visibility = 'internal' }: { messageId?: string | null; visibility?: 'internal' | 'customer' } = {}): void {
  if (files.length === 0) return
  void tx`
    insert into case_files (organisation_id, case_id, file_id, message_id, visibility, added_by, added_at)
    select ${actor.organisationId}, ${caseId}, file, ${messageId}, ${visibility}, ${actor.id}, ${at} from unnest(${files}::uuid[]) file
    on conflict do nothing`
}

export type Already = Omit<ReplyOf<typeof RegisterCase>, 'follow'> & { followVersion: number }

/** The case that was registered under this id before, as it was answered then: the same intention sent again. Somebody else's is refused. */
export async function readAlready(tx: Tx, { organisationId, id: actorId, language }: Actor, caseId: string, now: Instant): Promise<Already | null> {
  // Sent twice at the same moment, the second waits here until the first is committed, and finds it.
  void tx`select pg_advisory_xact_lock(hashtextextended(${`case ${caseId}`}, 0))`
  const [row] = await tx<Already & { registeredBy: string }>`
    select c.registered_by, c.id, c.number, c.version, c.received_at, c.registered_at, c.follow_version,
      case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as area,
      case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as owner,
      jsonb_build_object('way', case when m.id is null then 'print' else 'mail' end, 'to', coalesce(m.recipient, '')) as acknowledgement
    from cases c
    left join areas a on a.organisation_id = c.organisation_id and a.id = c.area_id
    left join people p on p.organisation_id = c.organisation_id and p.id = c.owner_id
    left join outgoing_mails m on m.organisation_id = c.organisation_id and m.subject_kind = 'case' and m.subject_id = c.id and m.purpose = 'acknowledgement'
    where c.organisation_id = ${organisationId} and c.id = ${caseId}`
  if (!row) return null
  const { registeredBy, ...already } = row
  refuseIf(registeredBy === actorId ? null : 'case-id-taken')
  return { ...already, terms: await readTerms(tx, { organisationId, caseId, language, now }) }
}
