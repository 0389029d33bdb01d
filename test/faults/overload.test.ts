import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { anApp, askingAs } from '#test/app-server.ts'
import { aCompany, anActor } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'

// What cannot be served soon is refused before it begins, what can wait first; and the server still says how it does.
const ground = await aGround()
const app = await anApp(ground)
const company = await aCompany(ground)
const branchId = company.branches['BOG']!
/** A transaction that reads, and takes its time. */
const look = (seconds: number) => app.db.transaction({ organisationId: company.organisationId, actorId: company.organisationId, all: true, branches: [], areas: [], suppliers: [] }, (tx) => tx`select pg_sleep(${seconds})`, { readOnly: true })
const asHead = await askingAs(app, await anActor(company, 'head'))
const register = () => asHead('POST', '/cases', { kind: 'complaint', channel: 'telephone', description: 'Llegó tarde', branchId })
const open = (url: string) => app.server.inject({ url, headers: { accept: 'text/html' } })
/** Whether it is still under way: what came before its end did not wait for it. */
function watched(work: Promise<unknown>) {
  const state = { underWay: true, work }
  void work.then(() => (state.underWay = false))
  return state
}
const REFUSED = { status: 503, code: 'busy', title: expect.stringContaining('intente de nuevo en unos segundos') as string }

test('while every connection that writes is taken, reading is refused at once, registering waits, and beyond its patience is refused whole', { timeout: 30_000 }, async () => {
  await asHead('GET', '/cases')
  const taken = watched(Promise.all(Array.from({ length: 12 }, () => app.db.asOwner((tx) => tx`select pg_sleep(5.5)`))))
  const [registered] = [register(), await wait(1200)]
  const read = await asHead('GET', '/cases')
  expect([read.json(), read.headers['retry-after']]).toEqual([REFUSED, '5'])
  const page = await open('/atencion')
  expect([page.statusCode, page.headers['retry-after'], page.body.includes('En este momento no alcanzamos a atender')]).toEqual([503, '5', true])
  expect((await open('/healthz')).json()).toEqual({ status: 'ok' })
  expect((await open('/public.css')).statusCode).toBe(200)
  expect(taken.underWay, 'nothing of it waited').toBe(true)
  const late = register()
  await wait(3000)
  expect((await register()).json()).toEqual(REFUSED)
  const ready = open('/readyz')
  await taken.work
  expect([(await registered).statusCode, (await late).statusCode, (await ready).json()]).toEqual([201, 201, { status: 'ready' }])
  expect((await asHead('GET', '/cases')).json().items).toHaveLength(2)
})

test('while every connection that reads is taken, registering does not even wait', { timeout: 30_000 }, async () => {
  const taken = watched(Promise.all(Array.from({ length: 49 }, () => look(0.6))))
  await wait(1200)
  expect((await asHead('GET', '/cases')).json()).toEqual(REFUSED)
  expect((await register()).statusCode).toBe(201)
  expect(taken.underWay).toBe(true)
  await taken.work
})

test('many at once who are soon served are no crowd', { timeout: 30_000 }, async () => {
  const replies = await Promise.all(Array.from({ length: 100 }, (_, n) => wait(n / 10).then(() => asHead('GET', '/organisation'))))
  expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
})

test('a queue of more than a thousand is refused before anybody in it has waited long', { timeout: 30_000 }, async () => {
  const taken = watched(Promise.all(Array.from({ length: 1100 }, () => look(0.005))))
  expect((await asHead('GET', '/cases')).json()).toEqual(REFUSED)
  expect((await register()).statusCode).toBe(201)
  expect(taken.underWay).toBe(true)
  await taken.work
  expect((await asHead('GET', '/cases')).statusCode).toBe(200)
})

test('what somebody holds for long is waited for ten seconds, and not for ever', { timeout: 30_000 }, async () => {
  const { number } = (await register()).json()
  const held = watched(app.db.asOwner(async (tx) => {
    void tx`select from cases where number = ${number} for update`
    await tx`select pg_sleep(13)`
  }))
  await wait(200)
  const told = await asHead('POST', `/cases/${number}/notes`, { body: 'Llamó otra vez' })
  expect([told.json(), told.headers['retry-after'], held.underWay]).toEqual([REFUSED, '2', true])
  await held.work
  expect((await asHead('POST', `/cases/${number}/notes`, { body: 'Llamó otra vez' })).statusCode).toBe(201)
  expect((await asHead('GET', `/cases/${number}/timeline`)).body.split('Llamó otra vez')).toHaveLength(2)
})

test('one long turn of the event loop is a hiccup; while all are long, reading is refused', { timeout: 30_000 }, async () => {
  const block = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500)
  block()
  await wait(600)
  expect((await asHead('GET', '/cases')).statusCode).toBe(200)
  for (let turn = 0; turn < 3; turn++) {
    block()
    await wait(0)
  }
  expect((await asHead('GET', '/cases')).json()).toEqual(REFUSED)
  expect((await open('/healthz')).statusCode).toBe(200)
  await wait(1200)
  expect((await asHead('GET', '/cases')).statusCode).toBe(200)
})
