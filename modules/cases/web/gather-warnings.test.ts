import { expect, test } from 'vitest'
import { gatherWarnings, warnedOf } from './gather-warnings.ts'
import type { Entry } from './use-case.ts'

const entry = (id: string, action: string, details: Entry['details'], at = '2026-11-24T12:00:00.000Z'): Entry =>
  ({ id, at, action, actor: { kind: 'system', id: '', name: 'Acuse' }, reason: null, number: 'BOG-2026-000001', details, message: null })
const warned = (id: string, termId: string, rung: string, at?: string) => entry(id, 'warning-sent', { termId, rung }, at)

test('the warnings of one pass about one term are one line, from the owner upwards', () => {
  const told = gatherWarnings([warned('1', 'a', 'head:after:8'), warned('2', 'b', 'owner:due:0'), warned('3', 'a', 'owner:due:0'), entry('4', 'note', {}), warned('5', 'a', 'executive:after:24', '2026-11-25T12:00:00.000Z')])
  expect(told.map(({ id, details }) => [id, warnedOf(details)])).toEqual([['1', ['owner', 'head']], ['2', ['owner']], ['4', []], ['5', ['executive']]])
})
