import { expect, it, test } from 'vitest'
import { addMonths, civilOf, dayText, epochDay, epochDayOf, readDay, weekdayOf } from './day.ts'
import { easterOf } from './easter.ts'

it('agrees with Date on every day of four centuries', () => {
  for (let day = epochDayOf(1800, 1, 1); day < epochDayOf(2200, 1, 1); day++) {
    const date = new Date(day * 86_400_000)
    const { year, month, day: dayOfMonth } = civilOf(day)
    if (year !== date.getUTCFullYear() || month !== date.getUTCMonth() + 1 || dayOfMonth !== date.getUTCDate()
      || epochDayOf(year, month, dayOfMonth) !== day || weekdayOf(day) !== (date.getUTCDay() || 7)) expect(dayText(day)).toBe(date.toISOString())
  }
})

test.each([
  ['2026-01-31', 1, '2026-02-28', 'the month lacks that day'],
  ['2024-01-31', 1, '2024-02-29', 'a leap year has one more'],
  ['2026-06-26', 1, '2026-07-26', 'the same day of the month'],
  ['2026-12-15', 2, '2027-02-15', 'across the year'],
  ['2026-01-15', -2, '2025-11-15', 'backwards'],
])('%s and %i months is %s: %s', (from, months, to) => expect(dayText(addMonths(epochDay(from), months))).toBe(to))

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '26/06/2026', '', '2026-00-10', 'x2026-01-01'])('%s is no day', (text) => {
  expect(readDay(text)).toBeNull()
  expect(() => epochDay(text)).toThrow(RangeError)
})

test.each([['1984-04-22'], ['2000-04-23'], ['2008-03-23'], ['2011-04-24'], ['2019-04-21'], ['2026-04-05'], ['2038-04-25'], ['2076-04-19'], ['2100-03-28']])(
  'Easter was or will be on %s', (day) => expect(dayText(easterOf(Number(day.slice(0, 4))))).toBe(day))
