import { expect, test } from 'vitest'
import { refusePassword } from './password.ts'

const person = { email: 'ana.ruiz@gases.example', name: 'Ana Ruiz' }
test.each([
  ['Contrasena123', 'password-common'],
  ['aaaaaaaaaaaa', 'password-common'],
  ['ana.ruiz@gases.example', 'password-personal'],
  ['ana.ruiz2026!', 'password-personal'],
  ['AnaRuiz12345', 'password-personal'],
  ['el cilindro azul pesa', null],
])('%s → %s', (password, refusal) => {
  expect(refusePassword(password, person)).toBe(refusal)
})
