import { assert, integer, property, type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomCalendar, randomHoliday, randomInstant, randomPauses, randomRule, seeded } from '#test/oracles/random-calendars.ts'
import { addBusinessMinutes, businessMinutes, subtractBusinessMinutes, workingInstantAfter } from './business-time.ts'
import { dayText } from './day.ts'
import { refusePause } from './pauses.ts'
import { dueOf, settleTerm } from './term-due.ts'
import { computeTerm } from './term-proof.ts'
import type { TermRule } from './term.ts'

const UNITS: TermRule['unit'][] = ['working-day', 'calendar-day', 'month', 'hour', 'working-hour']

/** A whole case grown from one number, which is what fast-check shrinks and prints. */
const aCase = integer({ min: 1, max: 2 ** 31 - 1 }).map((seed) => {
  const random = seeded(seed)
  const calendar = randomCalendar(random, `c${seed}`)
  const receivedAt = randomInstant(random)
  const rule = randomRule(random, UNITS)
  return { random, calendar, receivedAt, rule, pauses: randomPauses(random, receivedAt) }
})
const always = (holds: (theCase: typeof aCase extends Arbitrary<infer T> ? T : never) => void, numRuns = 400) =>
  assert(property(aCase, holds), { numRuns, seed: 20_261_124 })

describe('terms', () => {
  it('received later are never due earlier', () => always(({ random, calendar, receivedAt, rule, pauses }) => {
    for (const later of [1000, 60_000, 3_600_000, 86_400_000 * random() * 20]) {
      const a = settleTerm(rule, receivedAt, calendar, { pauses }).due.dueAt!
      expect(settleTerm(rule, receivedAt + Math.floor(later), calendar, { pauses }).due.dueAt).toBeGreaterThanOrEqual(a)
    }
  }))

  it('are never due earlier for one holiday more', () => always(({ random, calendar, receivedAt, rule, pauses }) => {
    const more = { ...calendar, holidays: [...calendar.holidays, randomHoliday(random)] }
    expect(settleTerm(rule, receivedAt, more, { pauses }).due.dueAt).toBeGreaterThanOrEqual(settleTerm(rule, receivedAt, calendar, { pauses }).due.dueAt!)
  }))

  it('are never due earlier for one pause more, and never overdue the moment it ends', () => always(({ random, calendar, receivedAt, rule, pauses }) => {
    const before = settleTerm(rule, receivedAt, calendar, { pauses }).due.dueAt!
    const from = receivedAt + Math.floor(random() * (before - receivedAt))
    const to = from + Math.floor(random() * 86_400_000 * 15)
    const after = settleTerm(rule, receivedAt, calendar, { pauses: [...pauses, { cause: 'waiting', from, to }] }).due.dueAt!
    expect(after).toBeGreaterThanOrEqual(before)
    if (refusePause(rule, { dueAt: before, pauses: [] }, { cause: 'waiting', at: from }) === null) expect(after).toBeGreaterThanOrEqual(to)
  }))

  it('are due no earlier and at most double when extended', () => always(({ random, calendar, receivedAt, rule }) => {
    const plain = dueOf(rule, receivedAt, calendar)
    const extension = { amount: 1 + Math.floor(random() * 20), notifiedAt: receivedAt }
    const settled = settleTerm(rule, receivedAt, calendar, { extensions: [extension] })
    expect(settled.due.dueAt).toBeGreaterThanOrEqual(plain.dueAt!)
    if (rule.extension?.max === 'double') expect(settled.amount).toBeLessThanOrEqual(rule.amount! * 2)
  }))

  it('prove the date that the fast path gives, with every day counted or skipped and none twice', () => always(({ calendar, receivedAt, rule, pauses }) => {
    const proof = computeTerm(rule, receivedAt, calendar, { pauses })
    const { due } = settleTerm(rule, receivedAt, calendar, { pauses })
    expect(proof.dueOn).toBe(dayText(due.dueOn!))
    expect(Date.parse(proof.dueAt!)).toBe(due.dueAt)
    if (rule.unit === 'working-day') expect(proof.counted).toHaveLength(rule.amount!)
    if (rule.amount! > 0) expect(proof.counted.at(-1)).toBe(proof.dueOn)
    const days = [...proof.counted, ...proof.skipped.map(({ date }) => date)].sort()
    expect(new Set(days).size).toBe(days.length)
    const told = days.filter((day) => day > proof.filedOn)
    for (let i = 1; i < told.length; i++) expect(Date.parse(told[i]!) - Date.parse(told[i - 1]!)).toBe(86_400_000)
  }))

  it('compute again to the same bits, from definitions that were stored as JSON', () => always(({ calendar, receivedAt, rule, pauses }) => {
    const again = JSON.parse(JSON.stringify({ rule, calendar })) as { rule: typeof rule; calendar: typeof calendar }
    expect(JSON.stringify(computeTerm(again.rule, receivedAt, again.calendar, { pauses }))).toBe(JSON.stringify(computeTerm(rule, receivedAt, calendar, { pauses })))
  }, 100))
})

describe('business time', () => {
  it('adds up', () => always(({ random, calendar, receivedAt, pauses }) => {
    const b = receivedAt + Math.floor(random() * 86_400_000 * 40)
    const c = b + Math.floor(random() * 86_400_000 * 500)
    const sum = businessMinutes(receivedAt, b, calendar, pauses) + businessMinutes(b, c, calendar, pauses)
    expect(businessMinutes(receivedAt, c, calendar, pauses)).toBeCloseTo(sum, 6)
  }))

  it('comes back: so many minutes added are so many between, and subtracting finds the way home', () => always(({ random, calendar, receivedAt, pauses }) => {
    const minutes = 1 + Math.floor(random() * 20_000)
    const end = addBusinessMinutes(receivedAt, minutes, calendar, pauses)!
    expect(businessMinutes(receivedAt, end, calendar, pauses)).toBe(minutes)
    expect(businessMinutes(receivedAt, end - 1000, calendar, pauses)).toBeLessThan(minutes)
    const free = addBusinessMinutes(receivedAt, minutes, calendar)!
    expect(subtractBusinessMinutes(free, minutes, calendar)).toBe(workingInstantAfter(receivedAt, 0, calendar))
  }))
})
