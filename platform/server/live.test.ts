import { connect, type AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Actor, Grant } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { aGround, type TestGround } from '#test/harness.ts'
import { createServer, type ServerNeeds } from './http.ts'
import { mountLive } from './live-routes.ts'
import { openLive, type Live, type Subscriber } from './live.ts'
import { Problems } from './problem.ts'
import type { Change } from './work.ts'

const [organisationId, otherOrganisation, bogota, cali, drivers] = [newId(), newId(), newId(), newId(), newId()]
const grant = (where: Partial<Grant>, permissions = ['cases.read']): Grant => ({ role: 'agent', permissions: new Set(permissions), branchId: null, areaId: null, supplierId: null, ...where })
const person = (grants: Grant[], of = organisationId): Actor => ({ kind: 'person', id: newId(), organisationId: of, name: 'Ana', language: 'es', grants, sessionId: newId() })

const sessions: Record<string, Actor | undefined> = {}
let ground: TestGround
let live: Live
let elsewhere: Live
let server: FastifyInstance
let needs: Pick<ServerNeeds, 'problems' | 'authenticate' | 'publicUrl'>
beforeAll(async () => {
  ground = await aGround()
  live = openLive(ground)
  elsewhere = openLive(ground)
  needs = { problems: new Problems({ es: {}, en: {} }), authenticate: ({ headers }) => Promise.resolve(sessions[headers['x-as'] as string] ?? null), publicUrl: new URL('http://localhost:4000') }
  server = await createServer({ ...needs, ground, routes: [] })
  mountLive(server, { ...needs, live, recheckMs: 200, heartbeatMs: 100, streamsPerActor: 3 })
  await server.listen({ port: 0, host: '127.0.0.1' })
  Object.assign(sessions, {
    head: person([grant({})]), bogota: person([grant({ branchId: bogota })]), cali: person([grant({ branchId: cali })]),
    drivers: person([grant({ areaId: drivers })]), nothing: person([]), executive: person([grant({}, ['boards.read'])]), other: person([grant({})], otherOrganisation),
  })
})
afterAll(async () => {
  // A fetch given up leaves a connection without a request, which closing would wait for.
  server.server.closeAllConnections()
  await server.close()
  await Promise.all([live.close(), elsewhere.close()])
})

type Heard = { event: string; data: { id?: string; people?: { name: string; doing: string }[] } }
type Listening = { heard: Heard[]; ended: boolean; status: number; close(): void }
let listening: Listening[] = []
afterEach(() => {
  listening.forEach((stream) => stream.close())
  listening = []
})

/** Listens as somebody; what is heard is added as it comes. */
async function listen(as: string, headers: Record<string, string> = {}): Promise<Listening> {
  const stop = new AbortController()
  const reply = await fetch(`http://127.0.0.1:${port()}/api/v1/events`, { headers: { 'x-as': as, ...headers }, signal: stop.signal })
  const stream: Listening = { heard: [], ended: false, status: reply.status, close: () => stop.abort() }
  listening.push(stream)
  if (reply.status === 200) void read(reply, stream)
  return stream
}

async function read(reply: Response, stream: Listening): Promise<void> {
  let text = ''
  try {
    for await (const chunk of reply.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      for (const block of blocks) {
        const [, event, data] = /^id: .*\nevent: (\w+)\ndata: (.*)$/.exec(block) ?? []
        if (event) stream.heard.push({ event, data: JSON.parse(data!) as Heard['data'] })
      }
    }
  } catch {
    // Aborted by the test.
  }
  stream.ended = true
}

const port = () => (server.server.address() as AddressInfo).port
const aChange = (where: Partial<Change> = {}): Change => ({ kind: 'case', id: newId(), action: 'registered', branchId: bogota, areaIds: [], supplierId: null, ...where })
const ids = ({ heard }: Listening) => heard.filter(({ event }) => event === 'change').map(({ data }) => data.id)
const events = ({ heard }: Listening) => heard.map(({ event }) => event)

test('a change is heard where it is seen, and nowhere else, from whichever node', async () => {
  const names = ['head', 'bogota', 'cali', 'drivers', 'nothing', 'executive', 'other']
  const streams = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await listen(name)] as const)))
  const [inBogota, ofDrivers, nowhere, ofOther] = [aChange(), aChange({ branchId: cali, areaIds: [drivers] }), aChange({ branchId: undefined }), aChange()]
  elsewhere.announce(organisationId, [inBogota, ofDrivers, nowhere])
  live.announce(otherOrganisation, [ofOther])
  await expect.poll(() => [ids(streams['head']!).length, ids(streams['other']!).length]).toEqual([3, 1])
  expect(Object.fromEntries(names.map((name) => [name, ids(streams[name]!)]))).toEqual({
    head: [inBogota.id, ofDrivers.id, nowhere.id], bogota: [inBogota.id], cali: [ofDrivers.id], drivers: [ofDrivers.id], nothing: [], executive: [], other: [ofOther.id],
  })
})

test('nobody without a session listens', async () => {
  expect((await listen('nobody')).status).toBe(401)
})

test('a thousand changes at once are a few messages, or one word to read again', async () => {
  const stream = await listen('head')
  const spy = new pg.Client(ground.connection)
  await spy.connect()
  const messages: string[] = []
  spy.on('notification', ({ payload }) => void messages.push(payload!))
  await spy.query('listen acuse')
  for (let i = 0; i < 1000; i++) live.announce(organisationId, [aChange()])
  await expect.poll(() => events(stream)).toContain('reread')
  expect(messages.length).toBeLessThan(5)
  for (const message of messages) expect(Buffer.byteLength(message)).toBeLessThanOrEqual(7900)
  await spy.end()
})

test('a session that ends ends its stream, and fewer rights hear less', async () => {
  sessions['leaving'] = person([grant({})])
  sessions['moved'] = person([grant({})])
  const [leaving, moved] = [await listen('leaving'), await listen('moved')]
  sessions['moved'] = { ...sessions['moved'], grants: [grant({ branchId: cali })] }
  delete sessions['leaving']
  await expect.poll(() => [leaving.ended, events(leaving), events(moved)]).toEqual([true, ['ended'], ['reread']])
  live.announce(organisationId, [aChange(), aChange({ branchId: cali, id: 'last' })])
  await expect.poll(() => ids(moved)).toEqual(['last'])
})

test('who comes back reads everything again', async () => {
  const stream = await listen('head', { 'last-event-id': '1.1' })
  await expect.poll(() => events(stream)).toEqual(['reread'])
})

test('a person has so many streams and no more', async () => {
  const statuses = []
  for (let i = 0; i < 4; i++) statuses.push((await listen('cali')).status)
  expect(statuses).toEqual([200, 200, 200, 429])
})

test('who reads too slowly is cut, and the others go on', async () => {
  const subscribers: Subscriber[] = []
  const stub: Live = { ...live, subscribe: (subscriber) => { subscribers.push(subscriber); return () => void subscribers.splice(subscribers.indexOf(subscriber), 1) } }
  const own = await createServer({ ...needs, ground, routes: [] })
  mountLive(own, { ...needs, live: stub })
  await own.listen({ port: 0, host: '127.0.0.1' })
  const { port: ownPort } = own.server.address() as AddressInfo
  const [slow, quick] = [connect(ownPort, '127.0.0.1'), connect(ownPort, '127.0.0.1')]
  let read = 0
  for (const socket of [slow, quick]) {
    socket.on('error', () => {})
    socket.write('GET /api/v1/events HTTP/1.1\r\nhost: x\r\nx-as: head\r\n\r\n')
    await new Promise((resolve) => socket.once('data', resolve))
  }
  slow.pause()
  quick.on('data', (bytes) => (read += bytes.length))
  const action = 'x'.repeat(50_000)
  for (let i = 0; i < 1000 && subscribers.length === 2; i++) {
    for (const { send } of subscribers) send({ event: 'change', data: { kind: 'case', id: String(i), action } })
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(subscribers).toHaveLength(1)
  const before = read
  subscribers[0]!.send({ event: 'change', data: { kind: 'case', id: 'last', action: 'x' } })
  await expect.poll(() => read).toBeGreaterThan(before)
  slow.destroy()
  quick.destroy()
  await own.close()
})

test('who is at a case is seen by whoever sees the case, and is gone after it is said', async () => {
  const [head, inCali] = [await listen('head'), await listen('cali')]
  const at = { kind: 'case', id: newId(), branchId: bogota, personId: newId(), name: 'Ana Ruiz' }
  elsewhere.present(organisationId, { ...at, doing: 'viewing' })
  await expect.poll(() => live.presentAt(organisationId, 'case', at.id)).toEqual([{ id: at.personId, name: 'Ana Ruiz', doing: 'viewing' }])
  elsewhere.present(organisationId, { ...at, doing: 'viewing' })
  elsewhere.present(organisationId, { ...at, doing: 'typing' })
  elsewhere.present(organisationId, { ...at, doing: 'gone' })
  await expect.poll(() => head.heard.filter(({ event }) => event === 'presence').map(({ data }) => data.people!.map(({ doing }) => doing))).toEqual([['viewing'], ['typing'], []])
  expect(live.presentAt(organisationId, 'case', at.id)).toEqual([])
  expect(inCali.heard).toEqual([])
})

test('when the database comes back, what was said meanwhile is heard, and screens read again', async () => {
  const stream = await listen('head')
  await new Promise((resolve) => setTimeout(resolve, 100))
  await ground.db.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'acuse live events'`)
  const change = aChange()
  live.announce(organisationId, [change])
  await expect.poll(() => [events(stream).includes('reread'), ids(stream)], { timeout: 5000 }).toEqual([true, [change.id]])
})
