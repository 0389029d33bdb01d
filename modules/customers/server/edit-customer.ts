import { given } from '#kernel/fields.ts'
import { asRead, Refusal } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AskedEdit, Customer } from '../contract.ts'
import { countryIn, readAskedIdentity, requireBranches } from './create-customer.ts'
import { readCustomer } from './read-customer.ts'
import { forgetVerifications, lockCustomer, updateCustomer, withCode, type CustomerRow } from './store.ts'

export type Target = { customerId: string; ifMatch: number | null }
type Changes = Omit<AskedEdit, 'sameIdentity'>

export async function editCustomer(work: Work, { customerId, ifMatch }: Target, { sameIdentity, ...changes }: AskedEdit): Promise<Customer> {
  const { tx, actor } = work
  const before = await lock(work, { customerId, ifMatch })
  await requireBranches(work, [['branchId', changes.branchId]])
  const after = await changed(work, before, changes, sameIdentity)
  const fields = FIELDS.filter(([, facts]) => facts.some((fact) => before[fact] !== after[fact])).map(([field]) => field)
  if (fields.length === 0) return readCustomer(work, { customerId })
  if (fields.includes('code') && (await withCode(tx, actor.organisationId, { ...after, notId: customerId })).length > 0) throw new Refusal('customer-code-taken')
  void updateCustomer(tx, actor.organisationId, after)
  void forgetVerifications(tx, { organisationId: actor.organisationId, customerId }, customerId, fields)
  return saved(work, after, 'edited', { fields })
}

/** What is verified together, and by which facts it is known to have changed. */
const FIELDS: readonly (readonly [field: string, facts: readonly (keyof CustomerRow)[]])[] = [
  ['name', ['name', 'tradeName']],
  ['identity', ['identityType', 'identityNumber', 'identityCheckDigit']],
  ['segment', ['segment']],
  ['branch', ['branchId']],
  ['kind', ['kind']],
  ['code', ['code']],
  ['active', ['active']],
]

async function changed(work: Work, before: CustomerRow, { identity, ...changes }: Changes, sameIdentity: boolean): Promise<CustomerRow> {
  const after = { ...before, ...given(changes) }
  if (identity === undefined) return after
  const country = await countryIn(work)
  return { ...after, ...(await readAskedIdentity(work, { identity, sameIdentity, kind: after.kind, country, id: before.id })) }
}

export async function lock({ tx, actor }: Work, { customerId, ifMatch }: Target): Promise<CustomerRow> {
  const [row] = await lockCustomer(tx, { organisationId: actor.organisationId, id: customerId })
  return asRead(row, ifMatch, 'customer')
}

export function saved(work: Work, { id, branchId }: Pick<CustomerRow, 'id' | 'branchId'>, action: string, details: Record<string, unknown>): Promise<Customer> {
  note(work, { action: `customer.${action}`, subject: ['customer', id], details })
  work.changed({ kind: 'customer', id, action, branchId })
  return readCustomer(work, { customerId: id })
}
