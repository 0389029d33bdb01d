import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Role } from '#modules/people/contract.ts'
import { aServedCompany, askingAs } from '#test/app-server.ts'
import { anActor } from '#test/builders.ts'
import type { Ask } from '#test/people-server.ts'

// Every door that reads, asked by each role of one branch: not a word of a case of another, which hangs on one of theirs in every way there is.
const WORD = 'zafirodorado'
const { app, company } = await aServedCompany()
const { organisationId, supplierId } = company
const [bog, med] = [company.branches['BOG']!, company.branches['MED']!]
const [deliveries, sales] = [company.areas['ENT']!, company.areas['GEC']!]
const head = await anActor(company, 'head')
const agent = await anActor(company, 'agent', { branchId: bog })
const asHead = await askingAs(app, head)

async function register(branchId: string, asked: object = {}): Promise<{ id: string; number: string }> {
  const reply = await asHead('POST', '/cases', { kind: 'claim', channel: 'telephone', description: 'El cilindro llegó vacío', branchId, ...asked })
  expect(reply.statusCode).toBe(201)
  return reply.json()
}
async function done(path: string, body: object): Promise<Record<string, string>> {
  const reply = await asHead('POST', path, body)
  expect([path, reply.statusCode < 300, reply.body]).toEqual([path, true, reply.body])
  return reply.json()
}

const own = await register(bog)
const theirs = await register(med, {
  title: `Título ${WORD}`, description: `El cilindro llegó vacío, ${WORD}`, serial: 'ZAF-778899', reporter: { name: `Luz ${WORD}`, email: `${WORD}@example.com`, telephone: '3005550101' },
  customer: { status: 'new', name: `Clínica del barrio ${newId()}` },
})
const [into, absorbed] = [await register(bog), await register(med, { description: `Lo mismo, ${WORD}` })]
const { areaRequestId } = await done(`/cases/${theirs.number}/area-requests`, { areaId: sales, question: `¿Qué pasó, ${WORD}?` })
await done(`/cases/${theirs.number}/notes`, { body: `Nota ${WORD}` })
const { answerId } = await done(`/cases/${theirs.number}/answers`, { way: 'letter', recipient: `Calle ${WORD}`, subject: WORD, body: `Se repuso, ${WORD}` })
await done(`/cases/${own.number}/links`, { to: theirs.number, reason: '' })
await done('/case-groups', { name: 'Corte de la vía', numbers: [own.number, theirs.number] })
await asHead('PUT', `/cases/${theirs.number}/drafts/note`, { body: `Borrador ${WORD}` }, { 'if-match': '"0"' })
await done(`/cases/${absorbed.number}/notes`, { body: `Nota ${WORD}` })
await done(`/cases/${absorbed.number}/merges`, { into: into.number, reason: 'Es lo mismo' })

const PLACES: [Role, object][] = [
  ['agent', { branchId: bog }], ['branch-responsible', { branchId: bog }], ['quality', { branchId: bog }], ['hse', { branchId: bog }], ['executive', { branchId: bog }], ['auditor', { branchId: bog }],
  ['supplier-agent', { supplierId }], ['supplier-supervisor', { supplierId }], ['area-responder', { areaId: deliveries }], ['admin', {}],
]

const params: Record<string, string[]> = {
  number: [own.number, into.number, theirs.number, absorbed.number], answerId: [answerId!], areaRequestId: [areaRequestId!], organisationId: [organisationId],
}
/** Every address that reads, with whatever of ours fits its parameters. */
const addresses = app.routes.filter(({ endpoint }) => endpoint.method === 'GET').flatMap(({ endpoint }) => {
  const [name] = /:(\w+)/.exec(endpoint.path)?.slice(1) ?? []
  return name ? (params[name] ?? [newId()]).map((value) => endpoint.path.replace(`:${name}`, value)) : [endpoint.path]
})
const papers = [own, into, theirs, absorbed].map(({ number }) => `/cases/${number}/acknowledgement.pdf`)
const finding = [WORD, 'zafiro', 'ZAF-778899', '778899', theirs.number, theirs.number.slice(-4), '3005550101', 'vacío', `"${WORD}"`].flatMap((find) =>
  [`/search?find=${encodeURIComponent(find)}`, `/search?find=${encodeURIComponent(find)}&sort=best`, `/cases?list=everything&find=${encodeURIComponent(find)}`])

async function everythingReadBy(ask: Ask): Promise<[url: string, body: string][]> {
  const read: [string, string][] = []
  for (const url of [...addresses, ...papers, ...finding]) read.push([url, (await ask('GET', url)).body])
  const asked: [string, object][] = [
    ['/case-likenesses', { description: `El cilindro llegó vacío, ${WORD}`, serial: 'ZAF-778899' }], ['/case-suggestions', { description: WORD }],
    ['/case-bulks', { filter: { list: 'everything', find: WORD }, preview: true, act: { verb: 'classify', severity: 'low' } }],
    ['/case-bulks', { numbers: [theirs.number], preview: true, act: { verb: 'note', body: 'Hola' } }],
  ]
  for (const [url, body] of asked) read.push([url, (await ask('POST', url, body)).body])
  return read
}

test('the head of service finds the word in all the places where it was written', async () => {
  const read = await everythingReadBy(asHead)
  expect(read.filter(([, body]) => body.includes(WORD)).length).toBeGreaterThan(15)
})

test.each(PLACES)('%s of another place: not a word', async (role, place) => {
  const read = await everythingReadBy(await askingAs(app, role === 'agent' ? agent : await anActor(company, role, place)))
  // Whoever answers for the mail server sees to whom mails go, of every branch.
  const seen = read.filter(([url]) => !(role === 'admin' && url === '/outgoing-mails'))
  const echoed = (url: string, body: string) => (url.includes('find=') ? body.replaceAll(decodeURIComponent(/find=([^&]*)/.exec(url)![1]!), '') : body)
  expect(seen.filter(([url, body]) => echoed(url, body).includes(WORD))).toEqual([])
  expect(seen.filter(([url, body]) => url.includes('find=') && (body.includes(theirs.id) || body.includes(absorbed.id)))).toEqual([])
})
