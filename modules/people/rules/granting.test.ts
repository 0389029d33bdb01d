import { expect, test } from 'vitest'
import type { Grant } from '#kernel/actor.ts'
import { ROLES, type GrantPlace, type PeopleRefusal, type Role } from '../contract.ts'
import { grantOf, refuseGranting, refuseManaging, refusePlace } from './granting.ts'
import { permissionsOf } from './roles.ts'

const nowhere = { branchId: null, areaId: null, supplierId: null }
const at = (role: Role, place: Partial<GrantPlace> = {}): GrantPlace => ({ role, ...nowhere, ...place })
const holding = (...places: GrantPlace[]) => ({ kind: 'person' as const, grants: places.map((place): Grant => grantOf(place.role, place)) })

test.each<[string, GrantPlace, GrantPlace, PeopleRefusal | null]>([
  ['an administrator gives any role', at('admin'), at('head'), null],
  ['an administrator gives their own', at('admin'), at('admin'), null],
  ['the head gives an agent', at('head'), at('agent', { branchId: 'bog' }), null],
  ['the head makes no administrator', at('head'), at('admin'), 'grant-beyond-own'],
  ['a supervisor gives their supplier its agents', at('supplier-supervisor', { supplierId: 's1' }), at('supplier-agent', { supplierId: 's1' }), null],
  ['not those of another', at('supplier-supervisor', { supplierId: 's1' }), at('supplier-agent', { supplierId: 's2' }), 'grant-beyond-own'],
  ['nor one of ours', at('supplier-supervisor', { supplierId: 's1' }), at('agent'), 'grant-beyond-own'],
  ['a supervisor in one branch gives no whole', at('supplier-supervisor', { supplierId: 's1', branchId: 'bog' }), at('supplier-agent', { supplierId: 's1' }), 'grant-beyond-own'],
  ['an agent gives nothing', at('agent'), at('agent'), 'grant-beyond-own'],
  ['a branch responsible gives nothing', at('branch-responsible', { branchId: 'bog' }), at('agent', { branchId: 'bog' }), 'grant-beyond-own'],
])('%s', (_, own, asked, refusal) => {
  expect(refuseGranting(holding(own), asked)).toBe(refusal)
})

test.each<[string, GrantPlace, GrantPlace, 'person' | 'program', PeopleRefusal | null]>([
  ['a program of the head calls in an agent', at('head'), at('agent', { branchId: 'bog' }), 'person', null],
  ['nobody who approves: it would approve what it writes', at('head'), at('head'), 'person', 'grant-beyond-own'],
  ['nor whoever answers for a branch', at('head'), at('branch-responsible', { branchId: 'bog' }), 'person', 'grant-beyond-own'],
  ['the token that comes after its own', at('head'), at('head'), 'program', null],
  ['an administrator’s gives nobody what it does not hold itself', at('admin'), at('agent'), 'person', 'grant-beyond-own'],
  ['and makes no administrator', at('admin'), at('admin'), 'person', 'grant-beyond-own'],
  ['nor a token of another role', at('admin'), at('head'), 'program', 'grant-beyond-own'],
  ['a supervisor’s gives their supplier its agents', at('supplier-supervisor', { supplierId: 's1' }), at('supplier-agent', { supplierId: 's1' }), 'person', null],
])('by a token: %s', (_, own, asked, to, refusal) => {
  expect(refuseGranting({ ...holding(own), kind: 'token' }, asked, to)).toBe(refusal)
})

test('a program takes over nobody who may do what it may not', () => {
  expect(refuseManaging({ ...holding(at('head')), kind: 'token' }, [at('agent'), at('branch-responsible', { branchId: 'bog' })])).toBe('person-beyond-own')
  expect(refuseManaging({ ...holding(at('head')), kind: 'token' }, [at('agent')])).toBeNull()
})

test('whoever may not give a role may not manage a person who has it', () => {
  const supervisor = holding(at('supplier-supervisor', { supplierId: 's1' }))
  expect(refuseManaging(supervisor, [at('supplier-agent', { supplierId: 's1' })])).toBeNull()
  expect(refuseManaging(supervisor, [at('supplier-agent', { supplierId: 's1' }), at('agent')])).toBe('person-beyond-own')
  expect(refuseManaging(supervisor, [])).toBe('person-beyond-own')
  expect(refuseManaging(holding(at('head')), [at('admin')])).toBe('person-beyond-own')
  expect(refuseManaging(holding(at('head')), [])).toBeNull()
})

test.each<[GrantPlace, PeopleRefusal | null]>([
  [at('branch-responsible'), 'grant-needs-branch'],
  [at('area-responder'), 'grant-needs-area'],
  [at('supplier-agent'), 'grant-needs-supplier'],
  [at('agent', { supplierId: 's1' }), 'grant-takes-no-supplier'],
  [at('admin', { branchId: 'bog' }), 'grant-takes-no-branch'],
  [at('area-responder', { areaId: 'ent', branchId: 'bog' }), 'grant-takes-one-place'],
  [at('supplier-agent', { supplierId: 's1', branchId: 'bog' }), 'grant-takes-one-place'],
  [at('agent', { branchId: 'bog' }), null],
])('%o → %s', (place, refusal) => {
  expect(refusePlace(place)).toBe(refusal)
})

test('the administrator reads no case, the auditor changes nothing, a supplier exports nothing', () => {
  expect(permissionsOf('admin').has('cases.read')).toBe(false)
  const writing = /\.(register|work|approve|close|reassign|merge|answer|edit|import|manage)$/
  expect([...permissionsOf('auditor')].filter((permission) => writing.test(permission))).toEqual([])
  expect(ROLES.filter((role) => role.startsWith('supplier') && permissionsOf(role).has('exports.make'))).toEqual([])
})
