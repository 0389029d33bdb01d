import { expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { firstAnsweredAt, type Happened } from './first-answer.ts'
import { leftTold } from './undelivered.ts'

const at = (time: string) => `2026-06-26T${time}:00.000Z`
const entry = (action: string, time: string, details: Record<string, unknown> = {}, by: Actor['kind'] = 'person'): Happened => ({ action, by, at: at(time), details })
const written = (answerId: string, time: string, way: string, final = true, by: Actor['kind'] = 'person') => entry('answer-written', time, { answerId, way, final }, by)
const MAILED = [entry('case-registered', '15:00', {}, 'public'), written('a', '16:00', 'mail'), entry('answer-sent', '16:01', { answerId: 'a', at: at('16:01') }, 'system')]
const BOUNCED = entry('answer-not-delivered', '19:00', { answerId: 'a' })

test.each<[string, Happened[], [first: string | null, final: string | null, answered: string | null]]>([
  ['nothing else', [], [null, null, null]],
  ['a talk since', [entry('telephone-note', '17:00', { spoke: true })], ['17:00', null, null]],
  ['another answer at the telephone since', [written('b', '17:00', 'telephone')], ['17:00', '17:00', '17:00']],
  ['another that is not on the merits', [written('b', '17:00', 'telephone', false)], ['17:00', null, null]],
  ['another that a program wrote', [written('b', '17:00', 'in-person', true, 'token')], [null, '17:00', '17:00']],
  ['a letter that has not come', [written('b', '17:00', 'letter')], [null, null, null]],
  ['a closure that rests on it', [entry('case-closed', '18:00', { told: { way: 'mail', at: at('16:01') } })], [null, null, null]],
  ['a closure that says how they were told', [entry('case-closed', '18:00', { told: { way: 'telephone', at: at('17:30') } })], ['17:30', '17:30', '17:30']],
])('an answer that came back leaves of %s what was told by it', (_what, since, [first, final, answered]) => {
  const told = (time: string | null) => time && at(time)
  expect(leftTold([...MAILED, ...since, BOUNCED], 'a')).toEqual({ firstAt: told(first), finalAt: told(final), answeredAt: told(answered), from: '-infinity' })
})

test('what was told before it did not stop what it stopped, and the case stays answered', () => {
  const history = [...MAILED, written('b', '17:00', 'mail'), entry('answer-sent', '17:01', { answerId: 'b', at: at('17:01') }, 'system'), entry('answer-not-delivered', '19:00', { answerId: 'b' })]
  expect(leftTold(history, 'b')).toEqual({ firstAt: null, finalAt: null, answeredAt: at('16:01'), from: '-infinity' })
})

test('what was told before it was opened again answers nothing of what it asks now', () => {
  const history = [entry('case-registered', '14:00', { spoke: true }), written('0', '14:30', 'telephone'), entry('case-reopened', '15:00'), ...MAILED.slice(1), BOUNCED]
  expect(leftTold(history, 'a')).toEqual({ firstAt: null, finalAt: null, answeredAt: null, from: at('15:00') })
})

test('an answer of a case that was merged leaves of another what was told since it came', () => {
  const history = [entry('case-registered', '15:00', {}, 'public'), entry('telephone-note', '15:30', { spoke: true }), entry('merged-answer-told', '16:01', { answerId: 'a', at: at('16:00'), final: true, byPerson: true })]
  expect(leftTold([...history, BOUNCED], 'a')).toEqual({ firstAt: null, finalAt: null, answeredAt: null, from: '-infinity' })
  expect(leftTold([...history, written('b', '17:00', 'telephone'), BOUNCED], 'a')).toMatchObject({ firstAt: at('17:00'), finalAt: at('17:00'), answeredAt: at('17:00') })
})

test('it is no first answer any more, and is one again where it was delivered otherwise', () => {
  expect(firstAnsweredAt([...MAILED, BOUNCED])).toBeNull()
  expect(firstAnsweredAt([...MAILED, BOUNCED, entry('answer-delivered', '20:00', { answerId: 'a', at: at('19:30') })])).toBe(at('19:30'))
})
