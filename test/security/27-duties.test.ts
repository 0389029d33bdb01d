import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aServedCompany, askingAs, askingByToken } from '#test/app-server.ts'
import { aCase, aCompany, anActor } from '#test/builders.ts'
import { asking, type Ask } from '#test/people-server.ts'

// What the law asks beside an answer is said by whoever works its case: friday 26 June 2026, 4:40 p. m. in Bogotá.
const { ground, app, company } = await aServedCompany()
const { organisationId, supplierId } = company
const [bog, med] = [company.branches['BOG']!, company.branches['MED']!]
const deliveries = company.areas['ENT']!
const today = '2026-06-26'
const head = await anActor(company, 'head')
const asHead = await askingAs(app, head)

type Duty = { id: string; rule: string; state: string; note: string; end: { to: string; filing: string; note: string } | null }
const anAccident = () => aCase(company, head, { branchId: bog, kind: 'complaint', subjects: ['work-accident'], incidentOn: '2026-06-24' })
const dutiesOf = async (number: string, ask = asHead) => (await ask('GET', `/cases/${number}`)).json<{ duties: Duty[] }>().duties

test('by its id and its number alone nobody begins or ends one: not of another branch, company or function, nor by a program', async () => {
  const { number } = await anAccident()
  await asHead('POST', `/cases/${number}/area-requests`, { areaId: deliveries, question: '¿Qué pasó?' })
  const [{ id } = { id: '' }] = await dutiesOf(number)
  // Works cases of another branch, and sees this one only because it answers for an area that was asked.
  const mixed = await anActor(company, 'agent', { branchId: med })
  await ground.db.asOwner((tx) => tx`insert into grants (organisation_id, id, person_id, role, area_id, from_on) values (${organisationId}, ${newId()}, ${mixed.id}, 'area-responder', ${deliveries}, '2020-01-01')`)
  const asked: [who: string, ask: Ask, status: number][] = [
    ['nobody', asking(app.server, null), 401],
    ['an agent of another branch', await askingAs(app, await anActor(company, 'agent', { branchId: med })), 404],
    ['the head of another company', await askingAs(app, await anActor(await aCompany(ground), 'head')), 404],
    ['an agent of another branch who answers for its area', await askingAs(app, mixed), 403],
    ['who answers for its area', await askingAs(app, await anActor(company, 'area-responder', { areaId: deliveries })), 403],
    ['a supplier’s agent', await askingAs(app, await anActor(company, 'supplier-agent', { supplierId })), 403],
    ['the administrator', await askingAs(app, await anActor(company, 'admin')), 403],
    ['an auditor', await askingAs(app, await anActor(company, 'auditor')), 403],
    ['a program of another branch', await askingByToken(app, organisationId, { role: 'agent', branchId: med, createdBy: head.id }), 404],
  ]
  for (const [who, ask, status] of asked)
    for (const [method, path, body] of [
      ['POST', `/cases/${number}/duties`, { event: 'event', on: '2026-06-24' }], ['POST', `/duties/${id}/fulfilment`, { on: today, to: 'ARL' }], ['POST', `/duties/${id}/release`, { note: 'No era de trabajo' }],
      ['DELETE', `/duties/${id}/fulfilment`, { reason: 'Se marcó otro' }], ['DELETE', `/duties/${id}/release`, { reason: 'Sí era de trabajo' }],
    ] as const)
      expect([who, method, path, (await ask(method, path, body)).statusCode]).toEqual([who, method, path, status])
  expect((await dutiesOf(number)).map(({ state }) => state)).toEqual(['running', 'running'])
})

test('nor does the database show one, or let it be changed, where its case is not seen', async () => {
  const { id } = await anAccident()
  const nowhere = { organisationId, actorId: newId(), all: false, branches: [], areas: [], suppliers: [] }
  for (const scope of [nowhere, { ...nowhere, branches: [med] }, { ...nowhere, areas: [deliveries] }, { ...nowhere, suppliers: [supplierId] }]) {
    const touched = await ground.db.transaction(scope, async (tx) => [
      await tx`select id from case_duties where case_id = ${id}`, await tx`update case_duties set note = 'x' where case_id = ${id} returning id`,
      await tx`select id from case_duty_ends_taken_back where case_id = ${id}`, await tx`update case_duty_ends set note = 'x' where case_id = ${id} returning duty_id`, await tx`delete from case_duties where case_id = ${id} returning id`,
    ])
    expect(touched).toEqual([[], [], [], [], []])
  }
})

test('what cannot be of it is refused by its field, and nothing is kept', async () => {
  const { number } = await anAccident()
  const [{ id } = { id: '' }] = await dutiesOf(number)
  const wrong: [string, object, string][] = [
    ['fulfilment', { note: 'a\u0000b' }, 'note'], ['fulfilment', { filing: '\ud800' }, 'filing'], ['fulfilment', { note: 'x'.repeat(1_000_000) }, 'note'], ['fulfilment', { outcome: 'done' }, 'outcome'],
    ['fulfilment', { on: '9999-12-31' }, 'on'], ['fulfilment', { on: '0001-01-01' }, 'on'], ['fulfilment', { on: '2026-02-30' }, 'on'], ['fulfilment', { termId: newId() }, 'termId'], ['fulfilment', { endedBy: newId() }, 'endedBy'],
  ]
  for (const [act, more, path] of wrong) {
    const reply = await asHead('POST', `/duties/${id}/${act}`, { on: today, to: 'ARL', ...more })
    expect([more, reply.statusCode, reply.json<{ errors: { path: string }[] }>().errors.map((error) => error.path)]).toEqual([more, 400, [path]])
    expect(reply.body.length).toBeLessThan(2_000)
  }
  for (const event of ['receipt', 'period', 'planet']) expect((await asHead('POST', `/cases/${number}/duties`, { event, on: today })).json()).toMatchObject({ status: 400, errors: [{ path: 'event' }] })
  expect((await dutiesOf(number)).map(({ state }) => state)).toEqual(['running', 'running'])
})

test('asked twice with one key it is done once; with another, it is refused', async () => {
  const { number } = await aCase(company, head, { branchId: bog, kind: 'complaint', subjects: ['work-accident'] })
  const twice = async (path: string, body: object) => {
    const key = { 'idempotency-key': newId() }
    const [first, again, other] = [await asHead('POST', path, body, key), await asHead('POST', path, body, key), await asHead('POST', path, body, { 'idempotency-key': newId() })]
    expect([path, first.statusCode, again.statusCode, other.statusCode]).toEqual([path, 201, 201, 409])
    expect(again.json()).toEqual(first.json())
  }
  await twice(`/cases/${number}/duties`, { event: 'event', on: '2026-06-24' })
  const [furat, inv] = await dutiesOf(number)
  await twice(`/duties/${furat!.id}/fulfilment`, { on: today, to: 'ARL', filing: '<script>alert(1)</script>' })
  await twice(`/duties/${inv!.id}/release`, { note: 'Lo investiga el contratista' })
  const takenBack = async (path: string) => (await asHead('DELETE', path, { reason: 'Se marcó el que no era' })).json<{ status?: number; code?: string }>()
  for (const path of [`/duties/${furat!.id}/fulfilment`, `/duties/${inv!.id}/release`]) expect([await takenBack(path), await takenBack(path)]).toMatchObject([{ number }, { status: 409, code: 'duty-not-ended' }])
  const { items } = (await asHead('GET', `/cases/${number}/timeline`)).json<{ items: { action: string }[] }>()
  expect(items.map(({ action }) => action)).toEqual(['case-registered', 'duty-begun', 'duty-done', 'duty-released', 'duty-taken-back', 'duty-taken-back'])
})

test('a supplier’s people hear that something was done of their case, and not a word of what the company says of it within', async () => {
  const WORD = 'zafirodorado'
  const supplier = await anActor(company, 'supplier-agent', { supplierId })
  const asSupplier = await askingAs(app, supplier)
  const { number } = await aCase(company, supplier, { branchId: bog, kind: 'complaint', subjects: ['work-accident'] })
  const said = async (path: string, body: object) => expect([path, (await asHead('POST', path, body)).statusCode]).toEqual([path, 201])
  await said(`/cases/${number}/duties`, { event: 'event', on: '2026-06-24', note: `Según ${WORD}` })
  const [furat, inv] = await dutiesOf(number)
  await said(`/duties/${furat!.id}/fulfilment`, { on: today, to: WORD, filing: WORD, note: `Con ${WORD}` })
  await said(`/duties/${inv!.id}/release`, { note: `Lo investiga ${WORD}` })
  expect((await asHead('DELETE', `/duties/${furat!.id}/fulfilment`, { reason: `No fue ${WORD}` })).statusCode).toBe(200)
  await said(`/duties/${furat!.id}/fulfilment`, { on: today, to: WORD })
  await said(`/cases/${number}/routings`, { areaId: deliveries, reason: `Por ${WORD}` })
  const { terms } = (await asHead('GET', `/cases/${number}`)).json<{ terms: { id: string; rule: string }[] }>()
  await said(`/cases/${number}/pauses`, { termId: terms.find(({ rule }) => rule === 'INT-FIRST')!.id, cause: 'customer-completion', reason: `Falta lo de ${WORD}` })
  await said(`/cases/${number}/links`, { to: (await anAccident()).number, reason: `También ${WORD}` })
  await said('/approval-rules', { kinds: ['complaint'], amountAbove: null, active: true })
  const { answerId } = (await asHead('POST', `/cases/${number}/answers`, { way: 'letter', body: 'Se revisó su caso.' })).json<{ answerId: string }>()
  const approver = await askingAs(app, await anActor(company, 'head'))
  expect((await approver('POST', `/answers/${answerId}/returns`, { reason: `Falta ${WORD}` })).statusCode).toBe(201)
  await said(`/cases/${number}/withdrawals`, { reason: `Desiste ante ${WORD}` })
  const read = [await asSupplier('GET', `/cases/${number}`), await asSupplier('GET', `/cases/${number}/timeline`), await asSupplier('GET', `/cases/${number}/terms`)]
  expect(read.map(({ statusCode, body }) => [statusCode, body.includes(WORD)])).toEqual([[200, false], [200, false], [200, false]])
  expect(read[1]!.json<{ items: { action: string }[] }>().items.map(({ action }) => action)).toEqual(['case-registered', 'duty-begun', 'duty-done', 'duty-released', 'duty-taken-back', 'duty-done', 'case-routed', 'term-paused', 'case-linked', 'answer-awaits-approval', 'answer-returned', 'case-withdrawn'])
  expect((await asHead('GET', `/cases/${number}/timeline`)).body.split(WORD)).toHaveLength(10)
})

test('who is in by a browser is told to that browser, and a program is nobody there', async () => {
  const [{ json, headers }, byToken] = [await asHead('GET', '/session'), await askingByToken(app, organisationId, { role: 'agent', createdBy: head.id })]
  expect(json()).toMatchObject({ me: { id: head.id } })
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin' })
  expect(headers).not.toHaveProperty('access-control-allow-origin')
  for (const ask of [byToken, asking(app.server, null), asking(app.server, 'a.b'), asking(app.server, null, { authorization: 'Bearer acuse_x' })]) expect((await ask('GET', '/session')).json()).toEqual({ me: null })
})
