import { expect, test } from 'vitest'
import { nitCheckDigit } from '#kernel/nit.ts'
import { readTelephones } from '#kernel/telephone.ts'
import { COMPANY } from './company.ts'
import { customers } from './customers.ts'
import { BRANCHES } from './places.ts'

const ALL = customers()

test('two thousand, each with a code, a name and an identity of its own, and the same every time', () => {
  expect(ALL).toHaveLength(2_000)
  for (const field of ['code', 'idNumber'] as const) expect(new Set(ALL.map((customer) => customer[field])).size).toBe(2_000)
  expect(new Set(ALL.filter(({ kind }) => kind === 'company').map(({ name }) => name)).size).toBe(ALL.filter(({ kind }) => kind === 'company').length)
  expect(customers(1, 50)).toEqual(ALL.slice(0, 50))
})

test('a NIT ends in its check digit and lies where none has been given', () => {
  for (const { idType, idNumber } of [...ALL, { idType: 'NIT', idNumber: COMPANY.taxId }]) {
    if (idType !== 'NIT') continue
    const [number = '', digit] = idNumber.split('-')
    expect(nitCheckDigit(number)).toBe(digit)
    expect(Number(number)).toBeGreaterThanOrEqual(960_000_000)
  }
})

test('telephones are read, the old ones of seven digits too, and have 555 in the middle', () => {
  let old = 0
  for (const { telephones, branch, contacts } of ALL) {
    const area = BRANCHES.find(({ code }) => code === branch)?.area ?? null
    for (const { original } of telephones) {
      const [read] = readTelephones(original, { area })
      expect(read && (read.e164 ?? read.candidates[0]), original).toMatch(/^\+57(3\d\d|60\d)555\d{4}$/)
      if (read && !read.sure) old += 1
    }
    for (const { telephone } of contacts) expect(readTelephones(telephone)[0]?.kind).toBe('mobile')
  }
  expect(old).toBeGreaterThan(200)
})

test('every branch and segment has its customers', () => {
  for (const { code, weight } of BRANCHES) expect(Math.abs(ALL.filter(({ branch }) => branch === code).length - weight * 20)).toBeLessThan(weight * 20 * 0.35)
  expect(new Set(ALL.map(({ segment }) => segment)).size).toBe(10)
})
