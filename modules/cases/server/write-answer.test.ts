import { describe, expect, test } from 'vitest'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, refused, wrong } from '#test/case-desk.ts'
import { answerMailFailed, recallAnswer, recordDelivery } from './decide-answer.ts'
import { readDrafts } from './save-draft.ts'

const { company, agent, system, as, sheet, running, answer, clock } = await aCaseDesk()

describe('answers', () => {
  test('a mail can be taken back before it leaves, and is a draft again', async () => {
    const { number } = await aCase(company, agent, { reporter: { email: 'a@b.example' } })
    const { answerId, leavesAt } = await answer(number, { way: 'mail' })
    expect(Date.parse(leavesAt!) - Date.parse(company.ground.now())).toBe(10_000)
    await as(agent, (work) => recallAnswer(work, answerId))
    expect((await sheet(number)).answers[0]!.status).toBe('withdrawn')
    expect((await as(agent, (work) => readDrafts(work, number))).items).toHaveLength(1)
    await expect(as(agent, (work) => recallAnswer(work, answerId))).rejects.toEqual(refused('answer-left'))
  })

  test('a mail without an address is refused', async () => {
    const { number } = await aCase(company, agent, {})
    await expect(answer(number, { way: 'mail' })).rejects.toEqual(wrong('recipient', 'recipient-needed'))
  })

  test('a field of a template that is still to be filled goes out by no door', async () => {
    const { number } = await aCase(company, agent, {})
    await expect(answer(number, { way: 'telephone', body: 'Señor(a) {{customer.name}}: se cambió el cilindro.' })).rejects.toEqual(wrong('body', 'template-field-left'))
    expect((await sheet(number)).answers).toEqual([])
  })

  test('a letter counts when its delivery is recorded, and not before it was written', async () => {
    const { number } = await aCase(company, agent, {})
    clock.pass(10)
    const { answerId } = await answer(number, { way: 'letter', recipient: 'Calle 80' })
    expect(await sheet(number)).toMatchObject({ status: 'open' })
    await expect(as(agent, (work) => recordDelivery(work, answerId, { delivered: true, at: '2026-06-20T10:00:00.000Z', proof: 'Guía 1' }))).rejects.toEqual(wrong('at', 'told-before-received'))
    clock.pass(60)
    await as(agent, (work) => recordDelivery(work, answerId, { delivered: false, proof: 'Cerrado' }))
    expect(await sheet(number)).toMatchObject({ status: 'open', answers: [{ status: 'failed', delivery: 'Cerrado' }] })
    await as(agent, (work) => recordDelivery(work, answerId, { delivered: true, proof: 'Guía 2' }))
    expect(await sheet(number)).toMatchObject({ status: 'answered', answers: [{ status: 'delivered' }] })
  })

  test('a mail that could not be delivered leaves the duty standing', async () => {
    const { number } = await aCase(company, agent, { reporter: { email: 'nobody@b.example' } })
    const { answerId } = await answer(number, { way: 'mail' })
    const [row] = await company.ground.db.asOwner((tx) => tx<{ mailId: string }>`select mail_id from case_answers where id = ${answerId}`)
    await as(system, (work) => answerMailFailed(work, row!.mailId, 'no such user'))
    expect(await sheet(number)).toMatchObject({ status: 'open', answers: [{ status: 'failed', toldAt: null }] })
    expect(await running(number)).toContain('INT-FIRST')
  })

  test('one that is not final stops the first clock only', async () => {
    const { number } = await aCase(company, agent, {})
    await answer(number, { final: false })
    expect(await sheet(number)).toMatchObject({ status: 'open' })
    expect(await running(number)).toEqual(['CO-PET-GEN'])
    expect((await sheet(number)).terms.find(({ governs }) => governs)?.rule).toBe('CO-PET-GEN')
  })
})
