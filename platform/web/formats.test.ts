import { describe, expect, test } from 'vitest'
import { fill, formatsFor } from './formats.ts'

const now = () => Date.parse('2026-07-16T10:20:00-05:00')
const es = formatsFor({ language: 'es', locale: 'es-CO', timeZone: 'America/Bogota', now })
const en = formatsFor({ language: 'en', locale: 'en-GB', timeZone: 'America/Bogota', now })
const CASES = { one: '{n} caso', other: '{n} casos', many: '{n} de casos' }
/** Intl separates with spaces of several kinds. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test.each([
  [0, '0 casos'], [1, '1 caso'], [2, '2 casos'], [1_240, '1.240 casos'], [1_000_000, '1.000.000 de casos'], [1_000_001, '1.000.001 casos'],
])('%d in Spanish is "%s"', (n, text) => {
  expect(es.plural(n, CASES)).toBe(text)
})

test('a language without "many" needs none', () => {
  expect(en.plural(1_000_000, { one: '{n} case', other: '{n} cases' })).toBe('1,000,000 cases')
})

describe('days and instants', () => {
  test.each([
    ['2026-07-22', 'mié 22 jul', 'Wed 22 Jul', 'this year goes without saying'],
    ['2027-01-13', 'mié 13 ene 2027', 'Wed 13 Jan 2027', 'another does not'],
  ])('%s', (day, spanish, english) => {
    expect(es.day(day)).toBe(spanish)
    expect(en.day(day)).toBe(english)
  })

  test('an instant is told by the clock on the reader’s wall', () => {
    expect(es.instant('2026-07-17T01:30:00Z')).toBe('hoy 20:30')
    expect(es.instant('2026-07-17T05:30:00Z')).toBe('vie 17 jul 00:30')
    expect(formatsFor({ language: 'es', locale: 'es-CL', timeZone: 'America/Santiago', now }).time('2026-07-17T01:30:00Z')).toBe('21:30')
  })

  test.each([
    ['2026-07-17T05:30:00Z', 'vie 17 jul 00:30', 'of this year with its hour'],
    ['2027-01-13T15:30:00Z', 'mié 13 ene 2027', 'of another with its year'],
    ['2025-09-24T15:30:00Z', 'mié 24 sept 2025', 'and of one that is past'],
  ])('where there is little room %s is %s: %s', (at, said) => {
    expect(es.instantBrief(at)).toBe(said)
  })

  test('at the end of a year the first days of the next are told by their hour', () => {
    const atItsEnd = formatsFor({ language: 'es', locale: 'es-CO', timeZone: 'America/Bogota', now: () => Date.parse('2026-12-30T10:20:00-05:00') })
    expect(atItsEnd.instantBrief('2027-01-04T16:24:00Z')).toBe('lun 4 ene 11:24')
  })

  test('days ago are days of the calendar, not blocks of 24 hours', () => {
    expect(es.ago('2026-07-14T23:50:00-05:00')).toBe('anteayer')
    expect(es.ago('2026-07-16T10:15:00-05:00')).toBe('hace 5 minutos')
  })
})

test.each([[45, '45 s'], [720, '12 min'], [12_000, '3 h 20 min'], [7_200, '2 h'], [-90, '−2 min']])('%d seconds are %s', (seconds, text) => {
  expect(es.duration(seconds)).toBe(text)
})

test('pesos without cents, other money by its code', () => {
  expect(plain(es.money(12_450_900))).toBe('$ 12.450.900')
  expect(plain(es.money(120.5, 'USD'))).toBe('USD 120,50')
})

test('a place without a value stays in sight', () => {
  expect(fill('Hola {name}, {missing}', { name: 'Luz' })).toBe('Hola Luz, {missing}')
})
