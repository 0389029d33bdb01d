import { describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { aCase, anActor } from '#test/builders.ts'
import { aCaseDesk } from '#test/case-desk.ts'
import { firstAnsweredAt, type Happened } from '../rules/first-answer.ts'
import { governing, owed } from '../rules/governing.ts'
import { answerMailSent, approveAnswer, recordDelivery } from './decide-answer.ts'
import { addApprovalRule } from './keep-approvals.ts'
import { listCases } from './list-cases.ts'
import { reopenCase } from './reopen-case.ts'
import { writeNote } from './write-note.ts'
import { ListCases } from '../contract-lists.ts'

const { company, head, agent, system, as, sheet, running, answer, close, clock, timeline } = await aCaseDesk()
const program: Actor = { ...(await anActor(company, 'agent', { branchId: company.branches['BOG']! })), kind: 'token' }
const first = async (number: string) => (await sheet(number)).terms.filter(({ rule }) => rule === 'INT-FIRST').at(-1)!
const spoke = (number: string, actor = agent) => as(actor, (work) => writeNote(work, number, { kind: 'telephone-note', body: 'Contesta y queda enterado', spoke: true, mentions: [], files: [] }))
const minutes = (n: number) => new Date(Date.parse(company.ground.now()) - n * 60_000).toISOString()

/** What the rule reads out of the history is what the clock says. */
async function agrees(number: string) {
  const history = (await timeline(number)).map(({ action, actor, at, details }): Happened => ({ action, by: actor.kind as Happened['by'], at, details }))
  const { metAt, receivedAt } = await first(number)
  expect(firstAnsweredAt(history, receivedAt)).toBe(metAt)
}

describe('the clock of the first answer of a person', () => {
  test('stops when a person takes the call or the visit, and the date of law binds', async () => {
    for (const channel of ['telephone', 'visit'] as const) {
      const { number, terms } = await aCase(company, agent, { channel })
      expect(terms.map(({ rule, state, governs }) => [rule, state, governs])).toEqual([['CO-PET-GEN', 'running', true], ['INT-FIRST', 'met', false]])
      expect((await sheet(number)).owed).toBeNull()
      await agrees(number)
    }
  })

  test('runs on when it was noted later, came otherwise, or a program registered it', async () => {
    for (const [actor, asked] of [[agent, { channel: 'telephone', receivedAt: minutes(90) }], [agent, { channel: 'letter' }], [program, { channel: 'telephone' }]] as const) {
      const { number } = await aCase(company, actor, asked)
      expect(await running(number)).toContain('INT-FIRST')
      await agrees(number)
    }
  })

  test('stops with a note of a conversation, and not with one of a call that nobody took', async () => {
    const { number } = await aCase(company, agent)
    await as(agent, (work) => writeNote(work, number, { kind: 'telephone-note', body: 'No contesta', mentions: [], files: [] }))
    await spoke(number, program)
    expect(await running(number)).toContain('INT-FIRST')
    clock.pass(20)
    await spoke(number)
    expect(await sheet(number)).toMatchObject({ status: 'open', owed: null })
    expect(await running(number)).toEqual(['CO-PET-GEN'])
    expect((await first(number)).metAt).toBe(company.ground.now())
    await agrees(number)
  })

  test('stops with an answer of a person that reached them, final or not, and by mail not before', async () => {
    const { number } = await aCase(company, agent, { reporter: { email: 'a@b.example' } })
    const { answerId } = await answer(number, { way: 'mail', final: false })
    expect(await running(number)).toContain('INT-FIRST')
    await agrees(number)
    const [row] = await company.ground.db.asOwner((tx) => tx<{ mailId: string }>`select mail_id from case_answers where id = ${answerId}`)
    clock.pass(1)
    const at = company.ground.now()
    clock.pass(3)
    await as(system, (work) => answerMailSent(work, row!.mailId, at))
    expect((await first(number)).metAt).toBe(at)
    await agrees(number)

    const letter = await aCase(company, agent, { channel: 'letter' })
    const sent = await answer(letter.number, { way: 'letter', recipient: 'Calle 80', final: false })
    clock.pass(60)
    await as(agent, (work) => recordDelivery(work, sent.answerId, { delivered: true, at: minutes(10), proof: 'Guía 1' }))
    await agrees(letter.number)
  })

  test('does not stop for what a program writes by itself; with its answer on the merits nobody waits for a first one', async () => {
    const { number } = await aCase(company, agent)
    await answer(number, { final: false }, program)
    expect(await running(number)).toContain('INT-FIRST')
    await answer(number, {}, program)
    expect(await sheet(number)).toMatchObject({ status: 'answered' })
    expect(await first(number)).toMatchObject({ state: 'cancelled', metAt: null })
    await agrees(number)
  })

  test('stops when a person lets go what a program wrote', async () => {
    await as(head, (work) => addApprovalRule(work, { kinds: ['suggestion'], amountAbove: null, active: true }))
    const { number } = await aCase(company, agent, { kind: 'suggestion' })
    const { answerId } = await answer(number, { final: false }, program)
    clock.pass(5)
    await as(head, (work) => approveAnswer(work, answerId))
    expect((await first(number)).metAt).toBeNull()
    clock.pass(5)
    await as(head, (work) => recordDelivery(work, answerId, { delivered: true, proof: '' }))
    expect((await first(number)).metAt).toBe(company.ground.now())
    await agrees(number)
  })

  test('runs anew after a reopening, and stops with a closure that says how they were told', async () => {
    const { number } = await aCase(company, agent, { channel: 'visit' })
    await answer(number)
    await close(number)
    clock.pass(60)
    await as(agent, (work) => reopenCase(work, number, { reason: 'Volvió a pasar' }))
    expect(await running(number)).toContain('INT-FIRST')
    clock.pass(60)
    await close(number, { told: { way: 'in-person', at: minutes(5) } })
    await agrees(number)
  })
})

describe('a target of the house that was missed', () => {
  test('does not hide the date of law that comes next, in the list and on the sheet', async () => {
    const { number } = await aCase(company, agent)
    clock.pass(60 * 24 * 5)
    const { terms, ...theCase } = await sheet(number)
    const [target, law] = [governing(terms)!, owed(terms)!]
    expect([target.rule, law.rule]).toEqual(['INT-FIRST', 'CO-PET-GEN'])
    expect(theCase).toMatchObject({ dueAt: target.dueAt, owed: { dueAt: law.dueAt, dueOn: law.dueOn, layer: 'law' } })
    const overdue = (await as(head, (work) => listCases(work, ListCases.query!.parse({ list: 'overdue' })))).items.find((row) => row.number === number)
    expect(overdue).toMatchObject({ dueAt: target.dueAt, owed: theCase.owed })

    await spoke(number)
    expect(await sheet(number)).toMatchObject({ dueAt: law.dueAt, dueOn: law.dueOn, owed: null })
    expect((await as(head, (work) => listCases(work, ListCases.query!.parse({ list: 'overdue' })))).items.some((row) => row.number === number)).toBe(false)
  })
})
