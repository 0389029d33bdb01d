import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { defaultTargets } from '#modules/cases/server/seed.ts'
import { anApp, askingAs } from '#test/app-server.ts'
import { aCase, aCompany, anActor, type Company } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'

// Formbricks took one's own organisation's id beside a victim's resource id (CVE-2026-110620): here scope comes from the thing itself.
const ground = await aGround()
const app = await anApp(ground)
const [own, victim] = [await aCompany(ground, { targets: defaultTargets() }), await aCompany(ground, { targets: defaultTargets() })]
const [head, theirHead] = [await anActor(own, 'head'), await anActor(victim, 'head')]
const agent = await anActor(own, 'agent', { branchId: own.branches['BOG']! })
const [asHead, asAgent, asVictim] = [await askingAs(app, head), await askingAs(app, agent), await askingAs(app, theirHead)]

/** What every table of a company holds, to see whether anything moved. */
const stateOf = async ({ organisationId }: Company) => ground.db.asOwner(async (tx) => {
  const [row] = await tx`
    select (select md5(string_agg(c::text, '' order by c.id)) from cases c where c.organisation_id = ${organisationId}) as cases,
      (select count(*) from case_messages where organisation_id = ${organisationId}) as messages, (select count(*) from area_requests where organisation_id = ${organisationId}) as requests,
      (select count(*) from history where organisation_id = ${organisationId}) as history, (select md5(string_agg(c::text, '' order by c.id)) from customers c where c.organisation_id = ${organisationId}) as customers`
  return row
})

test('an own case with ids of another company in it: each is told by its field, or as not there, and nothing moves on either side', async () => {
  const mine = await aCase(own, head)
  const theirs = await aCase(victim, theirHead)
  const ids = {
    ownerId: theirHead.id, areaId: victim.areas['ENT']!, causeId: victim.causes['ENTREGA']!, branchId: victim.branches['BOG']!,
    customerId: victim.customers[0]!.id, productId: victim.productId, termId: theirs.terms[0]!.id,
  }
  const told = { kind: 'complaint', channel: 'mail', description: 'x', branchId: own.branches['BOG'] }
  const tries: [string, object][] = [
    [`/cases/${mine.number}/assignments`, { ownerId: ids.ownerId }],
    [`/cases/${mine.number}/routings`, { areaId: ids.areaId, reason: 'Les toca' }],
    [`/cases/${mine.number}/routings`, { areaId: own.areas['ENT'], branchId: ids.branchId, reason: 'Les toca' }],
    [`/cases/${mine.number}/classifications`, { causeId: ids.causeId }],
    [`/cases/${mine.number}/area-requests`, { areaId: ids.areaId, question: '¿?' }],
    [`/cases/${mine.number}/closure`, { causeId: ids.causeId, actionTaken: 'Nada', remedy: 'none', told: { way: 'mail', at: ground.now() } }],
    [`/cases/${mine.number}/extensions`, { termId: ids.termId, days: 3, reason: 'Falta la respuesta del fabricante' }],
    [`/cases/${mine.number}/pauses`, { termId: ids.termId, cause: 'customer', reason: 'Espera al cliente' }],
    ['/cases', { ...told, branchId: ids.branchId }], ['/cases', { ...told, causeId: ids.causeId }], ['/cases', { ...told, productId: ids.productId }],
    ['/cases', { ...told, customer: { status: 'known', customerId: ids.customerId } }], ['/cases', { ...told, customer: { status: 'third-party', onBehalfOf: 'x', customerId: ids.customerId } }],
    [`/customers/${ids.customerId}/telephones`, { text: '300 555 0101' }], [`/customers/${ids.customerId}/verifications`, { field: 'name' }],
    ['/routing-rules', { position: 1, name: 'x', areaId: ids.areaId, ownerId: null, active: true, conditions: {} }],
  ]
  const before = [await stateOf(own), await stateOf(victim)]
  for (const [path, body] of tries) {
    const { statusCode } = await asHead('POST', path, body)
    expect([path, JSON.stringify(body), [400, 404, 409].includes(statusCode)]).toEqual([path, JSON.stringify(body), true])
  }
  expect([await stateOf(own), await stateOf(victim)]).toEqual(before)
})

test('the same number or the same id in two companies is each one’s own', async () => {
  const [mine, theirs] = [await aCase(own, head, { branch: 'CAL' }), await aCase(victim, theirHead, { branch: 'CAL' })]
  expect(mine.number).toBe(theirs.number)
  expect((await asHead('GET', `/cases/${mine.number}`)).json()).toMatchObject({ id: mine.id })
  expect((await asVictim('GET', `/cases/${mine.number}`)).json()).toMatchObject({ id: theirs.id })
  const id = newId()
  const body = { id, kind: 'complaint', channel: 'mail', description: 'El mismo id', branch: 'BOG' }
  const both = [await asHead('POST', '/cases', body), await asVictim('POST', '/cases', body)]
  expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201])
  expect((await ground.db.asOwner((tx) => tx`select organisation_id from cases where id = ${id}`)).length).toBe(2)
})

test('a request, an answer or a merge of another branch is not there, whichever case of one’s own stands beside it', async () => {
  const elsewhere = await aCase(own, head, { branchId: own.branches['MED']! })
  const { areaRequestId } = (await asHead('POST', `/cases/${elsewhere.number}/area-requests`, { areaId: own.areas['ENT'], question: '¿Qué pasó?' })).json<{ areaRequestId: string }>()
  const other = await aCase(own, head, { branchId: own.branches['MED']!, customer: { status: 'known', customerId: own.customers[0]!.id } })
  const same = await aCase(own, head, { branchId: own.branches['MED']!, customer: { status: 'known', customerId: own.customers[0]!.id } })
  const { mergeId } = (await asHead('POST', `/cases/${same.number}/merges`, { into: other.number, reason: 'Es el mismo' })).json<{ mergeId: string }>()
  const before = await stateOf(own)
  for (const [method, path, body] of [
    ['POST', `/area-requests/${areaRequestId}/reminders`, {}], ['POST', `/area-requests/${areaRequestId}/cancellation`, { reason: 'No hace falta' }], ['DELETE', `/merges/${mergeId}`, undefined],
  ] as const) expect([path, [403, 404].includes((await asAgent(method, path, body)).statusCode)]).toEqual([path, true])
  expect(await stateOf(own)).toEqual(before)
})
