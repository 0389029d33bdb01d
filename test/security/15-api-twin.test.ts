import { expect, test } from 'vitest'
import { aBranch, aCompany, aPeopleServer, asking, signedIn } from '#test/people-server.ts'

// Znuny's generic interface updated tickets unchecked (CVE-2025-26846): a program's door must ask what the screen's door asks.
const people = await aPeopleServer()
const { server, routes } = people
const company = await aCompany(people)
const other = await aBranch(people, company.organisationId, 'CAL')
const head = await signedIn(server, company.email)

test('every route either asks a permission or is a door without an actor', () => {
  const open = routes.filter((route) => 'open' in route).map(({ endpoint }) => endpoint.path)
  expect(open.sort()).toEqual(['/invitations/acceptances', '/invitations/readings', '/password-resets', '/session', '/setup', '/setup', '/setup/demonstration'])
  for (const route of routes) if (!('open' in route)) expect(route.permission).toMatch(/^(signed-in|[a-z]+\.[a-z]+)$/)
})

test('a program is refused what a person of its role is refused', async () => {
  const { token } = (await head('POST', '/api-tokens', { name: 'agent', role: 'agent', branchId: company.branchId })).json()
  const program = asking(server, null, { authorization: `Bearer ${token}` })
  expect((await program('PATCH', `/branches/${other}`, { name: 'Mine' })).statusCode).toBe(403)
  expect((await program('POST', '/staff', { name: 'X', email: 'x@gases.example', grants: [{ role: 'admin' }] })).statusCode).toBe(403)
  expect((await program('GET', '/branches')).statusCode).toBe(200)
})

test('a token gives no more than whoever makes it holds', async () => {
  const { token } = (await head('POST', '/api-tokens', { name: 'boss', role: 'head' })).json()
  const program = asking(server, null, { authorization: `Bearer ${token}` })
  expect((await program('POST', '/api-tokens', { name: 'more', role: 'admin' })).json().code).toBe('grant-beyond-own')
})

test('a page of another site does nothing with our cookie', async () => {
  const cross = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  expect((await head('PATCH', '/me', { theme: 'dark' }, cross)).statusCode).toBe(403)
  expect((await asking(server, null)('POST', '/session', { email: company.email, password: 'x' }, cross)).statusCode).toBe(403)
})
