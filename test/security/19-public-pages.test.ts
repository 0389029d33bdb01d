import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { acknowledgementForm } from '#modules/cases/server/case-mails.ts'
import type { LeavingMail } from '#platform/server/send-mails.ts'
import { aServedCompany, askingAs } from '#test/app-server.ts'
import { aCase, anActor } from '#test/builders.ts'

// Zammad: upload forms with ids that can be foreseen (CVE-2024-33668); Zendesk: a number that opens a ticket (CVE-2024-49193).
const { ground, app, company } = await aServedCompany()
const head = await anActor(company, 'head')
const asHead = await askingAs(app, head)
const branchId = company.branches['BOG']!

const get = (url: string, headers: Record<string, string> = {}) => app.server.inject({ method: 'GET', url, headers })
const linkOf = async (asked: Parameters<typeof aCase>[2] = {}) => {
  const registered = await aCase(company, head, { branchId, ...asked })
  const fresh = await asHead('GET', `/cases/${registered.number}`)
  return { ...registered, sheet: fresh.json(), path: await pathOf(registered.id) }
}
/** The link as this installation makes it. */
async function pathOf(id: string): Promise<string> {
  const [row] = await ground.db.asOwner((tx) => tx<{ number: string; followVersion: number }>`select number, follow_version from cases where id = ${id}`)
  return `/seguimiento/${row!.number}/${app.secretOf(`follow ${id} ${row!.followVersion}`).slice(0, 22)}`
}
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPgPAAEDAQDdYXYtAAAAAElFTkSuQmCC', 'base64')

async function post(url: string, fields: Record<string, string>, files: readonly string[] = []) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const name of files) form.append('files', new Blob([PICTURE, name]), name)
  const sent = new Response(form)
  return app.server.inject({ method: 'POST', url, headers: { 'content-type': sent.headers.get('content-type')! }, payload: Buffer.from(await sent.arrayBuffer()) })
}
async function aForm(): Promise<{ id: string; seal: string }> {
  const { body } = await get('/atencion/nuevo')
  return { id: /name="id" value="([^"]+)"/.exec(body)![1]!, seal: /name="seal" value="([^"]+)"/.exec(body)![1]! }
}
const keptFiles = async () => (await readdir(join(app.dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length
const TOLD = { kind: 'claim', description: 'El cilindro llegó vacío', consent: 'yes' }

test('only the whole secret of the case itself opens it: not its number, a piece, another’s, or the same in capitals', async () => {
  const [one, other] = [await linkOf({ description: 'Lo que contó una' }), await linkOf()]
  expect((await get(one.path)).body).toContain('Lo que contó una')
  const secret = one.path.split('/').at(-1)!
  const wrong = [
    `/seguimiento/${one.number}`, `/seguimiento/${one.number}/`, `/seguimiento/${one.number}/${secret.slice(0, -1)}`, `/seguimiento/${one.number}/${secret}A`,
    `/seguimiento/${one.number}/${secret.toUpperCase()}`, `/seguimiento/${other.number}/${secret}`, `/seguimiento/${one.number}%00/${secret}`, `/seguimiento/%E0%A4%A/${secret}`,
    `/seguimiento/${one.number}/${secret}%00`, `/seguimiento/${one.number}'--/${secret}`,
  ]
  for (const url of wrong) {
    const reply = await get(url)
    expect([url, [400, 404].includes(reply.statusCode), reply.body.includes('Lo que contó una')]).toEqual([url, true, false])
  }
  for (const part of ['/acuse.pdf', `/archivos/${newId()}`]) expect((await get(`/seguimiento/${other.number}/${secret}${part}`)).statusCode).toBe(404)
  expect((await get(`${one.path}/archivos/${newId()}`)).statusCode).toBe(404)
})

test('what is shown is the customer’s: no note, no area’s words, no answer that waits, no file of a note, no name of the staff', async () => {
  const { number, path } = await linkOf()
  await asHead('POST', '/approval-rules', { kinds: ['complaint'] })
  await asHead('POST', `/cases/${number}/notes`, { body: 'Nota reservada' })
  await asHead('POST', `/cases/${number}/area-requests`, { areaId: company.areas['ENT'], question: 'Pregunta reservada' })
  await asHead('POST', `/cases/${number}/answers`, { way: 'telephone', body: 'Respuesta sin aprobar' })
  const { body } = await get(path)
  for (const hidden of ['Nota reservada', 'Pregunta reservada', 'Respuesta sin aprobar', head.name]) expect(body).not.toContain(hidden)
})

test('a case merged into another shows its own words and never the other’s', async () => {
  const [one, into] = [await linkOf({ description: 'Mis palabras' }), await linkOf({ description: 'Palabras de otro', title: 'Título de otro' })]
  await asHead('POST', `/cases/${into.number}/notes`, { kind: 'customer-message', body: 'Mensaje de otro' })
  expect((await asHead('POST', `/cases/${one.number}/merges`, { into: into.number, reason: 'Es lo mismo' })).statusCode).toBe(201)
  const { body } = await get(one.path)
  expect(body).toContain('Mis palabras')
  for (const hidden of ['Palabras de otro', 'Título de otro', 'Mensaje de otro']) expect(body).not.toContain(hidden)
})

test('a link opens nothing half a year after closing, on no page of it', async () => {
  const { number, path } = await linkOf({ kind: 'suggestion' })
  const [cause] = Object.values(company.causes)
  await asHead('POST', `/cases/${number}/closure`, { causeId: cause, actionTaken: 'Nada', remedy: 'none', told: { way: 'telephone', at: ground.now() } })
  const before = ground.now()
  ground.clock.set(new Date(Date.parse(before) + 181 * 86_400_000).toISOString())
  expect((await get(path)).statusCode).toBe(410)
  expect((await get(`${path}/acuse.pdf`)).statusCode).toBe(404)
  expect((await post(path, { body: 'Hola' })).statusCode).toBe(404)
  ground.clock.set(before)
})

test('what is left blank is asked for in the words of the page, in its language; a picture alone is enough', async () => {
  const { path } = await linkOf()
  expect((await get('/seguimiento?lang=es')).body).not.toContain('role="alert"')
  for (const query of ['ver=1', 'numero=BOG-2026-000001', 'codigo=abc']) expect((await get(`/seguimiento?lang=es&${query}`)).body).toContain('hacen falta los dos')
  const { headers } = await post(`${path}?lang=en`, { body: ' ' })
  expect((await get(headers.location!)).body).toContain('Write something or attach a file.')
  const added = await post(`${path}?lang=es`, { body: '' }, ['foto.png'])
  const { body } = await get(added.headers.location!)
  expect([body.includes('Se agregó a su caso.'), body.includes('foto.png')]).toEqual([true, true])
  expect((await get('/atencion/no-hay?lang=en')).body).not.toContain('class="company"')
})

test('a form that was not drawn here, or not for this id, registers nothing and keeps no file', async () => {
  const { id, seal } = await aForm()
  const before = await keptFiles()
  for (const fields of [{ ...TOLD }, { ...TOLD, id: newId(), seal }, { ...TOLD, id, seal: `${seal}x` }, { ...TOLD, id: '__proto__', seal }])
    expect((await post('/atencion/nuevo', fields, ['foto.png'])).statusCode).toBe(400)
  expect((await post('/seguimiento/BOG-2026-000001/AAAAAAAAAAAAAAAAAAAAAA', { body: 'Hola' }, ['foto.png'])).statusCode).toBe(404)
  expect(await keptFiles()).toBe(before)
})

test('a form sent again is the one case, and no field of it is more than what it shows', async () => {
  const form = await aForm()
  const fields = { ...TOLD, ...form, ownerId: head.id, areaId: company.areas['ENT']!, supplierId: company.supplierId, severity: 'critical', customerId: company.customers[0]!.id, registeredBy: head.id, organisationId: newId(), channel: 'telephone', acknowledge: 'false', __proto__: 'x' }
  const [first, again] = [await post('/atencion/nuevo', fields), await post('/atencion/nuevo', fields)]
  expect([first.statusCode, again.headers.location]).toEqual([303, first.headers.location])
  const rows = await ground.db.asOwner((tx) => tx`select channel, severity, owner_id, area_id, supplier_id, customer_id from cases where id = ${form.id}`)
  expect(rows).toEqual([{ channel: 'web', severity: 'normal', ownerId: null, areaId: null, supplierId: null, customerId: null }])
  for (const branch of [newId(), 'x']) expect((await post('/atencion/nuevo', { ...TOLD, ...(await aForm()), branchId: branch })).statusCode).toBe(400)
})

test('nothing in an address is written into a page as it is, nor makes it fail', async () => {
  const odd = '%22%3E%3Cscript%3Ealert(1)%3C/script%3E'
  for (const query of [`numero=${odd}&codigo=${odd}`, 'numero=a&numero=b&codigo=c&codigo=d', 'numero=%00&codigo=%00', `lang=${odd}`, 'lang=en&lang=es', `empresa=${odd}`, '__proto__=1&constructor=2', 'numero[x]=1&codigo[y]=2']) {
    for (const page of ['/seguimiento', '/atencion', '/atencion/nuevo']) {
      const reply = await get(`${page}?${query}`)
      expect([page, query, reply.statusCode < 500, reply.body.includes('<script>')]).toEqual([page, query, true, false])
    }
  }
  const prefilled = await get(`/atencion/nuevo?serial=${odd}&pedido=a&pedido=b`)
  expect([prefilled.statusCode, prefilled.body.includes('<script>')]).toEqual([200, false])
})

test('every page and paper forbids scripts and frames from elsewhere, is not guessed at, and gives no cookie', async () => {
  const { path } = await linkOf()
  for (const url of ['/atencion', '/atencion/nuevo', '/seguimiento', path, `${path}/acuse.pdf`, '/atencion/no-hay', '/seguimiento/a/b', '/api/docs', '/api/v1/cases', '/nada', '/']) {
    const { headers } = await get(url, { accept: 'text/html' })
    expect([url, headers['content-security-policy'], headers['x-content-type-options'], headers['set-cookie']]).toEqual([url, expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/), 'nosniff', undefined])
  }
  const page = await get(path)
  expect([page.headers['referrer-policy'], page.headers['cache-control']]).toEqual(['no-referrer', 'no-store'])
  const paper = await get(`${path}/acuse.pdf`)
  expect([paper.headers['content-type'], paper.headers['cache-control'], paper.headers['referrer-policy']]).toEqual(['application/pdf', 'private, no-store', 'no-referrer'])
})

test('a stranger’s address is not filled with acknowledgements, and no case is lost for it', async () => {
  const email = `${newId()}@otra.example`
  for (let at = 0; at < 8; at++) expect((await post('/atencion/nuevo', { ...TOLD, ...(await aForm()), name: 'Luz', email })).statusCode).toBe(303)
  const [counted] = await ground.db.asOwner((tx) => tx<{ mails: number; cases: number }>`
    select (select count(*) from outgoing_mails where recipient = ${email}) as mails, (select count(*) from cases where reporter ->> 'email' = ${email}) as cases`)
  expect(counted).toEqual({ mails: 5, cases: 8 })
})

test('a stranger’s address is sent no word of whoever filled in the form', async () => {
  const bait = 'premio en http://evil.example/ya'
  await post('/atencion/nuevo', { ...TOLD, ...(await aForm()), email: 'victima@example.com', name: `Su ${bait}`, organization: bait, description: `Reclame su ${bait}`, product: bait })
  const [mail] = await ground.db.asOwner((tx) => tx<LeavingMail>`select organisation_id, id, purpose, subject_kind, subject_id, recipient, recipient_name, language, content from outgoing_mails where recipient = 'victima@example.com'`)
  const said = await acknowledgementForm(ground, { secretOf: app.secretOf, publicUrl: app.publicUrl, log: app.ground.log })(mail!)
  expect(said.link!.url).toContain('/seguimiento/')
  expect(JSON.stringify([mail, said])).not.toContain('evil.example')
})

test.each([['203.0.113.9', '', 200], ['203.0.113.10', `/archivos/${newId()}`, 404]])('who asks too often is told to wait, and it is no failure: from %s, the case%s', async (remoteAddress, part, answered) => {
  const { path } = await linkOf()
  const asked = await Promise.all(Array.from({ length: 310 }, () => app.server.inject({ method: 'GET', url: `${path}${part}`, remoteAddress })))
  const statuses = new Set(asked.map(({ statusCode }) => statusCode))
  expect([...statuses].toSorted((a, b) => a - b)).toEqual([answered, 429])
  expect(asked.find(({ statusCode }) => statusCode === 429)!.headers['retry-after']).toMatch(/^\d+$/)
})

test('an address that floods with files has none of them kept', async () => {
  const { id, seal } = await aForm()
  const send = async (name: string) => {
    const form = new FormData()
    for (const [field, value] of Object.entries({ ...TOLD, id, seal })) form.append(field, value)
    form.append('files', new Blob([PICTURE, name]), name)
    const sent = new Response(form)
    return app.server.inject({ method: 'POST', url: '/atencion/nuevo', remoteAddress: '203.0.113.77', headers: { 'content-type': sent.headers.get('content-type')! }, payload: Buffer.from(await sent.arrayBuffer()) })
  }
  for (let at = 0; at < 60; at++) await send(`${at}.png`)
  const before = await keptFiles()
  expect((await send('una-de-mas.png')).statusCode).toBe(429)
  expect(await keptFiles()).toBe(before)
})

test('whoever does not know their branch is received by the one that the company says; one that has closed receives nobody', async () => {
  const file = async () => {
    const form = await aForm()
    expect((await post('/atencion/nuevo', { ...TOLD, ...form })).statusCode).toBe(303)
    return (await ground.db.asOwner((tx) => tx<{ branchId: string }>`select branch_id from cases where id = ${form.id}`))[0]!.branchId
  }
  const first = await file()
  const receiving = Object.values(company.branches).find((id) => id !== first)!
  const set = (facts: object) => ground.db.asOwner((tx) => tx`update organisations set settings = settings || ${JSON.stringify(facts)}::jsonb where organisation_id = ${company.organisationId}`)
  await set({ receivingBranchId: receiving })
  expect(await file()).toBe(receiving)
  await ground.db.asOwner((tx) => tx`update branches set active = false where id = ${receiving}`)
  expect(await file()).toBe(first)
})

test('a mistyped address of the customers’ pages is theirs, and shows no door of the desk', async () => {
  for (const url of ['/atencion/nueva', '/atencion/nuevo/x', '/seguimiento/x']) {
    const { statusCode, body } = await get(url, { accept: 'text/html' })
    expect([url, statusCode, body.includes('/atencion'), body.includes('id="app"')]).toEqual([url, 404, true, false])
  }
})
