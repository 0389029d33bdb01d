import { expect, test } from 'vitest'
import { refuseSnoozing, snoozeLimit } from './lifecycle.ts'

const at = (day: string) => `2026-07-${day}T15:00:00.000Z`
const [NOW, TOMORROW_ENDS] = [at('10'), at('13')]

test.each<[string | null, string | null, string | null, string]>([
  [at('12'), at('20'), at('12'), 'its date binds, though the law gives longer'],
  [at('08'), at('20'), at('20'), 'a target of the house is past, and the date of law is still to come'],
  [at('08'), at('08'), TOMORROW_ENDS, 'the date of law is past: looked at every day'],
  [at('08'), at('09'), TOMORROW_ENDS, 'both are past'],
  [at('08'), null, TOMORROW_ENDS, 'only a target bound it, and is past'],
  [null, null, null, 'it waits for the customer and for no date'],
])('due %s, by law %s: may be put aside until %s, for %s', (dueAt, owedAt, limit) => expect(snoozeLimit({ dueAt, owedAt }, NOW, TOMORROW_ENDS)).toBe(limit))

test('a case is not put aside beyond that, nor into the past, nor when it is closed', () => {
  const refuse = (until: string, limit: string | null, status: 'open' | 'closed' = 'open') => refuseSnoozing({ status }, until, NOW, limit)
  expect([refuse(at('13'), at('13')), refuse(at('14'), at('13')), refuse(at('30'), null)]).toEqual([null, 'snooze-beyond-due', null])
  expect([refuse(NOW, null), refuse(at('11'), null, 'closed')]).toEqual(['snooze-in-past', 'case-not-open'])
})
