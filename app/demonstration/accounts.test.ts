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

test('whoever was invited, or has chosen a password of their own, is named to nobody at the door', async () => {
  const atTheDoor = async () => (await asking(server, null)('GET', '/setup')).json<{ accounts: { password: string; people: { email: string }[] } }>().accounts
  const { password, people } = await atTheDoor()
  const admin = await signedIn(server, people[0]!.email, { password })
  expect((await admin('POST', '/staff', { name: 'Nubia Rey', email: 'nubia@fuera.example', grants: [{ role: 'auditor' }] })).statusCode).toBe(201)
  const auditor = people.find(({ email }) => email.startsWith('auditor'))!
  const asAuditor = await signedIn(server, auditor.email, { password })
  expect((await asAuditor('POST', '/me/password', { current: password, password: 'la válvula gira a la izquierda' })).statusCode).toBe(200)
  const then = (await atTheDoor()).people.map(({ email }) => email)
  expect(then).toHaveLength(people.length - 1)
  expect(then).not.toContain(auditor.email)
  expect(then).not.toContain('nubia@fuera.example')
})
