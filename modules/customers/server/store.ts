import type { Tx } from '#platform/server/database.ts'
import type { CustomerReading } from '../contract.ts'

export type CustomerRow = {
  id: string
  kind: 'company' | 'person'
  source: string
  code: string | null
  name: string
  tradeName: string
  identityType: string | null
  identityNumber: string | null
  identityCheckDigit: string | null
  segment: string
  branchId: string | null
  active: boolean
  version: number
}
export type TelephoneRow = {
  id: string
  contactId: string | null
  original: string
  e164: string | null
  candidates: string[]
  lastSeven: string | null
  extension: string | null
  kind: 'mobile' | 'fixed' | 'toll-free' | 'premium' | 'unknown'
  label: string
}
export type EmailRow = { id: string; contactId: string | null; address: string }
export type SiteRow = { id: string; name: string; address: string; city: string; branchId: string | null; active: boolean }
export type ContactRow = { id: string; siteId: string | null; name: string; post: string; active: boolean }
export type VerificationRow = { field: string; subjectId: string; at: string; by: string }

type Key = { organisationId: string; id: string }

export const countryOf = (tx: Tx, organisationId: string) => tx<{ country: string }>`
  select country from organisations where organisation_id = ${organisationId}`

export const customerOf = (tx: Tx, { organisationId, id }: Key) => tx<CustomerRow>`
  select id, kind, source, code, name, trade_name, identity_type, identity_number, identity_check_digit, segment, branch_id, active, version
  from customers
  where organisation_id = ${organisationId} and id = ${id}`

export const lockCustomer = (tx: Tx, { organisationId, id }: Key) => tx<CustomerRow>`
  select id, kind, source, code, name, trade_name, identity_type, identity_number, identity_check_digit, segment, branch_id, active, version
  from customers
  where organisation_id = ${organisationId} and id = ${id}
  for update`

export const sitesOf = (tx: Tx, { organisationId, id }: Key) => tx<SiteRow>`
  select id, name, address, city, branch_id, active from customer_sites
  where organisation_id = ${organisationId} and customer_id = ${id}
  order by active desc, id`
export const contactsOf = (tx: Tx, { organisationId, id }: Key) => tx<ContactRow>`
  select id, site_id, name, post, active from customer_contacts
  where organisation_id = ${organisationId} and customer_id = ${id}
  order by active desc, id`
export const telephonesOf = (tx: Tx, { organisationId, id }: Key) => tx<TelephoneRow>`
  select id, contact_id, original, e164, candidates, last_seven, extension, kind, label from customer_telephones
  where organisation_id = ${organisationId} and customer_id = ${id}
  order by id`
export const emailsOf = (tx: Tx, { organisationId, id }: Key) => tx<EmailRow>`
  select id, contact_id, address from customer_emails
  where organisation_id = ${organisationId} and customer_id = ${id}
  order by id`
export const verificationsOf = (tx: Tx, { organisationId, id }: Key) => tx<VerificationRow>`
  select v.field, v.subject_id, v.verified_at as at, coalesce(p.name, '') as by
  from customer_verifications v
  left join people p on p.organisation_id = v.organisation_id and p.id = v.verified_by
  where v.organisation_id = ${organisationId} and v.customer_id = ${id}
  order by v.verified_at desc, v.field`

/** Another customer with the same document, if any. */
export const withIdentity = (tx: Tx, organisationId: string, { type, number, notId }: { type: string; number: string; notId: string }) => tx<{ id: string; name: string }>`
  select id, name from customers
  where organisation_id = ${organisationId} and identity_number = ${number} and identity_type = ${type} and id <> ${notId}
  order by active desc, id
  limit 1`

export const withCode = (tx: Tx, organisationId: string, { source, code, notId }: { source: string; code: string | null; notId: string }) => tx<{ id: string }>`
  select id from customers where organisation_id = ${organisationId} and source = ${source} and code = ${code} and id <> ${notId}`

export const branchExists = (tx: Tx, organisationId: string, branchId: string) => tx`
  select from branches where organisation_id = ${organisationId} and id = ${branchId}`

/** Nothing comes back when another customer of the source has the code. */
export const insertCustomer = (tx: Tx, organisationId: string, row: Omit<CustomerRow, 'version' | 'active'> & { createdAt: string }) => tx<{ id: string }>`
  insert into customers (organisation_id, id, kind, source, code, name, trade_name, identity_type, identity_number, identity_check_digit, segment, branch_id, created_at)
  values (${organisationId}, ${row.id}, ${row.kind}, ${row.source}, ${row.code}, ${row.name}, ${row.tradeName}, ${row.identityType}, ${row.identityNumber},
    ${row.identityCheckDigit}, ${row.segment}, ${row.branchId}, ${row.createdAt})
  on conflict (organisation_id, source, code) do nothing
  returning id`

export const updateCustomer = (tx: Tx, organisationId: string, row: CustomerRow) => tx`
  update customers
  set kind = ${row.kind}, code = ${row.code}, name = ${row.name}, trade_name = ${row.tradeName}, identity_type = ${row.identityType},
    identity_number = ${row.identityNumber}, identity_check_digit = ${row.identityCheckDigit}, segment = ${row.segment},
    branch_id = ${row.branchId}, active = ${row.active}, version = version + 1
  where organisation_id = ${organisationId} and id = ${row.id}`

/** Its parts are edited under the version of their customer. */
export const touchCustomer = (tx: Tx, { organisationId, id }: Key) => tx`
  update customers set version = version + 1 where organisation_id = ${organisationId} and id = ${id}`

type Of = { organisationId: string; customerId: string }

export const insertTelephone = (tx: Tx, { organisationId, customerId }: Of, row: TelephoneRow) => tx`
  insert into customer_telephones (organisation_id, id, customer_id, contact_id, original, e164, candidates, last_seven, extension, kind, label)
  values (${organisationId}, ${row.id}, ${customerId}, ${row.contactId}, ${row.original}, ${row.e164}, ${row.candidates}, ${row.lastSeven}, ${row.extension}, ${row.kind}, ${row.label})`
export const updateTelephone = (tx: Tx, { organisationId, customerId }: Of, row: TelephoneRow) => tx`
  update customer_telephones
  set contact_id = ${row.contactId}, original = ${row.original}, e164 = ${row.e164}, candidates = ${row.candidates}, last_seven = ${row.lastSeven},
    extension = ${row.extension}, kind = ${row.kind}, label = ${row.label}
  where organisation_id = ${organisationId} and customer_id = ${customerId} and id = ${row.id}`
export const deleteTelephone = (tx: Tx, { organisationId, customerId }: Of, id: string) => tx<{ id: string }>`
  delete from customer_telephones where organisation_id = ${organisationId} and customer_id = ${customerId} and id = ${id} returning id`

export const insertEmail = (tx: Tx, { organisationId, customerId }: Of, row: EmailRow) => tx`
  insert into customer_emails (organisation_id, id, customer_id, contact_id, address)
  values (${organisationId}, ${row.id}, ${customerId}, ${row.contactId}, ${row.address})`
export const deleteEmail = (tx: Tx, { organisationId, customerId }: Of, id: string) => tx<{ id: string }>`
  delete from customer_emails where organisation_id = ${organisationId} and customer_id = ${customerId} and id = ${id} returning id`

export const insertSite = (tx: Tx, { organisationId, customerId }: Of, row: Omit<SiteRow, 'active'>) => tx`
  insert into customer_sites (organisation_id, id, customer_id, name, address, city, branch_id)
  values (${organisationId}, ${row.id}, ${customerId}, ${row.name}, ${row.address}, ${row.city}, ${row.branchId})`
export const updateSite = (tx: Tx, { organisationId, customerId }: Of, row: SiteRow) => tx`
  update customer_sites set name = ${row.name}, address = ${row.address}, city = ${row.city}, branch_id = ${row.branchId}, active = ${row.active}
  where organisation_id = ${organisationId} and customer_id = ${customerId} and id = ${row.id}`

export const insertContact = (tx: Tx, { organisationId, customerId }: Of, row: Omit<ContactRow, 'active'>) => tx`
  insert into customer_contacts (organisation_id, id, customer_id, site_id, name, post)
  values (${organisationId}, ${row.id}, ${customerId}, ${row.siteId}, ${row.name}, ${row.post})`
export const updateContact = (tx: Tx, { organisationId, customerId }: Of, row: ContactRow) => tx`
  update customer_contacts set site_id = ${row.siteId}, name = ${row.name}, post = ${row.post}, active = ${row.active}
  where organisation_id = ${organisationId} and customer_id = ${customerId} and id = ${row.id}`

export const saveVerification = (tx: Tx, { organisationId, customerId }: Of, { field, subjectId, at, by }: VerificationRow) => tx`
  insert into customer_verifications (organisation_id, customer_id, subject_id, field, verified_at, verified_by)
  values (${organisationId}, ${customerId}, ${subjectId}, ${field}, ${at}, ${by})
  on conflict (organisation_id, customer_id, subject_id, field) do update set verified_at = excluded.verified_at, verified_by = excluded.verified_by`
/** What changed is unverified again; `fields` null is everything of the subject. */
export const forgetVerifications = (tx: Tx, { organisationId, customerId }: Of, subjectId: string, fields: readonly string[] | null = null) => tx`
  delete from customer_verifications
  where organisation_id = ${organisationId} and customer_id = ${customerId} and subject_id = ${subjectId}
    and (${fields}::text[] is null or field = any (${fields}::text[]))`

/** Who looked at their data, newest first, from before an entry on. */
export const readingsOf = (tx: Tx, { organisationId, id }: Key, { before, limit }: { before: string | null; limit: number }) => tx<CustomerReading>`
  select h.id, h.at, jsonb_build_object('kind', h.actor_kind, 'name', coalesce(p.name, k.name, 'Acuse')) as actor, h.details ->> 'number' as case_number
  from history h
  left join people p on h.actor_kind = 'person' and p.organisation_id = h.organisation_id and p.id = h.actor_id
  left join api_tokens k on h.actor_kind = 'token' and k.organisation_id = h.organisation_id and k.id = h.actor_id
  where h.organisation_id = ${organisationId} and h.subject_kind = 'personal-data' and h.subject_id = ${id} and (${before}::uuid is null or h.id < ${before})
  order by h.id desc limit ${limit}`
