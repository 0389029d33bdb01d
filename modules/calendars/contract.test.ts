import { expect, test } from 'vitest'
import { aCalendar, aRule } from '#test/oracles/plain-calendar.ts'
import type { CalendarDefinition } from '#kernel/calendar.ts'
import { CalendarShape, TermRuleShape } from './contract.ts'

const words = { es: 'Día', en: 'Day' }
const week = (monday: unknown) => [monday, [], [], [], [], [], []]

test('a plain calendar and a plain rule pass', () => {
  expect(CalendarShape.parse(aCalendar())).toEqual(aCalendar())
  expect(TermRuleShape.parse(aRule())).toEqual(aRule())
})

test.each<[string, Partial<Record<keyof CalendarDefinition, unknown>> & Record<string, unknown>]>([
  ['a zone nobody has', { timeZone: 'America/Macondo' }],
  ['no zone at all', { timeZone: '' }],
  ['a week of six days', { week: [[], [], [], [], [], [{ from: '08:00', to: '12:00' }]] }],
  ['a week that never opens', { week: week([]) }],
  ['periods that overlap', { week: week([{ from: '08:00', to: '12:00' }, { from: '11:59', to: '13:00' }]) }],
  ['a period that ends before it begins', { week: week([{ from: '12:00', to: '08:00' }]) }],
  ['a period of no time', { week: week([{ from: '08:00', to: '08:00' }]) }],
  ['an hour that no clock shows', { week: week([{ from: '08:00', to: '25:00' }]) }],
  ['a special day that is no day', { specialDays: [{ date: '2026-02-30', name: words, periods: [], legal: false }] }],
  ['the same special day twice', { specialDays: [1, 2].map(() => ({ date: '2026-02-03', name: words, periods: [], legal: false })) }],
  ['a holiday on 31 June', { holidays: [{ name: words, date: { kind: 'fixed', month: 6, day: 31 }, source: 'x' }] }],
  ['a holiday without a name', { holidays: [{ name: { es: ' ', en: 'x' }, date: { kind: 'fixed', month: 6, day: 1 }, source: 'x' }] }],
  ['weeks out of order', { laterWeeks: [{ since: '2026-03-01', week: aCalendar().week }, { since: '2026-02-01', week: aCalendar().week }] }],
  ['version 0', { version: 0 }],
  ['a key nobody knows', { colour: 'red' }],
])('refuses %s', (_, bad) => expect(CalendarShape.safeParse({ ...aCalendar(), ...bad }).success).toBe(false))

test.each<[string, Record<string, unknown>]>([
  ['half a working day', { amount: 1.5 }],
  ['a negative term', { amount: -1 }],
  ['a term without end', { amount: Infinity }],
  ['a unit nobody counts in', { unit: 'week' }],
  ['an extension by nothing', { extension: { times: 1, max: 0 } }],
  ['a key nobody knows', { sla: 1 }],
])('refuses %s', (_, bad) => expect(TermRuleShape.safeParse({ ...aRule(), ...bad }).success).toBe(false))

test('half an hour is a term', () => expect(TermRuleShape.safeParse(aRule({ unit: 'working-hour', amount: 0.5 })).success).toBe(true))

test.each<[unknown, string | null]>([
  ['Ley 1755 de 2015, art. 14', null], [{ es: 'Propuesta', en: 'Proposed' }, null], [{ es: 'Propuesta' }, 'invalid_union'], ['', 'too_small'], [7, 'invalid_union'],
])('where a rule comes from: %o → %s', (source, refused) => expect(TermRuleShape.safeParse(aRule({ source: source as string })).error?.issues[0]?.code ?? null).toBe(refused))
