import { expect, test } from 'vitest'
import { aCalendar } from '#test/oracles/plain-calendar.ts'
import { instantText, zoneOf } from './zone.ts'
import { warningInstants, type Rung } from './warnings.ts'

const at = (text: string) => Date.parse(`${text}-05:00`)
const told = (ladder: Rung[], due: string) =>
  warningInstants(ladder, at(due), aCalendar()).map(({ rung, at: instant }) => `${rung.to} ${instantText(zoneOf('America/Bogota'), instant).slice(0, 16)}`)

const LADDER: Rung[] = [
  { to: 'owner', when: 'before', workingHours: 15 }, { to: 'owner', when: 'due', workingHours: 0 },
  { to: 'branch-responsible', when: 'after', workingHours: 0 }, { to: 'head', when: 'after', workingHours: 7.5 },
]

test.each([
  ['2026-03-13T23:59:59', ['owner 2026-03-12T08:00', 'owner 2026-03-13T08:00', 'branch-responsible 2026-03-16T08:00', 'head 2026-03-17T08:00'], 'a Friday: the rungs after it wait for Monday'],
  ['2026-03-15T23:59:59', ['owner 2026-03-12T08:00', 'owner 2026-03-13T08:00', 'branch-responsible 2026-03-16T08:00', 'head 2026-03-17T08:00'], 'a Sunday is told on Friday'],
  ['2026-03-11T15:00', ['owner 2026-03-09T15:00', 'owner 2026-03-11T15:00', 'branch-responsible 2026-03-11T15:00', 'head 2026-03-12T15:00'], 'inside working time, at once'],
])('due %s: %j (%s)', (due, expected) => expect(told(LADDER, due)).toEqual(expected))

test('an emergency waits for no opening', () =>
  expect(told([{ to: 'hse', when: 'after', workingHours: 1, always: true }], '2026-03-14T23:00')).toEqual(['hse 2026-03-15T00:00']))
