import { given } from '#kernel/fields.ts'
import { newId } from '#kernel/id.ts'
import { BadInput, NotFound } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { Customer } from '../contract.ts'
import { countryIn, readAskedTelephones, requireBranches } from './create-customer.ts'
import { lock, saved, type Target } from './edit-customer.ts'
import {
  contactsOf, deleteEmail, deleteTelephone, forgetVerifications, insertContact, insertEmail, insertSite, insertTelephone, sitesOf, telephonesOf,
  touchCustomer, updateContact, updateSite, updateTelephone, type ContactRow, type CustomerRow, type SiteRow,
} from './store.ts'

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
