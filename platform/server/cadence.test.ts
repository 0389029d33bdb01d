import { expect, test } from 'vitest'
import { daily, every, lastDue, type Cadence } from './cadence.ts'

test.each<[Cadence, string, string, string]>([
  [every(30), '2026-06-26T21:40:44Z', '2026-06-26T21:40:30Z', 'by the clock, the same on every node'],
  [daily('07:00', 'America/Bogota'), '2026-06-26T12:00:00Z', '2026-06-26T12:00:00Z', 'at the instant itself'],
  [daily('07:00', 'America/Bogota'), '2026-06-26T11:59:59Z', '2026-06-25T12:00:00Z', 'not yet today'],
  [daily('02:30', 'America/Santiago'), '2026-09-06T20:00:00Z', '2026-09-06T05:30:00Z', 'summer time begins at midnight'],
  [daily('00:30', 'America/Santiago'), '2026-09-06T20:00:00Z', '2026-09-06T04:30:00Z', 'leapt over: an hour later by the wall'],
])('%j at %s was last due at %s: %s', (cadence, now, due) => {
  expect(new Date(lastDue(cadence, Date.parse(now))).toISOString()).toBe(new Date(due).toISOString())
})
