import { expect, test } from 'vitest'
import { aCompany, aPeopleServer, aPerson, asking, PASSWORD, signedIn } from '#test/people-server.ts'

// Formbricks took `emailVerificationDisabled` at sign-up (#7993); Frappe raised a role by a parameter (e79107eec).
const people = await aPeopleServer()
const { server, ground } = people
const company = await aCompany(people)
const { id, email } = await aPerson(people, company.organisationId, 'agent')
const me = await signedIn(server, email)
const head = await signedIn(server, company.email)

const columns = await ground.db.asOwner((tx) => tx<{ name: string }>`
  select distinct column_name as name from information_schema.columns
  where table_schema = 'public' and table_name in ('people', 'grants', 'sessions', 'api_tokens', 'organisations', 'invitations')`)
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
const names = [...new Set(columns.flatMap(({ name }) => [name, camel(name)])), '__proto__', 'constructor', 'roles', 'permissions', 'grants', 'isAdmin']

test('no column of ours may be set through my own account', async () => {
  const allowed = new Set(['language'])
  for (const name of names.filter((one) => !allowed.has(one))) {
    const reply = await me('PATCH', '/me', JSON.parse(`{"theme":"dark","${name}":"admin"}`))
    // JSON.parse makes an own '__proto__'; fastify refuses the whole body before any schema.
    expect([reply.statusCode, name]).toEqual([400, name])
  }
  expect((await me('GET', '/me')).json()).toMatchObject({ preferences: { theme: 'system' }, grants: [{ role: 'agent' }] })
})

test('nor through signing in, nor through being invited, nor by an administrator’s edit', async () => {
  const visitor = asking(server, null)
  for (const name of ['role', 'organisation_id', 'totpSecret', 'grants', 'admin']) {
    expect((await visitor('POST', '/session', { email, password: PASSWORD, [name]: 'admin' })).statusCode).toBe(400)
    expect((await head('PATCH', `/staff/${id}`, { [name]: 'admin' })).statusCode).toBe(400)
    expect((await head('POST', '/staff', { name: 'X', email: 'x@gases.example', grants: [{ role: 'agent', [name === 'role' ? 'roles' : name]: 'admin' }] })).statusCode).toBe(400)
  }
  expect((await me('GET', '/me?permissions=staff.manage')).statusCode).toBe(400)
})
