import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rung } from '#kernel/warnings.ts'
import { changeDays } from '#kernel/calendar.ts'
import { atWork } from '#kernel/business-time.ts'
import { aCalendar } from '#test/oracles/plain-calendar.ts'
import { isOwed, rungWindows } from './owed-rungs.ts'
import { PROPOSED_LADDER, rungName, type Ladder } from './warning-ladder.ts'

const calendar = aCalendar()
const lunch = { ...calendar, id: 'lunch', week: changeDays(calendar.week, (day) => (day.length > 0 ? [{ from: '08:00', to: '12:00' }, { from: '13:30', to: '17:00' }] : day)) }
const at = (text: string) => Date.parse(`${text}-05:00`)
const within = (ladder: Ladder, rung: Rung, due: number, now: number, of = calendar) => rungWindows(ladder, of, now).some((window) => window.rung === rungName(rung) && due >= window.from && due < window.until)

test.each([
  ['2026-03-12T09:00', '2026-03-13T23:59:59', ['owner:before:16'], 'the day before'],
  ['2026-03-13T09:00', '2026-03-13T23:59:59', ['owner:before:16', 'owner:due:0'], 'on its day, from the morning'],
  ['2026-03-13T09:00', '2026-03-13T15:00', ['owner:before:16'], 'due within working time: at that minute'],
  ['2026-03-14T09:00', '2026-03-13T23:59:59', [], 'a Saturday: nobody is there'],
  ['2026-03-16T08:00', '2026-03-13T23:59:59', ['branch-responsible:after:0', 'owner:before:16', 'owner:due:0'], 'on Monday the ladder is climbed'],
])('at %s a term due %s owes %j: %s', (now, due, rungs) =>
  expect(PROPOSED_LADDER.filter((rung) => within(PROPOSED_LADDER, rung, at(due), at(now))).map(rungName).sort()).toEqual(rungs))

test('the windows hold exactly what is owed, while the branch is open', () => {
  const minute = fc.integer({ min: at('2026-02-20T00:00') / 60_000, max: at('2026-04-20T00:00') / 60_000 }).map((m) => m * 60_000)
  const second = fc.integer({ min: 0, max: 59_999 })
  const rung = fc.record({ to: fc.constant('owner' as const), when: fc.constantFrom('before' as const, 'due' as const, 'after' as const), workingHours: fc.constantFrom(0, 0.5, 4, 8, 24, 60) })
  fc.assert(
    fc.property(minute, minute, second, rung, fc.constantFrom(calendar, lunch), (now, due, ms, step, of) => {
      fc.pre(atWork(now, of))
      expect(within([step], step, due + ms, now, of)).toBe(isOwed(step, due + ms, of, now))
    }),
    { numRuns: 1500 },
  )
})
