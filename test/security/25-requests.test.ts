import pino from 'pino'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { withoutRow } from '#platform/server/http.ts'
import { aServedCompany, aSession, askingAs, askingByToken } from '#test/app-server.ts'
import { aCase, anActor } from '#test/builders.ts'

// RT: redirects and headers that leak (CVE-2022-25803, CVE-2023-41259); FreeScout: query keys that reach a prototype (GHSA-w5fc-8pp3-f755).
const { ground, app, company } = await aServedCompany()
const branchId = company.branches['BOG']!
const [head, agent] = [await anActor(company, 'head'), await anActor(company, 'agent', { branchId })]
const [asHead, asAgent] = [await askingAs(app, head), await askingAs(app, agent)]
const token = await aSession(ground, head)
const TOLD = { kind: 'complaint', channel: 'telephone', description: 'Llegó tarde', branchId }

test('another site’s page acts in nobody’s name, whatever it calls what it sends', async () => {
  const { number } = await aCase(company, head, { branchId })
  const own = { cookie: `acuse_session=${token}` }
  const crossings = [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site', origin: 'http://otra.localhost:4000' }, { origin: 'https://evil.example' }, { origin: 'null' }]
  for (const crossing of crossings) {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json', 'multipart/form-data; boundary=x']) {
      const url = `/api/v1/cases/${number}/wakings`
      const reply = await app.server.inject({ method: 'POST', url, headers: { ...own, ...crossing, 'content-type': type }, payload: '{}' })
      expect([JSON.stringify(crossing), type, [400, 403, 415].includes(reply.statusCode)]).toEqual([JSON.stringify(crossing), type, true])
    }
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/csp-report'])
    expect((await app.server.inject({ method: 'POST', url: '/api/v1/cases', headers: { ...own, 'content-type': type }, payload: JSON.stringify(TOLD) })).statusCode).toBeGreaterThanOrEqual(400)
  expect((await asHead('GET', `/cases/${number}/timeline`)).json().items).toHaveLength(1)
})

test('a key is one person’s: another with the same one does their own, and hears nothing of the first', async () => {
  const key = { 'idempotency-key': `llave-${newId()}` }
  const [mine, again, theirs] = [await asHead('POST', '/cases', TOLD, key), await asHead('POST', '/cases', TOLD, key), await asAgent('POST', '/cases', TOLD, key)]
  expect([again.json().number === mine.json().number, theirs.json().number === mine.json().number]).toEqual([true, false])
  expect((await asHead('POST', '/cases', { ...TOLD, description: 'Otra cosa' }, key)).json()).toMatchObject({ status: 409, code: 'key-reused' })
  for (const bad of ['corta', 'con espacio aquí', 'x'.repeat(201)]) expect((await asHead('POST', '/cases', TOLD, { 'idempotency-key': bad })).statusCode).toBe(409)
})

test('what may not be done twice answers its key as the first time, and sent five times at one moment it is done once', async () => {
  const { number } = await aCase(company, head, { branchId })
  const key = { 'idempotency-key': `llave-${newId()}` }
  const withdraw = (reason = 'Ya no lo necesita') => asHead('POST', `/cases/${number}/withdrawals`, { reason }, key)
  const [first, again] = [await withdraw(), await withdraw()]
  expect([first.statusCode, again.statusCode, again.json()]).toEqual([201, 201, first.json()])
  expect((await asHead('POST', `/cases/${number}/withdrawals`, { reason: 'Otra vez' })).statusCode).toBe(409)
  expect((await withdraw('Otra razón')).json()).toMatchObject({ status: 409, code: 'key-reused' })
  const atOnce = { 'idempotency-key': `llave-${newId()}` }
  const replies = await Promise.all(Array.from({ length: 5 }, () => asHead('POST', '/cases', TOLD, atOnce)))
  expect(new Set(replies.map((reply) => `${reply.statusCode} ${reply.json().number}`)).size).toBe(1)
})

test('a version that cannot be read is no leave to overwrite', async () => {
  const { number } = await aCase(company, head, { branchId })
  for (const version of ['"0"', 'W/"99"', '"abc"', 'abc', '1', '"1", "2"', '""'])
    expect([version, (await asHead('PATCH', `/cases/${number}`, { place: 'Calle 1' }, { 'if-match': version })).statusCode]).toEqual([version, 412])
  expect((await asHead('PATCH', `/cases/${number}`, { place: 'Calle 1' }, { 'if-match': '"1"' })).statusCode).toBe(200)
})

test('what no column or prototype expects is refused, and nothing is there afterwards', async () => {
  for (const text of ['{"__proto__":{"role":"admin"}}', '{"constructor":{"prototype":{"role":"admin"}}}']) {
    const payload = `${JSON.stringify(TOLD).slice(0, -1)},${text.slice(1)}`
    const reply = await app.server.inject({ method: 'POST', url: '/api/v1/cases', headers: { cookie: `acuse_session=${token}`, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, payload })
    expect(reply.statusCode).toBe(400)
  }
  for (const query of ['__proto__[role]=admin', '__proto__=1', 'constructor.prototype.role=admin', 'kind[$ne]=x', 'list[]=open']) expect((await asHead('GET', `/cases?${query}`)).statusCode).toBe(400)
  expect(({} as Record<string, unknown>)['role']).toBeUndefined()
  const columns = await ground.db.asOwner((tx) => tx<{ name: string }>`select column_name as name from information_schema.columns where table_schema = 'public' and table_name = 'cases'`)
  const known = new Set(['id', 'kind', 'channel', 'stage', 'severity', 'title', 'description', 'place', 'serial', 'language', 'reporter', 'branchId', 'causeId', 'productId', 'receivedAt', 'wishedOutcome', 'orderNumber', 'incidentOn'])
  const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  for (const name of columns.flatMap((column) => [column.name, camel(column.name)]).filter((one) => !known.has(one)))
    expect([name, (await asHead('POST', '/cases', { ...TOLD, [name]: newId() })).statusCode]).toEqual([name, 400])
})

test('no text breaks a header or a statement, and what a database cannot keep is no failure of ours', async () => {
  const line = 'Caso\r\nBcc: todos@evil.example'
  const { number } = (await asHead('POST', '/cases', { ...TOLD, title: line, reporter: { name: line, email: 'luz@clinica.example' } })).json()
  const paper = await asHead('GET', `/cases/${number}/acknowledgement.pdf`)
  expect([paper.statusCode, /[\r\n]/.test(String(paper.headers['content-disposition']))]).toEqual([200, false])
  expect((await asHead('POST', '/cases', { ...TOLD, reporter: { email: 'luz@clinica.example\r\nBcc: x@evil.example' } })).statusCode).toBe(400)
  expect((await asHead('POST', `/cases/${number}/answers`, { way: 'mail', recipient: 'luz@clinica.example, otro@evil.example', body: 'Hola' })).statusCode).toBe(400)
  expect((await asHead('POST', `/cases/${number}/answers`, { way: 'mail', recipient: '<luz@clinica.example>', body: 'Hola' })).statusCode).toBe(400)
  for (const path of ['/cases/a%00b', '/search?find=%00x', '/cases?find=a%00', '/customers?find=%00', '/products?find=%00', '/cases/%27%20or%201=1', '/customers?telephone=%00', '/next-case?after=%00', '/cases?cursor=%00', '/cases?cursor=eyJhIjoxfQ', '/search?cursor=WyJ4Il0&find=a&sort=best'])
    expect([path, (await asHead('GET', path)).statusCode < 500]).toEqual([path, true])
  for (const [path, body] of [
    ['/case-likenesses', { description: 'uno dos tres cuatro\u0000', serial: '\u0000' }], ['/case-suggestions', { description: '\u0000' }], ['/cases', { ...TOLD, branch: '\u0000', subjects: ['\u0000'] }], ['/cases', { ...TOLD, branchId: undefined, branch: '\u0000' }],
    [`/cases/${number}/pauses`, { termId: newId(), cause: '\u0000', reason: 'Por algo de ayer' }], ['/case-bulks', { numbers: ['\u0000'], preview: true, act: { verb: 'note', body: 'x' } }], ['/case-groups', { name: 'x', numbers: ['\u0000'] }], [`/cases/${number}/merges`, { into: '\u0000', reason: 'Es lo mismo' }],
    [`/cases/${number}/links`, { to: '\u0000' }],
  ] as [string, object][]) expect([path, JSON.stringify(body), (await asHead('POST', path, body)).statusCode < 500]).toEqual([path, JSON.stringify(body), true])
  expect((await asHead('PUT', `/cases/${number}/drafts/note`, { body: 'a\u0000', fields: { a: '\u0000' } }, { 'if-match': '"0"' })).statusCode).toBe(400)
})

test('a failure is told in the log without what people wrote: neither the row nor the words of the address', () => {
  const refused = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(luz@clinica.example) already exists.' })
  expect(JSON.stringify(pino.stdSerializers.err(withoutRow(refused) as Error))).not.toContain('luz@clinica.example')
})

test('the figures of the machine are for its own network, and for nobody who comes through a proxy', async () => {
  const ask = async (remoteAddress: string, headers = {}) => (await app.server.inject({ method: 'GET', url: '/metrics', remoteAddress, headers })).statusCode
  for (const near of ['127.0.0.1', '::1', '10.0.3.4', '::ffff:192.168.1.5', 'fd00::1']) expect([near, await ask(near)]).toEqual([near, 200])
  for (const far of ['203.0.113.5', '172.32.0.1', '2001:db8::1', '::ffff:203.0.113.5']) expect([far, await ask(far)]).toEqual([far, 404])
  expect([await ask('127.0.0.1', { 'x-forwarded-for': '10.0.0.1' }), await ask('127.0.0.1', { forwarded: 'for=10.0.0.1' })]).toEqual([404, 404])
})

test('answers and failures name no file, statement or version of ours', async () => {
  for (const url of ['/api/v1/nada', '/api/v1/cases/x', '/api/v1/cases?limit=x', '/api/v1/files/x', '/../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fpackage.json', '/.env', '/%ff', `/api/v1/cases/${'x'.repeat(300)}`]) {
    const { body, headers } = await app.server.inject({ method: 'GET', url, headers: { cookie: `acuse_session=${token}` } })
    expect([url, /node_modules|\.ts\b|at \w+ \(|select |root:|"dependencies"/.test(body), headers['x-powered-by'], headers['server']]).toEqual([url, false, undefined, undefined])
  }
})

test('an address that cannot be read is one that is not there, and a program is answered in the language that it asks for', async () => {
  const { statusCode, headers } = await app.server.inject({ method: 'GET', url: '/api/v1/%ff' })
  expect([statusCode, String(headers['content-type'])]).toEqual([404, expect.stringContaining('application/problem+json')])
  const program = await askingByToken(app, company.organisationId, { role: 'head', createdBy: head.id })
  const titleIn = async (language: string) => (await program('GET', '/cases/BOG-2026-999999', undefined, { 'accept-language': language })).json().title as string
  expect(await titleIn('en-GB,en;q=0.9')).not.toBe(await titleIn('es-CO'))
  // A person has a language of their own, whatever their browser is set to.
  expect((await asHead('GET', '/cases/BOG-2026-999999', undefined, { 'accept-language': 'en' })).json().title).toBe(await titleIn('es'))
})
