import { expect, test } from 'vitest'
import { aServedCompany, askingAs, askingByToken } from '#test/app-server.ts'
import { aCase, anActor, doing } from '#test/builders.ts'
import { addApprovalRule } from './keep-approvals.ts'

const { app, company } = await aServedCompany()
const head = await anActor(company, 'head')
const agent = await anActor(company, 'agent', { branchId: company.branches['BOG']! })
const program = await askingByToken(app, company.organisationId, { role: 'head', createdBy: head.id })

test('a program of whatever role writes what another approves; it is no second person, drafts nothing, keeps no view and looks at nothing', async () => {
  await doing(company, head, (work) => addApprovalRule(work, { kinds: [], amountAbove: '1', active: true }))
  const { number } = await aCase(company, agent, {})
  const asks = await askingAs(app, agent)
  const answer = { way: 'telephone', body: 'Se repuso el cilindro.', money: { amount: '250000' } }
  const { answerId } = (await asks('POST', `/cases/${number}/answers`, answer)).json() as { answerId: string }
  for (const [method, path, body] of [
    ['POST', `/answers/${answerId}/approvals`, {}],
    ['POST', `/answers/${answerId}/returns`, { reason: 'Falta la fecha' }],
    ['PUT', `/cases/${number}/drafts/answer`, { body: 'Hola' }],
    ['POST', '/saved-views', { name: 'Mía', filter: {} }],
    ['POST', `/cases/${number}/presence`, { doing: 'viewing' }],
  ] as const)
    expect([path, (await program(method, path, body, { 'if-match': '"0"', 'accept-language': 'en' })).json()]).toEqual([path, expect.objectContaining({ status: 403, code: 'persons-only', title: expect.stringContaining('Only a person') })])
  expect((await program('POST', `/cases/${number}/answers`, answer)).json()).toMatchObject({ status: 'awaiting-approval', approvalReason: 'amount' })
})
