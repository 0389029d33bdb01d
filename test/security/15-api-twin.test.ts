import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aBranch, aCompany, aPeopleServer, aPerson, asking, signedIn } from '#test/people-server.ts'

// Znuny's generic interface updated tickets unchecked (CVE-2025-26846): a program's door must ask what the screen's door asks.
const people = await aPeopleServer()
const { server, routes } = people
const company = await aCompany(people)
const other = await aBranch(people, company.organisationId, 'CAL')
const head = await signedIn(server, company.email)

test('every route either asks a permission or is a door without an actor', () => {
  const open = routes.filter((route) => 'open' in route).map(({ endpoint }) => endpoint.path)
  expect(open.sort()).toEqual(['/invitations/acceptances', '/invitations/readings', '/password-resets', '/session', '/session', '/setup', '/setup', '/setup/demonstration'])
  for (const route of routes) if (!('open' in route)) expect(route.permission).toMatch(/^(signed-in|[a-z]+\.[a-z]+)$/)
})

test('a program is refused what a person of its role is refused', async () => {
  const { token } = (await head('POST', '/api-tokens', { name: 'agent', role: 'agent', branchId: company.branchId })).json()
  const program = asking(server, null, { authorization: `Bearer ${token}` })
  expect((await program('GET', '/session')).json(), 'who is in tells of a browser alone').toEqual({ me: null })
  expect((await program('PATCH', `/branches/${other}`, { name: 'Mine' })).statusCode).toBe(403)
  expect((await program('POST', '/staff', { name: 'X', email: 'x@gases.example', grants: [{ role: 'admin' }] })).statusCode).toBe(403)
  expect((await program('GET', '/branches')).statusCode).toBe(200)
})

test('a token gives no more than whoever makes it holds', async () => {
  const { token } = (await head('POST', '/api-tokens', { name: 'boss', role: 'head' })).json()
  const program = asking(server, null, { authorization: `Bearer ${token}` })
  expect((await program('POST', '/api-tokens', { name: 'more', role: 'admin' })).json().code).toBe('grant-beyond-own')
})

test('a program calls nobody in who could do what it may not, and takes over nobody who can', async () => {
  const [boss, admin] = await Promise.all(['head', 'admin'].map(async (role) => {
    const { token } = (await head('POST', '/api-tokens', { name: role, role })).json()
    return asking(server, null, { authorization: `Bearer ${token}` })
  }))
  const responsible = await aPerson(people, company.organisationId, 'branch-responsible', { branchId: company.branchId })
  const invite = async (program: typeof boss, role: string, place = {}) => (await program!('POST', '/staff', { name: role, email: `${newId()}@gases.example`, grants: [{ role, ...place }] })).json()
  // Its own second person, who would approve what it writes; the administrator's program, people who read what it may not.
  expect(await invite(boss, 'head')).toMatchObject({ status: 409, code: 'grant-beyond-own' })
  expect(await invite(boss, 'branch-responsible', { branchId: company.branchId, substitute: true })).toMatchObject({ status: 409, code: 'grant-beyond-own' })
  for (const role of ['admin', 'head', 'agent']) expect(await invite(admin, role)).toMatchObject({ status: 409, code: 'grant-beyond-own' })
  const agent = await invite(boss, 'agent', { branchId: company.branchId })
  expect(agent).toMatchObject({ state: 'invited' })
  expect((await boss!('POST', `/staff/${agent.id}/grants`, { role: 'head' })).json().code).toBe('grant-beyond-own')
  for (const program of [boss, admin]) {
    expect((await program!('PATCH', `/staff/${responsible.id}`, { email: 'mine@evil.example' }, { 'if-match': '"1"' })).json().code).toBe('person-beyond-own')
    expect((await program!('POST', `/staff/${responsible.id}/invitations`, {})).json().code).toBe('person-beyond-own')
    expect((await program!('POST', '/absences', { personId: responsible.id, fromOn: '2026-06-26', untilOn: '2026-06-30', substituteId: agent.id })).json().code).toBe('person-beyond-own')
  }
  // The token that comes after its own.
  expect((await boss!('POST', '/api-tokens', { name: 'next', role: 'head' })).statusCode).toBe(201)
})

test('a page of another site does nothing with our cookie', async () => {
  const cross = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  expect((await head('PATCH', '/me', { theme: 'dark' }, cross)).statusCode).toBe(403)
  expect((await asking(server, null)('POST', '/session', { email: company.email, password: 'x' }, cross)).statusCode).toBe(403)
})
