import { existsSync, readFileSync } from 'node:fs'
import Holidays from 'date-holidays'
import { expect, it, test } from 'vitest'
import { dayText, epochDay } from '#kernel/day.ts'
import { holidaysOf } from '#kernel/holidays.ts'
import { CO_HOLIDAYS } from './CO-holidays.ts'

const days = (year: number): string[] => [...holidaysOf(CO_HOLIDAYS, year).keys()].map(dayText)
const column = (file: string, pick: (cells: string[]) => string | false): string[] =>
  readFileSync(file, 'utf8').trim().split('\n').slice(1).map((line) => pick(line.split(','))).filter((day) => day !== false)

test.each([
  [2026, '01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25'],
  [2027, '01-01 01-11 03-22 03-25 03-26 05-01 05-10 05-31 06-07 07-05 07-12 07-20 08-07 08-16 10-18 11-01 11-15 12-08 12-25'],
])('the holidays of %i', (year, list) => expect(days(year)).toEqual(list.split(' ').map((day) => `${year}-${day}`)))

test.each(['2019-07-01', '2025-06-30', '2030-07-01'])('two holidays share %s: a set of days, not a count', (day) =>
  expect(holidaysOf(CO_HOLIDAYS, Number(day.slice(0, 4))).get(epochDay(day))?.map(({ es }) => es)).toEqual(['Sagrado Corazón de Jesús', 'San Pedro y San Pablo']))

test('the ninth of July reaches back to no year before 2026', () => {
  for (let year = 1984; year < 2026; year++)
    expect([...holidaysOf(CO_HOLIDAYS, year).values()].flat().some(({ en }) => en.includes('Chiquinquirá'))).toBe(false)
  expect(holidaysOf(CO_HOLIDAYS, 2026).get(epochDay('2026-07-13'))).toBeDefined()
})

it('agrees with date-holidays on every year from 1984 to 2100, Easter Sunday apart (it lists it; a Sunday is no working day anyway)', () => {
  const library = new Holidays('CO')
  for (let year = 1984; year <= 2100; year++) {
    const theirs = library.getHolidays(year).filter(({ type, rule }) => type === 'public' && rule !== 'easter').map(({ date }) => date.slice(0, 10))
    expect(days(year)).toEqual([...new Set(theirs)].sort())
  }
})

const FIXTURES = '../shared/data/calendars/festivos_co_date-holidays_2015-2029.csv'
it.skipIf(!existsSync(FIXTURES))('agrees with the gathered table of 2015–2029 (skipped where ../shared/data is absent)', () => {
  const table = column(FIXTURES, ([, day, , kind, rule]) => kind === 'public' && rule !== 'easter' && day!)
  for (let year = 2015; year <= 2029; year++) expect(days(year)).toEqual([...new Set(table.filter((day) => day.startsWith(String(year))))].sort())
})

const SNAPSHOT = '../shared/data/calendars/festivos_co_vacanza_2018-2030.csv'
it.skipIf(!existsSync(SNAPSHOT))('agrees with the second gathered table of 2018–2030 (skipped where ../shared/data is absent)', () => {
  const table = column(SNAPSHOT, ([day]) => day!)
  for (let year = 2018; year <= 2030; year++) expect(days(year)).toEqual([...new Set(table.filter((day) => day.startsWith(String(year))))].sort())
})
