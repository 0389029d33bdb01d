import { expect, test } from 'vitest'
import { hashPassword, passwordFits } from './password-hash.ts'

test('a password fits its own hash and no other', async () => {
  const hash = await hashPassword('el cilindro azul')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwordFits('el cilindro azul', hash)).toBe(true)
  expect(await passwordFits('el cilindro Azul', hash)).toBe(false)
  expect(await hashPassword('el cilindro azul')).not.toBe(hash)
})

test('reads the strings of other programs', async () => {
  // From the tests of the reference implementation: argon2id, m = 256 KiB, t = 2, p = 1, "password", "somesalt".
  const published = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
  expect(await passwordFits('password', published)).toBe(true)
  expect(await passwordFits('passwore', published)).toBe(false)
})

test.each([null, '', 'plain', '$argon2id$v=19$m=19456,t=2,p=1$$', '$2b$10$abcdefghijklmnopqrstuv'])('no password fits %s', async (hash) => {
  expect(await passwordFits('', hash)).toBe(false)
  expect(await passwordFits('plain', hash)).toBe(false)
})

test('fifty at once stay in line', async () => {
  const before = process.memoryUsage().rss
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5)
  await Promise.all(Array.from({ length: 50 }, () => passwordFits('x', null)))
  clearInterval(watch)
  expect(most - before).toBeLessThan(200 * 1024 * 1024)
})
