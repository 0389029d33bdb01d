import { expect, test } from 'vitest'
import { RegisterCase } from '../contract.ts'
import { acknowledgementFor } from './acknowledgement.ts'

const known = { status: 'known', customerId: '0198f2b5-0000-7000-8000-000000000001' }
const asNew = { status: 'new', name: 'Taller Luz', email: 'luz@taller.example' }
const kept = { name: 'Clínica del Norte', email: 'compras@clinica.example' }

test.each<[string, object, typeof kept | null, [way: string, to: string, name: string, kept?: true]]>([
  ['nobody asked for one', { acknowledge: false, customer: known }, kept, ['none', '', '']],
  ['the address that was kept', { customer: known }, kept, ['mail', kept.email, kept.name, true]],
  ['one told now goes before it', { customer: known, reporter: { name: 'Ana', email: 'ana@clinica.example' } }, kept, ['mail', 'ana@clinica.example', 'Ana']],
  ['one kept from years ago is none', { customer: known }, { ...kept, email: 'no tiene' }, ['print', '', kept.name]],
  ['a new customer’s own', { customer: asNew }, null, ['mail', asNew.email, asNew.name]],
  ['a stranger at the public form is not called by the name written there', { channel: 'web', customer: asNew }, null, ['mail', asNew.email, '']],
  ['no address at all', { customer: { status: 'anonymous' } }, null, ['print', '', '']],
])('%s', (_, asked, customer, [way, to, name, wasKept = false]) => {
  const body = RegisterCase.body!.parse({ kind: 'complaint', channel: 'mail', description: 'El cilindro llegó vacío', ...asked })
  expect(acknowledgementFor(body, customer)).toEqual({ way, to, name, kept: wasKept })
})
