import { BadInput } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { Customer } from '../contract.ts'
import { lock, saved } from './edit-customer.ts'
import { contactsOf, emailsOf, saveVerification, sitesOf, telephonesOf } from './store.ts'

/** Notes that a field was checked with the customer; each field keeps the last. */
export async function verifyCustomer(work: Work, { customerId, field, subjectId = customerId }: { customerId: string; field: string; subjectId?: string | undefined }): Promise<Customer> {
  const { tx, actor, now } = work
  const row = await lock(work, { customerId, ifMatch: null })
  const of = { organisationId: actor.organisationId, customerId }
  if (!(await subjectExists(work, { customerId, field, subjectId }))) throw new BadInput([{ path: 'subjectId', code: 'unknown' }])
  void saveVerification(tx, of, { field, subjectId, at: now, by: actor.id })
  return saved(work, row, 'verified', { field, subjectId })
}

async function subjectExists({ tx, actor }: Work, { customerId, field, subjectId }: { customerId: string; field: string; subjectId: string }): Promise<boolean> {
  const list = { telephone: telephonesOf, email: emailsOf, site: sitesOf, contact: contactsOf }[field]
  if (!list) return subjectId === customerId
  const parts = await list(tx, { organisationId: actor.organisationId, id: customerId })
  return parts.some(({ id }) => id === subjectId)
}
