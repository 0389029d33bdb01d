import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, refused } from '#test/case-desk.ts'
import { approveAnswer, recallAnswer, recordDelivery, returnAnswer } from './decide-answer.ts'
import { addApprovalRule } from './keep-approvals.ts'
import { mergeCase, unmergeCase } from './merge-case.ts'
import { withdrawCase } from './reopen-case.ts'
import { readDrafts } from './save-draft.ts'

const { company, head, agent, as, sheet, answer, close, clock, running } = await aCaseDesk()
await as(head, (work) => addApprovalRule(work, { kinds: ['claim'], amountAbove: null, active: true }))

async function aPendingAnswer() {
  const { number } = await aCase(company, agent, { kind: 'claim' })
  const { answerId } = await answer(number, { way: 'mail', recipient: 'luz@clinica.example' })
  return { number, answerId, approve: () => as(head, (work) => approveAnswer(work, answerId)) }
}

test('a case is neither closed nor withdrawn over an answer that waits for a second person, until it is taken back', async () => {
  const [closed, withdrawn] = [await aPendingAnswer(), await aPendingAnswer()]
  const toldBy = { told: { way: 'telephone' as const, at: company.ground.now() } }
  expect((await sheet(closed.number)).may).toMatchObject({ close: 'answer-pending', withdraw: 'answer-pending' })
  await expect(close(closed.number, toldBy)).rejects.toEqual(refused('answer-pending'))
  await expect(as(agent, (work) => withdrawCase(work, withdrawn.number, { reason: 'El cliente desiste' }))).rejects.toEqual(refused('answer-pending'))
  await as(agent, (work) => recallAnswer(work, withdrawn.answerId))
  await as(agent, (work) => withdrawCase(work, withdrawn.number, { reason: 'El cliente desiste' }))
  expect((await sheet(withdrawn.number)).status).toBe('withdrawn')
})

test('what is said by word of mouth and approved counts as told when it was told, not when it was approved; its author is written to', async () => {
  const { number } = await aCase(company, agent, { kind: 'claim' })
  const { answerId } = await answer(number, { way: 'telephone' })
  clock.pass(30)
  await as(head, (work) => approveAnswer(work, answerId))
  expect(await sheet(number)).toMatchObject({ status: 'open', waitingFor: null, answers: [{ status: 'to-tell', toldAt: null }], may: { close: 'answer-pending' } })
  expect(await running(number)).toEqual(expect.arrayContaining(['INT-FIRST']))
  const mails = await company.ground.db.asOwner((tx) => tx`select m.recipient_name from outgoing_mails m join cases c on c.id = m.subject_id where c.number = ${number} and m.purpose = 'answer-to-tell'`)
  expect(mails).toEqual([{ recipientName: 'Ana agent' }])
  clock.pass(30)
  const at = company.ground.now()
  await as(agent, (work) => recordDelivery(work, answerId, { delivered: true, at, proof: 'Habló con la señora Luz' }))
  expect(await sheet(number)).toMatchObject({ status: 'answered', answeredAt: at, answers: [{ status: 'delivered', toldAt: at }] })
  expect(await firstContact(number)).toEqual({ metAt: at })
  await close(number)
})

test('what was solved while they called is closed within the minute, to which a person says when they were told', async () => {
  clock.pass(0.15)
  const { number, receivedAt } = await aCase(company, agent, { kind: 'request' })
  expect(receivedAt.slice(17, 19)).not.toBe('00')
  await close(number, { told: { way: 'telephone', at: `${receivedAt.slice(0, 17)}00.000Z` } })
  expect(await sheet(number)).toMatchObject({ status: 'closed', closure: { toldAt: receivedAt } })
})

test('what is approved and not told yet can be taken back', async () => {
  const { number } = await aCase(company, agent, { kind: 'claim' })
  const { answerId } = await answer(number, { way: 'in-person' })
  await as(head, (work) => approveAnswer(work, answerId))
  await as(agent, (work) => recallAnswer(work, answerId))
  expect((await sheet(number)).answers).toMatchObject([{ status: 'withdrawn', toldAt: null }])
})

test('closing is no way around the second person: neither by words nor by an amount that nobody approved', async () => {
  const { number } = await aCase(company, agent, { kind: 'claim' })
  const told = { way: 'telephone' as const, at: company.ground.now() }
  await expect(close(number, { told })).rejects.toEqual(refused('approval-needed'))

  await as(head, (work) => addApprovalRule(work, { kinds: [], amountAbove: '500000', active: true }))
  const request = await aCase(company, agent, { kind: 'request' })
  const refund = (amount: string) => close(request.number, { remedy: 'refund', money: { amount }, told })
  await expect(refund('900000')).rejects.toEqual(refused('approval-needed'))
  const { answerId } = await answer(request.number, { way: 'telephone', money: { amount: '600000' } })
  await as(head, (work) => approveAnswer(work, answerId))
  await as(agent, (work) => recordDelivery(work, answerId, { delivered: true, proof: '' }))
  await expect(refund('900000')).rejects.toEqual(refused('approval-needed'))
  await refund('600000')
})

test('what comes back to its author comes with its data and its files, which leave with what is sent in its stead', async () => {
  const { number } = await aCase(company, agent, { kind: 'claim' })
  const file = { id: newId(), name: 'soporte.pdf', size: 3 }
  await company.ground.db.asOwner((tx) => tx`insert into files (organisation_id, id, sha256, size, media_type, name, uploaded_by) values (${company.organisationId}, ${file.id}, sha256('abc'), 3, 'application/pdf', ${file.name}, ${agent.id})`)
  const { answerId } = await answer(number, { way: 'mail', recipient: 'gerente@cliente.example', subject: 'Su reclamo', money: { amount: '700000' }, final: false, files: [file.id] })
  await as(head, (work) => returnAnswer(work, answerId, { reason: 'Falta la fecha' }))
  const [draft] = (await as(agent, (work) => readDrafts(work, number))).items
  expect(draft!.fields).toEqual({ way: 'mail', recipient: 'gerente@cliente.example', subject: 'Su reclamo', amount: '700000', final: 'no', files: expect.any(String) as string })
  expect(JSON.parse(draft!.fields['files']!)).toEqual([file])
  const again = await answer(number, { way: 'mail', recipient: 'gerente@cliente.example', files: [file.id] })
  const [hangs] = await company.ground.db.asOwner((tx) => tx`select message_id = (select message_id from case_answers where id = ${again.answerId}) as on_the_new from case_files where file_id = ${file.id}`)
  expect(hangs).toEqual({ onTheNew: true })
})

async function firstContact(number: string) {
  const { terms } = await sheet(number)
  return { metAt: terms.find(({ clock: what }) => what === 'first-answer')!.metAt }
}

test('nor once its case went into another, whose clocks it would not stop', async () => {
  const { number, approve } = await aPendingAnswer()
  const { mergeId } = await as(head, async (work) => mergeCase(work, number, { into: (await aCase(company, agent, { kind: 'claim' })).number, reason: 'Cuentan lo mismo' }))
  await expect(approve()).rejects.toEqual(refused('case-merged'))
  await as(head, (work) => unmergeCase(work, mergeId))
  await approve()
})
