import { expect, test } from 'vitest'
import { aCompany, aPeopleServer, aPerson, asking, PASSWORD, edit, signedIn } from '#test/people-server.ts'

// Zammad's lock-out could be gone round (CVE-2022-35490); FreeScout told who exists, kept invitations for ever and matched an
// empty one (GHSA-jvmv-2qcp-7855, GHSA-hqff-cwx7-3jpm, GHSA-jqj5-r72v-v29g); Request Tracker told by the time (CVE-2021-38562).
const people = await aPeopleServer()
const { server, ground } = people
const visitor = asking(server, null)
const company = await aCompany(people)
const signIn = (email: string, password = 'no es esta') => visitor('POST', '/session', { email, password })

test('known and unknown are answered alike, from the first attempt to the lock', async () => {
  const { email } = await aPerson(people, company.organisationId, 'agent')
  for (let i = 1; i <= 7; i++) {
    const [known, unknown] = [await signIn(email), await signIn('nadie@gases.example')]
    expect(known.statusCode).toBe(i <= 5 ? 401 : 429)
    expect([known.statusCode, known.body, known.headers['retry-after']]).toEqual([unknown.statusCode, unknown.body, unknown.headers['retry-after']])
  }
  expect((await signIn(email, PASSWORD)).statusCode, 'not even with the right one').toBe(429)
  ground.clock.pass(0.3)
  expect((await signIn(email, PASSWORD)).statusCode, 'until the wait is over').toBe(201)
})

test('and in the same time', async () => {
  const { email } = await aPerson(people, company.organisationId, 'agent')
  const invited = await aPerson(people, company.organisationId, 'agent')
  await ground.db.asOwner((tx) => tx`update people set password_hash = null where id = ${invited.id}`)
  const spent: Record<string, number[]> = { [email]: [], [invited.email]: [], 'tampoco@gases.example': [] }
  for (let round = 0; round < 4; round++) {
    for (const [address, times] of Object.entries(spent)) {
      const began = performance.now()
      await signIn(address)
      times.push(performance.now() - began)
    }
  }
  const least = Object.values(spent).map((times) => Math.min(...times))
  expect(Math.max(...least) / Math.min(...least)).toBeLessThan(2)
})

test('the wait grows, and fifty at once are no way round it', async () => {
  const { email } = await aPerson(people, company.organisationId, 'agent')
  const crowd = await Promise.all(Array.from({ length: 50 }, () => signIn(email)))
  expect(crowd.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5)
  const waits = []
  for (let i = 0; i < 4; i++) {
    const refused = await signIn(email)
    waits.push(Number(refused.headers['retry-after']))
    ground.clock.pass(waits.at(-1)! / 60 + 0.01)
    expect((await signIn(email)).statusCode).toBe(401)
  }
  expect(waits).toEqual([15, 30, 60, 120])
})

test('the right password without its code gives no new round of guesses at the code', async () => {
  const { id, email } = await aPerson(people, company.organisationId, 'agent')
  await ground.db.asOwner((tx) => tx`update people set totp_secret = 'v1.unreadable' where id = ${id}`)
  const statuses = []
  for (let i = 0; i < 8; i++) {
    await signIn(email, PASSWORD)
    statuses.push((await visitor('POST', '/session', { email, password: PASSWORD, code: String(100000 + i) })).statusCode)
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
})

test('case, spaces and other spellings of one address are one account', async () => {
  const { email } = await aPerson(people, company.organisationId, 'agent', {}, { email: 'una.sola@gases.example' })
  for (const spelling of [email, email.toUpperCase(), ` ${email}`, `${email}\t`, 'Una.Sola@Gases.Example']) await signIn(spelling)
  expect((await signIn(email)).statusCode).toBe(429)
})

test('a company behind one address may mistype; a flood there waits a minute', { timeout: 120_000 }, async () => {
  const fromThere = (email: string, password = 'x') =>
    server.inject({ method: 'POST', url: '/api/v1/session', remoteAddress: '203.0.113.7', headers: { 'sec-fetch-site': 'same-origin' }, payload: { email, password } })
  const staff = await Promise.all(Array.from({ length: 110 }, () => aPerson(people, company.organisationId, 'agent')))
  const atEight = await Promise.all(staff.map(({ email }) => fromThere(email, PASSWORD)))
  expect(new Set(atEight.map(({ statusCode }) => statusCode)), 'the whole company signs in at eight').toEqual(new Set([201]))
  const mistyped = await Promise.all(Array.from({ length: 100 }, (_, i) => fromThere(`n${i}@gases.example`)))
  expect(new Set(mistyped.map(({ statusCode }) => statusCode))).toEqual(new Set([401]))
  const refused = await fromThere('n101@gases.example')
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '60'])
  ground.clock.pass(1.01)
  expect((await signIn(company.email, PASSWORD)).statusCode, 'others elsewhere are not held up').toBe(201)
})

test('a new password: the same answer whoever asks, the link for whoever is known', async () => {
  const { email } = await aPerson(people, company.organisationId, 'agent')
  const asked = async (address: string) => {
    const began = performance.now()
    const reply = await visitor('POST', '/password-resets', { email: address })
    return { status: reply.statusCode, body: reply.body, millis: performance.now() - began }
  }
  const [known, unknown] = [await asked(email), await asked('otro@gases.example')]
  expect({ ...known, millis: 0 }).toEqual({ ...unknown, millis: 0 })
  expect(Math.abs(known.millis - unknown.millis)).toBeLessThan(150)
  const mails = await ground.db.asOwner((tx) => tx<{ recipient: string; url: string }>`select recipient, content -> 'link' ->> 'url' as url from outgoing_mails`)
  expect(mails.map(({ recipient }) => recipient)).toEqual([email])
  const token = mails[0]!.url.split('#')[1]!
  const before = await signedIn(server, email)
  expect((await visitor('POST', '/invitations/acceptances', { token, password: 'una muy distinta' })).statusCode).toBe(201)
  expect((await before('GET', '/me')).statusCode, 'whoever was in is out').toBe(401)
  for (let i = 0; i < 5; i++) await asked(email)
  expect((await asked(email)).status, 'nobody’s mailbox is filled').toBe(429)
})

test('a link ends with its hours, with the next one, with the person; an empty one never matches', async () => {
  const head = await signedIn(server, company.email)
  const invite = async (email: string) => (await head('POST', '/staff', { name: 'Nueva', email, grants: [{ role: 'agent' }] })).json().id as string
  const links = async (email: string) => (await ground.db.asOwner((tx) => tx<{ url: string }>`select content -> 'link' ->> 'url' as url from outgoing_mails where recipient = ${email} order by id`)).map(({ url }) => url.split('#')[1]!)
  const open = async (token: string) => (await visitor('POST', '/invitations/acceptances', { token, password: 'una muy distinta' })).json()

  const one = await invite('una@gases.example')
  await head('POST', `/staff/${one}/invitations`)
  const [first, second] = await links('una@gases.example')
  expect((await open(first!)).code).toBe('invitation-expired')
  await edit(head, `/staff/${one}`, { email: 'movida@gases.example' })
  expect((await open(second!)).code, 'sent to an address that is no longer theirs').toBe('invitation-expired')

  const two = await invite('dos@gases.example')
  await head('POST', `/staff/${two}/disablement`, {})
  expect((await open((await links('dos@gases.example'))[0]!)).status).toBe(404)

  await invite('tres@gases.example')
  const [late] = await links('tres@gases.example')
  ground.clock.pass(72 * 60 + 1)
  expect((await open(late!)).code).toBe('invitation-expired')

  for (const token of ['', '.', `${'A'.repeat(22)}.`, `${first!.split('.')[0]}.${'A'.repeat(43)}`]) expect((await open(token)).status, token).toBeGreaterThanOrEqual(400)
  await ground.db.asOwner((tx) => tx`update invitations set token_hash = ''`)
    .catch(() => {})
  expect((await open(`${first!.split('.')[0]}.${'A'.repeat(43)}`)).status).toBe(404)
})

test('one link, ten hands: one password', async () => {
  const head = await signedIn(server, company.email)
  await head('POST', '/staff', { name: 'Diez', email: 'diez@gases.example', grants: [{ role: 'agent' }] })
  const [mail] = await ground.db.asOwner((tx) => tx<{ url: string }>`select content -> 'link' ->> 'url' as url from outgoing_mails where recipient = 'diez@gases.example'`)
  const token = mail!.url.split('#')[1]!
  const replies = await Promise.all(Array.from({ length: 10 }, (_, i) => visitor('POST', '/invitations/acceptances', { token, password: `palabras sueltas ${i}` })))
  expect(replies.map(({ statusCode }) => statusCode).filter((status) => status === 201)).toHaveLength(1)
  expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([201, 409]))
})
