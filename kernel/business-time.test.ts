import { expect, test } from 'vitest'
import { aCalendar } from '#test/oracles/plain-calendar.ts'
import { addBusinessMinutes, businessMinutes, subtractBusinessMinutes, workingInstantAfter } from './business-time.ts'

const calendar = aCalendar()
const at = (text: string) => Date.parse(`${text}-05:00`)

test.each([
  ['2026-03-02T07:00', '2026-03-02T09:00', 60, 'what is outside hours begins at the opening'],
  ['2026-03-02T11:30', '2026-03-02T14:30', 60, 'the midday pause does not count'],
  ['2026-03-06T17:00', '2026-03-09T08:30', 60, 'nor the weekend'],
  ['2026-03-07T10:00', '2026-03-08T10:00', 0, 'a weekend has none'],
  ['2026-03-02T09:00:00', '2026-03-02T09:00:30', 0.5, 'half a minute is half a minute'],
  ['2025-12-31T17:00', '2026-01-01T08:30', 60, 'across the year'],
])('%s to %s: %d (%s)', (a, b, minutes) => expect(businessMinutes(at(a), at(b), calendar)).toBe(minutes))

test('suspensions that overlap are taken out once, an open one to the end', () => {
  const [a, b] = [at('2026-03-02T08:00'), at('2026-03-02T12:00')]
  expect(businessMinutes(a, b, calendar, [{ from: at('2026-03-02T09:00'), to: at('2026-03-02T10:00') }, { from: at('2026-03-02T09:30'), to: at('2026-03-02T10:30') }])).toBe(150)
  expect(businessMinutes(a, b, calendar, [{ from: at('2026-03-02T09:00'), to: null }])).toBe(60)
})

test('an end before its beginning is an error of the data', () => expect(() => businessMinutes(2, 1, calendar)).toThrow(RangeError))

test('adding ends at a closing rather than the next opening; subtracting the other way round', () => {
  expect(addBusinessMinutes(at('2026-03-02T11:00'), 60, calendar)).toBe(at('2026-03-02T12:00'))
  expect(workingInstantAfter(at('2026-03-02T11:00'), 60, calendar)).toBe(at('2026-03-02T14:00'))
  expect(subtractBusinessMinutes(at('2026-03-02T15:00'), 60, calendar)).toBe(at('2026-03-02T14:00'))
  expect(subtractBusinessMinutes(at('2026-01-01T09:00'), 120, calendar)).toBe(at('2025-12-31T16:30'))
  expect(addBusinessMinutes(at('2026-03-07T11:00'), 0, calendar)).toBe(at('2026-03-07T11:00'))
  expect(addBusinessMinutes(at('2026-03-02T11:00'), 90, calendar, [{ from: at('2026-03-02T11:30'), to: null }])).toBeNull()
})

test('what is done by the time a suspension begins does not wait for its end', () => {
  const pause = [{ from: at('2026-03-02T11:00'), to: at('2026-03-02T15:00') }]
  expect(addBusinessMinutes(at('2026-03-02T10:00'), 60, calendar, pause)).toBe(at('2026-03-02T11:00'))
  expect(addBusinessMinutes(at('2026-03-02T10:00'), 61, calendar, pause)).toBe(at('2026-03-02T15:01'))
})

test('hours changed later leave the time already used as it was', () => {
  const half = [{ from: '08:00', to: '10:00' }]
  const later = aCalendar({ laterWeeks: [{ since: '2026-03-04', week: [half, half, half, half, half, [], []] }] })
  expect(businessMinutes(at('2026-03-02T00:00'), at('2026-03-04T00:00'), later)).toBe(900)
  expect(businessMinutes(at('2026-03-04T00:00'), at('2026-03-05T00:00'), later)).toBe(120)
})

test('a day that loses or doubles an hour counts the hours that passed', () => {
  const night = [{ from: '00:00', to: '24:00' }]
  const madrid = aCalendar({ timeZone: 'Europe/Madrid', week: [night, night, night, night, night, night, night] })
  const day = (from: string, to: string) => businessMinutes(Date.parse(from), Date.parse(to), madrid)
  expect(day('2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00')).toBe(23 * 60)
  expect(day('2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00')).toBe(25 * 60)
})

test('a calendar that never opens is an error, not a loop without end', () => {
  const shut = aCalendar({ week: [[], [], [], [], [], [], []] })
  expect(() => addBusinessMinutes(at('2026-03-02T11:00'), 1, shut)).toThrow(/no working hours/)
  expect(() => subtractBusinessMinutes(at('2026-03-02T11:00'), 1, shut)).toThrow(/no working hours/)
})
