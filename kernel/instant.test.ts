import { expect, test } from 'vitest'
import { notBefore } from './instant.ts'

const CALLED = '2026-06-23T14:54:09.120Z'

test.each([
  ['the same minute', '2026-06-23T14:54:00.000Z', CALLED],
  ['a minute before', '2026-06-23T14:53:00.000Z', '2026-06-23T14:53:00.000Z'],
  ['afterwards', '2026-06-23T14:55:00.000Z', '2026-06-23T14:55:00.000Z'],
])('what is said to the minute follows what it follows: %s', (_, said, at) => expect(notBefore(CALLED, said)).toBe(at))
