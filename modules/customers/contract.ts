import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { changesOf, email, id, ids, listOf, optionalText, page, text } from '#kernel/fields.ts'

export const CUSTOMER_KINDS = ['company', 'person'] as const
export const VERIFIED_FIELDS = ['name', 'identity', 'segment', 'branch', 'telephone', 'email', 'site', 'contact'] as const
/** Why a customer is among the found: surest first. A candidate is a number that may be theirs, never taken for certain. */
export const FOUND_BY = ['identity', 'telephone', 'email', 'code', 'name', 'telephone-candidate', 'contact', 'digits', 'name-alike', 'contact-alike'] as const

/** Why not, each with its sentence in es.ts and en.ts. */
const CUSTOMER_REFUSALS = ['customer-code-taken', 'customer-identity-taken', 'import-not-finished', 'import-file-unknown'] as const
export type CustomerRefusal = (typeof CUSTOMER_REFUSALS)[number]

/** A number in any usual writing: 'NIT 900.123.456-8'; `type` may be left to the words before it. */
const AskedIdentity = z.strictObject({ type: z.string().max(20).nullable().default(null), number: text(80) })
const AskedTelephone = z.strictObject({ text: text(200), label: optionalText(60), contactId: id().nullable().default(null) })
const AskedEmail = z.strictObject({ address: email(), contactId: id().nullable().default(null) })
const AskedSite = z.strictObject({ name: optionalText(120), address: text(300), city: optionalText(80), branchId: id().nullable().default(null) })
const AskedContact = z.strictObject({ name: text(200), post: optionalText(120), siteId: id().nullable().default(null) })

const Telephone = z.object({
  id: id(),
  contactId: id().nullable(),
  /** As it was written when it came; `shown` as one reads it aloud. */
  original: z.string(),
  shown: z.string(),
  e164: z.string().nullable(),
  /** What a number of before 2021 may be today. */
  candidates: z.array(z.string()),
  extension: z.string().nullable(),
  kind: z.enum(['mobile', 'fixed', 'toll-free', 'premium', 'unknown']),
  label: z.string(),
})
const Email = z.object({ id: id(), contactId: id().nullable(), address: z.string() })
const Site = z.object({ id: id(), name: z.string(), address: z.string(), city: z.string(), branchId: id().nullable(), active: z.boolean() })
const Contact = z.object({ id: id(), siteId: id().nullable(), name: z.string(), post: z.string(), active: z.boolean() })
const Verification = z.object({ field: z.enum(VERIFIED_FIELDS), subjectId: id(), at: z.string(), by: z.string() })

const facts = {
  id: id(),
  kind: z.enum(CUSTOMER_KINDS),
  source: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  tradeName: z.string(),
  /** As people write it: 'NIT 900.123.456-8'. */
  identity: z.string().nullable(),
  segment: z.string(),
  branchId: id().nullable(),
  active: z.boolean(),
}
export const Customer = z.object({
  ...facts,
  identityType: z.string().nullable(),
  identityNumber: z.string().nullable(),
  sites: z.array(Site),
  contacts: z.array(Contact),
  telephones: z.array(Telephone),
  emails: z.array(Email),
  verified: z.array(Verification),
  /** A supplier's people see identity, telephones and addresses in part. */
  masked: z.boolean(),
  version: z.number().int(),
})
export type Customer = z.output<typeof Customer>

export const CustomerHit = z.object({
  ...facts,
  city: z.string(),
  /** Absent in a list that was not asked to find. */
  why: z.enum(FOUND_BY).nullable(),
  /** What matched: the number, the address, the contact's name. */
  matched: z.string().nullable(),
})
export type CustomerHit = z.output<typeof CustomerHit>

export const ListCustomers = endpoint({
  name: 'ListCustomers',
  method: 'GET',
  path: '/customers',
  summary: 'Customers: found by name, document, telephone, code, mail or any four digits in a row, best first; or all by name',
  query: z.object({
    find: z.string().max(200).optional(),
    /** The number that calls: only whose it is, and whose it may be. */
    telephone: z.string().max(60).optional(),
    /** These, for whoever knows them by no more than their id. */
    id: ids(200),
    branchId: id().optional(),
    segment: z.string().max(60).optional(),
    active: z.enum(['yes', 'no']).optional(),
    ...page,
  }),
  reply: listOf(CustomerHit).extend({ masked: z.boolean() }),
})

const params = z.object({ customerId: id() })
export const ReadCustomer = endpoint({ name: 'ReadCustomer', method: 'GET', path: '/customers/:customerId', summary: 'One customer with sites, contacts, telephones and what was verified when', params, reply: Customer })

const CustomerReading = z.object({
  id: id(), at: z.string(), actor: z.object({ kind: z.enum(['person', 'token', 'system']), name: z.string() }),
  /** On their own sheet, or on that of the case with this number. */
  caseNumber: z.string().nullable(),
})
export type CustomerReading = z.infer<typeof CustomerReading>
export const ListCustomerReadings = endpoint({
  name: 'ListCustomerReadings', method: 'GET', path: '/customers/:customerId/readings',
  summary: 'Who looked at this customer’s data, newest first: once a day for each of them and each sheet', params, query: z.object(page), reply: listOf(CustomerReading),
})

const CustomerFacts = z.strictObject({
  kind: z.enum(CUSTOMER_KINDS).default('company'),
  name: text(200),
  tradeName: optionalText(200),
  code: text(60).nullable().default(null),
  identity: AskedIdentity.nullable().default(null),
  segment: optionalText(60),
  branchId: id().nullable().default(null),
})
/** Said when another customer has the same document and it is right so. */
const sameIdentity = z.boolean().default(false)

export const AddCustomer = endpoint({
  name: 'AddCustomer',
  method: 'POST',
  path: '/customers',
  summary: 'Write down a new customer',
  body: CustomerFacts.extend({
    id: id().optional(),
    telephones: z.array(AskedTelephone.omit({ contactId: true })).max(20).default([]),
    emails: z.array(AskedEmail.omit({ contactId: true })).max(20).default([]),
    sites: z.array(AskedSite).max(50).default([]),
    contacts: z.array(AskedContact.omit({ siteId: true })).max(50).default([]),
    sameIdentity,
  }),
  reply: Customer,
})
export type AskedCustomer = z.output<NonNullable<(typeof AddCustomer)['body']>>

export const EditCustomer = endpoint({
  name: 'EditCustomer',
  method: 'PATCH',
  ifMatch: true,
  path: '/customers/:customerId',
  summary: 'Change what is known of a customer; what changes is unverified again',
  params,
  body: changesOf(CustomerFacts).extend({ active: z.boolean().optional(), sameIdentity }).strict(),
  reply: Customer,
})
export type AskedEdit = z.output<NonNullable<(typeof EditCustomer)['body']>>

export const VerifyCustomer = endpoint({
  name: 'VerifyCustomer',
  method: 'POST',
  path: '/customers/:customerId/verifications',
  summary: 'Say that a field was checked with the customer just now',
  params,
  body: z.strictObject({ field: z.enum(VERIFIED_FIELDS), subjectId: id().optional() }),
  reply: Customer,
})

type Part = { name: string; path: string; what: string }
const part = ({ path }: Part) => `/customers/:customerId/${path}`
const add = <B extends z.ZodType>(of: Part, body: B) =>
  endpoint({ name: `Add${of.name}`, method: 'POST', path: part(of), summary: `Add ${of.what} to a customer`, params, body, reply: Customer })
const edit = <B extends z.ZodType>(of: Part, body: B) =>
  endpoint({ name: `Edit${of.name}`, method: 'PATCH', ifMatch: true, path: `${part(of)}/:partId`, summary: `Change ${of.what} of a customer`, params: params.extend({ partId: id() }), body, reply: Customer })
const remove = (of: Part) =>
  endpoint({ name: `Remove${of.name}`, method: 'DELETE', ifMatch: true, path: `${part(of)}/:partId`, summary: `Take ${of.what} off a customer`, params: params.extend({ partId: id() }), reply: Customer })

const TELEPHONE = { name: 'CustomerTelephone', path: 'telephones', what: 'a telephone' }
const EMAIL = { name: 'CustomerEmail', path: 'emails', what: 'a mail address' }
const SITE = { name: 'CustomerSite', path: 'sites', what: 'a site' }
const CONTACT = { name: 'CustomerContact', path: 'contacts', what: 'a contact' }
export const AddTelephone = add(TELEPHONE, AskedTelephone)
export const EditTelephone = edit(TELEPHONE, z.strictObject({ text: text(200).optional(), label: text(60, { min: 0 }).optional(), contactId: id().nullable().optional() }))
export const RemoveTelephone = remove(TELEPHONE)
export const AddEmail = add(EMAIL, AskedEmail)
export const RemoveEmail = remove(EMAIL)
export const AddSite = add(SITE, AskedSite)
export const EditSite = edit(SITE, z.strictObject({
  name: text(120, { min: 0 }).optional(), address: text(300).optional(), city: text(80, { min: 0 }).optional(), branchId: id().nullable().optional(), active: z.boolean().optional(),
}))
export const AddContact = add(CONTACT, AskedContact)
export const EditContact = edit(CONTACT, z.strictObject({
  name: text(200).optional(), post: text(120, { min: 0 }).optional(), siteId: id().nullable().optional(), active: z.boolean().optional(),
}))
