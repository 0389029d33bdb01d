import type { Day, Instant } from '#kernel/actor.ts'
import { NotFound } from '#kernel/refusal.ts'
import { computeTerm } from '#kernel/term-proof.ts'
import type { TermProof } from '#kernel/term.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Channel, Kind } from '../contract.ts'
import { extensionsOf, pausesOf, wholeTerm, type TermRow } from './term-events.ts'

/** What is said of a case to its customer, on paper and by mail. */
export type SaidCase = {
  id: string
  number: string
  kind: Kind
  channel: Channel
  title: string
  description: string
  wishedOutcome: string
  product: string
  serial: string
  orderNumber: string
  receivedAt: Instant
  registeredAt: Instant
  registeredBy: string
  dueOn: Day | null
  followVersion: number
  language: 'es' | 'en'
  customer: string
  reporter: { name?: string; telephone?: string; email?: string; relation?: string; onBehalfOf?: string }
  company: string
  taxId: string | null
  branch: { code: string; name: string; city: string; address: string; telephone: string }
  timeZone: string
}

export async function readSaid(tx: Tx, organisationId: string, caseId: string): Promise<SaidCase> {
  const [row] = await tx<SaidCase>`
    select c.id, c.number, c.kind, c.channel, c.title, c.description, c.wished_outcome, coalesce(pr.name, c.product_text) as product, c.serial, c.order_number,
      c.received_at, c.registered_at, coalesce(p.name, '') as registered_by, c.due_on, c.follow_version, c.language, coalesce(cu.name, '') as customer, c.reporter,
      o.name as company, o.tax_id,
      jsonb_build_object('code', b.code, 'name', b.name, 'city', b.city, 'address', b.address, 'telephone', b.telephone) as branch, b.time_zone
    from cases c
    join organisations o on o.organisation_id = c.organisation_id
    join branches b on b.organisation_id = c.organisation_id and b.id = c.branch_id
    left join products pr on pr.organisation_id = c.organisation_id and pr.id = c.product_id
    left join customers cu on cu.organisation_id = c.organisation_id and cu.id = c.customer_id
    left join people p on p.organisation_id = c.organisation_id and p.id = c.registered_by
    where c.organisation_id = ${organisationId} and c.id = ${caseId}`
  if (!row) throw new NotFound('case')
  return row
}

/** The clocks that the customer is told of, each proved again from the versions it was computed by. */
export async function explainedTerms(tx: Tx, organisationId: string, caseId: string): Promise<{ row: TermRow; proof: TermProof; calendar: string }[]> {
  const rows = await tx<TermRow & { calendarName: string }>`
    select id, case_id, clock, rule_id, rule_version, calendar_id, calendar_version, received_at, due_at, due_on, state, met_at,
      (select k.name from calendars k where k.organisation_id = case_terms.organisation_id and k.id = calendar_id) as calendar_name
    from case_terms
    where organisation_id = ${organisationId} and case_id = ${caseId} and clock = 'final-answer' and state <> 'cancelled'
    order by due_at, id`
  return Promise.all(
    rows.map(async (row) => {
      const term = await wholeTerm(tx, organisationId, row)
      return { row, calendar: row.calendarName, proof: computeTerm(term.rule, Date.parse(row.receivedAt), term.calendar, { pauses: pausesOf(term), extensions: extensionsOf(term) }) }
    }),
  )
}

export type SaidAnswer = { subject: string; body: string; writtenBy: string; files: string[]; writtenAt: Instant; way: string; recipient: string }

/** The answer that a mail carries. */
export async function readSaidAnswer(tx: Tx, organisationId: string, mailId: string): Promise<SaidAnswer> {
  const [row] = await tx<SaidAnswer>`
    select a.subject, m.body, coalesce(p.name, '') as written_by, a.written_at, a.way, a.recipient,
      array(select f.file_id from case_files f where f.organisation_id = a.organisation_id and f.message_id = a.message_id order by f.file_id) as files
    from case_answers a
    join case_messages m on m.organisation_id = a.organisation_id and m.id = a.message_id
    left join people p on p.organisation_id = a.organisation_id and p.id = a.written_by
    where a.organisation_id = ${organisationId} and (a.mail_id = ${mailId} or a.id = ${mailId})`
  if (!row) throw new NotFound('answer')
  return row
}
