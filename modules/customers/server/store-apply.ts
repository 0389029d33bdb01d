import type { Actor } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'
import type { RowTelephone } from '../rules/read-import-row.ts'
import type { CustomerRow } from './store.ts'

// Some hundreds of rows in each statement: one round trip a table, and the database checks each row as if it came alone.

type Of = { id: string; customerId: string }
export type Parts = {
  telephones: (Of & RowTelephone)[]
  emails: (Of & { address: string })[]
  sites: (Of & { name: string; address: string; city: string })[]
  contacts: (Of & { name: string; post: string })[]
}

export const customersByCode = (tx: Tx, organisationId: string, source: string, codes: readonly string[]) => tx<CustomerRow & { mark: string | null }>`
  select id, kind, source, code, name, trade_name, identity_type, identity_number, identity_check_digit, segment, branch_id, active, version, encode(source_mark, 'hex') as mark
  from customers
  where organisation_id = ${organisationId} and source = ${source} and code = any (${codes})
  order by id
  for update`

export const insertCustomers = (tx: Tx, organisationId: string, rows: readonly object[]) => tx`
  insert into customers (organisation_id, id, kind, source, code, name, trade_name, identity_type, identity_number, identity_check_digit, segment, branch_id, active, created_at, source_mark)
  select ${organisationId}, r.id, r.kind, r.source, r.code, r.name, r."tradeName", r."identityType", r."identityNumber", r."identityCheckDigit", r.segment, r."branchId", r.active,
    r."createdAt", decode(r.mark, 'hex')
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, kind text, source text, code text, name text, "tradeName" text, "identityType" text,
    "identityNumber" text, "identityCheckDigit" text, segment text, "branchId" uuid, active boolean, "createdAt" timestamptz, mark text)`

/** What changed is unverified again. */
export const changeCustomers = (tx: Tx, organisationId: string, rows: readonly object[]) => tx`
  with changed as (
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, kind text, name text, "tradeName" text, "identityType" text,
      "identityNumber" text, "identityCheckDigit" text, segment text, "branchId" uuid, active boolean, mark text)
  ), unverified as (
    delete from customer_verifications v using customers c, changed r
    where v.organisation_id = ${organisationId} and v.customer_id = r.id and v.subject_id = r.id and c.organisation_id = v.organisation_id and c.id = r.id
      and (v.field = 'name' and (c.name, c.trade_name) is distinct from (r.name, r."tradeName")
        or v.field = 'identity' and (c.identity_type, c.identity_number) is distinct from (r."identityType", r."identityNumber")
        or v.field = 'segment' and c.segment is distinct from r.segment
        or v.field = 'branch' and c.branch_id is distinct from r."branchId")
  )
  update customers c
  set kind = r.kind, name = r.name, trade_name = r."tradeName", identity_type = r."identityType", identity_number = r."identityNumber",
    identity_check_digit = r."identityCheckDigit", segment = r.segment, branch_id = r."branchId", active = r.active, source_mark = decode(r.mark, 'hex'), version = c.version + 1
  from changed r
  where c.organisation_id = ${organisationId} and c.id = r.id`

export const insertTelephones = (tx: Tx, organisationId: string, rows: Parts['telephones']) => tx`
  insert into customer_telephones (organisation_id, id, customer_id, original, e164, candidates, last_seven, extension, kind, from_source)
  select ${organisationId}, r.id, r."customerId", r.original, r.e164, r.candidates, r."lastSeven", r.extension, r.kind, true
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "customerId" uuid, original text, e164 text, candidates text[], "lastSeven" text, extension text, kind text)`
export const insertEmails = (tx: Tx, organisationId: string, rows: Parts['emails']) => tx`
  insert into customer_emails (organisation_id, id, customer_id, address, from_source)
  select ${organisationId}, r.id, r."customerId", r.address, true from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "customerId" uuid, address text)`
export const insertSites = (tx: Tx, organisationId: string, rows: Parts['sites']) => tx`
  insert into customer_sites (organisation_id, id, customer_id, name, address, city, from_source)
  select ${organisationId}, r.id, r."customerId", r.name, r.address, r.city, true
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "customerId" uuid, name text, address text, city text)`
export const insertContacts = (tx: Tx, organisationId: string, rows: Parts['contacts']) => tx`
  insert into customer_contacts (organisation_id, id, customer_id, name, post, from_source)
  select ${organisationId}, r.id, r."customerId", r.name, r.post, true
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "customerId" uuid, name text, post text)`

export const updateSites = (tx: Tx, organisationId: string, rows: readonly object[]) => tx`
  update customer_sites s set name = r.name, address = r.address, city = r.city, active = r.active
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, name text, address text, city text, active boolean)
  where s.organisation_id = ${organisationId} and s.id = r.id`
export const updateContacts = (tx: Tx, organisationId: string, rows: readonly object[]) => tx`
  update customer_contacts c set name = r.name, post = r.post, active = r.active
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, name text, post text, active boolean)
  where c.organisation_id = ${organisationId} and c.id = r.id`

export async function partsFromSource(tx: Tx, organisationId: string, customerIds: readonly string[]): Promise<Parts> {
  const [telephones, emails, sites, contacts] = await Promise.all([
    tx<Parts['telephones'][number]>`
      select id, customer_id, original, e164, candidates, last_seven, extension, kind from customer_telephones
      where organisation_id = ${organisationId} and customer_id = any (${customerIds}::uuid[]) and from_source`,
    tx<Parts['emails'][number]>`
      select id, customer_id, address from customer_emails where organisation_id = ${organisationId} and customer_id = any (${customerIds}::uuid[]) and from_source`,
    tx<Parts['sites'][number]>`
      select id, customer_id, name, address, city from customer_sites where organisation_id = ${organisationId} and customer_id = any (${customerIds}::uuid[]) and from_source order by id`,
    tx<Parts['contacts'][number]>`
      select id, customer_id, name, post from customer_contacts where organisation_id = ${organisationId} and customer_id = any (${customerIds}::uuid[]) and from_source order by id`,
  ])
  return { telephones, emails, sites, contacts }
}

export function deleteParts(tx: Tx, organisationId: string, ids: readonly string[]): void {
  void tx`delete from customer_telephones where organisation_id = ${organisationId} and id = any (${ids}::uuid[])`
  void tx`delete from customer_emails where organisation_id = ${organisationId} and id = any (${ids}::uuid[])`
  void tx`delete from customer_verifications where organisation_id = ${organisationId} and subject_id = any (${ids}::uuid[])`
}

type Entries = { at: string; action: string; importId: string; entries: readonly { id: string; customerId: string }[] }

/** An entry of the history for each customer, as `note` writes one. */
export const historyOf = (tx: Tx, { organisationId, kind, id }: Actor, { at, action, importId, entries }: Entries) => tx`
  with entry as (
    insert into history (organisation_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, details)
    select ${organisationId}, r.id, ${at}, ${kind}, ${id}, ${action}, 'customer', r."customerId", ${JSON.stringify({ importId })}::jsonb
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as r (id uuid, "customerId" uuid)
    returning organisation_id, id
  )
  insert into history_pending (organisation_id, id) select organisation_id, id from entry`
