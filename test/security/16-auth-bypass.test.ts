import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { aCompany, aPeopleServer, aPerson, asking, signedIn } from '#test/people-server.ts'

// Formbricks did not verify a signature (CVE-2025-59934); osTicket compared tokens with juggled types (a9834d8).
const people = await aPeopleServer()
const { server, ground } = people
const company = await aCompany(people)
const other = await aCompany(people)
const head = await signedIn(server, company.email)
const { token: program } = (await head('POST', '/api-tokens', { name: 'p', role: 'agent' })).json() as { token: string }
const [row] = await ground.db.asOwner((tx) => tx<{ hash: Buffer }>`select token_hash as hash from sessions limit 1`)

const jwt = (alg: string) => [{ alg, typ: 'JWT' }, { sub: company.personId, role: 'admin' }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
const foreign = Buffer.from(other.organisationId.replaceAll('-', ''), 'hex').toString('base64url')

test.each<[string, Record<string, string>]>([
  ['nothing', {}],
  ['an empty cookie', { cookie: 'acuse_session=' }],
  ['the organisation alone', { cookie: `acuse_session=${head.cookie.split('.')[0]}.` }],
  ['the hash itself', { cookie: `acuse_session=${head.cookie.split('.')[0]}.${row!.hash.toString('base64url')}` }],
  ['the right secret under another company', { cookie: `acuse_session=${foreign}.${head.cookie.split('.')[1]}` }],
  ['one letter changed', { cookie: `acuse_session=${head.cookie.slice(0, -1)}${head.cookie.endsWith('A') ? 'B' : 'A'}` }],
  ['a session as a program’s token', { authorization: `Bearer ${head.cookie}` }],
  ['a program’s token as a cookie', { cookie: `acuse_session=${program}` }],
  ['an unsigned token', { authorization: `Bearer ${jwt('none')}.` }],
  ['a token signed with nothing of ours', { authorization: `Bearer ${jwt('HS256')}.${createHash('sha256').update('x').digest('base64url')}` }],
  ['a password for HTTP', { authorization: `Basic ${Buffer.from(`${company.email}:x`).toString('base64')}` }],
  ['two tokens in one header', { authorization: `Bearer ${program}, Bearer ${program}` }],
  ['a bad token beside a good cookie', { authorization: 'Bearer acuse_x', cookie: `acuse_session=${head.cookie}` }],
  ['quotes and injection', { cookie: `acuse_session=' or 1=1 --` }],
])('%s is nobody', async (_, headers) => {
  const reply = await asking(server, null)('GET', '/me', undefined, headers)
  expect(reply.statusCode).toBe(401)
  expect(reply.headers['content-type']).toContain('application/problem+json')
})

test.each<[string, object]>([
  ['an array for a password', { email: company.email, password: ['x'] }],
  ['true for a password', { email: company.email, password: true }],
  ['an object for a mail', { email: { $ne: null }, password: 'x' }],
  ['null', { email: company.email, password: null }],
  ['zero for a code', { email: company.email, password: 'x', code: 0 }],
])('%s is not compared with anything', async (_, body) => {
  expect((await asking(server, null)('POST', '/session', body)).statusCode).toBe(400)
})

test('a link is not a session, and a session is not a link', async () => {
  const { email } = await aPerson(people, company.organisationId, 'agent')
  const me = await signedIn(server, email)
  const visitor = asking(server, null)
  expect((await visitor('POST', '/invitations/acceptances', { token: me.cookie, password: 'una muy distinta' })).statusCode).toBe(404)
  await head('POST', '/staff', { name: 'Nadie', email: 'nadie@gases.example', grants: [{ role: 'agent' }] })
  const [mail] = await ground.db.asOwner((tx) => tx<{ url: string }>`select content -> 'link' ->> 'url' as url from outgoing_mails where recipient = 'nadie@gases.example'`)
  expect((await asking(server, mail!.url.split('#')[1]!)('GET', '/me')).statusCode).toBe(401)
})
