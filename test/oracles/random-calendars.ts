import type { CalendarDefinition, Period, SpecialDay, Week } from '#kernel/calendar.ts'
import { dayText, epochDayOf } from '#kernel/day.ts'
import type { HolidayRule } from '#kernel/holidays.ts'
import type { TermRule } from '#kernel/term.ts'

/** A small seeded generator (mulberry32): the same seed gives the same cases on every machine. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const ZONES = ['America/Bogota', 'America/Santiago', 'Europe/Madrid', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/New_York', 'Pacific/Auckland']

const upTo = (random: () => number, n: number) => Math.floor(random() * n)
const one = <T>(random: () => number, values: readonly T[]): T => values[upTo(random, values.length)]!
const chance = (random: () => number, p: number) => random() < p

// Away from 01:00–03:59 and 23:00–23:59, where clocks change: the two engines may read a doubled hour differently.
const DAYS: readonly (readonly Period[])[] = [
  [], [{ from: '08:00', to: '17:30' }], [{ from: '08:00', to: '12:00' }, { from: '14:00', to: '17:30' }], [{ from: '07:15', to: '11:45' }],
  [{ from: '06:00', to: '22:00' }], [{ from: '09:00', to: '10:00' }, { from: '11:00', to: '12:00' }, { from: '15:00', to: '19:00' }],
]
const nameless = { es: 'Fiesta', en: 'Feast' }
const dayIn = (random: () => number, from: number, to: number) => dayText(epochDayOf(from, 1, 1) + upTo(random, (to - from) * 365))

export function randomWeek(random: () => number): Week {
  const day = () => (chance(random, 0.7) ? one(random, DAYS) : DAYS[2]!)
  return [day(), day(), DAYS[1]!, day(), day(), chance(random, 0.6) ? [] : day(), chance(random, 0.8) ? [] : day()]
}

export function randomHoliday(random: () => number): HolidayRule {
  const month = 1 + upTo(random, 12)
  const day = 1 + upTo(random, 28)
  const date = one(random, [
    { kind: 'fixed', month, day } as const, { kind: 'next-monday', month, day } as const,
    { kind: 'easter', days: upTo(random, 120) - 50, toMonday: chance(random, 0.5) } as const,
  ])
  return { name: nameless, date, source: 'x', ...(chance(random, 0.3) && { since: dayIn(random, 2015, 2030) }), ...(chance(random, 0.2) && { until: dayIn(random, 2020, 2035) }) }
}

function specialDays(random: () => number): SpecialDay[] {
  const dates = new Set(Array.from({ length: upTo(random, 40) }, () => dayIn(random, 2018, 2034)))
  return [...dates].map((date) => ({ date, name: nameless, periods: one(random, DAYS), legal: chance(random, 0.4) }))
}

export function randomCalendar(random: () => number, id: string): CalendarDefinition {
  return {
    id, version: 1 + upTo(random, 9), timeZone: one(random, ZONES), week: randomWeek(random),
    laterWeeks: chance(random, 0.3) ? [{ since: '2024-05-15', week: randomWeek(random) }, { since: '2027-02-01', week: randomWeek(random) }] : [],
    holidays: Array.from({ length: upTo(random, 25) }, () => randomHoliday(random)),
    specialDays: specialDays(random),
    saturdayCounts: chance(random, 0.2),
  }
}

export function randomRule(random: () => number, units: readonly TermRule['unit'][]): TermRule {
  const unit = one(random, units)
  return {
    id: 'R', version: 1, name: nameless, family: 'x', clock: 'final-answer', party: 'company', startsFrom: 'receipt', source: 'x', mark: 'K', applies: [], onBreach: null,
    layer: one(random, ['law', 'contract', 'internal'] as const), amount: unit === 'month' ? 1 + upTo(random, 3) : upTo(random, 40), unit,
    start: chance(random, 0.7) ? 'next-day' : 'same-day', afterHours: chance(random, 0.5) ? 'file-same-day' : 'next-business-day',
    weekdays: one(random, ['mon-fri', 'mon-sat', 'open-days'] as const), lastDayOff: chance(random, 0.5) ? 'stays' : 'next-working-day',
    extension: { times: 2, max: one(random, ['double', 5, 12] as const) },
    suspension: { causes: [{ cause: 'waiting', cap: null, renewals: 0, times: null }], resumes: chance(random, 0.5) ? 'same-day' : 'next-day' },
  }
}

/** A whole minute between 2019 and 2029. */
export const randomInstant = (random: () => number): number => Date.UTC(2019, 0, 1) + upTo(random, 11 * 365 * 1440) * 60_000

/** Up to three pauses after `from`, some for a cause the rule does not know, some overlapping. */
export const randomPauses = (random: () => number, from: number) => Array.from({ length: upTo(random, 4) }, () => {
  const start = from + upTo(random, 30 * 1440) * 60_000
  return { cause: chance(random, 0.85) ? 'waiting' : 'coffee', from: start, to: start + upTo(random, 20 * 1440) * 60_000 }
})
