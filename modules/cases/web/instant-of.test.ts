import { expect, test } from 'vitest'
import { momentOf } from './instant-of.ts'

const BOGOTA = 'America/Bogota'
const NOW = Date.parse('2026-06-23T14:57:12.000Z')

test.each([
  ['an hour that is said', '2026-06-23', '08:30', '2026-06-23T13:30:00.000Z'],
  ['today without an hour: now, which is never still to come', '2026-06-23', '', '2026-06-23T14:57:12.000Z'],
  ['another day without an hour: noon', '2026-06-22', '', '2026-06-22T17:00:00.000Z'],
])('%s', (_, day, time, at) => expect(momentOf({ day, time }, BOGOTA, NOW)).toBe(at))
