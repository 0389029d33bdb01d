import { expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import type { Channel } from '../contract.ts'
import { answeredByPerson, firstAnsweredAt, spokenAtReception, type Happened } from './first-answer.ts'

const at = (time: string) => `2026-06-26T${time}:00.000Z`

test.each<[Actor['kind'], Channel, string, string, boolean, string]>([
  ['person', 'telephone', '15:00', '15:00', true, 'somebody is on the line'],
  ['person', 'visit', '15:00', '15:20', true, 'it took them twenty minutes to tell it'],
  ['person', 'telephone', '15:00', '17:00', false, 'noted from a paper or a voice mail, when nobody is on the line any more'],
  ['person', 'letter', '15:00', '15:00', false, 'nobody speaks in a letter'],
  ['person', 'driver', '15:00', '15:00', false, 'the driver spoke with them, and brings what they said'],
  ['token', 'telephone', '15:00', '15:00', false, 'a program registers'],
  ['public', 'web', '15:00', '15:00', false, 'they wrote it themselves'],
])('registered by a %s, by %s at %s and written at %s: %s, for %s', (by, channel, received, written, expected) => {
  expect(spokenAtReception({ by, channel, receivedAt: at(received), at: at(written) })).toBe(expected)
})

test('an answer is a person\'s who wrote it or let it go', () => {
  expect(answeredByPerson({ writtenBy: 'person', approved: false })).toBe(true)
  expect(answeredByPerson({ writtenBy: 'token', approved: true })).toBe(true)
  expect(answeredByPerson({ writtenBy: 'token', approved: false })).toBe(false)
  expect(answeredByPerson({ writtenBy: 'system', approved: false })).toBe(false)
})

const entry = (action: string, time: string, details: Record<string, unknown> = {}, by: Actor['kind'] = 'person'): Happened => ({ action, by, at: at(time), details })
const registered = entry('case-registered', '15:00', { channel: 'web' }, 'public')

test.each<[string, Happened[], string | null]>([
  ['only registered', [registered], null],
  ['registered while they spoke', [entry('case-registered', '15:00', { spoke: true })], '15:00'],
  ['an acknowledgement that left', [registered, entry('acknowledgement-sent', '15:01', {}, 'system')], null],
  ['a note among colleagues, and of a call that nobody took', [registered, entry('note', '15:10'), entry('telephone-note', '15:20')], null],
  ['a note of a conversation', [registered, entry('telephone-note', '15:20', { spoke: true })], '15:20'],
  ['an answer at the telephone', [registered, entry('answer-written', '16:00', { answerId: 'a', way: 'telephone', final: false })], '16:00'],
  ['a mail that has not left', [registered, entry('answer-written', '16:00', { answerId: 'a', way: 'mail' })], null],
  ['a mail that the mail server took', [registered, entry('answer-written', '16:00', { answerId: 'a', way: 'mail' }), entry('answer-sent', '16:05', { answerId: 'a', at: at('16:01') }, 'system')], '16:01'],
  ['a letter said to have come', [registered, entry('answer-written', '16:00', { answerId: 'a', way: 'letter' }), entry('answer-delivered', '18:00', { answerId: 'a', at: at('17:00') })], '17:00'],
  ['a letter that did not come', [registered, entry('answer-written', '16:00', { answerId: 'a', way: 'letter' }), entry('answer-not-delivered', '18:00', { answerId: 'a', at: at('17:00') })], null],
  ['an answer of a case that was merged into it, which came', [registered, entry('merged-answer-told', '16:05', { answerId: 'z', at: at('16:01'), final: true, byPerson: true }, 'system')], '16:01'],
  ['one that a program wrote', [registered, entry('merged-answer-told', '16:05', { answerId: 'z', at: at('16:01'), final: true, byPerson: false }, 'system')], null],
  ['one that counts no more, for the cases are apart again', [registered, entry('merged-answer-told', '16:05', { answerId: 'z', at: at('16:01'), final: true, byPerson: true }), entry('merged-answer-untold', '17:00', { answerId: 'z' })], null],
  ['what a program wrote by itself', [registered, entry('answer-written', '16:00', { answerId: 'a', way: 'mail' }, 'token'), entry('answer-sent', '16:05', { answerId: 'a' }, 'system')], null],
  ['what a program wrote and a person let go', [registered, entry('answer-awaits-approval', '16:00', { answerId: 'a', way: 'in-person' }, 'token'), entry('answer-approved', '16:30', { answerId: 'a' })], '16:30'],
  ['a closure that says how they were told', [registered, entry('case-closed', '18:00', { told: { way: 'telephone', at: at('17:30') } })], '17:30'],
  ['the earliest of several', [registered, entry('telephone-note', '17:00', { spoke: true }), entry('answer-written', '16:00', { answerId: 'a', way: 'in-person' })], '16:00'],
])('%s', (_what, history, expected) => expect(firstAnsweredAt(history)).toBe(expected && at(expected)))

test('after it was opened again the customer waits for a first answer anew', () => {
  const history = [entry('case-registered', '15:00', { spoke: true }), entry('case-reopened', '16:00'), entry('telephone-note', '17:00', { spoke: true })]
  expect(firstAnsweredAt(history, at('16:00'))).toBe(at('17:00'))
})
