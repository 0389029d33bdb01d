import { expect, test } from 'vitest'
import { readCode, wholeTelephones, type NumberTail } from './read-code.ts'

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
  expect(readCode(typed, 'CO')).toMatchObject({ code, piece })
})

const tail = (branch: string | null, year: number | null, seq: number): NumberTail => ({ branch, year, seq })

test.each<[string, NumberTail | null, string]>([
  ['000787', tail(null, null, 787), 'the last part as printed'],
  ['787', tail(null, null, 787), 'and as said'],
  ['09', tail(null, null, 9), 'a zero before it says that it is a number'],
  ['9', null, 'one digit is said of anything'],
  ['2026-000209', tail(null, 2026, 209), 'with its year'],
  ['2026 209', tail(null, 2026, 209), 'with its year, said'],
  ['baq 209', tail('BAQ', null, 209), 'with its branch'],
  ['BAQ209', tail('BAQ', null, 209), 'with its branch, in one'],
  ['b7 209', tail('B7', null, 209), 'a branch whose code ends in a digit'],
  ['BAQ-2026-000209', null, 'the whole number is no end of one'],
  ['cilindro 40 lt', null, 'words'],
  ['1234567890', null, 'longer than any number'],
])('%s ends the number %o: %s', (typed, expected) => {
  expect(readCode(typed, 'CO').tail).toEqual(expected)
})

test.each<[string, string[], string]>([
  ['5556', ['5556'], 'any four digits'],
  ['555-68', ['55568'], 'parted'],
  ['555', [], 'three are too few'],
  ['317 555 6809', ['3175556809'], 'a mobile'],
  ['+57 (317) 555-68-09', ['573175556809', '3175556809'], 'with the country'],
  ['0057 317 5556809', ['00573175556809', '3175556809'], 'dialled from abroad'],
  ['cel. 317 555 6809', ['3175556809'], 'with its word'],
  ['601 742 1234', ['6017421234', '7421234'], 'a fixed line, as it was before 2021 too'],
  ['(1) 742 1234', ['17421234', '6017421234', '7421234'], 'and back'],
  ['601 742 1234 ext. 12', ['6017421234'], 'with its extension'],
  ['cilindro vacío', [], 'words'],
  ['BAQ-2026-000209', [], 'the number of a case'],
])('%s may be the telephones %o: %s', (typed, telephones) => {
  expect(readCode(typed, 'CO').telephones).toEqual(telephones)
})

test.each<[string, string[]]>([['317 555 6809', ['3175556809']], ['+57 317 555 6809', ['3175556809']], ['5556809', []], ['3175', []]])('%s says whole: %o', (typed, telephones) => {
  expect(wholeTelephones(typed, 'CO')).toEqual(telephones)
})
