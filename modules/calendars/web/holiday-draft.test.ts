import { expect, test } from 'vitest'
import { HolidayRuleShape } from '../contract.ts'
import { CO_HOLIDAYS } from '../packs/CO-holidays.ts'
import { draftOf, ruleOf } from './holiday-draft.ts'

test.each(CO_HOLIDAYS.map((holiday) => [holiday.name.es, holiday] as const))('%s comes out of the form as it went in', (_, holiday) => expect(ruleOf(draftOf(holiday))).toEqual(holiday))

const written = { ...draftOf(null), es: 'Día cívico', source: 'Ley 1 de 2027', day: '9', month: '7' }
test('a new one is what the server takes', () => {
  const rule = ruleOf({ ...written, since: '2027-01-01' })
  expect(rule).toEqual({ name: { es: 'Día cívico', en: 'Día cívico' }, date: { kind: 'fixed', month: 7, day: 9 }, source: 'Ley 1 de 2027', since: '2027-01-01' })
  expect(HolidayRuleShape.safeParse(rule).success).toBe(true)
})

test.each([
  ['no name', { es: ' ' }], ['no law', { source: '' }], ['no day', { day: '' }], ['a day that no month has', { day: '31', month: '6' }], ['30 February', { day: '30', month: '2' }], ['half a day', { day: '1,5' }],
  ['no days from Easter', { kind: 'easter', days: 'x' }], ['too far from Easter', { kind: 'easter', days: '300' }],
] as const)('%s is no holiday yet', (_, some) => expect(ruleOf({ ...written, ...some })).toBeNull())
test('29 February is one, and the minus may be typed either way', () => {
  expect(ruleOf({ ...written, day: '29', month: '2' })).not.toBeNull()
  for (const days of ['-2', '−2']) expect(ruleOf({ ...written, kind: 'easter', days })?.date).toEqual({ kind: 'easter', days: -2, toMonday: false })
})
