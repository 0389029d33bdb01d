import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { BadInput, Forbidden, NotFound, Refusal, Stale } from '#kernel/refusal.ts'
import { systemActor } from '#platform/server/ground.ts'
import type { Work } from '#platform/server/work.ts'
import { aCase, aCompany, anActor, casesNeeds, doing, type Company } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import * as contract from '../contract-work.ts'
import { answerAreaRequest, remindArea, returnAreaRequest } from './answer-area-request.ts'
import { askArea } from './ask-area.ts'
import { assignCase } from './assign-case.ts'
import { classifyCase } from './classify-case.ts'
import { closeCase } from './close-case.ts'
import { correctCase } from './correct-case.ts'
import { answerMailFailed, answerMailSent, approveAnswer, recallAnswer, recordDelivery, returnAnswer } from './decide-answer.ts'
import { extendTerm, pauseTerm, resumeTerm } from './extend-term.ts'
import { addApprovalRule } from './keep-approvals.ts'
import { linkCase, snoozeCase, wakeCase } from './link-case.ts'
import { mergeCase, unmergeCase } from './merge-case.ts'
import { readCase } from './read-case.ts'
import { readTermsExplained } from './read-terms.ts'
import { readTimeline } from './read-timeline.ts'
import { reopenCase, withdrawCase } from './reopen-case.ts'
import { retypeCase } from './retype-case.ts'
import { routeCase } from './route-case.ts'
import { readDrafts, saveDraft } from './save-draft.ts'
import { defaultTargets } from './seed.ts'
import { writeAnswer } from './write-answer.ts'
import { writeNote } from './write-note.ts'

let company: Company
let head: Actor
let agent: Actor
let responsible: Actor
let delivery: Actor
let sales: Actor
let system: Actor

beforeAll(async () => {
  company = await aCompany(await aGround(), { targets: defaultTargets() })
  const branchId = company.branches['BOG']!
  head = await anActor(company, 'head')
  agent = await anActor(company, 'agent', { branchId })
  responsible = await anActor(company, 'branch-responsible', { branchId })
  delivery = await anActor(company, 'area-responder', { areaId: company.areas['ENT']! })
  sales = await anActor(company, 'area-responder', { areaId: company.areas['GEC']! })
  system = systemActor(company.organisationId)
})

const as = <T>(actor: Actor, body: (work: Work) => Promise<T>) => doing(company, actor, body)
const sheet = (number: string, actor = head) => as(actor, (work) => readCase(work, number))
const explained = async (number: string) => (await as(head, (work) => readTermsExplained(casesNeeds, work, number))).items
const timeline = async (number: string) => (await as(head, (work) => readTimeline(work, number, { limit: 200 }))).items
const running = async (number: string) => (await sheet(number)).terms.filter(({ state }) => state === 'running').map(({ rule }) => rule)
const answer = (number: string, asked: Record<string, unknown> = {}, actor = agent) =>
  as(actor, (work) => writeAnswer(work, number, contract.WriteAnswer.body!.parse({ way: 'telephone', body: 'Se revisó su caso y se repuso el cilindro.', ...asked })))
const close = (number: string, asked: Record<string, unknown> = {}, actor = agent) =>
  as(actor, (work) => closeCase(work, number, contract.CloseCase.body!.parse({ causeId: company.causes['ENTREGA'], actionTaken: 'Se repuso', remedy: 'replacement', ...asked })))
const refused = (code: string) => expect.objectContaining({ code }) as Refusal
const wrong = (path: string, code: string) => expect.objectContaining({ fields: [expect.objectContaining({ path, code })] }) as BadInput

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
    company.ground.clock.pass(1)
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
    company.ground.clock.pass(60 * 24 * 3)
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

  test('a letter counts when its delivery is recorded, and not before it was written', async () => {
    const { number } = await aCase(company, agent, {})
    company.ground.clock.pass(10)
    const { answerId } = await answer(number, { way: 'letter', recipient: 'Calle 80' })
    expect(await sheet(number)).toMatchObject({ status: 'open' })
    await expect(as(agent, (work) => recordDelivery(work, answerId, { delivered: true, at: '2026-06-20T10:00:00.000Z', proof: 'Guía 1' }))).rejects.toEqual(wrong('at', 'told-before-received'))
    company.ground.clock.pass(60)
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

describe('terms', () => {
  const petition = async (number: string) => (await explained(number)).find(({ rule }) => rule === 'CO-PET-GEN')!

  test('are extended before they expire, once, with notice to the customer', async () => {
    const { number } = await aCase(company, agent, { reporter: { email: 'ext@b.example' } })
    const before = await petition(number)
    expect(before.extension).toEqual({ refusal: null, most: 15 })
    await expect(as(agent, (work) => extendTerm(work, number, { termId: before.id, days: 16, reason: 'Falta el dictamen del laboratorio' }))).rejects.toEqual(refused('term-cannot-be-extended'))
    const { dueOn } = await as(agent, (work) => extendTerm(work, number, { termId: before.id, days: 10, reason: 'Falta el dictamen del laboratorio' }))
    expect(dueOn > before.dueOn).toBe(true)
    const after = await petition(number)
    expect(after).toMatchObject({ dueOn, extensions: [{ amount: 10 }], extension: { refusal: 'extension-times-exhausted' } })
    expect(after.counted).toHaveLength(25)
    const mails = await company.ground.db.asOwner((tx) => tx`select id from outgoing_mails where purpose = 'extension' and recipient = 'ext@b.example'`)
    expect(mails).toHaveLength(1)
  })

  test('are not extended after', async () => {
    const receivedAt = new Date(Date.parse(company.ground.now()) - 40 * 86_400_000).toISOString()
    const { number } = await aCase(company, agent, { receivedAt })
    const term = await petition(number)
    expect(term).toMatchObject({ late: true, extension: { refusal: 'extension-notice-late' } })
    await expect(as(agent, (work) => extendTerm(work, number, { termId: term.id, days: 5, reason: 'Falta el dictamen del laboratorio' }))).rejects.toEqual(refused('term-cannot-be-extended'))
    await expect(as(agent, (work) => extendTerm(work, number, { termId: newId(), days: 5, reason: 'Falta el dictamen del laboratorio' }))).rejects.toThrow(NotFound)
  })

  test('pause by a cause the rule knows, and come back with the days they had', async () => {
    const { number } = await aCase(company, agent, {})
    const term = await petition(number)
    expect(term.pauseCauses).toEqual(['customer-completion', 'evidence-period'])
    await expect(as(agent, (work) => pauseTerm(work, number, { termId: term.id, cause: 'holidays', reason: 'Vacaciones' }))).rejects.toEqual(refused('term-cannot-be-paused'))
    await as(agent, (work) => pauseTerm(work, number, { termId: term.id, cause: 'customer-completion', reason: 'Falta la factura' }))
    expect(await sheet(number)).toMatchObject({ waitingFor: 'customer' })
    expect(await petition(number)).toMatchObject({ state: 'paused', pauses: [{ cause: 'customer-completion', to: null }], extension: { refusal: 'term-not-running' }, pauseCauses: [] })
    company.ground.clock.pass(60 * 24 * 7)
    const { dueOn } = await as(agent, (work) => resumeTerm(work, number, { termId: term.id, reason: '' }))
    expect(dueOn > term.dueOn).toBe(true)
    expect(await petition(number)).toMatchObject({ state: 'running', dueOn })
    expect(await sheet(number)).toMatchObject({ waitingFor: null })
    await expect(as(agent, (work) => resumeTerm(work, number, { termId: term.id, reason: '' }))).rejects.toEqual(refused('term-not-paused'))
  })

  test('a case all of whose clocks are paused waits for the customer, and is due again when one runs', async () => {
    const { number } = await aCase(company, agent, {})
    await answer(number, { final: false })
    const term = await petition(number)
    await as(agent, (work) => pauseTerm(work, number, { termId: term.id, cause: 'evidence-period', reason: 'Pruebas en curso' }))
    expect(await sheet(number)).toMatchObject({ dueOn: null, waitingFor: 'customer' })
    await as(agent, (work) => resumeTerm(work, number, { termId: term.id, reason: '' }))
    expect((await sheet(number)).dueOn).not.toBeNull()
  })
})

describe('merging', () => {
  test('moves clocks and requests, leads numbers on, and un-merging restores both exactly', async () => {
    company.ground.clock.set('2026-07-15T15:00:00.000Z')
    const [one, two] = [await withEverything('2026-07-15T13:30:00.000Z'), await withEverything()]
    const before = await snapshot([one.id, two.id])
    const { mergeId } = await as(responsible, (work) => mergeCase(work, one.number, { into: two.number, reason: 'El mismo hecho' }))

    const merged = await sheet(one.number)
    expect(merged).toMatchObject({ number: two.number, alias: one.number, merged: [{ number: one.number, mergeId }] })
    expect(merged.terms.filter(({ governs }) => governs)).toHaveLength(1)
    expect(merged.terms.find(({ governs }) => governs)!.receivedAt).toBe('2026-07-15T13:30:00.000Z')
    expect(merged.areaRequests).toHaveLength(2)
    expect((await as(agent, (work) => readDrafts(work, two.number))).items).toHaveLength(2)
    expect((await timeline(two.number)).map(({ number }) => number)).toContain(one.number)
    await explained(two.number)
    await expect(as(responsible, (work) => mergeCase(work, one.number, { into: two.number, reason: 'Otra vez' }))).rejects.toThrow(Refusal)

    await as(responsible, (work) => unmergeCase(work, mergeId))
    expect(await snapshot([one.id, two.id])).toEqual(before)
    await expect(as(responsible, (work) => unmergeCase(work, mergeId))).rejects.toEqual(refused('merge-undone'))
    expect(await sheet(one.number)).toMatchObject({ number: one.number, alias: null, mergedInto: null })
  })

  test('goes on through a chain, and is undone from its end', async () => {
    const [a, b, c] = [await aCase(company, agent), await aCase(company, agent), await aCase(company, agent)]
    const first = await as(head, (work) => mergeCase(work, a.number, { into: b.number, reason: 'Igual' }))
    const second = await as(head, (work) => mergeCase(work, b.number, { into: c.number, reason: 'Igual' }))
    expect(await sheet(a.number)).toMatchObject({ number: c.number, alias: a.number })
    expect((await sheet(c.number)).merged.map(({ number }) => number).sort()).toEqual([a.number, b.number].sort())
    await expect(as(head, (work) => unmergeCase(work, first.mergeId))).rejects.toEqual(refused('merge-went-on'))
    await as(head, (work) => unmergeCase(work, second.mergeId))
    await as(head, (work) => unmergeCase(work, first.mergeId))
    for (const { number } of [a, b, c]) expect(await sheet(number)).toMatchObject({ number, status: 'open' })
  })

  test('refuses itself, two customers, and what is closed', async () => {
    const [a, b, c] = [await named(0), await named(1), await named(0)]
    await expect(as(head, (work) => mergeCase(work, a.number, { into: a.number, reason: 'Igual' }))).rejects.toEqual(refused('merge-with-itself'))
    await expect(as(head, (work) => mergeCase(work, a.number, { into: b.number, reason: 'Igual' }))).rejects.toEqual(refused('merge-other-customer'))
    await answer(c.number)
    await close(c.number)
    await expect(as(head, (work) => mergeCase(work, a.number, { into: c.number, reason: 'Igual' }))).rejects.toEqual(refused('merge-closed'))
    await expect(as(head, (work) => unmergeCase(work, newId()))).rejects.toThrow(NotFound)
  })

  const named = (at: number) => aCase(company, agent, { customer: { status: 'known', customerId: company.customers[at]!.id } })

  async function withEverything(receivedAt = company.ground.now()) {
    const theCase = await aCase(company, agent, { receivedAt, customer: { status: 'known', customerId: company.customers[2]!.id } })
    await as(agent, (work) => askArea(work, theCase.number, { areaId: company.areas['ENT']!, question: '¿Qué pasó?', files: [] }))
    await as(agent, (work) => writeNote(work, theCase.number, { kind: 'note', body: 'Llamó dos veces', mentions: [], files: [] }))
    await as(agent, (work) => saveDraft(work, theCase.number, 'answer', { body: 'Estimada', fields: {}, overwrite: false }, 0))
    await as(agent, (work) => snoozeCase(work, theCase.number, { until: new Date(Date.parse(company.ground.now()) + 3_600_000).toISOString(), reason: 'Espera la guía' }))
    return theCase
  }

  /** Every row of both cases, but for the counter that says something happened. */
  const snapshot = (ids: readonly string[]) =>
    company.ground.db.asOwner(async (tx) => ({
      cases: await tx`select to_jsonb(c) - 'version' - 'search' as row from cases c where id = any (${ids}::uuid[]) order by id`,
      terms: await tx`select to_jsonb(t) as row from case_terms t where case_id = any (${ids}::uuid[]) order by id`,
      requests: await tx`select to_jsonb(t) as row from area_requests t where case_id = any (${ids}::uuid[]) order by id`,
      messages: await tx`select to_jsonb(t) as row from case_messages t where case_id = any (${ids}::uuid[]) order by id`,
      drafts: await tx`select to_jsonb(t) as row from case_drafts t where case_id = any (${ids}::uuid[]) order by case_id, author_id, kind`,
    }))
})

describe('numbers', () => {
  test('are consecutive under fifty registrations at once, with no gap and none twice', async () => {
    const branchId = company.branches['MED']!
    const given = await Promise.all(Array.from({ length: 50 }, () => aCase(company, head, { branchId })))
    expect(given.map(({ number }) => number).sort()).toEqual(Array.from({ length: 50 }, (_, i) => `MED-2026-${String(i + 1).padStart(6, '0')}`))
  })

  test('a registration that is refused uses none', async () => {
    const branchId = company.branches['CAL']!
    await expect(aCase(company, head, { branchId, productId: newId() })).rejects.toEqual(wrong('productId', 'product-unknown'))
    expect((await aCase(company, head, { branchId })).number).toBe('CAL-2026-000001')
  })

  test('the same id again answers the same case, and does nothing more', async () => {
    const id = newId()
    const first = await aCase(company, agent, { id })
    const again = await aCase(company, agent, { id })
    expect({ ...again, terms: again.terms.length }).toEqual({ ...first, terms: first.terms.length })
    expect((await timeline(first.number)).filter(({ action }) => action === 'case-registered')).toHaveLength(1)
  })

  test('the same id twice at the same moment is one case', async () => {
    const id = newId()
    const given = await Promise.all([aCase(company, agent, { id }), aCase(company, agent, { id }), aCase(company, agent, { id })])
    expect(new Set(given.map(({ number }) => number)).size).toBe(1)
  })

  test('an id that somebody else’s case has is refused', async () => {
    const { id } = await aCase(company, head, {})
    await expect(aCase(company, agent, { id })).rejects.toEqual(refused('case-id-taken'))
  })
})

describe('who may', () => {
  test('what is outside the reach is not there', async () => {
    const { number } = await aCase(company, head, { branchId: company.branches['CAL']! })
    for (const body of [
      (work: Work) => readCase(work, number), (work: Work) => readTimeline(work, number, { limit: 5 }), (work: Work) => readTermsExplained(casesNeeds, work, number),
      (work: Work) => writeNote(work, number, { kind: 'note' as const, body: 'x', mentions: [], files: [] }), (work: Work) => assignCase(work, number, { ownerId: agent.id, reason: '' }),
    ] as ((work: Work) => Promise<unknown>)[])
      await expect(as(agent, body)).rejects.toThrow(NotFound)
  })

  test('whoever reads only cannot work', async () => {
    const auditor = await anActor(company, 'auditor')
    const { number } = await aCase(company, agent)
    await expect(as(auditor, (work) => writeNote(work, number, { kind: 'note', body: 'x', mentions: [], files: [] }))).rejects.toThrow(Forbidden)
    const { may } = await sheet(number, auditor)
    expect(new Set(Object.values(may))).toEqual(new Set(['forbidden']))
  })

  test('an owner works there; taking from somebody else says why', async () => {
    const { number } = await aCase(company, agent)
    await expect(as(responsible, (work) => assignCase(work, number, { ownerId: delivery.id, reason: 'x' }))).rejects.toEqual(wrong('ownerId', 'owner-cannot-work-it'))
    await expect(as(head, (work) => assignCase(work, number, { ownerId: agent.id, reason: '' }))).rejects.toEqual(refused('reason-needed'))
    await as(responsible, (work) => assignCase(work, number, { ownerId: agent.id, reason: '' }))
    expect((await sheet(number)).owner?.id).toBe(agent.id)
  })

  test('a supplier’s people see whom it is about, and part of how to reach them', async () => {
    const supplier = await anActor(company, 'supplier-agent', { supplierId: company.supplierId })
    const { number } = await aCase(company, supplier, { branch: 'BOG', reporter: { name: 'Luz', telephone: '300 123 4567', email: 'luz@clinica.example' } })
    const { reporter } = await sheet(number, supplier)
    expect(reporter).toMatchObject({ name: 'Luz', telephone: '••• ••• •567', email: 'l•••@clinica.example' })
  })

  test('snoozing, waking, linking', async () => {
    const [a, b] = [await aCase(company, agent), await aCase(company, agent)]
    await expect(as(agent, (work) => snoozeCase(work, a.number, { until: '2020-01-01T00:00:00.000Z', reason: 'Antes' }))).rejects.toEqual(refused('snooze-in-past'))
    await expect(as(agent, (work) => snoozeCase(work, a.number, { until: '2030-01-01T00:00:00.000Z', reason: 'Después' }))).rejects.toEqual(refused('snooze-beyond-due'))
    await as(agent, (work) => wakeCase(work, a.number))
    await expect(as(agent, (work) => linkCase(work, a.number, { to: a.number, reason: '' }))).rejects.toEqual(refused('link-with-itself'))
    await as(agent, (work) => linkCase(work, a.number, { to: b.number, reason: 'Mismo camión' }))
    expect((await sheet(b.number)).links).toMatchObject([{ number: a.number, reason: 'Mismo camión' }])
  })
})
