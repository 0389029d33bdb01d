import { describe, expect, it, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { seeded } from '#test/oracles/random-calendars.ts'
import { DAY_MS, dayText, epochDay } from './day.ts'
import { dayAt, endOfDay, instantOf, instantText, offsetAt, startOfDay, zoneOf } from './zone.ts'

const ZONES = ['America/Bogota', 'America/Santiago', 'Europe/Madrid', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'Africa/Cairo']
const at = (text: string) => Date.parse(text)

describe('offsets', () => {
  it.each(ZONES)('of %s agree with Temporal', (name) => {
    const zone = zoneOf(name)
    const random = seeded(7)
    for (let i = 0; i < 400; i++) {
      const instant = Math.floor(at('1985-01-01T00:00Z') + random() * 70 * 365 * DAY_MS)
      expect(offsetAt(zone, instant)).toBe(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name).offsetNanoseconds / 1e6)
    }
  })

  it('refuses a zone nobody has', () => expect(() => zoneOf('America/Macondo')).toThrow(RangeError))
})

describe('days', () => {
  it.each(ZONES)('begin and end in %s where Temporal says, clocks that go back across midnight apart', (name) => {
    const zone = zoneOf(name)
    for (let day = epochDay('2009-01-01'); day < epochDay('2014-01-01'); day++) {
      const start = startOfDay(zone, day)
      if (name !== 'Pacific/Apia') expect(start).toBe(Temporal.PlainDate.from(dayText(day)).toZonedDateTime(name).startOfDay().epochMilliseconds)
      expect(dayAt(zone, endOfDay(zone, day))).toBe(name === 'Pacific/Apia' && dayText(day) === '2011-12-30' ? day - 1 : day)
      expect(endOfDay(zone, day)).toBeLessThan(startOfDay(zone, day + 1))
    }
  })

  it.each(ZONES)('never go back in %s', (name) => {
    const zone = zoneOf(name)
    let before = -Infinity
    for (let instant = at('2010-01-01T00:00Z'); instant < at('2012-01-01T00:00Z'); instant += 10 * 60_000) {
      const day = dayAt(zone, instant)
      if (day < before) expect(dayText(day)).toBe(dayText(before))
      before = day
    }
  })
})

test('a wall time the clock jumps over is the jump; one that comes twice is its first coming', () => {
  const santiago = zoneOf('America/Santiago')
  // Chile, 2026-09-06: 00:00 becomes 01:00. 2026-04-05: 00:00 becomes 23:00 of the day before.
  expect(instantText(santiago, startOfDay(santiago, epochDay('2026-09-06')))).toBe('2026-09-06T01:00:00-03:00')
  expect(instantOf(santiago, epochDay('2026-09-06'), 30 * 60_000)).toBe(startOfDay(santiago, epochDay('2026-09-06')))
  expect(instantText(santiago, instantOf(santiago, epochDay('2026-04-04'), 23.5 * 3_600_000))).toBe('2026-04-04T23:30:00-03:00')
  expect(instantText(santiago, endOfDay(santiago, epochDay('2026-04-04')))).toBe('2026-04-04T23:59:59-04:00')
})

test('instants are told with the offset people see', () => {
  expect(instantText(zoneOf('America/Bogota'), at('2026-07-23T04:59:59Z'))).toBe('2026-07-22T23:59:59-05:00')
  expect(instantText(zoneOf('Asia/Kathmandu'), at('2026-07-23T04:59:59.125Z'))).toBe('2026-07-23T10:44:59.125+05:45')
  expect(instantText(zoneOf('America/Bogota'), at('1850-01-01T00:00:00Z'))).toBe('1850-01-01T00:00:00.000Z')
})
