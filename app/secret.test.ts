import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { readSecret } from './secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'acuse-secret-'))
const file = join(folder, 'secret')
beforeEach(() => rmSync(file, { force: true }))
afterAll(() => rmSync(folder, { recursive: true }))

test('it is made once, for its owner alone, and is the same at the next start', () => {
  const secret = readSecret(null, folder)
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(readSecret(null, folder)).toBe(secret)
  expect([readdirSync(folder), statSync(file).mode & 0o777]).toEqual([['secret'], 0o600])
})

test('one that a killed start left empty is made; one that is too short to be a secret stops the start', () => {
  writeFileSync(file, '')
  expect(readSecret(null, folder)).toMatch(/^[\w-]{43}$/)
  writeFileSync(file, 'corto\n')
  expect(() => readSecret(null, folder)).toThrow('holds no secret')
})
