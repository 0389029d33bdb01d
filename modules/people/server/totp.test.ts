import { expect, test } from 'vitest'
import { base32, codeAt, newRecoveryCode, plainRecoveryCode, stepAt, stepOf, totpUri } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('RFC 6238, appendix B: at %i s the code is %s', (seconds, code) => {
  expect(codeAt(secret, stepAt(seconds * 1000), 8)).toBe(code)
})

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('RFC 4648 without padding: %s → %s', (text, code) => {
  expect(base32(Buffer.from(text))).toBe(code)
})

const now = 1_900_000_000_000
const step = stepAt(now)
test.each<[string, number, number, boolean]>([
  ['this step', 0, 0, true],
  ['the one before', -1, 0, true],
  ['the one after', 1, 0, true],
  ['two before', -2, 0, false],
  ['two after', 2, 0, false],
  ['this one again', 0, step, false],
  ['an earlier one after a later was used', -1, step, false],
])('%s', (_, offset, lastStep, fits) => {
  expect(stepOf(secret, codeAt(secret, step + offset), { now, lastStep })).toBe(fits ? step + offset : null)
})

test('a code may be typed with a space in the middle, and nothing else opens', () => {
  const code = codeAt(secret, step)
  expect(stepOf(secret, `${code.slice(0, 3)} ${code.slice(3)}`, { now, lastStep: 0 })).toBe(step)
  expect(stepOf(secret, '', { now, lastStep: 0 })).toBeNull()
  expect(stepOf(secret, `${code}0`, { now, lastStep: 0 })).toBeNull()
})

test('what is scanned names the company and the person', () => {
  expect(totpUri(secret, { issuer: 'Gases & Cía', account: 'ana@gases.example' })).toBe(
    'otpauth://totp/Gases%20%26%20C%C3%ADa:ana%40gases.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Gases%20%26%20C%C3%ADa&algorithm=SHA1&digits=6&period=30',
  )
})

test('recovery codes are read however they are typed', () => {
  const code = newRecoveryCode()
  expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/)
  expect(plainRecoveryCode(` ${code.toLowerCase()} `)).toBe(code.replaceAll('-', ''))
})
