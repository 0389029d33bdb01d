import { expect, test } from 'vitest'
import { Stale } from '#kernel/refusal.ts'
import { EditCustomer } from '../contract.ts'
import { aCustomerBase } from '#test/customers-ground.ts'
import { aGround } from '#test/harness.ts'
import { createHeardCustomer } from './create-for-registration.ts'
import { editCustomer } from './edit-customer.ts'
import { addTelephone, editTelephone, removeTelephone } from './edit-parts.ts'
import { readCustomer } from './read-customer.ts'
import { verifyCustomer } from './verify-customer.ts'

const ground = await aGround()
const base = await aCustomerBase(ground)
const edit = (customerId: string, ifMatch: number | null, changes: object) => base.work((work) => editCustomer(work, { customerId, ifMatch }, EditCustomer.body!.parse(changes)))

test('what is written down is read back, telephones apart and a document with its digit', async () => {
  const customerId = await base.add({ name: 'Gases y Soldaduras', identity: { number: '900123456' }, telephones: [{ text: '3001234567 / 6017421234', label: 'planta' }] })
  const customer = await base.work((work) => readCustomer(work, { customerId }))
  expect(customer).toMatchObject({ identity: 'NIT 900.123.456-8', version: 1, masked: false, branchId: null })
  expect(customer.telephones.map(({ e164, shown }) => [e164, shown])).toEqual([['+573001234567', '300 123 4567'], ['+576017421234', '601 742 1234']])
})

test.each<[{ name: string; [fact: string]: unknown }, string, string, string]>([
  [{ name: 'X', identity: { number: '900.123.456-9' } }, 'identity.number', 'nit-check-digit-wrong', 'a digit that does not fit'],
  [{ name: 'X', identity: { type: 'XX', number: '1' } }, 'identity.type', 'identity-type-unknown', 'a document nobody issues'],
  [{ name: 'X', telephones: [{ text: '12345' }] }, 'telephones.0.text', 'telephone-unreadable', 'five digits'],
  [{ name: 'X', branchId: '0190a000-0000-7000-8000-000000000000' }, 'branchId', 'unknown', 'a branch that is not there'],
])('%o is refused at %s by %s: %s', async (asked, path, code) => {
  await expect(base.add(asked)).rejects.toMatchObject({ fields: [expect.objectContaining({ path, code })] })
})

test('a code is one customer’s, and a document is shared only where somebody says so', async () => {
  await base.add({ name: 'Uno', code: 'A-1', identity: { number: '800000001' } })
  await expect(base.add({ name: 'Dos', code: 'A-1' })).rejects.toMatchObject({ code: 'customer-code-taken' })
  await expect(base.add({ name: 'Dos', identity: { number: '800000001' } })).rejects.toMatchObject({ code: 'customer-identity-taken', details: { name: 'Uno' } })
  await base.add({ name: 'Dos', identity: { number: '800000001' }, sameIdentity: true })
})

test('a verified field that changes is unverified again; what was read before another’s change is not overwritten', async () => {
  const customerId = await base.add({ name: 'Panadería Sol', segment: 'comercio' })
  await base.work((work) => verifyCustomer(work, { customerId, field: 'name' }))
  const verified = await base.work((work) => verifyCustomer(work, { customerId, field: 'segment' }))
  expect(new Set(verified.verified.map(({ field, by }) => `${field} ${by}`))).toEqual(new Set(['name Ana Ruiz', 'segment Ana Ruiz']))
  const changed = await edit(customerId, 1, { name: 'Panadería La Luna' })
  expect([changed.version, changed.verified.map(({ field }) => field)]).toEqual([2, ['segment']])
  await expect(edit(customerId, 1, { name: 'Otra' })).rejects.toBeInstanceOf(Stale)
  expect((await edit(customerId, 2, { name: 'Panadería La Luna' })).version).toBe(2)
})

test('telephones come, change and go under the customer’s version', async () => {
  const customerId = await base.add({ name: 'Taller' })
  const added = await base.work((work) => addTelephone(work, { customerId, ifMatch: null }, { text: '7421234', label: '', contactId: null }))
  const [telephone] = added.telephones
  expect(telephone).toMatchObject({ e164: null, original: '7421234' })
  await base.work((work) => verifyCustomer(work, { customerId, field: 'telephone', subjectId: telephone!.id }))
  const changed = await base.work((work) => editTelephone(work, { customerId, ifMatch: 2 }, telephone!.id, { text: '601 7421234' }))
  expect([changed.telephones[0]!.e164, changed.verified, changed.version]).toEqual(['+576017421234', [], 3])
  const gone = await base.work((work) => removeTelephone(work, { customerId, ifMatch: 3 }, telephone!.id))
  expect([gone.telephones, gone.version]).toEqual([[], 4])
  await expect(base.work((work) => removeTelephone(work, { customerId, ifMatch: 4 }, telephone!.id))).rejects.toThrow('not found')
})

test('while a case is told, a telephone that nobody can read and a document of another do not stand in the way', async () => {
  const customerId = await base.work((work) => createHeardCustomer(work, { kind: 'company', name: 'Vecino', idNumber: '800000001', telephone: '74-21', branchId: base.branchId }))
  const customer = await base.work((work) => readCustomer(work, { customerId }))
  expect([customer.telephones[0]!.original, customer.identityNumber, customer.branchId]).toEqual(['74-21', '800000001', base.branchId])
  await expect(base.work((work) => createHeardCustomer(work, { kind: 'company', name: 'Vecino', idNumber: '900123456-1' }))).rejects.toMatchObject({ fields: [{ path: 'customer.idNumber' }] })
})

test('each change is in the history, without personal text', async () => {
  const actions = await ground.db.asOwner((tx) => tx<{ action: string; details: object }>`select action, details from history where organisation_id = ${base.organisationId} and subject_kind = 'customer'`)
  expect(new Set(actions.map(({ action }) => action))).toContain('customer.telephone-removed')
  expect(JSON.stringify(actions)).not.toMatch(/Panadería|7421234/)
})
