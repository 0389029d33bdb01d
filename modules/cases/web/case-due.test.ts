import { expect, test } from 'vitest'
import { dueOf } from './case-due.ts'

const bogota = { dayOf: (at: string | number) => new Date(Date.parse(String(at)) - 5 * 3_600_000).toISOString().slice(0, 10), time: (at: string | number) => new Date(Date.parse(String(at)) - 5 * 3_600_000).toISOString().slice(11, 16) }
const row = (dueOn: string, dueAt: string) => ({ status: 'open' as const, dueOn, dueAt })

test.each<[string, string, string, ReturnType<typeof dueOf>, string]>([
  ['2026-07-22', '2026-07-23T04:59:59Z', '2026-07-21T15:00:00Z', { dueOn: '2026-07-22', near: false, late: false }, 'until its day ends: by the day'],
  ['2026-07-22', '2026-07-23T04:59:59Z', '2026-07-22T15:00:00Z', { dueOn: '2026-07-22', near: true, late: false }, 'today, still to be done'],
  ['2026-07-22', '2026-07-23T04:59:59Z', '2026-07-23T15:00:00Z', { dueOn: '2026-07-22', near: false, late: true }, 'past its day'],
  ['2026-07-22', '2026-07-22T15:30:00Z', '2026-07-22T19:00:00Z', { dueOn: '2026-07-22', dueAt: '2026-07-22T15:30:00Z', near: false, late: true }, 'past its hour on its very day'],
])('what is due on %s at %s, looked at on %s', (dueOn, dueAt, now, due, _why) => expect(dueOf(row(dueOn, dueAt), bogota, Date.parse(now))).toEqual(due))
