import { expect, test } from 'vitest'
import { dayText } from '#kernel/day.ts'
import { holidaysOf } from '#kernel/holidays.ts'
import { dueOf } from '#kernel/term-due.ts'
import { computeTerm } from '#kernel/term-proof.ts'
import { CalendarShape, TermRuleShape } from '../contract.ts'
import { chooseRules } from '../rules/choose-rules.ts'
import { calendarOf } from './calendar-of.ts'
import { XX } from './XX.ts'

const calendar = calendarOf(XX)
const rule = (id: string) => XX.terms.find((row) => row.id === id)!
const at = (text: string) => Date.parse(`${text}+05:45`)

test('it passes the contract', () => {
  expect(CalendarShape.parse(JSON.parse(JSON.stringify(calendar)))).toEqual(calendar)
  for (const row of XX.terms) expect(TermRuleShape.parse(JSON.parse(JSON.stringify(row)))).toEqual(row)
})

test.each([
  ['XX-ANSWER', '2026-06-16T10:00', '2026-07-16', 'a month, to the same day'],
  ['XX-ANSWER', '2026-01-31T10:00', '2026-03-01', '28 February is a Saturday, of the weekend here'],
  ['XX-ANSWER', '2026-06-18T12:00', '2026-07-21', 'Thursday closes at noon: filed on Sunday 21'],
  ['XX-ANSWER', '2026-08-23T10:00', '2026-09-24', '23 September is a feast; Thursday is half a day, and counts'],
  ['XX-URGENT', '2026-06-17T10:00', '2026-06-21', 'Wednesday, Thursday, Sunday: the first day counts'],
])('%s received %s is due %s: %s', (id, received, due) => expect(dayText(dueOf(rule(id), at(received), calendar).dueOn!)).toBe(due))

test('working hours stop for the half day and the weekend', () => {
  const proof = computeTerm(rule('XX-ACK'), at('2026-06-18T10:00'), calendar)
  expect(proof).toMatchObject({ dueAt: '2026-06-21T09:30:00+05:45', counted: ['2026-06-18', '2026-06-21'] })
  expect(proof.skipped).toEqual([{ date: '2026-06-19', why: { code: 'weekend', weekday: 5 } }, { date: '2026-06-20', why: { code: 'weekend', weekday: 6 } }])
})

test('a month that ends on a closed day names the days it passed over', () =>
  expect(computeTerm(rule('XX-ANSWER'), at('2026-08-23T10:00'), calendar).skipped.map(({ date, why }) => [date, why.code])).toEqual([['2026-09-23', 'holiday']]))

test('feasts fall where its own law says', () => {
  expect([...holidaysOf(XX.holidays, 2028).keys()].map(dayText)).toEqual(['2028-01-03', '2028-02-29', '2028-04-23'])
  expect([...holidaysOf(XX.holidays, 2025).keys()].map(dayText)).toEqual(['2025-04-27', '2025-09-23', '2025-12-29'])
  expect([...holidaysOf(XX.holidays, 2029).keys()].map(dayText), 'the Monday of 29 December may be in January').toEqual(['2029-01-01', '2029-04-08', '2029-12-31'])
})

test('its own decision chooses its own rules', () =>
  expect(chooseRules(XX, { kind: 'claim', subjects: [], flags: [], personalData: true, consumer: true }, '2026-06-16').rules).toEqual(['XX-ACK', 'XX-ANSWER', 'XX-AUDIT']))
