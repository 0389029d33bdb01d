import { expect, test } from 'vitest'
import { readCode } from './read-code.ts'

test.each<[string, string | null, string | null, string]>([
  ['bog 2026 123', 'BOG-2026-000123', null, 'spoken over the telephone'],
  ['BOG-2026-000123', 'BOG-2026-000123', 'bog-2026-000123', 'as printed'],
  ['bog2026000123', 'BOG-2026-000123', 'bog2026000123', 'without dashes'],
  ['Bog-2026-1234567', 'BOG-2026-1234567', 'bog-2026-1234567', 'a branch with more than six digits of cases'],
  ['9f3a', '9F3A', '9f3a', 'four characters of a serial'],
  ['9f3', '9F3', null, 'three are too few'],
  ['50%_', '50%_', null, 'what LIKE would read as anything'],
  ['', null, null, 'nothing'],
])('%s is %s, or a serial with %s: %s', (typed, code, piece) => {
  expect(readCode(typed)).toEqual({ code, piece })
})
