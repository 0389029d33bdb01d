import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { en as peopleEn } from '#modules/people/en.ts'
import { es as peopleEs } from '#modules/people/es.ts'
import { openDiskStore } from '#platform/server/blob-store.ts'
import { mountFiles } from '#platform/server/file-routes.ts'
import { createServer } from '#platform/server/http.ts'
import { Problems } from '#platform/server/problem.ts'
import { aCustomerBase } from '#test/customers-ground.ts'
import { aGround } from '#test/harness.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { customerJobs } from './jobs.ts'
import { customerRoutes } from './routes.ts'

const ground = await aGround()
const base = await aCustomerBase(ground)
const folder = mkdtempSync(join(tmpdir(), 'acuse-doors-'))
const blobs = await openDiskStore(folder)
const problems = new Problems({ es: { ...peopleEs.refusals, ...es.refusals }, en: { ...peopleEn.refusals, ...en.refusals } })
let who = base.actor
const doors = { ground, problems, authenticate: async () => who, publicUrl: new URL('http://localhost:4000') }
const server = await createServer({ ...doors, routes: customerRoutes({ ground, blobs }) })
await mountFiles(server, { ...doors, blobs, limit: 1 << 20, links: [] })
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const ask = (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object, headers: Record<string, string> = {}) =>
  server.inject({ method, url: `/api/v1${path}`, headers: { 'sec-fetch-site': 'same-origin', ...headers }, ...(payload && { payload }) })

async function upload(bytes: Buffer, name = 'clientes.csv'): Promise<string> {
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`
  const reply = await server.inject({
    method: 'POST', url: '/api/v1/files', headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
  })
  return reply.json().id
}
const work = async (importId: string) => customerJobs({ ground, blobs })[0]!.verb({ organisationId: base.organisationId, importId }, { attempt: 1, lastAttempt: false, signal: undefined })

test('a file goes up, is looked at, tried, imported, and its refused rows come down', async () => {
  const fileId = await upload(Buffer.from('Código;Nombre;Teléfono\r\nC1;Peña;3001234567\r\nC2;Mala;12\r\n', 'latin1'))
  const seen = (await ask('POST', '/customer-import-inspections', { fileId })).json()
  expect(seen).toMatchObject({ reading: { encoding: 'windows-1252', separator: ';' }, suggested: { code: 'Código', name: 'Nombre', telephones: ['Teléfono'] }, sample: [{ row: 2 }, { row: 3 }] })
  for (const dryRun of [true, false]) {
    const started = await ask('POST', '/customer-imports', { fileId, mapping: seen.suggested, dryRun })
    expect([started.statusCode, started.json().state]).toEqual([202, 'reading'])
    const { id } = started.json()
    expect((await ask('GET', `/customer-imports/${id}/report`)).json()).toMatchObject({ code: 'import-not-finished' })
    await work(id)
    expect((await ask('GET', `/customer-imports/${id}`)).json()).toMatchObject({ state: 'done', dryRun, read: 2, created: 1, refused: 1, problems: [{ row: 3, column: 'Teléfono', value: '12' }], startedBy: 'Ana Ruiz' })
    const report = await ask('GET', `/customer-imports/${id}/report`)
    expect(report.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': expect.stringMatching(/^attachment/) })
    expect(report.body.split('\r\n')[1]).toMatch(/^3;Teléfono;12;/)
    expect((await ask('GET', '/customers?find=pena')).json().items).toHaveLength(dryRun ? 0 : 1)
  }
  expect((await ask('GET', '/customer-imports?limit=1')).json()).toMatchObject({ items: [{ created: 1 }], nextCursor: expect.any(String) })
})

test('what cannot be imported is refused in a sentence, by field', async () => {
  const fileId = await upload(Buffer.from('Código;Nombre\r\nC1;x\r\n'))
  const refused = await ask('POST', '/customer-imports', { fileId, mapping: { code: 'Código', name: 'Nada' } })
  expect([refused.statusCode, refused.json().errors]).toEqual([400, [{ path: 'mapping', code: 'column-unknown', message: 'El archivo no tiene la columna «Nada».' }]])
  expect((await ask('POST', '/customer-imports', { fileId: newId(), mapping: { code: 'a', name: 'b' } })).json()).toMatchObject({ status: 409, code: 'import-file-unknown' })
  expect((await ask('POST', '/customer-imports', { fileId, mapping: { code: 'a', name: 'b', admin: 'c' } })).statusCode).toBe(400)
  expect((await ask('GET', `/customer-imports/${newId()}`)).statusCode).toBe(404)
})

test('customers by their own doors: made, read with a version, changed under it', async () => {
  const made = await ask('POST', '/customers', { name: 'Nueva', telephones: [{ text: '300 555 1234' }] })
  expect([made.statusCode, made.headers.etag]).toEqual([201, '"1"'])
  const { id } = made.json()
  expect((await ask('PATCH', `/customers/${id}`, { segment: 'hogar' }, { 'if-match': '"1"' })).json()).toMatchObject({ segment: 'hogar', version: 2 })
  expect((await ask('PATCH', `/customers/${id}`, { segment: 'otro' }, { 'if-match': '"1"' })).statusCode).toBe(412)
  expect((await ask('POST', `/customers/${id}/verifications`, { field: 'segment' })).json().verified).toMatchObject([{ field: 'segment', by: 'Ana Ruiz' }])
  expect((await ask('GET', '/customers?telephone=%2B573005551234')).json().items).toMatchObject([{ id, why: 'telephone' }])
  who = base.supplierAgent
  expect((await ask('GET', `/customers/${id}`)).json()).toMatchObject({ masked: true, telephones: [{ e164: '+•••••••••234' }] })
  who = base.actor
})
