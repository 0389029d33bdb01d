import { describe, expect, it, test } from 'vitest'
import { aCalendar, aRule } from '#test/oracles/plain-calendar.ts'
import { effectiveDue } from './effective-due.ts'
import { extensionLeft, refuseExtension } from './extension.ts'
import { refusePause } from './pauses.ts'
import { overdue } from './term-due.ts'
import { computeTerm } from './term-proof.ts'
import type { TermEvents, TermRule } from './term.ts'

const calendar = aCalendar()
const at = (text: string) => Date.parse(`${text}-05:00`)
const due = (rule: Partial<TermRule>, received: string, events: TermEvents = {}, of = calendar) => computeTerm(aRule(rule), at(received), of, events).dueOn

describe('where counting starts', () => {
  test.each<[Partial<TermRule>, string, string, string]>([
    [{ amount: 5 }, '2026-03-02T10:00', '2026-03-09', 'the day of filing does not count'],
    [{ amount: 5, start: 'same-day' }, '2026-03-02T10:00', '2026-03-06', 'the day of filing is the first'],
    [{ amount: 0 }, '2026-03-02T10:00', '2026-03-02', 'at once is the same day'],
    [{ amount: 5 }, '2026-03-02T17:30', '2026-03-10', 'at the closing it is after hours'],
    [{ amount: 5 }, '2026-03-02T13:00', '2026-03-09', 'the midday pause is not after hours'],
    [{ amount: 5, afterHours: 'file-same-day' }, '2026-03-02T22:00', '2026-03-09', 'a letter box has no closing'],
    [{ amount: 5 }, '2026-03-07T10:00', '2026-03-16', 'Saturday is filed on Monday, counted from Tuesday'],
    [{ amount: 5, afterHours: 'file-same-day' }, '2026-03-07T10:00', '2026-03-13', 'Saturday is filed on Saturday, counted from Monday'],
    [{ amount: 5, weekdays: 'mon-sat' }, '2026-03-02T10:00', '2026-03-07', 'Saturday counts'],
    [{ amount: 5, unit: 'calendar-day' }, '2026-03-02T10:00', '2026-03-07', 'every day counts'],
    [{ amount: 5, unit: 'calendar-day', lastDayOff: 'next-working-day' }, '2026-03-02T10:00', '2026-03-09', 'the last day is a Saturday'],
    [{ amount: 1, unit: 'month' }, '2026-01-30T10:00', '2026-02-28', 'February lacks that day'],
  ])('%j received %s is due %s: %s', (rule, received, dueOn) => expect(due(rule, received)).toBe(dueOn))

  it('is late only once the whole second is over', () => {
    const dueAt = at('2026-03-09T23:59:59')
    expect([overdue(dueAt, dueAt), overdue(dueAt, dueAt + 999), overdue(dueAt, dueAt + 1000)]).toEqual([false, false, true])
  })
})

describe('civic days', () => {
  const civic = { date: '2026-03-04', name: { es: 'Día cívico', en: 'Civic day' }, periods: [], legal: false }
  const of = aCalendar({ specialDays: [civic] })
  test('do not move a term of law or contract', () => {
    expect(due({ amount: 5 }, '2026-03-02T10:00', {}, of)).toBe('2026-03-09')
    expect(due({ amount: 5, layer: 'contract' }, '2026-03-02T10:00', {}, of)).toBe('2026-03-09')
  })
  test('move an internal target, and say so', () => {
    const proof = computeTerm(aRule({ amount: 5, layer: 'internal' }), at('2026-03-02T10:00'), of)
    expect(proof.dueOn).toBe('2026-03-10')
    expect(proof.skipped[0]).toEqual({ date: '2026-03-04', why: { code: 'special', names: [civic.name] } })
  })
  test('move the law where they are legal', () => expect(due({ amount: 5 }, '2026-03-02T10:00', {}, aCalendar({ specialDays: [{ ...civic, legal: true }] }))).toBe('2026-03-10'))
  test('stop the clock of working hours', () => {
    const proof = computeTerm(aRule({ amount: 8, unit: 'working-hour', start: 'same-day' }), at('2026-03-03T16:00'), of)
    expect(proof).toMatchObject({ dueAt: '2026-03-05T16:30:00-05:00', counted: ['2026-03-03', '2026-03-05'] })
    expect(proof.skipped).toEqual([{ date: '2026-03-04', why: { code: 'special', names: [civic.name] } }])
  })
})

describe('a pause', () => {
  const pause = (from: string, to: string | null, renewals = 0) => ({ pauses: [{ cause: 'waiting', from: at(from), to: to === null ? null : at(to), renewals }] })
  test.each<[string, TermEvents, string | null, string]>([
    ['next-day', pause('2026-03-04T10:00', '2026-03-06T10:00'), '2026-03-19', 'counts again the day after it ends'],
    ['same-day', pause('2026-03-04T10:00', '2026-03-06T10:00'), '2026-03-18', 'counts again the day it ends'],
    ['same-day', pause('2026-03-04T10:00', '2026-03-04T15:00'), '2026-03-16', 'of a few hours costs no day'],
    ['next-day', pause('2026-03-16T23:00', '2026-03-20T10:00'), '2026-03-23', 'on the last day does not come back overdue'],
    ['same-day', pause('2026-03-16T23:00', '2026-03-20T10:00'), '2026-03-20', 'on the last day does not come back overdue'],
    ['next-day', pause('2026-03-17T00:00', '2026-03-20T10:00'), '2026-03-16', 'after it was due helps nobody'],
    ['next-day', pause('2026-03-04T10:00', '2026-12-31T10:00'), '2026-04-16', 'ends by itself after a month'],
    ['next-day', pause('2026-03-04T10:00', '2026-12-31T10:00', 1), '2026-05-15', 'renewed once, after two'],
    ['next-day', pause('2026-03-04T10:00', null), '2026-04-16', 'left open ends at its cap'],
    ['next-day', { pauses: [{ cause: 'coffee', from: at('2026-03-04T10:00'), to: null }] }, '2026-03-16', 'for a cause the rule does not know changes nothing'],
  ])('%s, %j: due %s (%s)', (resumes, events, dueOn) =>
    expect(due({ suspension: { ...aRule().suspension!, resumes: resumes as 'next-day' } }, '2026-03-02T10:00', events)).toBe(dueOn))

  it('without cap holds the date until it is over', () => {
    const rule = aRule({ suspension: { causes: [{ cause: 'waiting', cap: null, renewals: 0, times: null }], resumes: 'next-day' } })
    const proof = computeTerm(rule, at('2026-03-02T10:00'), calendar, pause('2026-03-04T10:00', null))
    expect(proof).toMatchObject({ state: 'paused', dueOn: null, dueAt: null, counted: ['2026-03-03'], skipped: [{ date: '2026-03-04', why: { code: 'pause', cause: 'waiting' } }] })
  })

  it('is refused by the rule', () => {
    const term = { dueAt: at('2026-03-16T23:59:59'), pauses: [] }
    const asked = { cause: 'waiting', at: at('2026-03-04T10:00') }
    expect(refusePause(aRule(), term, asked)).toBeNull()
    expect(refusePause(aRule(), term, { ...asked, cause: 'coffee' })).toBe('pause-cause-not-allowed')
    expect(refusePause(aRule({ suspension: null }), term, asked)).toBe('pause-cause-not-allowed')
    expect(refusePause(aRule(), term, { ...asked, at: term.dueAt + 1000 })).toBe('pause-too-late')
    expect(refusePause(aRule(), { ...term, ...pause('2026-03-03T10:00', null) }, asked)).toBe('pause-already-open')
    expect(refusePause(aRule(), { ...term, ...pause('2026-03-03T10:00', '2026-03-03T11:00') }, asked)).toBe('pause-times-exhausted')
  })
})

describe('hours', () => {
  const hours = aRule({ amount: 72, unit: 'hour', start: 'same-day', afterHours: 'file-same-day', suspension: { causes: [{ cause: 'waiting', cap: null, renewals: 0, times: null }], resumes: 'same-day' } })
  const dueAt = (from: string, to: string) => computeTerm(hours, at('2026-03-06T23:00'), calendar, { pauses: [{ cause: 'waiting', from: at(from), to: at(to) }] }).dueAt
  test('run through nights and Sundays, and stand still to the minute in a pause', () => {
    expect(computeTerm(hours, at('2026-03-06T23:00'), calendar)).toMatchObject({ dueAt: '2026-03-09T23:00:00-05:00', counted: ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'], skipped: [] })
    expect(dueAt('2026-03-07T10:00', '2026-03-07T12:30')).toBe('2026-03-10T01:30:00-05:00')
    expect(dueAt('2026-03-09T23:00', '2026-03-10T12:00')).toBe('2026-03-09T23:00:00-05:00')
    expect(dueAt('2026-03-09T22:59', '2026-03-10T12:00')).toBe('2026-03-10T12:01:00-05:00')
  })
  test('a day wholly in a pause is named as such', () =>
    expect(computeTerm(hours, at('2026-03-06T23:00'), calendar, { pauses: [{ cause: 'waiting', from: at('2026-03-07T00:00'), to: at('2026-03-08T00:00') }] }).skipped)
      .toEqual([{ date: '2026-03-07', why: { code: 'pause', cause: 'waiting' } }]))
})

describe('an extension', () => {
  const told = at('2026-03-10T10:00')
  it('announced before expiry adds to the term, and the proof keeps the first date', () => {
    const proof = computeTerm(aRule(), at('2026-03-02T10:00'), calendar, { extensions: [{ amount: 10, notifiedAt: told }] })
    expect(proof).toMatchObject({ dueOn: '2026-03-30', extensions: [{ amount: 10, dueOnBefore: '2026-03-16' }] })
  })

  test.each<[Partial<TermRule>, { amount: number; notifiedAt: number }, string | null]>([
    [{}, { amount: 10, notifiedAt: told }, null],
    [{}, { amount: 10, notifiedAt: at('2026-03-16T23:59:59') }, null],
    [{}, { amount: 10, notifiedAt: at('2026-03-17T00:00') }, 'extension-notice-late'],
    [{}, { amount: 11, notifiedAt: told }, 'extension-too-long'],
    [{ extension: { times: 1, max: 5 } }, { amount: 6, notifiedAt: told }, 'extension-too-long'],
    [{ extension: null }, { amount: 1, notifiedAt: told }, 'extension-not-allowed'],
    [{ amount: null }, { amount: 1, notifiedAt: told }, 'extension-not-allowed'],
    [{}, { amount: 0, notifiedAt: told }, 'extension-amount-wrong'],
    [{}, { amount: 1.5, notifiedAt: told }, 'extension-amount-wrong'],
    [{}, { amount: NaN, notifiedAt: told }, 'extension-amount-wrong'],
  ])('%j, %j: %s', (rule, asked, code) => expect(refuseExtension(aRule(rule), { dueAt: at('2026-03-16T23:59:59'), extensions: [] }, asked)).toBe(code))

  it('is granted as often as the rule says, and what is too much stays in the proof without effect', () => {
    const twice = [{ amount: 2, notifiedAt: told }, { amount: 2, notifiedAt: told }]
    expect(computeTerm(aRule(), at('2026-03-02T10:00'), calendar, { extensions: twice })).toMatchObject({ dueOn: '2026-03-18', extensions: [{}, { ignored: 'extension-times-exhausted' }] })
    expect(due({ extension: { times: 2, max: 'double' } }, '2026-03-02T10:00', { extensions: twice })).toBe('2026-03-20')
    expect(extensionLeft(aRule({ extension: { times: 2, max: 'double' } }), [{ amount: 4, notifiedAt: told }])).toBe(6)
  })
})

test('the earliest layer governs; law before contract before target on a tie; nothing else does', () => {
  const law = { rule: 'L', layer: 'law' as const, dueAt: 300 }
  const contract = { rule: 'C', layer: 'contract' as const, dueAt: 200 }
  const target = { rule: 'T', layer: 'internal' as const, dueAt: 200 }
  expect(effectiveDue([law, target, contract])).toEqual({ governs: contract, byLayer: { law, contract, internal: target } })
  expect(effectiveDue([law, { ...contract, dueAt: 900 }])?.governs).toBe(law)
  expect(effectiveDue([{ ...law, dueAt: null }, { ...target, party: 'customer' }])).toBeNull()
})
