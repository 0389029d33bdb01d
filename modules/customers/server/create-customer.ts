import { newId } from '#kernel/id.ts'
import { BadInput, Refusal, type FieldRefusal } from '#kernel/refusal.ts'
import { lastSevenOf, readTelephones } from '#kernel/telephone.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AskedCustomer } from '../contract.ts'
import { identityTypesOf, readIdentity } from '../rules/identity.ts'
import {
  branchExists, countryOf, insertContact, insertCustomer, insertEmail, insertSite, insertTelephone, withIdentity, type CustomerRow, type TelephoneRow,
} from './store.ts'

/** Writes down a new customer and returns its id. */
export async function createCustomer(work: Work, asked: AskedCustomer): Promise<string> {
  const { tx, actor, now } = work
  const organisationId = actor.organisationId
  const id = asked.id ?? newId()
  const country = await countryIn(work)
  const identity = await readAskedIdentity(work, { ...asked, country, id })
  await requireBranches(work, [['branchId', asked.branchId], ...asked.sites.map((site, at) => [`sites.${at}.branchId`, site.branchId] as const)])
  const telephones = asked.telephones.flatMap(({ text, label }, at) => readAskedTelephones(text, { path: `telephones.${at}.text`, country, area: asked.sites[0]?.city ?? null, label, contactId: null }))
  const { kind, name, tradeName, code, segment, branchId } = asked
  const written = await insertCustomer(tx, organisationId, { id, kind, source: 'acuse', code, name, tradeName, segment, branchId, ...identity, createdAt: now })
  if (written.length === 0) throw new Refusal('customer-code-taken')
  const of = { organisationId, customerId: id }
  for (const telephone of telephones) void insertTelephone(tx, of, telephone)
  for (const { address } of asked.emails) void insertEmail(tx, of, { id: newId(), contactId: null, address })
  for (const site of asked.sites) void insertSite(tx, of, { id: newId(), ...site })
  for (const contact of asked.contacts) void insertContact(tx, of, { id: newId(), siteId: null, ...contact })
  note(work, { action: 'customer.created', subject: ['customer', id], details: { kind, code } })
  work.changed({ kind: 'customer', id, action: 'created', branchId })
  return id
}

export async function countryIn({ tx, actor }: Work): Promise<string> {
  const [organisation] = await countryOf(tx, actor.organisationId)
  return organisation?.country ?? ''
}

type Identity = Pick<CustomerRow, 'identityType' | 'identityNumber' | 'identityCheckDigit'>
type AskedIdentity = Pick<AskedCustomer, 'identity' | 'sameIdentity' | 'kind'> & { country: string; id: string }

/** Refuses a document that cannot be, and, unless it is said to be right, one that another customer has. */
export async function readAskedIdentity({ tx, actor }: Work, { identity, sameIdentity, kind, country, id }: AskedIdentity): Promise<Identity> {
  if (identity === null) return { identityType: null, identityNumber: null, identityCheckDigit: null }
  const read = readIdentity(identityTypesOf(country), kind, identity)
  if ('refusal' in read) throw new BadInput([{ path: read.refusal === 'identity-type-unknown' ? 'identity.type' : 'identity.number', code: read.refusal, details: read.details }])
  const [other] = sameIdentity ? [] : await withIdentity(tx, actor.organisationId, { ...read, notId: id })
  if (other) throw new Refusal('customer-identity-taken', { customerId: other.id, name: other.name })
  return { identityType: read.type, identityNumber: read.number, identityCheckDigit: read.checkDigit }
}

/** Every telephone of one field; a field without any is refused. */
export function readAskedTelephones(
  text: string, { path, country, area, label, contactId }: { path: string; country: string; area: string | null; label: string; contactId: string | null },
): TelephoneRow[] {
  const read = readTelephones(text, { country, area })
  if (read.length === 0) throw new BadInput([{ path, code: 'telephone-unreadable' }])
  return read.map((one) => ({
    id: newId(), contactId, original: one.original, e164: one.e164, candidates: [...one.candidates], lastSeven: lastSevenOf(one), extension: one.extension, kind: one.kind, label,
  }))
}

export async function requireBranches({ tx, actor }: Work, branches: readonly (readonly [path: string, id: string | null | undefined])[]): Promise<void> {
  const refused: FieldRefusal[] = []
  for (const [path, id] of branches) if (id && (await branchExists(tx, actor.organisationId, id)).length === 0) refused.push({ path, code: 'unknown' })
  if (refused.length > 0) throw new BadInput(refused)
}
