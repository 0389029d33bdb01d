import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { readConfig } from '#app/config.ts'
import { createApp } from '#app/server.ts'
import { newId } from '#kernel/id.ts'
import { ROLES, type Role } from '#modules/people/contract.ts'
import { permissionsOf } from '#modules/people/rules/roles.ts'
import { aSession } from '#test/app-server.ts'
import type { WorkRoute } from '#platform/server/route.ts'
import { aGround } from '#test/harness.ts'
import { aBranch, anArea, aPerson, aSupplier } from '#test/people-server.ts'
import { furnish, samples, type Place, type Sample } from '#test/samples.ts'

// Every mounted route × every role × own branch, another branch, another company: promise 7, of what the contract says.
const ground = await aGround()
const config = readConfig({}, { ACUSE_ROLE: 'web', ACUSE_LOG: 'silent', ACUSE_DATA_DIR: join(tmpdir(), `acuse-matrix-${newId()}`) })
const app = await createApp({ config, connection: ground.connection, secret: 'a secret of the tests, thirty-two long', log: pino({ level: 'silent' }), now: ground.now })
afterAll(() => app.close())
const routes = app.routes.filter((route): route is WorkRoute => !('open' in route))

async function aCompanyOf(branches: string[]): Promise<Place[]> {
  const organisationId = newId()
  await ground.db.asOwner((tx) => tx`
    insert into organisations (organisation_id, name, country, language, time_zone) values (${organisationId}, ${`Gases ${branches.join()}`}, 'CO', 'es', 'America/Bogota')`)
  const places: Place[] = []
  for (const code of branches) {
    const place = {
      ground,
      organisationId,
      branchId: await aBranch({ ground }, organisationId, code),
      areaId: await anArea({ ground }, organisationId, `A${code}`),
      supplierId: await aSupplier({ ground }, organisationId, `Proveedor ${code}`),
    }
    places.push({ ...place, things: {}, hidden: [place.branchId, place.areaId, place.supplierId] })
  }
  // Somebody who could get in administers each, or the last administrator's rule would answer for another.
  await aPerson({ ground }, organisationId, 'admin')
  return places
}
const [here, there] = (await aCompanyOf(['UNO', 'DOS'])) as [Place, Place]
const [abroad] = (await aCompanyOf(['TRES'])) as [Place]
for (const place of [here, there, abroad]) for (const put of furnish) await put(place)

/** Each role where it is held in the branch, the area or with the supplier of `here`. */
function placeOf(role: Role) {
  if (role === 'admin') return {}
  if (role === 'area-responder') return { areaId: here.areaId }
  if (role.startsWith('supplier-')) return { supplierId: here.supplierId }
  return { branchId: here.branchId }
}
const people = new Map<string, string>()
for (const role of ROLES) people.set(role, (await aPerson({ ground }, here.organisationId, role, placeOf(role))).id)
people.set('head of all', (await aPerson({ ground }, here.organisationId, 'head')).id)

const aCookie = (id: string) => aSession(ground, { id, organisationId: here.organisationId })

type Asked = Pick<Sample, 'params' | 'query' | 'body'>

async function ask(route: WorkRoute, asked: Asked, who: string | null) {
  const reply = await askAt('"0"', route, asked, who)
  // As whoever is told that it changed asks again: by the version of now.
  return reply.statusCode === 412 ? askAt(`"${reply.json().details.version}"`, route, asked, who) : reply
}

async function askAt(ifMatch: string | null, { endpoint }: WorkRoute, { params = {}, query = {}, body }: Asked, who: string | null) {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? newId()))
  const cookie = who ? await aCookie(people.get(who)!) : null
  return app.server.inject({
    method: endpoint.method,
    url: `/api/v1${path}`,
    query,
    headers: { 'sec-fetch-site': 'same-origin', 'accept-language': 'es', ...(endpoint.ifMatch && ifMatch && { 'if-match': ifMatch }), ...(cookie ? { cookie: `acuse_session=${cookie}` } : {}) },
    ...(endpoint.method === 'GET' ? {} : { payload: body ?? {} }),
  })
}

const named = routes.map((route) => [`${route.endpoint.method} ${route.endpoint.path}`, route] as const)
const allowed = (role: Role, { permission }: WorkRoute) => permission === 'signed-in' || permissionsOf(role).has(permission)
const shows = (text: string, { hidden }: Place) => hidden.filter((id) => text.includes(id))

test('every route has a known permission, and no two have one address', () => {
  const known = new Set<string>(['signed-in', ...ROLES.flatMap((role) => [...permissionsOf(role)])])
  expect(routes.filter(({ permission }) => !known.has(permission)).map(({ endpoint }) => endpoint.name)).toEqual([])
  const addresses = app.routes.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`)
  expect(addresses.length).toBe(new Set(addresses).size)
})

test('every route has a sample', () => {
  expect(routes.map(({ endpoint }) => endpoint.name).filter((name) => !(name in samples))).toEqual([])
})

test.each(named)('%s: nobody without a session', async (_, route) => {
  expect((await ask(route, {}, null)).statusCode).toBe(401)
})

test.each(named)('%s: refused to every role without its permission, before anything is read', async (_, route) => {
  for (const role of ROLES.filter((one) => !allowed(one, route))) expect([role, (await ask(route, {}, role)).statusCode]).toEqual([role, 403])
})

test.each(named)('%s: a field that it does not know is refused by name', async (_, route) => {
  const sample: Asked = (await samples[route.endpoint.name]?.(here)) ?? {}
  const unknown = { organisationId2: newId() }
  const asked = [{ ...sample, query: { ...sample.query, ...unknown } }, ...(route.endpoint.method === 'GET' ? [] : [{ ...sample, body: { ...sample.body, ...unknown } }])]
  for (const one of asked) {
    const reply = await ask(route, one, 'head of all')
    expect(reply.statusCode).toBe(400)
    expect(reply.json().errors.map(({ code }: { code: string }) => code)).toContain(unionOnly(route, one) ? 'wrong-type' : 'unknown-field')
  }
})
/** Zod tells of a union only that nothing fitted. */
const unionOnly = ({ endpoint }: WorkRoute, { body }: Asked) => Boolean(body && 'organisationId2' in body && endpoint.body instanceof z.ZodUnion && !(endpoint.body instanceof z.ZodDiscriminatedUnion))

test('what answers with a version is changed by the version that was read', () => {
  const shown = ({ endpoint }: WorkRoute) => endpoint.reply instanceof z.ZodObject && 'version' in endpoint.reply.shape
  const changes = routes.filter(({ endpoint }) => endpoint.method === 'PATCH' || endpoint.method === 'PUT')
  expect(changes.filter((route) => shown(route) !== route.endpoint.ifMatch).map(({ endpoint }) => endpoint.name)).toEqual([])
})

const sampled = named.filter(([, { endpoint }]) => endpoint.name in samples)

test.each(sampled)('%s: done by the head of service, and by no role beyond its reach', async (_, route) => {
  const sample = samples[route.endpoint.name]!
  const { answered, refused = [], ...first } = await sample(here)
  const done = await ask(route, first, 'head of all')
  expect({ status: answered ?? route.endpoint.status, body: done.body }).toEqual({ status: done.statusCode, body: done.body })
  for (const role of ROLES.filter((one) => allowed(one, route))) {
    const own = await ask(route, await sample(here), role)
    if (refused.includes(role)) expect([role, own.statusCode]).toEqual([role, 403])
    else expect([400, 401, 403].includes(own.statusCode) || own.statusCode >= 500, `${role}, at their own place: ${own.statusCode} ${own.body}`).toBe(false)
    if (first.reach === 'branch' && 'branchId' in placeOf(role)) refusedElsewhere(role, await ask(route, await sample(there), role), refused)
    if (first.reach === 'branch-list' && 'branchId' in placeOf(role)) expect([role, shows(own.body, there)]).toEqual([role, []])
    if (first.reach === 'branch' || first.reach === 'organisation') refusedElsewhere(role, await ask(route, await sample(abroad), role), refused)
    if (first.reach !== 'self') expect([role, shows(own.body, abroad)]).toEqual([role, []])
  }
})

test.each(sampled.filter(([, { endpoint }]) => endpoint.ifMatch))('%s: without the version that was read, or with any, nothing is changed', async (_, route) => {
  const sample = await samples[route.endpoint.name]!(here)
  for (const ifMatch of [null, '*']) expect((await askAt(ifMatch, route, sample, 'head of all')).json()).toMatchObject({ status: 428, code: 'version-not-said', title: expect.stringMatching(/If-Match/) })
  if (!('overwrite' in (sample.body ?? {}))) expect((await askAt('"0"', route, sample, 'head of all')).statusCode).toBe(412)
})

/** As if it did not exist: 404 for what is named in the address, a field's error for what is named in the body. */
function refusedElsewhere(role: string, { statusCode, body }: { statusCode: number; body: string }, refused: readonly string[]): void {
  expect([400, 404, 409, ...(refused.includes(role) ? [403] : [])].includes(statusCode), `${role}, elsewhere: ${statusCode} ${body}`).toBe(true)
}
