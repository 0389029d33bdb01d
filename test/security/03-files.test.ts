import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aServedCompany, askingAs } from '#test/app-server.ts'
import { aCase, aCompany, anActor } from '#test/builders.ts'
import type { Ask } from '#test/people-server.ts'

// Zammad: attachments cloned from tickets one may not see (CVE-2026-13229); osTicket #2615; FreeScout links without a token (GHSA-wg74-ww4w-2qpc).
const { ground, app, company } = await aServedCompany()
const { branches, areas, supplierId } = company
const bog = branches['BOG']!
const head = await anActor(company, 'head')
const agent = await anActor(company, 'agent', { branchId: bog })
const [asHead, asAgent, asOther, asSupplier, asAbroad] = await Promise.all([
  head, agent, anActor(company, 'agent', { branchId: branches['MED']! }), anActor(company, 'supplier-agent', { supplierId }), anActor(await aCompany(ground), 'head'),
].map(async (actor) => askingAs(app, await actor))) as [Ask, Ask, Ask, Ask, Ask]

/** A file whose uploader is long gone: only what it hangs on opens it. */
async function aFile(uploadedBy = newId()): Promise<string> {
  const id = newId()
  const staged = await app.blobs.stage((async function* () { yield Buffer.from(`contenido ${id}`) })(), 1000)
  await staged.keep()
  await ground.db.asOwner((tx) => tx`
    insert into files (organisation_id, id, sha256, size, media_type, name, uploaded_by, uploaded_at)
    values (${company.organisationId}, ${id}, ${Buffer.from(staged.sha256, 'hex')}, ${staged.size}, 'text/plain', 'nota.txt', ${uploadedBy}, '2026-06-01T00:00:00Z')`)
  return id
}
const opens = async (ask: Ask, id: string) => (await ask('GET', `/files/${id}`)).statusCode

test('a file opens to whoever sees what it hangs on, and to nobody by its id', async () => {
  const fileId = await aFile(agent.id)
  expect([await opens(asAgent, fileId), await opens(asHead, fileId)]).toEqual([404, 404])
  const { number } = await aCase(company, agent)
  expect((await asAgent('POST', `/cases/${number}/notes`, { body: 'Va la foto', files: [fileId] })).statusCode).toBe(201)
  expect([await opens(asAgent, fileId), await opens(asHead, fileId), await opens(asOther, fileId), await opens(asAbroad, fileId), await opens(asSupplier, fileId)]).toEqual([200, 200, 404, 404, 404])
})

test('nobody hangs another’s file on a case of their own to read it', async () => {
  const [theirs, { number }, own] = [await aFile(), await aCase(company, agent), await aCase(company, agent)]
  const { areaRequestId } = (await asAgent('POST', `/cases/${own.number}/area-requests`, { areaId: areas['ENT'], question: '¿?' })).json()
  const tries: [string, object][] = [
    [`/cases/${number}/notes`, { body: 'x' }], [`/cases/${number}/area-requests`, { areaId: areas['ENT'], question: 'x' }],
    [`/cases/${number}/answers`, { way: 'telephone', body: 'x' }], ['/cases', { kind: 'complaint', channel: 'telephone', description: 'x' }],
  ]
  for (const [path, body] of tries) expect([path, (await asAgent('POST', path, { ...body, files: [theirs] })).statusCode]).toEqual([path, 400])
  expect((await asHead('POST', `/area-requests/${areaRequestId}/answers`, { answer: 'x', files: [theirs] })).statusCode).toBe(400)
  expect(await opens(asAgent, theirs)).toBe(404)
})

test('a supplier’s people read what is told to the customer, and nothing of what the company says within', async () => {
  const { number, id } = await aCase(company, agent)
  await ground.db.asOwner((tx) => tx`update cases set supplier_id = ${supplierId} where id = ${id}`)
  const [noted, answered] = [await aFile(agent.id), await aFile(agent.id)]
  await asAgent('POST', `/cases/${number}/notes`, { body: 'Reservado: el proveedor zangoloteó', files: [noted] })
  await asAgent('POST', `/cases/${number}/area-requests`, { areaId: areas['ENT'], question: 'Pregunta reservada' })
  await asAgent('PUT', `/cases/${number}/drafts/answer`, { body: 'Borrador reservado', fields: { recipient: 'luz@clinica.example' } }, { 'if-match': '"0"' })
  await asAgent('POST', `/cases/${number}/answers`, { way: 'telephone', body: 'Respuesta dada', files: [answered] })
  const seen = await Promise.all(['', '/timeline', '/drafts', '/terms'].map(async (part) => asSupplier('GET', `/cases/${number}${part}`)))
  const found = await asSupplier('GET', '/search?find=zangoloteo')
  expect(seen.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
  for (const { body } of [...seen, found]) for (const hidden of ['eservad', 'luz@clinica', noted]) expect(body).not.toContain(hidden)
  expect(seen[1]!.body).toContain('Respuesta dada')
  expect([await opens(asSupplier, noted), await opens(asSupplier, answered)]).toEqual([404, 200])
})

test('of the answers a supplier’s people read what the customer was told and what they wrote themselves, and find a case by no other', async () => {
  const WORD = 'zafirodorado'
  const approver = await askingAs(app, await anActor(company, 'head'))
  const { number, id } = await aCase(company, agent, { kind: 'complaint', channel: 'mail', reporter: { name: 'Luz', email: 'luz@clinica.example' } })
  // Whoever worked the case for the company once, and works for the supplier now.
  const [came, asAnother] = [await anActor(company, 'agent', { branchId: bog }), await askingAs(app, await anActor(company, 'supplier-agent', { supplierId }))]
  await ground.db.asOwner((tx) => tx`update cases set supplier_id = ${supplierId} where id = ${id}`)
  const answer = async (word: string, way: string, by = agent, kept: string[] = []) => {
    const reply = await (await askingAs(app, by))('POST', `/cases/${number}/answers`, { way, final: false, subject: `Asunto ${WORD}${word}`, body: `Le decimos ${WORD}${word}`, files: kept })
    expect([word, reply.statusCode]).toEqual([word, 201])
    return reply.json<{ answerId: string }>().answerId
  }
  const [hidden, shown] = [await aFile(agent.id), await aFile(agent.id)]
  await answer('dada', 'telephone', agent, [shown])
  const posted = await answer('carta', 'letter', agent, [hidden])
  await answer('sale', 'mail')
  expect((await asAgent('POST', `/answers/${await answer('traida', 'mail')}/recalls`, {})).statusCode).toBe(201)
  expect((await asHead('POST', '/approval-rules', { kinds: ['complaint'], amountAbove: null, active: true })).statusCode).toBe(201)
  await answer('espera', 'letter')
  expect((await approver('POST', `/answers/${await answer('devuelta', 'letter')}/returns`, { reason: `Falta ${WORD}motivo` })).statusCode).toBe(201)
  const own = await answer('propia', 'letter', came)

  const reads = async (ask: Ask, words: readonly string[]) => {
    const [sheet, timeline] = [await ask('GET', `/cases/${number}`), await ask('GET', `/cases/${number}/timeline`)]
    expect([sheet.statusCode, timeline.statusCode]).toEqual([200, 200])
    const found = await Promise.all(ALL.map(async (word) => [word, (await ask('GET', `/search?find=${WORD}${word}`)).json<{ cases: object[] }>().cases.length === 1] as const))
    const listed = await Promise.all(ALL.map(async (word) => [word, (await ask('GET', `/cases?list=everything&find=${WORD}${word}`)).json<{ items: object[] }>().items.length === 1] as const))
    const expected = ALL.map((word) => [word, words.includes(word)] as const)
    const read = (body: string) => ALL.map((word) => [word, body.includes(`${WORD}${word}`)] as const)
    expect({ sheet: read(sheet.body), timeline: read(timeline.body), found, listed }).toEqual({ sheet: expected, timeline: expected, found: expected, listed: expected })
    return { sheet: sheet.json<{ answers: { id: string; status: string; recipient: string; approvalReason: string | null; returnedReason: string | null }[]; files: { id: string }[] }>(), timeline: timeline.json<{ items: { action: string; details: object }[] }>().items }
  }
  const ALL = ['dada', 'carta', 'sale', 'traida', 'espera', 'devuelta', 'propia']

  const { sheet, timeline } = await reads(asAnother, ['dada'])
  // That they were written, and how they stand, is known.
  expect(sheet.answers.map(({ status }) => status)).toEqual(['delivered', 'sent', 'leaving', 'withdrawn', 'awaiting-approval', 'returned', 'awaiting-approval'])
  for (const { recipient, approvalReason, returnedReason } of sheet.answers) expect([recipient.startsWith('luz'), approvalReason, returnedReason]).toEqual([false, null, null])
  expect(timeline.filter(({ details }) => 'approvalReason' in details)).toEqual([])
  expect(sheet.files.map(({ id: fileId }) => fileId)).toEqual([shown])
  expect([await opens(asAnother, shown), await opens(asAnother, hidden)]).toEqual([200, 404])
  expect((await asAnother('GET', `/search?find=${WORD}dada`)).json<{ cases: { excerpt: string }[] }>().cases[0]!.excerpt).toContain(`⟦${WORD}dada⟧`)

  await ground.db.asOwner((tx) => tx`update grants set role = 'supplier-agent', branch_id = null, supplier_id = ${supplierId} where person_id = ${came.id}`)
  const author = await reads(await askingAs(app, came), ['dada', 'propia'])
  expect(author.sheet.answers.filter(({ approvalReason }) => approvalReason !== null).map((one) => one.id)).toEqual([own])

  expect((await asAgent('POST', `/answers/${posted}/deliveries`, { delivered: true, proof: `Guía ${WORD}` })).statusCode).toBe(201)
  const told = await reads(asAnother, ['dada', 'carta'])
  expect(told.sheet.files).toHaveLength(2)
  expect(await opens(asAnother, hidden)).toBe(200)
  await reads(asHead, ALL)
})
