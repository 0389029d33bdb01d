import { describe, expect, test } from 'vitest'
import { bodyOf, emptyRegistration, withCustomer, withSite, type Registration } from './registration.ts'

const CLINIC = { id: 'clinic', label: 'Clínica del Norte', branchId: 'cali' }
const REPORTER = { name: 'Rosa Díaz', telephone: '300 123 4567', email: '' }
const asked = (some: Partial<Registration>) => bodyOf({ ...emptyRegistration(), ...some }, 'es', (day) => day)

describe('whose case it is', () => {
  test.each<[string, Partial<Registration>, object]>([
    ['a caller who names nobody else speaks for themselves, and is no customer yet', { reporter: REPORTER }, { status: 'anonymous' }],
    ['a customer, and where of theirs', { customer: CLINIC, siteId: 'north', reporter: REPORTER }, { status: 'known', customerId: 'clinic', siteId: 'north' }],
    ['a customer for whom another calls', { customer: CLINIC, reporter: REPORTER, speaksFor: { name: 'Ana, paciente', relation: 'hija' } }, { status: 'third-party', onBehalfOf: 'Ana, paciente', customerId: 'clinic' }],
    ['the customer itself, where the caller names nobody within it', { customer: CLINIC, speaksFor: { name: '', relation: 'contador' } }, { status: 'third-party', onBehalfOf: 'Clínica del Norte', customerId: 'clinic' }],
    ['somebody who is no customer', { reporter: REPORTER, speaksFor: { name: 'Ana', relation: '' } }, { status: 'third-party', onBehalfOf: 'Ana' }],
    ['who does not say who they are speaks for nobody', { anonymous: true, speaksFor: { name: 'Ana', relation: '' } }, { status: 'anonymous' }],
    ['a new customer is reached as they say', { newCustomer: { kind: 'person', name: 'Ana', idNumber: '' }, reporter: REPORTER }, { status: 'new', kind: 'person', name: 'Ana', telephone: '300 123 4567' }],
    ['not as their daughter is', { newCustomer: { kind: 'person', name: 'Ana', idNumber: '' }, reporter: REPORTER, speaksFor: { name: '', relation: 'hija' } }, { status: 'new', kind: 'person', name: 'Ana' }],
  ])('%s', (_why, some, customer) => expect(asked(some).customer).toEqual(customer))

  test('what the caller is to them goes with the caller', () =>
    expect(asked({ reporter: REPORTER, speaksFor: { name: 'Ana', relation: ' hija ' } }).reporter).toMatchObject({ name: 'Rosa Díaz', relation: 'hija' }))
  test('the day it happened is told apart from the day it was received', () => expect(asked({ incidentOn: '2026-11-20' })).toMatchObject({ incidentOn: '2026-11-20', receivedAt: undefined }))
})

describe('the branch that serves them', () => {
  const r = emptyRegistration('bogota')
  test.each<[string, Partial<Registration>, readonly string[], string | undefined]>([
    ['comes along', {}, ['bogota', 'cali'], 'cali'],
    ['not where one may not register', {}, ['bogota'], undefined],
    ['not over what was chosen by hand', { branchByHand: true }, ['bogota', 'cali'], undefined],
  ])('%s', (_why, some, own, branchId) => expect(withCustomer({ ...r, ...some }, CLINIC, own).branchId).toBe(branchId))

  test('is that of the site, where it has another', () => {
    const own = ['bogota', 'cali', 'pereira']
    expect(withSite({ ...r, customer: CLINIC }, { id: 'west', branchId: 'pereira' }, own)).toEqual({ siteId: 'west', branchId: 'pereira' })
    expect(withSite({ ...r, customer: CLINIC, branchId: 'pereira' }, null, own)).toEqual({ siteId: '', branchId: 'cali' })
  })
  test('another customer has other sites', () => expect(withCustomer({ ...r, siteId: 'north' }, { id: 'other', label: 'Otro' }, ['bogota']).siteId).toBe(''))
})
