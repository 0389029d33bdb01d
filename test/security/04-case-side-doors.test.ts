import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aServedCompany, askingAs, askingByToken } from '#test/app-server.ts'
import { aCase, anActor } from '#test/builders.ts'

// osTicket: a merge's parent readable by any id (5972fe8); FreeScout: merge rights (GHSA-v8vc-cmf9-gg2c), search by number (GHSA-wqq7-4q7m-273v).
const { ground, app, company } = await aServedCompany()
const { organisationId, supplierId, customers } = company
const [bog, med] = [company.branches['BOG']!, company.branches['MED']!]
const [deliveries, sales] = [company.areas['ENT']!, company.areas['GEC']!]

const head = await anActor(company, 'head')
const agent = await anActor(company, 'agent', { branchId: bog })
const supplier = await anActor(company, 'supplier-agent', { supplierId })
const auditor = await anActor(company, 'auditor')
const asHead = await askingAs(app, head)
const asAgent = await askingAs(app, agent)
const asSupplier = await askingAs(app, supplier)
const reason = 'Por lo que dijo el cliente'
const here = () => aCase(company, agent)
const there = (asked: Parameters<typeof aCase>[2] = {}) => aCase(company, head, { branchId: med, ...asked })

/** Somebody who works cases in Bogotá and only reads all the rest. */
async function aMixedActor() {
  const mixed = await anActor(company, 'agent', { branchId: bog })
  await ground.db.asOwner((tx) => tx`
    insert into grants (organisation_id, id, person_id, role, from_on) values (${organisationId}, ${newId()}, ${mixed.id}, 'auditor', '2020-01-01')`)
  return askingAs(app, mixed)
}

test('whoever only reads a case of another branch neither groups it nor answers for an area there', async () => {
  const asMixed = await aMixedActor()
  const [own, other] = [await here(), await there()]
  expect((await asMixed('GET', `/cases/${other.number}`)).statusCode).toBe(200)
  expect((await asMixed('POST', '/case-groups', { name: 'Corte', numbers: [own.number, other.number] })).statusCode).toBe(403)
  expect((await asMixed('POST', '/case-groups', { name: 'Corte', numbers: [own.number] })).statusCode).toBe(201)
  expect((await asHead('GET', `/cases/${other.number}`)).json()).toMatchObject({ group: null })

  const hse = await anActor(company, 'hse', { branchId: bog })
  await ground.db.asOwner((tx) => tx`insert into grants (organisation_id, id, person_id, role, from_on) values (${organisationId}, ${newId()}, ${hse.id}, 'auditor', '2020-01-01')`)
  const { areaRequestId } = (await asHead('POST', `/cases/${other.number}/area-requests`, { areaId: deliveries, question: '¿Qué pasó?' })).json()
  expect((await (await askingAs(app, hse))('POST', `/area-requests/${areaRequestId}/answers`, { answer: 'Nada' })).statusCode).toBe(403)
})

test('a role is given in one place: in two, either would show', async () => {
  const [{ id: personId }, asAdmin] = [await anActor(company, 'auditor'), await askingAs(app, await anActor(company, 'admin'))]
  for (const place of [{ role: 'area-responder', areaId: sales, branchId: bog }, { role: 'supplier-agent', supplierId, branchId: bog }]) {
    expect((await asAdmin('POST', `/staff/${personId}/grants`, place)).json()).toMatchObject({ status: 409, code: 'grant-takes-one-place' })
    expect((await asAdmin('POST', '/api-tokens', { name: 'Prax', ...place })).json()).toMatchObject({ status: 409, code: 'grant-takes-one-place' })
    expect((await asAdmin('POST', '/staff', { name: 'Nueva', email: `${newId()}@gases.example`, grants: [place] })).json()).toMatchObject({ status: 409, code: 'grant-takes-one-place' })
  }
})

test('an agent sends a case on to another branch, and sees it no more', async () => {
  const { number } = await aCase(company, head, { branchId: bog })
  const sent = await asAgent('POST', `/cases/${number}/routings`, { areaId: sales, branchId: med, reason })
  expect([sent.statusCode, sent.body]).toEqual([201, expect.stringContaining(number)])
  expect((await asAgent('GET', `/cases/${number}`)).statusCode).toBe(404)
  expect((await asHead('GET', `/cases/${number}`)).json()).toMatchObject({ branch: { code: 'MED' } })
})

test('a number of another branch in a body is as good as none: merged, linked, grouped, acted on by the hundred', async () => {
  const [own, other] = [await here(), await there()]
  const answers = [
    await asAgent('POST', `/cases/${own.number}/merges`, { into: other.number, reason }),
    await asAgent('POST', `/cases/${other.number}/merges`, { into: own.number, reason }),
    await asAgent('POST', `/cases/${own.number}/links`, { to: other.number }),
    await asAgent('POST', '/case-groups', { name: 'Corte', numbers: [other.number] }),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 400])
  for (const act of [{ verb: 'assign', ownerId: agent.id }, { verb: 'route', areaId: sales, reason }, { verb: 'classify', severity: 'low' }, { verb: 'note', body: 'Hola' }])
    for (const preview of [true, false]) {
      const done = await asAgent('POST', '/case-bulks', { numbers: [other.number], preview, act })
      expect(done.json()).toMatchObject({ results: [{ outcome: 'refused', why: 'not-found', change: '' }], undo: null })
    }
  expect((await asHead('GET', `/cases/${other.number}/timeline`)).json().items.map(({ action }: { action: string }) => action)).toEqual(['case-registered'])
})

test('a bulk act of somebody else is undone by nobody else', async () => {
  const { number } = await here()
  const { undo } = (await asHead('POST', '/case-bulks', { numbers: [number], preview: false, act: { verb: 'classify', severity: 'critical' } })).json()
  expect((await asAgent('DELETE', `/case-bulks/${undo}`)).statusCode).toBe(404)
  expect((await asHead('DELETE', `/case-bulks/${undo}`)).statusCode).toBe(200)
})

test('ids of nowhere in bodies are told by field', async () => {
  const { number } = await here()
  const none = newId()
  const asked: [method: 'POST' | 'PATCH', path: string, body: object][] = [
    ['PATCH', `/cases/${number}`, { productId: none }],
    ['PATCH', `/cases/${number}`, { customer: { status: 'known', customerId: none } }],
    ['POST', '/cases', { kind: 'complaint', channel: 'telephone', description: 'Tarde', customer: { status: 'known', customerId: customers[0]!.id, siteId: none } }],
    ['POST', `/cases/${number}/assignments`, { ownerId: none }],
    ['POST', `/cases/${number}/routings`, { areaId: none, reason }],
    ['POST', `/cases/${number}/routings`, { areaId: sales, branchId: none, reason }],
    ['POST', `/cases/${number}/classifications`, { causeId: none }],
    ['POST', `/cases/${number}/notes`, { body: 'Hola', files: [none] }],
    ['POST', `/cases/${number}/area-requests`, { areaId: none, question: '¿?' }],
    ['POST', `/cases/${number}/answers`, { way: 'telephone', body: 'Hola', templateId: none }],
    ['POST', `/cases/${number}/filled-templates`, { templateId: none }],
    ['POST', `/cases/${number}/closure`, { causeId: none, actionTaken: 'Nada', remedy: 'none', told: { way: 'telephone', at: ground.now() } }],
  ]
  for (const [method, path, body] of asked) expect([JSON.stringify(body), (await asHead(method, path, body, { 'if-match': '"1"' })).statusCode]).toEqual([JSON.stringify(body), 400])
  expect((await asHead('POST', '/saved-views', { name: 'Otra', filter: {}, shared: true, branchId: none })).statusCode).toBe(400)
})

test('an id that another case has already tells nothing of it', async () => {
  const other = await there()
  const reply = await asAgent('POST', '/cases', { id: other.id, kind: 'complaint', channel: 'telephone', description: 'Tarde' })
  expect([reply.statusCode, reply.body]).toEqual([409, expect.not.stringContaining(other.number)])
})

test('a supplier’s people learn no address or number of a customer by registering, by a paper or by a link', async () => {
  const customerId = customers[0]!.id
  await ground.db.asOwner((tx) => tx`
    insert into customer_emails (organisation_id, id, customer_id, address) values (${organisationId}, ${newId()}, ${customerId}, 'compras@clinica.example')`)
  const registered = await asSupplier('POST', '/cases', { kind: 'complaint', channel: 'telephone', description: 'Tarde', branchId: bog, customer: { status: 'known', customerId } })
  expect([registered.statusCode, registered.body]).toEqual([201, expect.not.stringContaining('compras@')])
  const { number } = registered.json()
  const { answerId } = (await asHead('POST', `/cases/${number}/answers`, { way: 'letter', recipient: 'Calle 80 # 12-34', body: 'Se repuso' })).json()
  expect((await asSupplier('GET', `/answers/${answerId}/letter.pdf`)).statusCode).toBe(403)
  expect((await asSupplier('GET', `/cases/${number}/acknowledgement.pdf`)).statusCode).toBe(200)
})

test('duplicates are looked for by whoever sees by supplier or area', async () => {
  for (const ask of [asSupplier, await askingAs(app, await anActor(company, 'area-responder', { areaId: sales }))])
    expect((await ask('POST', '/case-likenesses', { description: 'El cilindro llegó tarde y vacío otra vez' })).statusCode).toBe(200)
})

test('who reads and no more keeps no draft, and no program writes one or keeps a view', async () => {
  const { number } = await here()
  const asAuditor = await askingAs(app, auditor)
  const draft = { body: 'Estimado señor' }
  const first = { 'if-match': '"0"' }
  expect((await asAuditor('PUT', `/cases/${number}/drafts/answer`, draft, first)).statusCode).toBe(403)
  const program = await askingByToken(app, organisationId, { role: 'head', createdBy: head.id })
  expect((await program('PUT', `/cases/${number}/drafts/answer`, draft, first)).statusCode).toBe(403)
  expect((await program('POST', '/saved-views', { name: 'Mía', filter: {} })).statusCode).toBe(403)
})

test('a second person is a person: no token approves, and what a token wrote comes back without failing', async () => {
  await asHead('POST', '/approval-rules', { kinds: ['claim'] })
  const program = await askingByToken(app, organisationId, { role: 'head', createdBy: head.id })
  const { number } = await aCase(company, head, { branchId: bog, kind: 'claim' })
  const { answerId } = (await asHead('POST', `/cases/${number}/answers`, { way: 'telephone', body: 'Se repuso' })).json()
  expect((await program('POST', `/answers/${answerId}/approvals`, {})).statusCode).toBe(403)
  const written = (await program('POST', `/cases/${number}/answers`, { way: 'telephone', body: 'Se repuso otra vez' })).json()
  expect((await asHead('POST', `/answers/${written.answerId}/returns`, { reason: 'Falta la fecha' })).statusCode).toBe(201)
})

test('a branch’s outbox is the branch’s: no mail of another’s case, nor of the staff', async () => {
  const other = await there({ reporter: { name: 'Luz', email: 'luz@otra.example' } })
  const own = await aCase(company, head, { branchId: bog, reporter: { name: 'Ana', email: 'ana@propia.example' } })
  const ask = await askingAs(app, await anActor(company, 'branch-responsible', { branchId: bog }))
  const listed = await ask('GET', '/outgoing-mails?limit=200')
  expect([listed.statusCode, listed.body]).toEqual([200, expect.stringContaining('ana@propia.example')])
  expect(listed.body).toContain(own.number)
  expect(listed.body).not.toContain('luz@otra.example')
  const [mail] = await ground.db.asOwner((tx) => tx<{ id: string }>`
    update outgoing_mails set state = 'failed' where organisation_id = ${organisationId} and subject_id = ${other.id} returning id`)
  expect((await ask('POST', `/outgoing-mails/${mail!.id}/attempts`, {})).statusCode).toBe(404)
  expect((await (await askingAs(app, auditor))('POST', `/outgoing-mails/${mail!.id}/attempts`, {})).statusCode).toBe(403)
  expect((await asHead('GET', '/outgoing-mails?limit=200')).body).toContain('luz@otra.example')
})
