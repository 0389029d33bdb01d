import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { askingAs, askingByToken, aServedCompany } from '#test/app-server.ts'
import { aCase, anActor } from '#test/builders.ts'

test('whoever looks at a customer’s data, on their sheet or a case’s, is noted once a day, before it is shown; an auditor reads it, an agent does not', async () => {
  const { app, ground, company } = await aServedCompany()
  const customer = company.customers[0]!
  const branchId = company.branches['BOG']!
  const [agent, auditor, head] = [await anActor(company, 'agent', { branchId }), await anActor(company, 'auditor'), await anActor(company, 'head')]
  const [asAgent, asAuditor] = [await askingAs(app, agent), await askingAs(app, auditor)]
  const { number } = await aCase(company, agent, { branchId, customer: { status: 'known', customerId: customer.id } })
  const readings = async () => (await asAuditor('GET', `/customers/${customer.id}/readings`)).json().items as { actor: { kind: string; name: string }; caseNumber: string | null; at: string }[]
  expect(await readings()).toEqual([])

  for (let twice = 0; twice < 2; twice++) {
    await asAgent('GET', `/customers/${customer.id}`)
    await asAgent('GET', `/cases/${number}`)
  }
  const program = await askingByToken(app, company.organisationId, { role: 'head', createdBy: head.id })
  await program('GET', `/customers/${customer.id}`)
  expect((await readings()).map(({ actor, caseNumber }) => [actor.kind, actor.name, caseNumber])).toEqual([['token', 'Prax', null], ['person', agent.name, number], ['person', agent.name, null]])
  ground.clock.pass(24 * 60)
  const [agentNextDay, auditorNextDay] = [await askingAs(app, agent), await askingAs(app, auditor)]
  await agentNextDay('GET', `/customers/${customer.id}`)
  expect((await auditorNextDay('GET', `/customers/${customer.id}/readings`)).json().items).toHaveLength(4)

  expect((await agentNextDay('GET', `/customers/${customer.id}/readings`)).statusCode).toBe(403)
  // Nothing of it stands in the case's timeline, which is looked at as the case is; and what was not shown was not looked at.
  expect((await agentNextDay('GET', `/cases/${number}/timeline`)).json().items.map(({ action }: { action: string }) => action)).toEqual(['case-registered'])
  expect((await agentNextDay('GET', '/customers/00000000-0000-7000-8000-000000000000')).statusCode).toBe(404)
  expect(await ground.db.asOwner((tx) => tx`select from history where subject_kind = 'personal-data'`)).toHaveLength(5)
})

test('a paper of a case and its timeline show what its sheet does, and are noted alike', async () => {
  const { app, company } = await aServedCompany()
  const customer = company.customers[0]!
  const branchId = company.branches['BOG']!
  const [agent, head, auditor] = [await anActor(company, 'agent', { branchId }), await anActor(company, 'head'), await anActor(company, 'auditor')]
  const [asAgent, asHead, asAuditor] = [await askingAs(app, agent), await askingAs(app, head), await askingAs(app, auditor)]
  const { number } = await aCase(company, agent, { branchId, customer: { status: 'known', customerId: customer.id } })
  const { answerId } = (await asAgent('POST', `/cases/${number}/answers`, { way: 'letter', recipient: 'Calle 80', body: 'Se repuso el cilindro.' })).json() as { answerId: string }
  expect((await asHead('GET', `/cases/${number}/acknowledgement.pdf`)).statusCode).toBe(200)
  expect((await asAgent('GET', `/answers/${answerId}/letter.pdf`)).statusCode).toBe(200)
  const program = await askingByToken(app, company.organisationId, { role: 'head', createdBy: head.id })
  expect((await program('GET', `/cases/${number}/timeline`)).statusCode).toBe(200)
  // The same case to the same person, by its paper and its sheet, on one day.
  await asHead('GET', `/cases/${number}`)
  const { items } = (await asAuditor('GET', `/customers/${customer.id}/readings`)).json() as { items: { actor: { name: string }; caseNumber: string | null }[] }
  expect(items.map(({ actor, caseNumber }) => [actor.name, caseNumber])).toEqual([['Prax', number], [agent.name, number], [head.name, number]])
})

test('a file of a case and the mails to its customer are looked at as its sheet is; lists, which one chooses from, are not', async () => {
  const { app, ground, company } = await aServedCompany()
  const customer = company.customers[0]!
  const branchId = company.branches['BOG']!
  const [agent, head, auditor] = [await anActor(company, 'agent', { branchId }), await anActor(company, 'head'), await anActor(company, 'auditor')]
  const [asAgent, asHead, asAuditor] = [await askingAs(app, agent), await askingAs(app, head), await askingAs(app, auditor)]
  const { number } = await aCase(company, agent, { branchId, customer: { status: 'known', customerId: customer.id }, reporter: { email: 'luz@clinica.example' } })
  await aCase(company, agent, { branchId, customer: { status: 'known', customerId: company.customers[1]!.id } })
  const fileId = newId()
  await ground.db.asOwner((tx) => tx`
    insert into files (organisation_id, id, sha256, size, media_type, name, uploaded_by, uploaded_at)
    values (${company.organisationId}, ${fileId}, decode(repeat('00', 32), 'hex'), 1, 'text/plain', 'cédula.txt', ${agent.id}, ${ground.now()})`)
  const readings = async () =>
    (await asAuditor('GET', `/customers/${customer.id}/readings`)).json<{ items: { actor: { name: string }; caseNumber: string | null }[] }>().items.map(({ actor, caseNumber }) => [actor.name, caseNumber])

  // Whoever has just sent it knows what it is.
  await asAgent('GET', `/files/${fileId}`)
  for (const path of ['/cases', '/customers', `/customers?find=${encodeURIComponent(customer.name)}`, `/search?find=${encodeURIComponent(customer.name)}`]) expect((await asHead('GET', path)).statusCode).toBe(200)
  expect(await readings()).toEqual([])
  expect((await asAgent('POST', `/cases/${number}/notes`, { body: 'Va la cédula', files: [fileId] })).statusCode).toBe(201)
  for (let twice = 0; twice < 2; twice++) await asHead('GET', `/files/${fileId}`)
  expect(await readings()).toEqual([[head.name, number]])
  expect((await asAuditor('GET', '/outgoing-mails')).statusCode).toBe(200)
  expect(await readings()).toEqual([[auditor.name, number], [head.name, number]])
  // The other customer was written to at no address.
  expect(await ground.db.asOwner((tx) => tx`select from history where subject_kind = 'personal-data'`)).toHaveLength(2)
})
