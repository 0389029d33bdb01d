import { describe, expect, test } from 'vitest'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, refused, wrong } from '#test/case-desk.ts'
import { WriteAnswer } from '../contract-work.ts'
import { answerMailFailed, recallAnswer, recordDelivery } from './decide-answer.ts'
import { readCase } from './read-case.ts'
import { readDrafts } from './save-draft.ts'
import { writeAnswer } from './write-answer.ts'

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

  test.each([['no mail server is set', { hasMailServer: false }, 'no-mail-server'], ['the company is the demonstration', { hasMailServer: true }, 'demonstration']] as const)('a mail waits where %s, says so, and counts when it was delivered otherwise', async (_, server, held) => {
    const own = held === 'demonstration'
    await company.ground.db.asOwner((tx) => tx`update organisations set settings = settings || jsonb_build_object('demonstration', ${own}::boolean) where organisation_id = ${company.organisationId}`)
    const { number } = await aCase(company, agent, { reporter: { email: 'ana@b.example' } })
    const shown = () => as(agent, (work) => readCase(work, number, server))
    const written = await as(agent, (work) => writeAnswer(work, number, WriteAnswer.body!.parse({ way: 'mail', final: true, body: 'Se cambió el cilindro.' }), server))
    expect(written).toMatchObject({ status: 'leaving', held })
    clock.pass(60)
    expect(await shown()).toMatchObject({ status: 'open', answers: [{ status: 'leaving', held, toldAt: null }] })
    await as(agent, (work) => recordDelivery(work, written.answerId, { delivered: true, proof: 'Se le leyó por teléfono' }))
    expect(await shown()).toMatchObject({ status: 'answered', answers: [{ status: 'delivered', held: null, toldAt: clock.now(), delivery: 'Se le leyó por teléfono' }], terms: expect.not.arrayContaining([expect.objectContaining({ clock: 'final-answer', state: 'running' })]) })
    // It does not leave afterwards: the customer would hear it twice.
    expect(await company.ground.db.asOwner((tx) => tx`select state from outgoing_mails m join cases c on c.id = m.subject_id where c.number = ${number} and m.purpose = 'answer'`)).toEqual([{ state: 'cancelled' }])
    await company.ground.db.asOwner((tx) => tx`update organisations set settings = settings - 'demonstration' where organisation_id = ${company.organisationId}`)
  })

  test('a mail that no server takes says so, and is taken out of its hands by what was delivered otherwise; not while it is leaving', async () => {
    const { number } = await aCase(company, agent, { reporter: { email: 'ana@b.example' } })
    const { answerId } = await answer(number, { way: 'mail' })
    const mail = (state: string) => company.ground.db.asOwner((tx) => tx`update outgoing_mails set state = ${state}, attempts = 3, last_error = '421 later' where id = (select mail_id from case_answers where id = ${answerId})`)
    await mail('sending')
    await expect(as(agent, (work) => recordDelivery(work, answerId, { delivered: true, proof: 'En mano' }))).rejects.toEqual(refused('mail-already-left'))
    await mail('waiting')
    expect((await sheet(number)).answers).toMatchObject([{ status: 'leaving', held: 'another-attempt', mailError: '421 later' }])
    await as(agent, (work) => recordDelivery(work, answerId, { delivered: true, proof: 'En mano' }))
    expect(await sheet(number)).toMatchObject({ status: 'answered', answers: [{ status: 'delivered', held: null, mailError: null }] })
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
