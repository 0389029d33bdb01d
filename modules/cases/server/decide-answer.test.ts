import { expect, test } from 'vitest'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, refused } from '#test/case-desk.ts'
import { approveAnswer, recallAnswer } from './decide-answer.ts'
import { addApprovalRule } from './keep-approvals.ts'
import { mergeCase, unmergeCase } from './merge-case.ts'
import { reopenCase, withdrawCase } from './reopen-case.ts'

const { company, head, agent, as, sheet, answer, close } = await aCaseDesk()
await as(head, (work) => addApprovalRule(work, { kinds: ['claim'], amountAbove: null, active: true }))

async function aPendingAnswer() {
  const { number } = await aCase(company, agent, { kind: 'claim' })
  const { answerId } = await answer(number, { way: 'mail', recipient: 'luz@clinica.example' })
  return { number, answerId, approve: () => as(head, (work) => approveAnswer(work, answerId)) }
}

test('what waits for a second person does not leave once its case is closed, until it is opened again', async () => {
  const [closed, withdrawn] = [await aPendingAnswer(), await aPendingAnswer()]
  await close(closed.number, { told: { way: 'telephone', at: company.ground.now() } })
  await as(agent, (work) => withdrawCase(work, withdrawn.number, { reason: 'El cliente desiste' }))
  for (const { number, answerId, approve } of [closed, withdrawn]) {
    expect((await sheet(number)).may['approve']).toBe('case-not-open')
    await expect(approve()).rejects.toEqual(refused('case-not-open'))
    expect((await sheet(number)).answers.find(({ id }) => id === answerId)).toMatchObject({ status: 'awaiting-approval', leavesAt: null })
  }
  await as(agent, (work) => recallAnswer(work, withdrawn.answerId))
  await as(agent, (work) => reopenCase(work, closed.number, { reason: 'Volvió a llamar' }))
  await closed.approve()
  expect((await sheet(closed.number)).answers).toMatchObject([{ status: 'leaving' }])
})

test('nor once its case went into another, whose clocks it would not stop', async () => {
  const { number, approve } = await aPendingAnswer()
  const { mergeId } = await as(head, async (work) => mergeCase(work, number, { into: (await aCase(company, agent, { kind: 'claim' })).number, reason: 'Cuentan lo mismo' }))
  await expect(approve()).rejects.toEqual(refused('case-merged'))
  await as(head, (work) => unmergeCase(work, mergeId))
  await approve()
})
