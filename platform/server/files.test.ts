import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { aGround, type TestGround } from '#test/harness.ts'
import { openDiskStore } from './blob-store.ts'
import { mountFiles, readRange } from './file-routes.ts'
import type { FileLinks } from './files.ts'
import { createServer } from './http.ts'
import { Problems } from './problem.ts'
import { throttle } from './throttle.ts'

const organisationId = newId()
const otherOrganisation = newId()
const person = (name: string, of = organisationId): Actor => ({ kind: 'person', id: newId(), organisationId: of, name, language: 'es', grants: [], sessionId: null })
const actors: Record<string, Actor> = { ana: person('Ana'), beto: person('Beto'), otra: person('Otra', otherOrganisation), public: { ...person('Público'), kind: 'public' } }
const LIMIT = 200_000
const readable = new Set<string>()
const links: FileLinks[] = [{ kind: 'case', seen: async ({ actor }, fileId) => (actor.name === 'Beto' && readable.has(fileId) ? { subjectId: organisationId, seen: { kind: 'case', id: organisationId } } : null) }]

let ground: TestGround
let server: FastifyInstance
let folder: string
beforeAll(async () => {
  ground = await aGround()
  folder = await mkdtemp(join(tmpdir(), 'acuse-files-'))
  for (const id of [organisationId, otherOrganisation])
    await ground.db.asOwner((tx) => tx`insert into organisations (organisation_id, name, country, language, time_zone) values (${id}, 'Gases', 'CO', 'es', 'America/Bogota')`)
  const needs = {
    ground,
    problems: new Problems({ es: {}, en: {} }),
    authenticate: ({ headers }: FastifyRequest) => Promise.resolve(actors[headers['x-as'] as string] ?? null),
    publicUrl: new URL('http://localhost:4000'),
  }
  server = await createServer({ ...needs, routes: [] })
  await mountFiles(server, { ...needs, blobs: await openDiskStore(folder), links, limit: LIMIT })
  await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const base = () => `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/api/v1/files`
const form = (bytes: string | Uint8Array<ArrayBuffer>, name: string, field = 'file') => {
  const sent = new FormData()
  sent.append(field, new Blob([bytes]), name)
  return sent
}
const send = (body: FormData, headers: Record<string, string> = { 'x-as': 'ana' }) => fetch(base(), { method: 'POST', body, headers })
const upload = async (bytes: string | Uint8Array<ArrayBuffer>, name: string, headers?: Record<string, string>) => {
  const reply = await send(form(bytes, name), headers)
  return { status: reply.status, file: (await reply.json()) as { id: string; name: string; size: number; mediaType: string; sha256: string; errors?: { code: string; message: string }[] } }
}
const get = (id: string, headers: Record<string, string> = {}, query = '') => fetch(`${base()}/${id}${query}`, { headers: { 'x-as': 'ana', ...headers } })
const incoming = () => readdir(join(folder, 'incoming'))

const PNG = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))
const PDF = '%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\n%%EOF'

test('what goes up comes down, byte by byte, under its hash', async () => {
  const { status, file } = await upload(PNG, 'cilindro ñ.png')
  expect(status).toBe(201)
  const sha256 = createHash('sha256').update(PNG).digest('hex')
  expect(file).toEqual({ id: file.id, name: 'cilindro ñ.png', size: PNG.length, mediaType: 'image/png', sha256 })
  expect(await readdir(join(folder, sha256.slice(0, 2), sha256.slice(2, 4)))).toEqual([sha256])
  const reply = await get(file.id)
  expect(Buffer.from(await reply.arrayBuffer()).equals(PNG)).toBe(true)
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-type': 'image/png', 'content-length': String(PNG.length), etag: `"${sha256}"`, 'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename="cilindro n.png"; filename*=UTF-8''cilindro%20%C3%B1.png`,
    'content-security-policy': "default-src 'none'; frame-ancestors 'self'; sandbox", 'cache-control': 'private, no-cache',
  })
  expect(await incoming()).toEqual([])
})

test('the same bytes are kept once, under two ids', async () => {
  const [one, two] = [await upload(PDF, 'a.pdf'), await upload(PDF, 'b.pdf')]
  expect(one.file.sha256).toBe(two.file.sha256)
  expect(one.file.id).not.toBe(two.file.id)
})

test('the same Idempotency-Key makes one file; with other bytes it is refused', async () => {
  const headers = { 'x-as': 'ana', 'idempotency-key': newId() }
  const [one, two] = [await upload(PDF, 'a.pdf', headers), await upload(PDF, 'a.pdf', headers)]
  expect(two).toEqual(one)
  expect((await upload('otra cosa', 'a.txt', headers)).status).toBe(409)
})

describe('type by content', () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>, string, string]>([
    ['foto.exe', PNG, 'image/png', 'foto.exe.png'],
    ['carta.pdf', PDF, 'application/pdf', 'carta.pdf'],
    ['datos.csv', 'nit;nombre\n900;Gases', 'text/csv', 'datos.csv'],
    ['notas.txt', Uint8Array.from(Buffer.from('válvula', 'latin1')), 'text/plain', 'notas.txt'],
    ['mensaje.eml', 'From: a@b.co\r\nSubject: fuga\r\n\r\n<html>hola</html>', 'message/rfc822', 'mensaje.eml'],
    ['página.html', '<!doctype html><script>alert(1)</script>', 'application/octet-stream', 'página.html.txt'],
    ['dibujo.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'application/octet-stream', 'dibujo.svg.txt'],
    ['foto.png', '  <html><body onload=alert(1)>', 'application/octet-stream', 'foto.png.txt'],
    ['factura.xml', '<?xml version="1.0"?><Invoice/>', 'application/octet-stream', 'factura.xml'],
    ['mal.xml', '<?xml version="1.0"?><x xmlns="http://www.w3.org/1999/xhtml"/>', 'application/octet-stream', 'mal.xml.txt'],
    ['corre.bat', 'del /q c:\\', 'text/plain', 'corre.bat.txt'],
  ])('%s', async (name, bytes, mediaType, kept) => {
    expect(await upload(bytes, name)).toMatchObject({ status: 201, file: { mediaType, name: kept } })
  })

  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['informe.pdf', Uint8Array.from([...Buffer.from('MZ'), ...new Uint8Array(200)])],
    ['foto.jpg', Uint8Array.from([0x7f, ...Buffer.from('ELF'), 2, 1, 1, ...new Uint8Array(60)])],
    ['desconocido', Uint8Array.from([0, 1, 2, 3, 4, 5])],
  ])('%s is refused, and nothing is left', async (name, bytes) => {
    const { status, file } = await upload(bytes, name)
    expect(status).toBe(400)
    expect(file.errors).toMatchObject([{ code: 'file-kind-refused', message: expect.stringContaining('no se admite') as string }])
    expect(await incoming()).toEqual([])
  })

  test('a page is never answered as one', async () => {
    const { file } = await upload('<html><script>alert(1)</script>', 'x.html')
    const reply = await get(file.id, {}, '?preview')
    expect(reply.headers.get('content-type')).toBe('application/octet-stream')
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment/)
    const picture = await get((await upload(PNG, 'x.png')).file.id, {}, '?preview')
    expect(picture.headers.get('content-disposition')).toMatch(/^inline/)
    expect(picture.headers.get('content-security-policy')).toContain('sandbox')
  })
})

describe('who may read', () => {
  test('its id alone gives nothing', async () => {
    const { file } = await upload(PDF, 'a.pdf')
    expect((await get(file.id, { 'x-as': 'beto' })).status).toBe(404)
    expect((await get(file.id, { 'x-as': 'otra' })).status).toBe(404)
    expect((await get(file.id, { 'x-as': 'nobody' })).status).toBe(401)
    expect((await get(newId())).status).toBe(404)
    expect((await get('..%2f..%2fetc%2fpasswd')).status).toBe(404)
  })

  test('whoever sees what it hangs on', async () => {
    const { file } = await upload(PDF, 'a.pdf')
    readable.add(file.id)
    expect((await get(file.id, { 'x-as': 'beto' })).status).toBe(200)
    expect((await get(file.id, { 'x-as': 'otra' })).status).toBe(404)
  })

  test('its uploader for an hour', async () => {
    const { file } = await upload(PDF, 'a.pdf')
    expect((await get(file.id)).status).toBe(200)
    ground.clock.pass(61)
    expect((await get(file.id)).status).toBe(404)
  })

  test('what one visitor of the public pages sent another does not get', async () => {
    const { file } = await upload(PDF, 'a.pdf', { 'x-as': 'public' })
    expect((await get(file.id, { 'x-as': 'public' })).status).toBe(404)
  })

  test('another site’s page may not send', async () => {
    expect((await send(form(PDF, 'a.pdf'), { 'x-as': 'ana', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })
})

describe('parts', () => {
  test.each<[string | undefined, number, ReturnType<typeof readRange>]>([
    [undefined, 10, null], ['bytes=0-3', 10, { start: 0, end: 3 }], ['bytes=5-', 10, { start: 5, end: 9 }], ['bytes=-4', 10, { start: 6, end: 9 }],
    ['bytes=-40', 10, { start: 0, end: 9 }], ['bytes=0-99', 10, { start: 0, end: 9 }], ['bytes=10-', 10, 'unsatisfiable'], ['bytes=-0', 10, 'unsatisfiable'],
    ['bytes=5-2', 10, null], ['bytes=-', 10, null], ['bytes=0-1,4-5', 10, null], ['lines=0-1', 10, null],
  ])('%s of %d', (asked, size, range) => expect(readRange(asked, size)).toEqual(range))

  test('a part is answered as a part, an unchanged whole as unchanged', async () => {
    const { file } = await upload('0123456789', 'a.txt')
    const part = await get(file.id, { range: 'bytes=2-4' })
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10'])
    expect((await get(file.id, { range: 'bytes=20-' })).status).toBe(416)
    expect((await get(file.id, { range: 'bytes=2-4', 'if-range': '"other"' })).status).toBe(200)
    expect((await get(file.id, { 'if-none-match': `"${file.sha256}"` })).status).toBe(304)
    const head = await fetch(`${base()}/${file.id}`, { method: 'HEAD', headers: { 'x-as': 'ana' } })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '10'])
  })
})

describe('bad forms', () => {
  test.each<[string, () => FormData, number]>([
    ['no file', () => new FormData(), 400],
    ['an empty one', () => form('', 'a.txt'), 400],
    ['another field', () => form(PDF, 'a.pdf', 'attachment'), 400],
    ['two files', () => { const two = form(PDF, 'a.pdf'); two.append('file', new Blob([PDF]), 'b.pdf'); return two }, 400],
    ['one byte too many', () => form('a'.repeat(LIMIT + 1), 'a.txt'), 413],
    ['as much as may be', () => form('a'.repeat(LIMIT), 'a.txt'), 201],
  ])('%s', async (_, body, status) => {
    const reply = await send(body())
    expect(reply.status).toBe(status)
    await reply.text()
    expect(await incoming()).toEqual([])
  })

  test('JSON is not a form, and a form is not JSON elsewhere', async () => {
    expect((await fetch(base(), { method: 'POST', body: '{}', headers: { 'x-as': 'ana', 'content-type': 'application/json' } })).status).toBe(400)
  })

  test('two gigabytes said beforehand are refused before they are read', async () => {
    const { answer, sent } = await pour(2 * 1024 ** 3, true)
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(sent).toBeLessThan(20 * 1024 ** 2)
    expect(await incoming()).toEqual([])
  })

  test('two gigabytes that do not say so are refused once the limit is read, in little memory', async () => {
    const before = process.memoryUsage().rss
    const { answer, sent } = await pour(2 * 1024 ** 3, false)
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(sent).toBeLessThan(40 * 1024 ** 2)
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 ** 2)
    await expect.poll(incoming).toEqual([])
  })

  test('who sends without end is held back, by files and by megabytes, and nobody else is', async () => {
    for (const [name, key, limit] of [['muchos', 'upload', { limit: 300, windowSeconds: 600 }], ['pesados', 'upload-mb', { limit: 5000, windowSeconds: 3600 }]] as const) {
      const sender = (actors[name] = person(name))
      await throttle(ground.db, [[`${key}:${sender.id}`, limit, limit.limit]])
      const reply = await send(form(PDF, 'a.pdf'), { 'x-as': name })
      expect([reply.status, Number(reply.headers.get('retry-after')) > 0]).toEqual([429, true])
      expect((await upload(PDF, 'a.pdf')).status).toBe(201)
    }
    expect(await incoming()).toEqual([])
  })

  test('an upload that breaks off leaves nothing', async () => {
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1')
    socket.write(head(`content-length: 100000`) + part + 'a'.repeat(20_000))
    await expect.poll(incoming).toHaveLength(1)
    socket.destroy()
    await expect.poll(incoming).toEqual([])
  })
})

const head = (length: string) => `POST /api/v1/files HTTP/1.1\r\nhost: x\r\nx-as: ana\r\ncontent-type: multipart/form-data; boundary=b\r\n${length}\r\n\r\n`
const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'

/** Pours bytes into the door until it answers or closes. */
function pour(total: number, said: boolean): Promise<{ answer: string; sent: number }> {
  const chunk = Buffer.alloc(64 * 1024, 'a')
  const framed = said ? chunk : Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')])
  return new Promise((resolve) => {
    let sent = 0
    const answer: string[] = []
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1')
    const more = () => {
      for (let room = true; room && sent < total && socket.writable && answer.length === 0; sent += chunk.length) room = socket.write(framed)
    }
    socket.on('drain', more)
    socket.on('data', (bytes) => answer.push(bytes.toString()))
    socket.on('error', () => {})
    socket.on('close', () => resolve({ answer: answer.join(''), sent }))
    socket.write(head(said ? `content-length: ${total}` : 'transfer-encoding: chunked') + (said ? part : `${part.length.toString(16)}\r\n${part}\r\n`))
    more()
  })
}
