import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type IdentityDocument, type IdentityRefusal, identityKey, readIdentityDocument, writeIdentityDocument } from './identity-document.ts'
import { COLOMBIAN_IDENTITY_TYPES as types } from './identity-types-colombia.ts'
import { nitCheckDigit } from './nit.ts'

const read = (type: string | null, text: string) => readIdentityDocument(types, type, text)
const refusal = (result: IdentityDocument | IdentityRefusal) => ('refusal' in result ? result.refusal : null)

test.each<[string, string, string, boolean, string]>([
  ['900.123.456-8', '900123456', '8', true, 'dots and hyphen'],
  ['900123456 8', '900123456', '8', true, 'a blank'],
  ['900123456.8', '900123456', '8', true, 'a dot instead of the hyphen'],
  ['9001234568', '900123456', '8', true, 'run together'],
  ['NIT: 900.123.456 – 8', '900123456', '8', true, 'the word before, a dash'],
  ['N.I.T. No. 900,123,456-8', '900123456', '8', true, 'commas'],
  ['900123456', '900123456', '8', false, 'without the digit'],
  ['900.123.456', '900123456', '8', false, 'dots, without the digit'],
  ['９００１２３４５６-８', '900123456', '8', true, 'full-width digits'],
  ['79.123.456', '79123456', '0', false, 'a person: the cédula'],
  ['1020304050', '1020304050', nitCheckDigit('1020304050'), false, 'ten digits from 1 are a cédula, not nine and a digit'],
  [`1020304050${nitCheckDigit('1020304050')}`, '1020304050', nitCheckDigit('1020304050'), true, 'and eleven end in the digit'],
])('NIT %s is %s-%s (given: %s): %s', (text, number, checkDigit, checkDigitGiven) => {
  expect(read('NIT', text)).toEqual({ type: 'NIT', number, checkDigit, checkDigitGiven })
})

test.each<[string | null, string, string, string]>([
  ['NIT', '', 'identity-empty', 'nothing'],
  ['NIT', 'NIT', 'identity-empty', 'only the word'],
  ['NIT', '900.123.456-7', 'nit-check-digit-wrong', 'a digit changed'],
  ['NIT', '90012345A', 'identity-wrong-form', 'a letter'],
  ['NIT', '12345', 'identity-wrong-form', 'too short'],
  ['NIT', '900123456789', 'identity-wrong-form', 'too long'],
  ['CC', '0', 'identity-wrong-form', 'zero is nobody'],
  ['CC', '79@123', 'identity-unreadable', 'a character no document has'],
  ['XX', '123', 'identity-type-unknown', 'no such type'],
  [null, '900123456', 'identity-type-unknown', 'digits alone do not say what they are'],
])('%s %s is refused with %s: %s', (type, text, code) => {
  expect(refusal(read(type, text))).toBe(code)
})

test('a wrong digit says which was expected', () => {
  expect(read('NIT', '900.123.456-7')).toEqual({ refusal: 'nit-check-digit-wrong', details: { type: 'NIT', given: '7', expected: '8' } })
})

test.each([
  ['CC 79.123.456', 'CC:79123456', 'CC 79.123.456'],
  ['Cédula de ciudadanía 79123456', 'CC:79123456', 'CC 79.123.456'],
  ['c.e. 345678', 'CE:345678', 'CE 345678'],
  ['pasaporte an 123456', 'PA:AN123456', 'PA AN123456'],
  ['PA AN123456', 'PA:AN123456', 'PA AN123456'],
  ['nit 900123456', 'NIT:900123456', 'NIT 900.123.456-8'],
])('the words before the number name the type: %s', (text, key, written) => {
  const document = read(null, text)
  if ('refusal' in document) throw new Error(document.refusal)
  expect(identityKey(document)).toBe(key)
  expect(writeIdentityDocument(types, document)).toBe(written)
})

test('what is written is read back as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 2_000_000_000 }), (n) => {
      const number = String(n)
      const document: IdentityDocument = { type: 'NIT', number, checkDigit: nitCheckDigit(number), checkDigitGiven: true }
      expect(read('NIT', writeIdentityDocument(types, document))).toEqual(document)
    }),
  )
})

test('a number with one digit changed is refused, unless its remainder shares the check digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 800_000_000, max: 999_999_999 }), fc.nat(8), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
      const digits = Array.from(String(n))
      const wrong = digits.map((digit, place) => (place === at ? String((Number(digit) + by) % 10) : digit)).join('')
      fc.pre(!wrong.startsWith('0'))
      // Remainders 0 and 1 stand for themselves and 10 → 1 doubles: a changed digit may fall on the same check digit.
      const collides = nitCheckDigit(wrong) === nitCheckDigit(String(n))
      expect(refusal(read('NIT', `${wrong}-${nitCheckDigit(String(n))}`)) === null).toBe(collides)
    }),
  )
})

test('anything at all is answered, never thrown', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(null, ...types.map((type) => type.code)), (text, type) => void read(type, text)))
})

const folder = new URL('../../shared/data/colombia/', import.meta.url)
const absent = !existsSync(folder)
const rows = (name: string) => parse(readFileSync(new URL(name, folder)), { columns: true }) as Record<string, string>[]

describe.skipIf(absent)(`numbers of companies in use${absent ? ' (skipped: ../shared/data/colombia is not here)' : ''}`, () => {
  test('every one is read with its digit', () => {
    for (const { texto = '', nit = '', dv = '' } of rows('nit_validos.csv')) {
      expect([texto, read('NIT', texto)]).toEqual([texto, { type: 'NIT', number: nit, checkDigit: dv, checkDigitGiven: true }])
      expect(read('NIT', nit)).toMatchObject({ number: nit, checkDigit: dv, checkDigitGiven: false })
    }
  })
  test('every wrong one is refused', () => {
    for (const { texto = '' } of rows('nit_invalidos.csv')) expect([texto, refusal(read('NIT', texto))]).not.toContain(null)
  })
})
