import { newId } from '#kernel/id.ts'
import { BadInput } from '#kernel/refusal.ts'
import { readTelephones } from '#kernel/telephone.ts'
import type { Work } from '#platform/server/work.ts'
import { countryIn, createCustomer } from './create-customer.ts'
import { insertTelephone } from './store.ts'

/** Of somebody who has just told a case: what the person at the telephone has heard of them. */
type HeardCustomer = {
  kind: 'company' | 'person'
  name: string
  idType?: string | undefined
  idNumber?: string | undefined
  telephone?: string | undefined
  email?: string | undefined
  branchId?: string | null
}

/**
 * A customer written down while registering; returns the id. A document that cannot be is refused under `customer.…`;
 * another customer's document and a telephone that nobody can read do not stand in the way.
 */
export async function createHeardCustomer(work: Work, heard: HeardCustomer): Promise<string> {
  const { kind, name, idType, idNumber, telephone = '', email, branchId = null } = heard
  const readable = readTelephones(telephone, { country: await countryIn(work) }).length > 0
  const id = await createCustomer(work, {
    kind, name, branchId, tradeName: '', code: null, segment: '', sites: [], contacts: [], sameIdentity: true,
    identity: idNumber ? { type: idType || null, number: idNumber } : null,
    telephones: readable ? [{ text: telephone, label: '' }] : [],
    emails: email ? [{ address: email }] : [],
  }).catch(underCustomer)
  if (!readable && telephone.trim() !== '') {
    const unread = { id: newId(), contactId: null, original: telephone.trim(), e164: null, candidates: [], lastSeven: null, extension: null, kind: 'unknown' as const, label: '' }
    void insertTelephone(work.tx, { organisationId: work.actor.organisationId, customerId: id }, unread)
  }
  return id
}

const PATHS: Record<string, string> = { 'identity.number': 'customer.idNumber', 'identity.type': 'customer.idType', branchId: 'branchId' }

function underCustomer(error: unknown): never {
  if (error instanceof BadInput) throw new BadInput(error.fields.map((field) => ({ ...field, path: PATHS[field.path] ?? `customer.${field.path}` })))
  throw error
}
