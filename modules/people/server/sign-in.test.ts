import { expect, test } from 'vitest'
import { createAuthenticator } from '#modules/people/public.ts'
import { aCompany, aPeopleServer, aPerson, asking, cookieOf, PASSWORD, signedIn } from '#test/people-server.ts'
import { hashPassword } from './password-hash.ts'
import { codeAt, stepAt } from './totp.ts'

const people = await aPeopleServer()
const { server, ground } = people
const visitor = asking(server, null)
const company = await aCompany(people)

/** What an authenticator would show for the secret it was given. */
function telephone(secret: string): (steps?: number) => string {
  const bits = secret.split('').map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  return (steps = 0) => codeAt(bytes, stepAt(Date.parse(ground.now())) + steps)
}

test('mail and password open a session that the browser keeps to itself', async () => {
  const reply = await visitor('POST', '/session', { email: `  ${company.email.toUpperCase()}`, password: PASSWORD })
  expect(reply.statusCode).toBe(201)
  expect(reply.json()).toEqual({ state: 'signed-in' })
  expect(reply.cookies[0]).toMatchObject({ name: 'acuse_session', httpOnly: true, sameSite: 'Lax', path: '/' })
  expect((await asking(server, cookieOf(reply))('GET', '/me')).json().email).toBe(company.email)
})

test('a page asks who is in without being refused: nobody, or whoever the session is of', async () => {
  const whoIsIn = async (cookie: string | null) => (await asking(server, cookie)('GET', '/session')).json<{ me: { email: string } | null }>()
  expect(await whoIsIn(null)).toEqual({ me: null })
  const session = await signedIn(server, company.email)
  const { me } = await whoIsIn(session.cookie)
  expect(me).toEqual((await session('GET', '/me')).json())
  await session('DELETE', '/session')
  expect(await whoIsIn(session.cookie)).toEqual({ me: null })
})

test('a new sign-in ends the session whose cookie came with it', async () => {
  const first = await signedIn(server, company.email)
  const again = await first('POST', '/session', { email: company.email, password: PASSWORD })
  expect(cookieOf(again)).not.toBe(first.cookie)
  await expect.poll(async () => (await aNode().authenticate(first.cookie)) === null).toBe(true)
})

/** Another node: the same database, a memory of its own. */
function aNode() {
  const { authenticate } = createAuthenticator(ground)
  return { authenticate: (cookie: string) => authenticate({ headers: {}, cookies: { acuse_session: cookie } }) }
}

test('the second factor: enrolled with the password, asked for at the next sign-in, each code once', async () => {
  const { email, id } = await aPerson(people, company.organisationId, 'agent')
  const me = await signedIn(server, email)
  expect((await me('POST', '/me/second-factor', { password: 'wrong' })).json().code).toBe('wrong-password')
  const { secret, uri } = (await me('POST', '/me/second-factor', { password: PASSWORD })).json()
  expect(uri).toContain(`secret=${secret}`)
  const code = telephone(secret)
  expect((await me('POST', '/me/second-factor/confirmation', { code: '000000' })).statusCode).toBe(401)
  const { recoveryCodes } = (await me('POST', '/me/second-factor/confirmation', { code: code() })).json()
  expect(recoveryCodes).toHaveLength(10)
  const [row] = await ground.db.asOwner((tx) => tx<{ totpSecret: string }>`select totp_secret from people where id = ${id}`)
  expect(row!.totpSecret).not.toContain(secret)

  const first = await visitor('POST', '/session', { email, password: PASSWORD })
  expect(first.json()).toEqual({ state: 'code-needed' })
  expect(cookieOf(first)).toBeNull()
  const reused = await visitor('POST', '/session', { email, password: PASSWORD, code: code() })
  expect(reused.json(), 'the code that confirmed is spent').toMatchObject({ status: 401, code: 'wrong-code' })
  ground.clock.pass(1)
  const both = await Promise.all([0, 1].map(() => visitor('POST', '/session', { email, password: PASSWORD, code: code() })))
  expect(both.map(({ statusCode }) => statusCode).sort((a, b) => a - b), 'two at once cannot both spend it').toEqual([201, 401])

  const recovery = { email, password: PASSWORD, code: recoveryCodes[0].toLowerCase() }
  expect((await visitor('POST', '/session', recovery)).statusCode).toBe(201)
  expect((await visitor('POST', '/session', recovery)).statusCode).toBe(401)
})

test('a role that demands a second factor allows nothing until there is one', async () => {
  const head = await signedIn(server, company.email)
  const { email } = await aPerson(people, company.organisationId, 'quality')
  const quality = await signedIn(server, email)
  expect((await quality('GET', '/staff')).statusCode).toBe(200)
  const { version } = (await head('GET', '/organisation')).json()
  expect((await head('PATCH', '/organisation', { secondFactorRoles: ['quality'] }, { 'if-match': `"${version}"` })).json().secondFactorRoles).toEqual(['quality'])
  expect((await quality('GET', '/staff')).statusCode).toBe(403)
  expect((await quality('GET', '/me')).json()).toMatchObject({ permissions: [], secondFactor: { enrolled: false, required: true } })
  const { secret } = (await quality('POST', '/me/second-factor', { password: PASSWORD })).json()
  await quality('POST', '/me/second-factor/confirmation', { code: telephone(secret)() })
  expect((await quality('GET', '/staff')).statusCode).toBe(200)
  expect((await quality('POST', '/me/second-factor/removal', { password: PASSWORD })).json().code).toBe('second-factor-required')
})

test('somebody of two companies is asked which, only if the password fits both', async () => {
  const other = await aCompany(people, { name: 'Oxígenos del Sur' })
  const email = 'consultora@gases.example'
  await aPerson(people, company.organisationId, 'auditor', {}, { email })
  const there = await aPerson(people, other.organisationId, 'auditor', {}, { email })
  const choice = (await visitor('POST', '/session', { email, password: PASSWORD })).json()
  expect(choice.state).toBe('choose-organisation')
  expect(choice.organisations).toHaveLength(2)
  const chosen = await visitor('POST', '/session', { email, password: PASSWORD, organisationId: other.organisationId })
  expect((await asking(server, cookieOf(chosen))('GET', '/me')).json()).toMatchObject({ id: there.id, organisation: { name: 'Oxígenos del Sur' } })
  const hash = await hashPassword('otra cosa muy distinta')
  await ground.db.asOwner((tx) => tx`update people set password_hash = ${hash} where id = ${there.id}`)
  expect((await visitor('POST', '/session', { email, password: PASSWORD })).json()).toEqual({ state: 'signed-in' })
})

test('what the lists show is chosen by each person, and nobody else sees another list by it', async () => {
  const me = await signedIn(server, company.email)
  const other = await signedIn(server, (await aPerson(people, company.organisationId, 'agent', { branchId: company.branchId })).email)
  expect((await me('PATCH', '/me', { caseColumns: ['due', 'title'] })).json()).toMatchObject({ caseColumns: ['due', 'title'] })
  const kept = async (somebody: typeof me) => (await somebody('GET', '/me')).json<{ preferences: { caseColumns: string[] } }>().preferences.caseColumns
  expect([await kept(me), await kept(other)]).toEqual([['due', 'title'], []])
  expect((await me('PATCH', '/me', { caseColumns: 'due' })).statusCode).toBe(400)
})

test('my sessions: seen, ended one by one or all the others', async () => {
  const { email } = await aPerson(people, company.organisationId, 'agent')
  const desk = await signedIn(server, email)
  const phone = await signedIn(server, email)
  const third = await signedIn(server, email)
  const { items } = (await desk('GET', '/me/sessions')).json()
  expect(items).toHaveLength(3)
  expect(items.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
  const phones = (await phone('GET', '/me/sessions')).json().items.find(({ current }: { current: boolean }) => current).id
  expect((await desk('DELETE', `/me/sessions/${phones}`)).statusCode).toBe(200)
  expect((await phone('GET', '/me')).statusCode).toBe(401)
  expect((await desk('DELETE', '/me/sessions')).json()).toEqual({ ended: 1 })
  expect((await third('GET', '/me')).statusCode).toBe(401)
  const stranger = await signedIn(server, company.email)
  const own = (await desk('GET', '/me/sessions')).json().items[0].id
  expect((await stranger('DELETE', `/me/sessions/${own}`)).statusCode, 'not another’s').toBe(404)
  const out = await desk('DELETE', '/session')
  expect(out.cookies[0]).toMatchObject({ name: 'acuse_session', value: '' })
  expect((await desk('GET', '/me')).statusCode).toBe(401)
})

test('a session left alone ends, and the longest ends too', async () => {
  const { email } = await aPerson(people, company.organisationId, 'agent')
  const left = await signedIn(server, email)
  ground.clock.pass(8 * 60 + 1)
  expect((await left('GET', '/me')).statusCode).toBe(401)
  const used = await signedIn(server, email)
  for (let hours = 0; hours < 7 * 24 - 7; hours += 7) {
    ground.clock.pass(7 * 60)
    expect((await used('GET', '/me')).statusCode).toBe(200)
  }
  ground.clock.pass(7 * 60 + 1)
  expect((await used('GET', '/me')).statusCode).toBe(401)
})

test('my preferences keep what is not said', async () => {
  const { email } = await aPerson(people, company.organisationId, 'agent')
  const me = await signedIn(server, email)
  await me('PATCH', '/me', { theme: 'dark' })
  expect((await me('PATCH', '/me', { language: 'en', shortcuts: false })).json()).toEqual({ theme: 'dark', density: 'normal', shortcuts: false, areaAnswerMails: true, caseColumns: [], language: 'en' })
  expect((await me('POST', '/me/password', { current: 'no', password: PASSWORD })).json().title).toBe('The current password does not match.')
})

test('a program’s token has the role and place it was given, until it is ended', async () => {
  const head = await signedIn(server, company.email)
  const made = (await head('POST', '/api-tokens', { name: 'Prax', role: 'agent', branchId: company.branchId })).json()
  expect(made.token).toMatch(/^acuse_/)
  const program = asking(server, null, { authorization: `Bearer ${made.token}` })
  expect((await program('GET', '/me')).json()).toMatchObject({ kind: 'token', name: 'Prax', grants: [{ role: 'agent', branchId: company.branchId }], places: { all: false, branchIds: [company.branchId] } })
  expect((await program('PATCH', '/me', { theme: 'dark' })).statusCode, 'it has no screen').toBe(404)
  expect((await program('POST', '/api-tokens', { name: 'x', role: 'agent' })).statusCode).toBe(403)
  expect((await head('GET', '/api-tokens')).json().items[0]).toMatchObject({ name: 'Prax', endedAt: null })
  await head('DELETE', `/api-tokens/${made.id}`)
  expect((await program('GET', '/me')).statusCode).toBe(401)
})
