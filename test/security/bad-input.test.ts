import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aServedCompany, aSession, askingAs } from '#test/app-server.ts'
import { anActor } from '#test/builders.ts'

// What people and programs really send: each is kept to the letter, or refused by field with a sentence in the reader's language.
const { ground, app, company } = await aServedCompany()
const head = await anActor(company, 'head')
const english = await anActor(company, 'head', {}, 'Ann')
await ground.db.asOwner((tx) => tx`update people set language = 'en' where id = ${english.id}`)
const [asHead, asEnglish] = [await askingAs(app, head), await askingAs(app, english)]
const TOLD = { kind: 'complaint', channel: 'telephone', description: 'Llegó tarde', branch: 'BOG' }

type Problem = { code: string; title: string; errors: { path: string; code: string; message: string }[] }
const mediaType = ({ headers }: { headers: Record<string, unknown> }) => String(headers['content-type']).split(';')[0]
const count = async () => (await ground.db.asOwner((tx) => tx<{ n: number }>`select (select count(*) from cases) + (select count(*) from contacts) + (select count(*) from customers) + (select count(*) from history) as n`))[0]!.n

test.each<[string, object, string]>([
  ['a key that is not known', { color: 'red' }, 'color'],
  ['a number for a text', { description: 7 }, 'description'],
  ['a list for a text', { description: ['a'] }, 'description'],
  ['nothing but blanks', { description: ' \n\t ' }, 'description'],
  ['null', { description: null }, 'description'],
  ['a kind that is none', { kind: 'queja' }, 'kind'],
  ['the thirtieth of February', { incidentOn: '2026-02-30' }, 'incidentOn'],
  ['a day to come', { incidentOn: '2099-01-01' }, 'incidentOn'],
  ['a day long gone', { incidentOn: '0001-01-01' }, 'incidentOn'],
  ['an instant without its offset', { receivedAt: '2026-06-26T10:00:00' }, 'receivedAt'],
  ['an hour that is none', { receivedAt: '2026-06-26T25:00:00Z' }, 'receivedAt'],
  ['a time to come', { receivedAt: '2099-01-01T00:00:00Z' }, 'receivedAt'],
  ['a time long gone', { receivedAt: '1900-01-01T00:00:00Z' }, 'receivedAt'],
  ['a megabyte in a name', { customer: { status: 'new', name: 'x'.repeat(1_000_000) } }, 'customer.name'],
  ['a megabyte in the description', { description: 'x'.repeat(1_000_000) }, 'description'],
  ['NUL in the description', { description: 'a\u0000b' }, 'description'],
  ['NUL in a name', { customer: { status: 'new', name: 'a\u0000b' } }, 'customer.name'],
  ['half of a surrogate pair', { description: 'a\ud83d b' }, 'description'],
  ['a lone low surrogate in the serial', { serial: '\ude00' }, 'serial'],
  ['a bell', { place: 'a\u0007' }, 'place'],
  ['an id that is none', { productId: '12' }, 'productId'],
  ['an id of nothing', { productId: newId() }, 'productId'],
  ['a branch that is not there', { branch: 'ZZZ' }, 'branch'],
  ['a mail address that is none', { reporter: { email: 'luz arroba clinica' } }, 'reporter.email'],
  ['a customer of a status that is none', { customer: { status: 'otro' } }, 'customer.status'],
  ['an anonymous customer with a name', { customer: { status: 'anonymous', name: 'x' } }, 'customer.name'],
  ['fifty-one files', { files: Array.from({ length: 51 }, () => newId()) }, 'files'],
])('%s is told by its field, in Spanish and in English, and nothing is there afterwards', async (_, wrong, path) => {
  const before = await count()
  const sentences: string[] = []
  for (const [ask, language] of [[asHead, 'es'], [asEnglish, 'en']] as const) {
    const reply = await ask('POST', '/cases', { ...TOLD, ...wrong })
    expect([language, reply.statusCode, mediaType(reply)]).toEqual([language, 400, 'application/problem+json'])
    const { code, errors } = reply.json<Problem>()
    expect([code, errors.map((error) => error.path)]).toEqual(['bad-input', [path]])
    const { message } = errors[0]!
    expect(message, 'a sentence, not a code').toMatch(/\S+ \S+.*\.$/u)
    expect(reply.body.length, 'what was sent is not sent back').toBeLessThan(2_000)
    sentences.push(message)
  }
  expect(sentences[0]).not.toBe(sentences[1])
  expect(await count()).toBe(before)
})

test.each<[string, 'PATCH' | 'POST', string, (text: string) => object, string]>([
  ['a column of one\'s lists', 'PATCH', '/me', (text) => ({ caseColumns: ['kind', text] }), 'caseColumns.1'],
  ['what a saved view looks for', 'POST', '/saved-views', (find) => ({ name: 'Fugas', filter: { find } }), 'filter.find'],
])('what cannot be kept is refused by its field: %s', async (_, method, path, body, field) => {
  for (const text of ['a\u0000b', '\ud800', '\ude00', 'a\u0007'])
    expect((await asHead(method, path, body(text))).json()).toMatchObject({ status: 400, code: 'bad-input', errors: [{ path: field, code: 'unreadable-character' }] })
})

test.each([
  ['emoji with joiners', '👩‍🔧 llegó tarde 🇨🇴 ❤️'],
  ['right to left', 'الأسطوانة فارغة — הגליל ריק'],
  ['marks of direction that Arabic needs', 'عميل\u200f (٣)'],
  ['Chinese beyond the first plane', '𠮷野家'],
  ['quotes, backslashes and percent signs', `O'Higgins "La 80" \\n %s \${x} {{x}} <b>&amp;</b> --; drop table cases`],
  ['lines and tabs', 'uno\n\tdos\n\n— tres'],
  ['what looks like a formula', '=1+1'],
  ['twenty thousand letters', 'ñ'.repeat(20_000)],
])('%s are kept to the letter', async (_, said) => {
  const registered = await asHead('POST', '/cases', { ...TOLD, description: said, customer: { status: 'new', name: said.replace(/\s/g, ' ').slice(0, 200).toWellFormed().trim() } })
  expect([registered.statusCode, registered.statusCode === 201 ? '' : registered.body]).toEqual([201, ''])
  const sheet = (await asHead('GET', `/cases/${registered.json<{ number: string }>().number}`)).json<{ description: string; title: string }>()
  expect(sheet.description).toBe(said)
  expect(sheet.title.isWellFormed()).toBe(true)
})

test('letters put together in two ways are one, as Unicode composes them', async () => {
  const { number } = (await asHead('POST', '/cases', { ...TOLD, description: 'man\u0303ana' })).json<{ number: string }>()
  expect((await asHead('GET', `/cases/${number}`)).json()).toMatchObject({ description: 'mañana' })
})

test.each<[string, string, string, number]>([
  ['no JSON', '{"kind":', 'application/json', 400],
  ['nothing', '', 'application/json', 400],
  ['a list', '[]', 'application/json', 400],
  ['a text', '"x"', 'application/json', 400],
  ['JSON a thousand levels deep', `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`, 'application/json', 400],
  ['a key twice, as no browser sends it', '{"kind":"complaint","kind":"nope","channel":"mail","description":"x","branch":"BOG"}', 'application/json', 400],
  ['XML', '<x/>', 'application/xml', 415],
  ['more than is read', JSON.stringify({ description: 'x'.repeat(5_000_000) }), 'application/json', 413],
])('%s is no request, and is told as one', async (_, payload, type, status) => {
  const before = await count()
  const cookie = await cookieOf()
  const reply = await app.server.inject({ method: 'POST', url: '/api/v1/cases', headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': type }, payload })
  expect([reply.statusCode, mediaType(reply)]).toEqual([status, 'application/problem+json'])
  expect(reply.json<Problem>().title).toMatch(/\S/)
  expect(await count()).toBe(before)
})

const cookieOf = async () => `acuse_session=${await aSession(ground, head)}`

test.each(['limit=0', 'limit=201', 'limit=x', 'list=nada', 'receivedFrom=2026-02-30', 'kind=queja', 'branchId=1', 'sort=asc', 'nada=1'])('a list asked for with %s says which of it is wrong', async (query) => {
  const reply = await asHead('GET', `/cases?${query}`)
  expect([reply.statusCode, reply.json<Problem>().errors.map(({ path }) => path.split('.')[0])]).toEqual([400, [query.split('=')[0]]])
})
