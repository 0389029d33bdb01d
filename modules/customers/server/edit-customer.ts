import { newId } from '#kernel/id.ts'
import { BadInput, NotFound, Stale } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AskedEdit, Customer } from '../contract.ts'
import { countryIn, readAskedIdentity, readAskedTelephones, refuseTaken, requireBranches } from './create-customer.ts'
import { readCustomer } from './read-customer.ts'
import {
  contactsOf, deleteEmail, deleteTelephone, forgetVerifications, insertContact, insertEmail, insertSite, insertTelephone, lockCustomer, saveVerification,
  sitesOf, telephonesOf, touchCustomer, updateContact, updateCustomer, updateSite, updateTelephone, emailsOf, type ContactRow, type CustomerRow, type SiteRow,
} from './store.ts'

type Target = { customerId: string; ifMatch: number | null }
type Changes = Omit<AskedEdit, 'sameIdentity'>

export async function editCustomer(work: Work, { customerId, ifMatch }: Target, { sameIdentity, ...changes }: AskedEdit): Promise<Customer> {
  const { tx, actor } = work
  const before = await lock(work, { customerId, ifMatch })
  await requireBranches(work, [['branchId', changes.branchId]])
  const after = await changed(work, before, changes, sameIdentity)
  const fields = FIELDS.filter(([, facts]) => facts.some((fact) => before[fact] !== after[fact])).map(([field]) => field)
  if (fields.length === 0) return readCustomer(work, { customerId })
  await refuseTaken(updateCustomer(tx, actor.organisationId, after))
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
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const after = { ...before, ...given }
  if (identity === undefined) return after
  const country = await countryIn(work)
  return { ...after, ...(await readAskedIdentity(work, { identity, sameIdentity, kind: after.kind, country, id: before.id })) }
}

export async function lock({ tx, actor }: Work, { customerId, ifMatch }: Target): Promise<CustomerRow> {
  const [row] = await lockCustomer(tx, { organisationId: actor.organisationId, id: customerId })
  if (!row) throw new NotFound('customer')
  if (ifMatch !== null && ifMatch !== row.version) throw new Stale(row.version)
  return row
}

function saved(work: Work, { id, branchId }: Pick<CustomerRow, 'id' | 'branchId'>, action: string, details: Record<string, unknown>): Promise<Customer> {
  note(work, { action: `customer.${action}`, subject: ['customer', id], details })
  work.changed({ kind: 'customer', id, action, branchId })
  return readCustomer(work, { customerId: id })
}

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

/** Changes a part of a customer, under the customer's version. `change` returns the part's id, for the history. */
async function withParts(work: Work, target: Target, action: string, change: (row: CustomerRow) => Promise<string>): Promise<Customer> {
  const { tx, actor } = work
  const row = await lock(work, target)
  const partId = await change(row)
  void touchCustomer(tx, { organisationId: actor.organisationId, id: row.id })
  return saved(work, row, action, { partId })
}

const keyOf = ({ actor }: Work, { customerId }: Target) => ({ organisationId: actor.organisationId, id: customerId })
const ofCustomer = ({ actor }: Work, { customerId }: Target) => ({ organisationId: actor.organisationId, customerId })
function found<Row extends { id: string }>(rows: readonly Row[], id: string): Row {
  const row = rows.find((one) => one.id === id)
  if (!row) throw new NotFound('part of a customer')
  return row
}
const given = <T extends object>(changes: T) => Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }

async function requirePart<Row extends { id: string }>(rows: Promise<Row[]>, id: string | null | undefined, path: string): Promise<void> {
  if (id && !(await rows).some((row) => row.id === id)) throw new BadInput([{ path, code: 'unknown' }])
}

export const addTelephone = (work: Work, target: Target, asked: { text: string; label: string; contactId: string | null }) =>
  withParts(work, target, 'telephone-added', async () => {
    await requirePart(contactsOf(work.tx, keyOf(work, target)), asked.contactId, 'contactId')
    const rows = await readTelephonesOf(work, target, asked)
    for (const row of rows) void insertTelephone(work.tx, ofCustomer(work, target), row)
    return rows[0]!.id
  })

async function readTelephonesOf(work: Work, target: Target, { text, label, contactId }: { text: string; label: string; contactId: string | null }) {
  const [country, sites] = [await countryIn(work), await sitesOf(work.tx, keyOf(work, target))]
  return readAskedTelephones(text, { path: 'text', country, area: sites[0]?.city ?? null, label, contactId })
}

export const editTelephone = (work: Work, target: Target, partId: string, { text, ...changes }: { text?: string | undefined; label?: string | undefined; contactId?: string | null | undefined }) =>
  withParts(work, target, 'telephone-edited', async () => {
    await requirePart(contactsOf(work.tx, keyOf(work, target)), changes.contactId, 'contactId')
    const before = found(await telephonesOf(work.tx, keyOf(work, target)), partId)
    const after = { ...before, ...given(changes) }
    if (text === undefined || text === before.original) {
      void updateTelephone(work.tx, ofCustomer(work, target), after)
      return partId
    }
    const [first, ...others] = await readTelephonesOf(work, target, { text, label: after.label, contactId: after.contactId })
    void updateTelephone(work.tx, ofCustomer(work, target), { ...first!, id: partId })
    for (const other of others) void insertTelephone(work.tx, ofCustomer(work, target), other)
    void forgetVerifications(work.tx, ofCustomer(work, target), partId)
    return partId
  })

export const removeTelephone = (work: Work, target: Target, partId: string) =>
  withParts(work, target, 'telephone-removed', async () => {
    if ((await deleteTelephone(work.tx, ofCustomer(work, target), partId)).length === 0) throw new NotFound('telephone')
    void forgetVerifications(work.tx, ofCustomer(work, target), partId)
    return partId
  })

export const addEmail = (work: Work, target: Target, asked: { address: string; contactId: string | null }) =>
  withParts(work, target, 'email-added', async () => {
    await requirePart(contactsOf(work.tx, keyOf(work, target)), asked.contactId, 'contactId')
    const id = newId()
    void insertEmail(work.tx, ofCustomer(work, target), { id, ...asked })
    return id
  })

export const removeEmail = (work: Work, target: Target, partId: string) =>
  withParts(work, target, 'email-removed', async () => {
    if ((await deleteEmail(work.tx, ofCustomer(work, target), partId)).length === 0) throw new NotFound('email')
    void forgetVerifications(work.tx, ofCustomer(work, target), partId)
    return partId
  })

type Optional<T> = { [K in keyof T]?: T[K] | undefined }

export const addSite = (work: Work, target: Target, asked: Omit<SiteRow, 'id' | 'active'>) =>
  withParts(work, target, 'site-added', async () => {
    await requireBranches(work, [['branchId', asked.branchId]])
    const id = newId()
    void insertSite(work.tx, ofCustomer(work, target), { id, ...asked })
    return id
  })

export const editSite = (work: Work, target: Target, partId: string, changes: Optional<Omit<SiteRow, 'id'>>) =>
  withParts(work, target, 'site-edited', async () => {
    await requireBranches(work, [['branchId', changes.branchId]])
    const before = found(await sitesOf(work.tx, keyOf(work, target)), partId)
    void updateSite(work.tx, ofCustomer(work, target), { ...before, ...given(changes) })
    void forgetVerifications(work.tx, ofCustomer(work, target), partId)
    return partId
  })

export const addContact = (work: Work, target: Target, asked: Omit<ContactRow, 'id' | 'active'>) =>
  withParts(work, target, 'contact-added', async () => {
    await requirePart(sitesOf(work.tx, keyOf(work, target)), asked.siteId, 'siteId')
    const id = newId()
    void insertContact(work.tx, ofCustomer(work, target), { id, ...asked })
    return id
  })

export const editContact = (work: Work, target: Target, partId: string, changes: Optional<Omit<ContactRow, 'id'>>) =>
  withParts(work, target, 'contact-edited', async () => {
    await requirePart(sitesOf(work.tx, keyOf(work, target)), changes.siteId, 'siteId')
    const before = found(await contactsOf(work.tx, keyOf(work, target)), partId)
    void updateContact(work.tx, ofCustomer(work, target), { ...before, ...given(changes) })
    void forgetVerifications(work.tx, ofCustomer(work, target), partId)
    return partId
  })
