import { expect, test } from 'vitest'
import { ROLES } from '#modules/people/contract.ts'
import { anApp } from '#test/app-server.ts'
import { aGround } from '#test/harness.ts'
import { asking, signedIn } from '#test/people-server.ts'
import { foundCompany } from './found-company.ts'

const ground = await aGround()
const { server } = await anApp(ground)

test('a demonstration names at its door somebody of each role, and each comes in with the password that stands there', async () => {
  await foundCompany(ground, 'demo-cilindro-azul')
  const { state, accounts } = (await asking(server, null)('GET', '/setup')).json() as { state: string; accounts: { password: string; people: { role: string; email: string }[] } }
  expect(state).toBe('ready')
  expect(accounts.people.map(({ role }) => role)).toEqual([...ROLES])
  for (const { role, email } of accounts.people) {
    const me = (await (await signedIn(server, email, { password: accounts.password }))('GET', '/me')).json() as { grants: { role: string }[] }
    expect(me.grants.map((grant) => grant.role)).toContain(role)
  }
})

test('whoever has the role alone stands for it, and a titular before a substitute', async () => {
  const { accounts } = (await asking(server, null)('GET', '/setup')).json() as { accounts: { people: { role: string; email: string }[] } }
  const emailOf = Object.fromEntries(accounts.people.map(({ role, email }) => [role, email.split('@')[0]]))
  expect(emailOf).toMatchObject({ admin: 'sistemas', head: 'jefe', agent: 'ana' })
  expect(emailOf['branch-responsible']).toMatch(/\.titular$/)
})
