import { expect, test } from 'vitest'
import { termProgress } from './term-progress.ts'

const term = {
  id: 't', clock: 'final-answer', layer: 'law' as const, rule: 'r', ruleVersion: 1, name: '', source: '', state: 'running' as const, metAt: null, late: false, governs: true,
  calendar: { id: 'c', version: 1 }, calendarName: '', unit: 'working-day' as const, begins: null, receivedAt: '2026-07-17T15:00:00Z', filedOn: '2026-07-17', dueOn: '2026-07-23', dueAt: '2026-07-23T22:00:00Z',
  counted: ['2026-07-21', '2026-07-22', '2026-07-23'], skipped: [], worked: [], pauses: [], extensions: [], sentences: [], extension: { refusal: null, most: 0 }, pauseCauses: [],
}

const on = (today: string) => ({ today: () => today, dayOf: (at: string | number) => String(at).slice(0, 10) })

test('counts what is left in the days that count', () => {
  expect(termProgress(term, on('2026-07-20'), Date.parse('2026-07-20T15:00:00Z'))).toEqual({ state: 'running', near: false, left: { days: 3 }, elapsed: 0 })
  expect(termProgress(term, on('2026-07-22'), Date.parse('2026-07-22T15:00:00Z'))).toEqual({ state: 'running', near: true, left: { days: 1 }, elapsed: 2 / 3 })
})

test('says of what counts every day that they are no working days', () =>
  expect(termProgress({ ...term, unit: 'calendar-day' }, on('2026-07-20'), Date.parse('2026-07-20T15:00:00Z'))).toMatchObject({ left: { days: 3, calendar: true } }))

test('says no days left of a term that is broken', () => {
  expect(termProgress(term, on('2026-07-24'), Date.parse('2026-07-24T15:00:00Z'))).toEqual({ state: 'running', near: false, elapsed: 1 })
})

test('a term of hours runs by the clock', () => {
  const hours = { ...term, counted: [], dueAt: '2026-07-17T19:00:00Z' }
  expect(termProgress(hours, on('2026-07-17'), Date.parse('2026-07-17T16:00:00Z'))).toMatchObject({ elapsed: 0.25 })
})

test('a term that was met says when', () => {
  expect(termProgress({ ...term, state: 'met', metAt: '2026-07-20T15:00:00Z' }, on('2026-07-24'), 0)).toEqual({ state: 'met', metOn: '2026-07-20' })
})
