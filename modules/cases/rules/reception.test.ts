import { expect, test } from 'vitest'
import { refuseIncident, refuseReception } from './reception.ts'

test.each<[string, string | null, string]>([
  ['2026-11-24T15:00:00.000Z', null, 'this moment'],
  ['2026-11-24T15:00:00.001Z', 'received-in-future', 'a moment to come'],
  ['2026-03-02T15:00:00.000Z', null, 'a letter found in a drawer'],
  ['2025-11-24T15:00:00.000Z', null, 'a year ago to the minute'],
  ['2025-11-24T14:59:59.999Z', 'received-long-ago', 'the year written wrong'],
  ['1900-01-01T00:00:00.000Z', 'received-long-ago', 'a date that a program fills in'],
])('received at %s is %s: %s', (receivedAt, refused) => expect(refuseReception(receivedAt, '2026-11-24T15:00:00.000Z')).toBe(refused))

test.each<[string | undefined, string | null, string]>([
  [undefined, null, 'nobody said'],
  ['2026-11-24', null, 'today, where the branch is'],
  ['2026-11-25', 'incident-in-future', 'a day to come'],
  ['2021-11-24', null, 'five years ago to the day'],
  ['2021-11-23', 'happened-long-ago', 'the year written wrong'],
  ['0001-01-01', 'happened-long-ago', 'a date that a program fills in'],
])('what happened on %s is %s: %s', (incidentOn, refused) => expect(refuseIncident(incidentOn, '2026-11-24')).toBe(refused))
