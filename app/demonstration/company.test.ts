import { expect, test } from 'vitest'
import { TEMPLATE_FIELDS, unknownFields } from '#modules/cases/rules/template-fields.ts'
import { ROLES } from '#modules/people/contract.ts'
import { CAUSES } from './causes.ts'
import { ROUTES } from './company.ts'
import { AREAS, BRANCHES } from './places.ts'
import { PRODUCTS } from './products.ts'
import { RESPONDERS, STAFF, SUPPLIER } from './staff.ts'
import { TEMPLATES } from './templates.ts'

test('no branch is without titular and substitute', () => {
  for (const { code } of BRANCHES) {
    const held = STAFF.flatMap(({ grants }) => grants).filter(({ role, branch }) => role === 'branch-responsible' && branch === code)
    expect(held.map(({ substitute }) => (substitute ? 'substitute' : 'titular')), code).toEqual(['titular', 'substitute'])
  }
})

test('every role is held, every area that answers has who does', () => {
  const held = new Set(STAFF.flatMap(({ grants }) => grants.map(({ role }) => role)))
  expect(ROLES.filter((role) => !held.has(role))).toEqual([])
  for (const { code } of AREAS) if (code !== 'SAC') expect(RESPONDERS.get(code), code).toBeDefined()
})

test('keys and mails are unique, and only the supplier’s people are external', () => {
  expect(new Set(STAFF.map(({ email }) => email)).size).toBe(STAFF.length)
  for (const { grants } of STAFF) for (const { role, supplier } of grants) expect(role.startsWith('supplier-')).toBe(supplier === SUPPLIER.key)
})

test('routes, causes and areas agree', () => {
  const causes = new Set(CAUSES.map(({ code }) => code))
  const areas = new Set(AREAS.map(({ code }) => code))
  for (const { causes: of = [], area } of ROUTES) {
    expect(areas).toContain(area)
    for (const code of of) expect(causes).toContain(code)
  }
  for (const { area, code } of CAUSES) {
    expect(area === null || areas.has(area)).toBe(true)
    expect(code).toMatch(/^[A-Z0-9][A-Z0-9.-]{0,29}$/)
  }
  const leaves = CAUSES.filter(({ area }) => area !== null)
  for (const leaf of leaves) {
    const above = [leaf.code, leaf.code.slice(0, 7), leaf.code.slice(0, 3)]
    expect(ROUTES.find(({ causes: of }) => !of || of.some((code) => above.includes(code)))?.area, leaf.code).toBe(leaf.area)
  }
})

test('codes of causes and products are unique; templates name only fields there are', () => {
  expect(new Set(CAUSES.map(({ code }) => code)).size).toBe(CAUSES.length)
  expect(new Set(PRODUCTS.map(({ code }) => code)).size).toBe(PRODUCTS.length)
  expect(TEMPLATE_FIELDS.length).toBeGreaterThan(0)
  for (const { body, subject } of TEMPLATES) expect(unknownFields(body + subject)).toEqual([])
})
