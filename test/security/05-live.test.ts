import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { defaultTargets } from '#modules/cases/server/seed.ts'
import { anApp, aSession, askingAs } from '#test/app-server.ts'
import { aCompany, anActor } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'

// Zammad's web socket passed the filter by (CVE-2022-40816); FreeScout's polycast (GHSA-w668-wq26-6c94); TicketsCAD F-007.
const ground = await aGround()
const app = await anApp(ground)
const [company, abroad] = [await aCompany(ground, { targets: defaultTargets() }), await aCompany(ground, { targets: defaultTargets() })]
await app.server.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.server.address() as AddressInfo
const streams: (() => void)[] = []
afterAll(() => streams.forEach((end) => end()))

async function listening(company: Parameters<typeof anActor>[0], role: Parameters<typeof anActor>[1], place = {}): Promise<{ heard: () => string }> {
  const token = await aSession(ground, await anActor(company, role, place))
  let text = ''
  await new Promise<void>((resolve) => {
    const request = get({ port, host: '127.0.0.1', path: '/api/v1/events', headers: { cookie: `acuse_session=${token}` } }, (reply) => {
      reply.setEncoding('utf8').on('data', (piece: string) => void (text += piece)).on('error', () => {})
      resolve()
    }).on('error', () => {})
    streams.push(() => request.destroy())
  })
  return { heard: () => text }
}

test('what is done in one branch is heard there and by whoever sees all, and makes no other stream tick', async () => {
  const { branches, areas, supplierId } = company
  const [med, area] = [branches['MED']!, areas['GEC']!]
  const hearing = {
    head: await listening(company, 'head'), own: await listening(company, 'agent', { branchId: med }), area: await listening(company, 'area-responder', { areaId: area }),
    other: await listening(company, 'agent', { branchId: branches['BOG']! }), otherArea: await listening(company, 'area-responder', { areaId: areas['ADQ']! }),
    supplier: await listening(company, 'supplier-agent', { supplierId }), admin: await listening(company, 'admin'), abroad: await listening(abroad, 'head'),
  }
  const ask = await askingAs(app, await anActor(company, 'head'))
  const { number, id } = (await ask('POST', '/cases', { kind: 'claim', channel: 'telephone', description: 'Llegó vacío', branchId: med, customer: { status: 'new', name: 'Clínica Nueva' } })).json()
  await ask('POST', `/cases/${number}/notes`, { body: 'Llamó' })
  await ask('POST', `/cases/${number}/routings`, { areaId: area, reason: 'Es de ellos' })
  await ask('POST', `/cases/${number}/closure`, { causeId: Object.values(company.causes)[0], actionTaken: 'Nada', remedy: 'none', told: { way: 'telephone', at: ground.now() } })
  await expect.poll(() => hearing.head.heard(), { timeout: 5000 }).toContain('case-closed')
  await sleep(300)
  expect(hearing.own.heard()).toContain(id)
  expect(hearing.area.heard()).toContain(id)
  for (const name of ['other', 'otherArea', 'supplier', 'admin', 'abroad'] as const) expect([name, hearing[name].heard().replace(/retry: \d+|:?\n/g, '')]).toEqual([name, ''])
  expect(hearing.head.heard()).not.toContain('Llegó vacío')
})
