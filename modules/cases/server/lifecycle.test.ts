import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { Forbidden, Stale } from '#kernel/refusal.ts'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, refused, wrong } from '#test/case-desk.ts'
import { answerAreaRequest, remindArea, returnAreaRequest } from './answer-area-request.ts'
import { askArea } from './ask-area.ts'
import { classifyCase } from './classify-case.ts'
import { correctCase } from './correct-case.ts'
import { answerMailSent, approveAnswer, recallAnswer, returnAnswer } from './decide-answer.ts'
import { addApprovalRule } from './keep-approvals.ts'
import { reopenCase, withdrawCase } from './reopen-case.ts'
import { retypeCase } from './retype-case.ts'
import { routeCase } from './route-case.ts'
import { readDrafts } from './save-draft.ts'

const { company, head, agent, responsible, delivery, sales, system, as, sheet, explained, timeline, running, answer, close, clock } = await aCaseDesk()

describe('a case from its first word to its last', () => {
  let number: string

  test('is registered with its clocks, the earliest of which binds', async () => {
    const registered = await aCase(company, agent, { customer: { status: 'known', customerId: company.customers[0]!.id }, reporter: { name: 'Luz Mora', email: 'luz@clinica.example' } })
    number = registered.number
    expect(registered.terms.map(({ rule, state, governs }) => [rule, state, governs])).toEqual([['CO-PET-GEN', 'running', false], ['INT-FIRST', 'running', true]])
    expect(registered.owner?.id).toBe(responsible.id)
    expect(registered.acknowledgement).toEqual({ way: 'mail', to: 'luz@clinica.example' })
    const { may } = await sheet(number, agent)
    expect(may).toMatchObject({ answer: null, close: 'not-answered-yet', reopen: 'case-not-closed', assign: 'forbidden', approve: 'forbidden', take: 'case-has-owner', wake: 'case-not-snoozed' })
  })

  test('an acknowledgement by mail is no answer: the human clock runs on', async () => expect(await running(number)).toContain('INT-FIRST'))

  test('goes to an area, is classified, retyped with its clocks kept, and corrected unless somebody else did', async () => {
    await as(agent, (work) => routeCase(work, number, { areaId: company.areas['ADQ']!, reason: 'Es de despacho' }))
    await as(agent, (work) => routeCase(work, number, { areaId: company.areas['ENT']!, reason: 'Era de entregas' }))
    await as(agent, (work) => classifyCase(work, number, { causeId: company.causes['ENTREGA']!, severity: 'high', reason: '' }))
    const before = await running(number)
    await as(agent, (work) => retypeCase(work, number, { kind: 'suggestion', reason: 'Propone un cambio' }))
    expect(await running(number)).toEqual(expect.arrayContaining([...before, 'INT-COURTESY']))
    await expect(as(agent, (work) => retypeCase(work, number, { kind: 'suggestion', reason: 'otra vez' }))).rejects.toEqual(refused('kind-unchanged'))
    const { version, rerouted, area } = await sheet(number)
    expect([rerouted, area?.code]).toEqual([1, 'ENT'])
    await as(agent, (work) => correctCase(work, number, { place: 'Calle 80', reason: '' }, version))
    await expect(as(agent, (work) => correctCase(work, number, { place: 'Calle 81', reason: '' }, version))).rejects.toThrow(Stale)
    expect(await sheet(number)).toMatchObject({ place: 'Calle 80', description: expect.stringContaining('El cilindro') as string })
  })

  test('asks two areas at once, and cannot close over one that is open', async () => {
    const [one, two] = [await asks('ENT'), await asks('GEC')]
    expect((await sheet(number)).waitingFor).toBe('area')
    await expect(close(number, { told: { way: 'telephone', at: company.ground.now() } })).rejects.toEqual(refused('area-request-open'))
    await expect(as(sales, (work) => answerAreaRequest(work, one, { answer: 'No es nuestro', files: [] }))).rejects.toThrow(Forbidden)
    await as(agent, (work) => remindArea(work, one))
    await as(delivery, (work) => answerAreaRequest(work, one, { answer: 'Se despachó otro', files: [] }))
    await as(sales, (work) => returnAreaRequest(work, two, { reason: 'No nos toca' }))
    await expect(as(sales, (work) => returnAreaRequest(work, two, { reason: 'Otra vez' }))).rejects.toEqual(refused('area-request-not-open'))
    const { areaRequests, waitingFor, rerouted, terms } = await sheet(number)
    expect(areaRequests.map(({ area, status, answer: said, reminders }) => [area.name, status, said, reminders])).toEqual([
      ['Área ENT', 'answered', 'Se despachó otro', 1], ['Área GEC', 'returned', null, 0],
    ])
    expect([waitingFor, rerouted]).toEqual([null, 2])
    expect(terms.filter(({ clock }) => clock === 'area-answer').map(({ state }) => state).sort()).toEqual(['cancelled', 'met'])
  })

  async function asks(area: string): Promise<string> {
    const { areaRequestId } = await as(agent, (work) => askArea(work, number, { areaId: company.areas[area]!, question: '¿Qué pasó con el despacho?', files: [] }))
    return areaRequestId
  }

  test('an answer above an amount waits for a second person, who is not its author', async () => {
    await as(head, (work) => addApprovalRule(work, { kinds: [], amountAbove: '100000', active: true }))
    const written = await answer(number, { way: 'mail', money: { amount: '250000' } }, responsible)
    expect(written).toMatchObject({ status: 'awaiting-approval', approvalReason: 'amount', leavesAt: null })
    expect(await sheet(number, responsible)).toMatchObject({ waitingFor: 'approval', may: { approve: 'approver-is-author' } })
    await expect(as(responsible, (work) => approveAnswer(work, written.answerId))).rejects.toEqual(refused('approver-is-author'))
    await expect(as(agent, (work) => approveAnswer(work, written.answerId))).rejects.toThrow(Forbidden)
    await as(head, (work) => returnAnswer(work, written.answerId, { reason: 'Falta la fecha' }))
    expect((await as(responsible, (work) => readDrafts(work, number))).items).toMatchObject([{ kind: 'answer', mine: true, body: 'Se revisó su caso y se repuso el cilindro.' }])

    const again = await answer(number, { way: 'mail', money: { amount: '250000' }, body: 'El 26 se repone.' }, responsible)
    await as(head, (work) => approveAnswer(work, again.answerId))
    await expect(as(head, (work) => approveAnswer(work, again.answerId))).rejects.toEqual(refused('answer-not-awaiting'))
    const left = (await sheet(number)).answers.at(-1)!
    expect(left).toMatchObject({ status: 'leaving', recipient: 'luz@clinica.example', toldAt: null, approvedBy: { id: head.id } })
    expect(await running(number)).toContain('INT-FIRST')
  })

  test('counts as told when the mail server took the mail, once', async () => {
    const { id } = (await sheet(number)).answers.at(-1)!
    const mailId = await mailOf(id)
    clock.pass(1)
    const at = company.ground.now()
    await as(system, (work) => answerMailSent(work, mailId, at))
    await as(system, (work) => answerMailSent(work, mailId, company.ground.now()))
    expect(await sheet(number)).toMatchObject({ status: 'answered', answeredAt: at, dueOn: null })
    expect(await running(number)).toEqual([])
    await expect(as(responsible, (work) => recallAnswer(work, id))).rejects.toEqual(refused('answer-left'))
    expect((await timeline(number)).filter(({ action }) => action === 'answer-sent')).toHaveLength(1)
  })

  const mailOf = (answerId: string) =>
    company.ground.db.asOwner(async (tx) => (await tx<{ mailId: string }>`select mail_id from case_answers where id = ${answerId}`)[0]!.mailId)

  test('closes with cause, action and remedy, and the money where it is money', async () => {
    await expect(close(number, { remedy: 'refund' })).rejects.toEqual(wrong('money', 'amount-needed'))
    await expect(close(number, { causeId: newId() })).rejects.toEqual(wrong('causeId', 'cause-unknown'))
    await close(number, { remedy: 'refund', money: { amount: '250000' } })
    expect(await sheet(number)).toMatchObject({ status: 'closed', closure: { remedy: 'refund', amount: '250000', currency: 'COP', toldWay: 'mail', closedBy: { id: agent.id } } })
    await expect(close(number)).rejects.toEqual(refused('case-not-open'))
    await expect(answer(number)).rejects.toEqual(refused('case-not-open'))
  })

  test('reopens with clocks that run anew, and is withdrawn', async () => {
    clock.pass(60 * 24 * 3)
    await as(agent, (work) => reopenCase(work, number, { reason: 'Volvió a fallar' }))
    expect(await sheet(number)).toMatchObject({ status: 'open', reopened: 1, answeredAt: null, closedAt: null })
    expect((await running(number)).length).toBeGreaterThan(0)
    expect((await sheet(number)).dueOn).not.toBeNull()
    await as(agent, (work) => withdrawCase(work, number, { reason: 'El cliente desiste' }))
    expect(await sheet(number)).toMatchObject({ status: 'withdrawn', dueOn: null })
    expect(await running(number)).toEqual([])
  })

  test('and all of it is in its timeline, in order, with names and texts', async () => {
    const entries = await timeline(number)
    expect(entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id).sort())
    expect(entries.map(({ action }) => action)).toEqual([
      'case-registered', 'case-routed', 'case-routed', 'case-classified', 'case-retyped', 'case-corrected', 'area-asked', 'area-asked', 'area-reminded', 'area-answered', 'area-returned',
      'answer-awaits-approval', 'answer-returned', 'answer-awaits-approval', 'answer-approved', 'answer-sent', 'case-closed', 'case-reopened', 'case-withdrawn',
    ])
    expect(entries.find(({ action }) => action === 'area-answered')).toMatchObject({ actor: { name: 'Ana area-responder' }, message: { kind: 'area-answer', body: 'Se despachó otro' } })
    expect(entries.find(({ action }) => action === 'answer-sent')!.actor).toMatchObject({ kind: 'system', name: 'Acuse' })
    for (const one of await explained(number)) expect(one.sentences.length).toBeGreaterThan(3)
  })
})
