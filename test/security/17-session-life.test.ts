import { expect, test } from 'vitest'
import { aCompany, aPeopleServer, aPerson, asking, PASSWORD, signedIn } from '#test/people-server.ts'

// Chatwoot's sessions outlived a password change (CVE-2021-3740); osTicket let one fix a session (85a76f4).
const here = await aPeopleServer()
const { server, ground } = here
/** A second node over the same database, with a memory of its own. */
const there = await aPeopleServer(() => ({}), ground)
const company = await aCompany(here)
const head = await signedIn(server, company.email)

async function onBothNodes() {
  const person = await aPerson(here, company.organisationId, 'quality')
  const own = await signedIn(server, person.email)
  const away = asking(there.server, own.cookie)
  expect((await own('GET', '/staff')).statusCode).toBe(200)
  expect((await away('GET', '/staff')).statusCode).toBe(200)
  return { person, own, away }
}
/** The other node believes what it read for two seconds; five is what is promised. */
const within = { timeout: 5000, interval: 100 }

test.concurrent('a role taken away: at once here, within five seconds everywhere', async ({ expect }) => {
  const { person, own, away } = await onBothNodes()
  await head('DELETE', `/staff/${person.id}/grants/${person.grantId}`)
  expect((await own('GET', '/staff')).statusCode).toBe(403)
  await expect.poll(async () => (await away('GET', '/staff')).statusCode, within).toBe(403)
})

test.concurrent('a disabled person', async ({ expect }) => {
  const { person, own, away } = await onBothNodes()
  await head('POST', `/staff/${person.id}/disablement`, {})
  expect((await own('GET', '/me')).statusCode).toBe(401)
  await expect.poll(async () => (await away('GET', '/me')).statusCode, within).toBe(401)
})

test.concurrent('signing out', async ({ expect }) => {
  const { own, away } = await onBothNodes()
  await own('DELETE', '/session')
  expect((await own('GET', '/me')).statusCode).toBe(401)
  await expect.poll(async () => (await away('GET', '/me')).statusCode, within).toBe(401)
})

test.concurrent('a changed password ends the other sessions, and only those', async ({ expect }) => {
  const { person, own } = await onBothNodes()
  const phone = await signedIn(there.server, person.email)
  expect((await own('POST', '/me/password', { current: PASSWORD, password: 'una muy distinta de antes' })).statusCode).toBe(200)
  expect((await own('GET', '/me')).statusCode).toBe(200)
  await expect.poll(async () => (await phone('GET', '/me')).statusCode, within).toBe(401)
  expect((await asking(server, null)('POST', '/session', { email: person.email, password: PASSWORD })).statusCode).toBe(401)
})

test.concurrent('a password is changed only by whoever knows the one before', async ({ expect }) => {
  const { own } = await onBothNodes()
  expect((await own('POST', '/me/password', { current: 'no la sé', password: 'una muy distinta de antes' })).json().code).toBe('wrong-password')
  expect((await own('POST', '/me/password', { password: 'una muy distinta de antes' })).statusCode).toBe(400)
})

test.concurrent('a program’s token ends too', async ({ expect }) => {
  const { id, token } = (await head('POST', '/api-tokens', { name: 'p', role: 'agent' })).json()
  const away = asking(there.server, null, { authorization: `Bearer ${token}` })
  expect((await away('GET', '/me')).statusCode).toBe(200)
  await head('DELETE', `/api-tokens/${id}`)
  await expect.poll(async () => (await away('GET', '/me')).statusCode, within).toBe(401)
})

test('no cookie that the visitor brings becomes their session', async () => {
  const chosen = `${'A'.repeat(22)}.${'B'.repeat(43)}`
  const reply = await asking(server, chosen)('POST', '/session', { email: company.email, password: PASSWORD })
  expect(reply.cookies[0]!.value).not.toBe(chosen)
  expect((await asking(server, chosen)('GET', '/me')).statusCode).toBe(401)
})

test('an answer read before a change is not believed after it', async () => {
  const { person, own } = await onBothNodes()
  const asking20 = Array.from({ length: 20 }, () => own('GET', '/staff'))
  const removal = head('DELETE', `/staff/${person.id}/grants/${person.grantId}`)
  await Promise.all([...asking20, removal])
  expect((await own('GET', '/staff')).statusCode).toBe(403)
})
