import { expect, test } from 'vitest'
import { dayFromText } from './day-from-text.ts'

test.each<[string, string | null, string]>([
  ['22/7', '2026-07-22', 'day before month'],
  ['22/07/2026', '2026-07-22', 'as it is shown'],
  ['22-7-27', '2027-07-22', 'two figures are of this century'],
  ['22 jul', '2026-07-22', 'a month by its first letters'],
  ['22 de Julio de 2026', '2026-07-22', 'as it is said'],
  ['3 sept.', '2026-09-03', 'four letters and a stop'],
  ['2026-07-22', '2026-07-22', 'as programs write it'],
  ['hoy', '2026-06-26', 'a word'],
  ['mañana', '2026-06-27', 'another'],
  ['+3', '2026-06-29', 'days ahead'],
  ['5 jan', '2026-01-05', 'the nearest year, here this one'],
  ['30/12', '2025-12-30', 'the nearest year, here the last'],
  ['30/2', null, 'no such day'],
  ['7/22', null, 'month before day is not guessed'],
  ['pronto', null, 'no date at all'],
])('%s is %s: %s', (text, day) => {
  expect(dayFromText(text, '2026-06-26')).toBe(day)
})
