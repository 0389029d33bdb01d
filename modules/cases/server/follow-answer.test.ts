import { beforeAll, describe, expect, test } from 'vitest'
import { changeCompanyFlags, readCompanyFlags } from '#modules/calendars/server/keep-company-flags.ts'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, refused } from '#test/case-desk.ts'
import { WriteAnswer } from '../contract-work.ts'
import { beginExpired } from './begin-expired.ts'
import { answerMailSent, recallAnswer, recordDelivery } from './decide-answer.ts'
import { fulfilDuty } from './end-duty.ts'
import { mergeCase, unmergeCase } from './merge-case.ts'
import { reopenCase, withdrawCase } from './reopen-case.ts'
import { takeBackDuty } from './take-back-duty.ts'
import { lockCase } from './the-case.ts'
import { writeAnswer } from './write-answer.ts'

// Friday 26 June 2026, 4:40 p. m. in Bogotá; Monday 29 is a holiday.
const { company, head, agent, system, as, sheet, answer, close, clock, timeline, explained } = await aCaseDesk()
const aUser = () => aCase(company, agent, { kind: 'claim', channel: 'mail', flags: ['lpg-user'] })
const dutiesOf = async (number: string) => (await sheet(number)).duties.map(({ rule, state, happenedOn, end }) => [rule, state, happenedOn, end?.outcome ?? null])
const termOf = async (number: string, rule: string) => (await sheet(number)).terms.find((term) => term.rule === rule)
const BEFORE = company.ground.now()

describe('of a company that is no utility', () => {
  test('nothing follows from the answer', async () => {
    const { number } = await aCase(company, agent, { kind: 'claim' })
    await answer(number, { way: 'letter', recipient: '' })
    clock.pass(60 * 24 * 40)
    await beginExpired(company.ground)
    expect(await dutiesOf(number)).toEqual([])
    clock.set(BEFORE)
  })
})

describe('of a public utility', () => {
  beforeAll(async () => {
    const { version } = await as(head, readCompanyFlags)
    await as(head, (work) => changeCompanyFlags(work, { flags: ['es_ESP_GLP'], reason: 'Resolución de registro como E.S.P.' }, version))
  })

  test('the notice of an answer is due from the decision, and done when the customer has it', async () => {
    const { number } = await aUser()
    const { answerId } = await answer(number, { way: 'letter', recipient: '' })
    expect(await dutiesOf(number)).toEqual([['CO-SPD-NOT', 'running', '2026-06-26', null]])
    expect(await termOf(number, 'CO-SPD-NOT')).toMatchObject({ dueOn: '2026-07-06', state: 'running' })
    expect((await sheet(number)).may['close']).toBe('not-answered-yet')
    clock.pass(60 * 24 * 6)
    await as(agent, (work) => recordDelivery(work, answerId, { delivered: true, proof: 'Guía 1' }))
    expect(await dutiesOf(number)).toEqual([['CO-SPD-NOT', 'ended', '2026-06-26', 'done']])
    expect(await termOf(number, 'CO-SPD-NOT')).toMatchObject({ state: 'met', late: false })
    await close(number)
    clock.set(BEFORE)
  })

  test('an answer that is taken back before it left was not decided; the next one is, from its own day', async () => {
    const { number } = await aUser()
    const { answerId } = await answer(number, { way: 'mail', recipient: 'luz@clinica.example' })
    expect(await dutiesOf(number)).toEqual([['CO-SPD-NOT', 'running', '2026-06-26', null]])
    await as(agent, (work) => recallAnswer(work, answerId))
    expect([await dutiesOf(number), (await termOf(number, 'CO-SPD-NOT'))?.state]).toEqual([[], 'cancelled'])
    clock.pass(60 * 24 * 4)
    await answer(number, { way: 'letter', recipient: '' })
    expect(await dutiesOf(number)).toEqual([['CO-SPD-NOT', 'running', '2026-06-30', null]])
    clock.set(BEFORE)
  })

  test('what is taken back takes nothing from an answer on the merits that is on its way', async () => {
    const { number } = await aUser()
    await answer(number, { way: 'letter', recipient: '' })
    clock.pass(60)
    for (const final of [false, true]) {
      const { answerId } = await answer(number, { way: 'mail', recipient: 'luz@clinica.example', final })
      await as(agent, (work) => recallAnswer(work, answerId))
      expect([await dutiesOf(number), (await termOf(number, 'CO-SPD-NOT'))?.state]).toEqual([[['CO-SPD-NOT', 'running', '2026-06-26', null]], 'running'])
    }
    clock.set(BEFORE)
  })

  test('heard over the telephone, it is decided and told at once; told when it is closed, it is told', async () => {
    const [heard, closed] = [await aUser(), await aUser()]
    await answer(heard.number, { way: 'telephone' })
    expect(await dutiesOf(heard.number)).toEqual([['CO-SPD-NOT', 'ended', '2026-06-26', 'done']])
    await answer(closed.number, { way: 'letter', recipient: '' })
    await close(closed.number, { told: { way: 'telephone', at: company.ground.now() } })
    expect(await termOf(closed.number, 'CO-SPD-NOT')).toMatchObject({ state: 'met' })
  })

  describe('and came back', () => {
    const noticeOf = async (number: string) => [...(await dutiesOf(number)), (await termOf(number, 'CO-SPD-NOT'))?.state, (await termOf(number, 'CO-SPD-NOT'))?.metAt]
    async function mailed(number: string) {
      const { answerId } = await answer(number, { way: 'mail', recipient: 'luz@clinica.example' })
      const [row] = await company.ground.db.asOwner((tx) => tx<{ mailId: string }>`select mail_id from case_answers where id = ${answerId}`)
      await as(system, (work) => answerMailSent(work, row!.mailId, clock.now()))
      return answerId
    }
    const cameBack = (answerId: string) => as(agent, (work) => recordDelivery(work, answerId, { delivered: false, proof: 'Volvió: buzón lleno' }))
    const [done, running] = [['CO-SPD-NOT', 'ended', '2026-06-26', 'done'], ['CO-SPD-NOT', 'running', '2026-06-26', null]]

    test('its notice is owed again as its answer is, from where it stood, and done when they have it', async () => {
      const { number } = await aUser()
      const answerId = await mailed(number)
      expect(await noticeOf(number)).toEqual([done, 'met', clock.now()])
      await close(number)
      clock.pass(60)
      await cameBack(answerId)
      expect(await noticeOf(number)).toEqual([running, 'running', null])
      expect([(await sheet(number)).status, (await termOf(number, 'CO-SPD-NOT'))!.dueOn]).toEqual(['open', '2026-07-06'])
      expect((await timeline(number)).at(-1)!.details).toMatchObject({ runs: expect.arrayContaining(['CO-SPD-PQR', 'CO-SPD-NOT']) as unknown })
      clock.pass(60 * 24 * 20)
      await as(agent, (work) => recordDelivery(work, answerId, { delivered: true, proof: 'Guía 1' }))
      expect(await noticeOf(number)).toEqual([done, 'met', clock.now()])
      expect(await termOf(number, 'CO-SPD-NOT')).toMatchObject({ late: true })
      clock.set(BEFORE)
    })

    test('what told them since did it, at its own moment, until that comes back too', async () => {
      const { number } = await aUser()
      const first = await mailed(number)
      clock.pass(60 * 24)
      const second = await mailed(number)
      const at = clock.now()
      // Each decision has its notice: that of the second was done with the second.
      const decided = (await dutiesOf(number)).length
      clock.pass(60)
      await cameBack(first)
      expect((await dutiesOf(number)).map(([, state]) => state)).toEqual(Array.from({ length: decided }, () => 'ended'))
      expect(await noticeOf(number)).toContain(at)
      await cameBack(second)
      expect((await dutiesOf(number)).map(([, state]) => state)).toEqual(Array.from({ length: decided }, () => 'running'))
      clock.set(BEFORE)
    })

    test('done by somebody’s word it stays done; and so it does where the case is closed and the customer told otherwise', async () => {
      const [said, closed] = [await aUser(), await aUser()]
      const { answerId } = await answer(said.number, { way: 'mail', recipient: 'luz@clinica.example' })
      await as(agent, async (work) => fulfilDuty(work, (await sheet(said.number)).duties[0]!.id!, { on: '2026-06-26', to: 'El usuario', filing: 'Citación 12', note: '' }))
      const [row] = await company.ground.db.asOwner((tx) => tx<{ mailId: string }>`select mail_id from case_answers where id = ${answerId}`)
      clock.pass(1)
      await as(system, (work) => answerMailSent(work, row!.mailId, clock.now()))
      await cameBack(answerId)
      expect([(await sheet(said.number)).status, await dutiesOf(said.number), (await termOf(said.number, 'CO-SPD-NOT'))!.state]).toEqual(['open', [done], 'met'])

      const other = await mailed(closed.number)
      clock.pass(60)
      await close(closed.number, { told: { way: 'in-person', at: clock.now() } })
      const at = clock.now()
      await cameBack(other)
      expect([(await sheet(closed.number)).status, await noticeOf(closed.number)]).toEqual(['closed', [done, 'met', at]])
      clock.set(BEFORE)
    })
  })

  describe('of a case that is merged into another', () => {
    const merge = async (one: string, into: string) => (await as(head, (work) => mergeCase(work, one, { into, reason: 'El mismo hecho' }))).mergeId
    const letter = (number: string) => answer(number, { way: 'letter', recipient: '' })
    const delivered = (answerId: string) => as(agent, (work) => recordDelivery(work, answerId, { delivered: true, proof: 'Guía 1' }))
    const notices = async (number: string) => (await sheet(number)).duties.map(({ state, end }) => [state, end?.outcome ?? null])
    const clocks = async (number: string) => (await sheet(number)).terms.filter(({ rule }) => rule === 'CO-SPD-NOT').map(({ state, metAt }) => [state, metAt])

    test('the notices of both are done by either answer, and parted each by its own', async () => {
      const [one, two] = [await aUser(), await aUser()]
      const [first, second] = [await letter(one.number), await letter(two.number)]
      const mergeId = await merge(one.number, two.number)
      clock.pass(60)
      await delivered(first.answerId)
      const at = clock.now()
      expect([await notices(two.number), await clocks(two.number)]).toEqual([[['ended', 'done'], ['ended', 'done']], [['met', at], ['met', at]]])
      await as(head, (work) => unmergeCase(work, mergeId))
      expect([await notices(one.number), await clocks(one.number)]).toEqual([[['ended', 'done']], [['met', at]]])
      expect([await notices(two.number), await clocks(two.number)]).toEqual([[['running', null]], [['running', null]]])

      const again = await merge(two.number, one.number)
      expect([await notices(one.number), await clocks(one.number)]).toEqual([[['ended', 'done'], ['running', null]], [['met', at], ['running', null]]])
      await answer(one.number)
      expect((await notices(one.number)).every(([state]) => state === 'ended')).toBe(true)
      await as(head, (work) => unmergeCase(work, again))
      // What the other answered meanwhile is its own: of this one the letter is on its way still.
      expect([await notices(two.number), await clocks(two.number)]).toEqual([[['running', null]], [['running', null]]])
      await delivered(second.answerId)
      expect(await notices(two.number)).toEqual([['ended', 'done']])
      clock.set(BEFORE)
    })

    test('an answer that is taken back before it left was not decided, wherever its notice went', async () => {
      const [one, two] = [await aUser(), await aUser()]
      const { answerId } = await answer(one.number, { way: 'mail', recipient: 'luz@clinica.example' })
      await merge(one.number, two.number)
      expect(await notices(two.number)).toEqual([['running', null]])
      await as(agent, (work) => recallAnswer(work, answerId))
      expect([await notices(two.number), await clocks(two.number)]).toEqual([[], [['cancelled', null]]])
    })
  })

  test('that it was told is not taken back where it was; said by mistake, it is, and the telling does it, before or after', async () => {
    const [heard, letter] = [await aUser(), await aUser()]
    await answer(heard.number, { way: 'telephone' })
    const { answerId } = await answer(letter.number, { way: 'letter', recipient: '' })
    const [{ id: done }, { id: owed }] = [(await sheet(heard.number)).duties[0]!, (await sheet(letter.number)).duties[0]!]
    const takeBack = (id: string | null) => as(agent, (work) => takeBackDuty(work, id!, 'done', { reason: 'Se marcó el que no era' }))
    await expect(takeBack(done)).rejects.toEqual(refused('duty-told'))
    await as(agent, (work) => fulfilDuty(work, owed!, { on: '2026-06-26', to: '', filing: '', note: '' }))
    await takeBack(owed)
    expect(await termOf(letter.number, 'CO-SPD-NOT')).toMatchObject({ dueOn: '2026-07-06', state: 'running' })
    await as(agent, (work) => fulfilDuty(work, owed!, { on: '2026-06-26', to: '', filing: '', note: '' }))
    clock.pass(60 * 24 * 6)
    await as(agent, (work) => recordDelivery(work, answerId, { delivered: true, proof: 'Guía 1' }))
    expect(await termOf(letter.number, 'CO-SPD-NOT')).toMatchObject({ metAt: BEFORE })
    await takeBack(owed)
    expect(await dutiesOf(letter.number)).toEqual([['CO-SPD-NOT', 'ended', '2026-06-26', 'done']])
    expect(await termOf(letter.number, 'CO-SPD-NOT')).toMatchObject({ metAt: company.ground.now(), state: 'met' })
    await expect(takeBack(owed)).rejects.toEqual(refused('duty-told'))
    clock.set(BEFORE)
  })

  test('where the term ran out, its effects are recognised within 72 hours of that instant: once, and not of a case that is no user’s', async () => {
    const [{ number }, other] = [await aUser(), await aCase(company, agent, { kind: 'claim', channel: 'mail' })]
    await beginExpired(company.ground)
    expect(await dutiesOf(number)).toEqual([])
    const { dueAt } = (await termOf(number, 'CO-SPD-PQR'))!
    clock.set(new Date(Date.parse(dueAt) + 60_000).toISOString())
    await beginExpired(company.ground)
    await beginExpired(company.ground)
    expect([await dutiesOf(number), await dutiesOf(other.number)]).toEqual([[['CO-SPD-SAP', 'running', '2026-07-22', null]], []])
    expect(await termOf(number, 'CO-SPD-SAP')).toMatchObject({ receivedAt: dueAt, dueAt: new Date(Date.parse(dueAt) + 72 * 3_600_000).toISOString() })
    expect((await explained(number)).find(({ rule }) => rule === 'CO-SPD-SAP')!.sentences[2]).toMatch(/^Vencido el término de respuesta el miércoles, 22 de julio de 2026/)
    expect((await timeline(number)).filter(({ action }) => action === 'duty-begun')).toMatchObject([{ actor: { kind: 'system' }, details: { event: 'expiry', on: '2026-07-22' } }])
    clock.set(BEFORE)
  })

  test('of a case that is opened again, once more where its new term runs out, however the first time ended', async () => {
    const [{ number }, desisted] = [await aUser(), await aUser()]
    const runOut = async (of: string) => {
      clock.set(new Date(Date.parse((await sheet(of)).terms.findLast(({ rule, state }) => rule === 'CO-SPD-PQR' && state === 'running')!.dueAt) + 60_000).toISOString())
      await beginExpired(company.ground)
      await beginExpired(company.ground)
    }
    await runOut(number)
    const [[first], [other]] = [(await sheet(number)).duties, (await sheet(desisted.number)).duties]
    await as(agent, (work) => fulfilDuty(work, first!.id!, { on: '2026-07-23', to: '', filing: '', note: '' }))
    await close(number, { told: { way: 'telephone', at: company.ground.now() } })
    await as(head, (work) => withdrawCase(work, desisted.number, { reason: 'El cliente desiste' }))
    expect(other).toMatchObject({ rule: 'CO-SPD-SAP', state: 'running' })
    clock.pass(60)
    for (const one of [number, desisted.number]) await as(head, (work) => reopenCase(work, one, { reason: 'Vuelve por los mismos hechos' }))
    await beginExpired(company.ground)
    expect([await dutiesOf(number), await dutiesOf(desisted.number)]).toEqual([[['CO-SPD-SAP', 'ended', '2026-07-22', 'done']], [['CO-SPD-SAP', 'ended', '2026-07-22', 'withdrawn']]])
    await runOut(number)
    const again = ['CO-SPD-SAP', 'running', '2026-08-14', null]
    expect([await dutiesOf(number), await dutiesOf(desisted.number)]).toEqual([[['CO-SPD-SAP', 'ended', '2026-07-22', 'done'], again], [['CO-SPD-SAP', 'ended', '2026-07-22', 'withdrawn'], again]])
    expect((await timeline(number)).filter(({ action }) => action === 'duty-begun')).toHaveLength(2)
    clock.set(BEFORE)
  })

  test('nothing begins of an expiry where the answer was given while the pass waited for the case', async () => {
    const { number } = await aUser()
    clock.set(new Date(Date.parse((await termOf(number, 'CO-SPD-PQR'))!.dueAt) + 60_000).toISOString())
    let pass = Promise.resolve()
    await as(agent, async (work) => {
      await writeAnswer(work, number, WriteAnswer.body!.parse({ way: 'telephone', body: 'Se revisó su caso y se repuso el cilindro.' }))
      pass = beginExpired(company.ground)
      await expect.poll(() => company.ground.db.asOwner((tx) => tx`select from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`)).not.toEqual([])
    })
    await pass
    expect((await dutiesOf(number)).map(([rule]) => rule)).toEqual(['CO-SPD-NOT'])
    clock.set(BEFORE)
  })

  test('a pass that finds nothing new locks nothing', async () => {
    const { number } = await aUser()
    clock.set(new Date(Date.parse((await termOf(number, 'CO-SPD-PQR'))!.dueAt) + 60_000).toISOString())
    await beginExpired(company.ground)
    await as(agent, async (work) => {
      await lockCase(work, number)
      await beginExpired(company.ground)
    })
    clock.set(BEFORE)
  })
})
