import { expect, test } from 'vitest'
import { secretBox } from './secret-box.ts'

const box = secretBox('a secret of thirty-two characters', 'totp')
const secret = Buffer.from('12345678901234567890')

test('opens for its owner, with its key, untouched', () => {
  const closed = box.close(secret, 'ana')
  expect(box.open(closed, 'ana')).toEqual(secret)
  expect(closed).not.toBe(box.close(secret, 'ana'))
  expect(box.open(closed, 'beto'), 'moved to another row').toBeNull()
  expect(secretBox('another secret of thirty-two chars', 'totp').open(closed, 'ana'), 'another installation').toBeNull()
  expect(secretBox('a secret of thirty-two characters', 'mail').open(closed, 'ana'), 'another purpose').toBeNull()
  expect(box.open(`${closed.slice(0, -2)}AA`, 'ana'), 'altered').toBeNull()
  expect(box.open('', 'ana')).toBeNull()
})
