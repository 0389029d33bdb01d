import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { COLOMBIA } from './numbering-colombia.ts'
import { areaOf, readTelephones, telephoneKeys, writeTelephone } from './telephone.ts'

const sure = (text: string, area?: string) => readTelephones(text, { area }).map(({ e164, extension }) => (extension ? `${e164}x${extension}` : e164))

test.each<[string, (string | null)[], string]>([
  ['300 123 4567', ['+573001234567'], 'mobile'],
  ['+57 300 123 4567', ['+573001234567'], 'from abroad'],
  ['(+57) 300-123-4567', ['+573001234567'], 'code in brackets'],
  ['573001234567', ['+573001234567'], 'as a switch or WhatsApp hands it over'],
  ['0057 3001234567', ['+573001234567'], 'with the prefix to dial abroad'],
  ['03 300 123 4567', ['+573001234567'], '03: from a fixed line before 2021'],
  ['033001234567', ['+573001234567'], 'the same run together'],
  ['300.123.45.67', ['+573001234567'], 'dots'],
  ['601 742 1234', ['+576017421234'], 'fixed since 2021'],
  ['(601) 7421234', ['+576017421234'], 'area in brackets'],
  ['601/742-12-34', ['+576017421234'], 'a slash inside one number'],
  ['(1) 742 1234', ['+576017421234'], 'old area in brackets'],
  ['+57 1 742 1234', ['+576017421234'], 'old area after the country'],
  ['57 (4) 444 1234', ['+576044441234'], 'old area in brackets after the country'],
  ['09 1 7421234', ['+576017421234'], 'long distance by an operator'],
  ['091-7421234', ['+576017421234'], 'the same, as directories printed it'],
  ['01 8000 123456', ['+5718000123456'], 'toll-free'],
  ['01-8000-12-34-56', ['+5718000123456'], 'toll-free in pairs'],
  ['018000123456', ['+5718000123456'], 'toll-free run together'],
  ['18000123456', ['+5718000123456'], 'toll-free without 0'],
  ['3001234567 / 6017421234', ['+573001234567', '+576017421234'], 'two in a cell'],
  ['3001234567/6017421234', ['+573001234567', '+576017421234'], 'two, tight'],
  ['3001234567-3107654321', ['+573001234567', '+573107654321'], 'two, hyphen'],
  ['3001234567 3107654321', ['+573001234567', '+573107654321'], 'two, a blank'],
  ['300 123 4567 310 765 4321', ['+573001234567', '+573107654321'], 'two, blanks everywhere'],
  ['Cel: 3001234567, fijo (601) 742 1234 ext. 105', ['+573001234567', '+576017421234x105'], 'words and an extension'],
  ['3001234567 y 3107654321', ['+573001234567', '+573107654321'], 'and'],
  ['6017421234 ext 12', ['+576017421234x12'], 'extension'],
  ['6017421234 Extensión: 1234', ['+576017421234x1234'], 'extension in full'],
  ['6017421234x12', ['+576017421234x12'], 'extension by x'],
  ['601 742 1234 (ext. 7)', ['+576017421234x7'], 'extension in brackets'],
  ['6017421234 int. 3 / 3001234567', ['+576017421234x3', '+573001234567'], 'extension, then another number'],
  ['+1 (305) 555-0134', ['+13055550134'], 'abroad'],
  ['00 34 911 234 567', ['+34911234567'], 'abroad with 00'],
  ['３００１２３４５６７', ['+573001234567'], 'full-width digits'],
  ['whatsapp:+573001234567', ['+573001234567'], 'an address of a channel'],
  ['7421234', [null], 'seven digits are never a match'],
  ['17421234', [null], 'eight are not sure either'],
  ['123', [], 'a short code is nobody’s'],
  ['no tiene', [], 'words'],
  ['', [], 'nothing'],
  ['99999999999999999999999', [], 'one finger on the key'],
])('%s → %j: %s', (text, expected) => {
  expect(sure(text)).toEqual(expected)
})

test.each<[string, string, string[], string]>([
  ['7421234', '1', ['+576017421234'], 'area digit'],
  ['742 12 34', 'Bogotá D.C.', ['+576017421234'], 'city'],
  ['7421234', '11001', ['+576017421234'], 'municipality code'],
  ['4441234', '05', ['+576044441234'], 'department code'],
  ['4441234', '604', ['+576044441234'], 'new area'],
  ['4441234', 'MEDELLÍN', ['+576044441234'], 'capitals'],
  ['17421234', '', ['+576017421234'], 'old area run together with the number'],
  ['7421234', 'Macondo', [], 'a place that is not known'],
])('%s in «%s» may be %j: %s', (text, area, candidates) => {
  expect(readTelephones(text, { area })).toMatchObject([{ e164: null, candidates, sure: false, kind: 'fixed' }])
})

test('two lines of a group: the second is a candidate', () => {
  expect(readTelephones('7421234/35', { area: '1' })).toMatchObject([
    { candidates: ['+576017421234'], original: '7421234' },
    { candidates: ['+576017421235'], original: '35', sure: false },
  ])
  expect(readTelephones('6017421234-35')).toMatchObject([{ e164: '+576017421234' }, { e164: null, candidates: ['+576017421235'], sure: false }])
})

test('two old numbers side by side are two', () => {
  expect(readTelephones('7421234 - 2345678', { area: '1' }).flatMap(({ candidates }) => candidates)).toEqual(['+576017421234', '+576012345678'])
})

test('a number of 2010 and a caller of today meet by the last seven digits', () => {
  expect(telephoneKeys('7421234')).toEqual({ exact: [], candidates: [], lastSeven: ['7421234'] })
  expect(telephoneKeys('6017421234')).toEqual({ exact: ['+576017421234'], candidates: [], lastSeven: ['7421234'] })
  expect(telephoneKeys('300 742 1234').lastSeven).toEqual([])
})

test.each([
  ['+576017421234', '601 742 1234'],
  ['+573001234567', '300 123 4567'],
  ['+5718000123456', '01 8000 123 456'],
  ['+13055550134', '+13055550134'],
])('%s is shown as %s, and read back', (e164, shown) => {
  expect(writeTelephone(e164)).toBe(shown)
  expect(sure(writeTelephone(e164, '12'))).toEqual([`${e164}x12`])
})

test('whatever the separators, one number is one number', () => {
  const national = fc.oneof(fc.integer({ min: 3_000_000_000, max: 3_059_999_999 }), fc.integer({ min: 6_012_000_000, max: 6_018_999_999 })).map(String)
  fc.assert(
    fc.property(national, fc.array(fc.constantFrom('', '', ' ', '.', '-', '  '), { minLength: 10, maxLength: 10 }), (number, between) => {
      const text = Array.from(number).map((digit, at) => digit + (at < 9 ? between[at] : '')).join('')
      expect(sure(text)).toEqual([`+57${number}`])
    }),
  )
})

test('libphonenumber agrees on what is mobile, fixed and toll-free', () => {
  const KINDS: Record<string, string> = { MOBILE: 'mobile', FIXED_LINE: 'fixed', TOLL_FREE: 'toll-free', PREMIUM_RATE: 'premium' }
  const number = fc.oneof(fc.integer({ min: 3_000_000_000, max: 3_519_999_999 }), fc.integer({ min: 6_010_000_000, max: 6_089_999_999 }), fc.integer({ min: 18_000_000_000, max: 18_009_999_999 }))
  fc.assert(
    fc.property(number.map(String), (digits) => {
      const theirs = parsePhoneNumberFromString(`+57${digits}`)
      const [ours] = readTelephones(digits)
      if (theirs?.isValid()) expect([ours?.e164, ours?.kind]).toEqual([theirs.number, KINDS[theirs.getType() ?? '']])
    }),
    { numRuns: 500 },
  )
})

test('anything at all is answered, never thrown, and soon', () => {
  const noise = fc.string({ unit: fc.constantFrom(...Array.from('0123456789+()/-. ,exty;#')), maxLength: 300 })
  fc.assert(
    fc.property(noise, (text) => {
      for (const { e164, sure } of readTelephones(text, { area: '1' })) {
        expect(sure).toBe(e164 !== null)
        if (e164) expect(e164).toMatch(/^\+[1-9]\d{7,14}$/)
      }
    }),
  )
})

const folder = new URL('../../shared/data/colombia/', import.meta.url)
const absent = !existsSync(folder)
const rows = (name: string) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n').slice(1)

describe.skipIf(absent)(`the numbering plan in use${absent ? ' (skipped: ../shared/data/colombia is not here)' : ''}`, () => {
  test('examples are of their kind', () => {
    const kinds: Record<string, string> = { FIXED_LINE: 'fixed', MOBILE: 'mobile', TOLL_FREE: 'toll-free', PREMIUM_RATE: 'premium' }
    for (const [, type = '', number = ''] of rows('telefonos_examples.csv').map((row) => row.split(';').map((cell) => cell.trim()))) {
      const digits = number.replaceAll('"', '')
      expect(readTelephones(digits)).toMatchObject([{ e164: `+57${digits}`, kind: kinds[type] }])
    }
  })
  test('every known prefix of a city is a fixed number of the area its name gives', () => {
    let named = 0
    for (const [prefix = '', zone = ''] of rows('telefonos_prefijo_ciudad.csv').map((row) => row.split(','))) {
      const national = prefix.slice(2).padEnd(10, '2')
      expect([zone, ...readTelephones(national)]).toMatchObject([zone, { e164: `+57${national}`, kind: 'fixed' }])
      const area = areaOf(COLOMBIA, zone)
      if (area === null || zone === 'Nariño') continue // A village of Cundinamarca has the department's name: names give candidates only.
      named += 1
      expect([zone, area]).toEqual([zone, prefix[4]])
    }
    expect(named).toBeGreaterThan(80)
  })
  test('every prefix of an operator of mobiles is mobile', () => {
    for (const [prefix = '', operator = ''] of rows('telefonos_prefijo_operador.csv').map((row) => row.split(','))) {
      if (!prefix.startsWith('573')) continue
      expect([operator, ...readTelephones(prefix.slice(2).padEnd(10, '5'))]).toMatchObject([operator, { kind: 'mobile', sure: true }])
    }
  })
})
