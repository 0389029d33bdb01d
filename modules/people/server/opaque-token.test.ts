import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { newApiToken, newToken, readApiToken, readToken } from './opaque-token.ts'

test('a token says its organisation and is known by its hash', () => {
  const organisationId = newId()
  const session = newToken(organisationId)
  expect(readToken(session.token)).toEqual({ organisationId, hash: session.hash })
  const program = newApiToken(organisationId)
  expect(readApiToken(program.token)).toEqual({ organisationId, hash: program.hash })
  expect(readApiToken(session.token), 'one is not the other').toBeNull()
  expect(readToken(program.token)).toBeNull()
})

test.each([undefined, null, '', '.', 'a.b', ['x'], {}, `${'a'.repeat(22)}.`, `${'a'.repeat(22)}.${'b'.repeat(44)}`])('%s is no token', (text) => {
  expect(readToken(text)).toBeNull()
  expect(readApiToken(text)).toBeNull()
})
