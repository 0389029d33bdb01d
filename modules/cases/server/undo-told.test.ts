import { expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { aCase, anActor } from '#test/builders.ts'
import { aCaseDesk, refused } from '#test/case-desk.ts'
import { answerMailFailed, answerMailSent, recordDelivery } from './decide-answer.ts'
import { mergeCase } from './merge-case.ts'
import { pauseTerm } from './extend-term.ts'
import { withdrawCase } from './reopen-case.ts'
import { warnEverywhere } from './warn.ts'
import { writeNote } from './write-note.ts'

const { company, head, agent, responsible, system, as, sheet, running, answer, close, clock, timeline } = await aCaseDesk()
const program: Actor = { ...(await anActor(company, 'agent', { branchId: company.branches['BOG']! })), kind: 'token' }
const { db } = company.ground
const BOTH = ['CO-PET-GEN', 'INT-FIRST']

/** A case whose answer on the merits left by mail half an hour after it came in. */
async function answered(asked: Parameters<typeof answer>[1] = {}, by = agent) {
  const { number, terms } = await aCase(company, agent, { channel: 'mail', reporter: { email: 'ana@b.example' } })
  clock.pass(30)
  const { answerId } = await answer(number, { way: 'mail', ...asked }, by)
  const [row] = await db.asOwner((tx) => tx<{ mailId: string }>`select mail_id from case_answers where id = ${answerId}`)
  await as(system, (work) => answerMailSent(work, row!.mailId, clock.now()))
  return { number, answerId, mailId: row!.mailId, terms }
}
const cameBack = (answerId: string, actor = agent) => as(actor, (work) => recordDelivery(work, answerId, { delivered: false, proof: 'Volvió: buzón lleno' }))
const term = async (number: string, rule: string) => (await sheet(number)).terms.find((one) => one.rule === rule)!
const noticesTo = (recipient: string, number: string) => db.asOwner((tx) => tx<{ subject: string }>`
  select m.content ->> 'subject' as subject from outgoing_mails m join cases c on c.id = m.subject_id
  where c.number = ${number} and m.purpose = 'answer-not-delivered' and m.recipient = ${recipient}`)
const mailOf = async ({ id }: Actor) => (await db.asOwner((tx) => tx<{ email: string }>`select email from people where id = ${id}`))[0]!.email

test('an answer that left and came back is no answer: its clocks run again from where they stood, and whoever answers for the case hears of it', async () => {
  const { number, answerId, terms } = await answered()
  expect([(await sheet(number)).status, await running(number)]).toEqual(['answered', []])
  await db.asOwner((tx) => tx`update cases set owner_id = ${responsible.id} where number = ${number}`)
  await cameBack(answerId)
  expect(await sheet(number)).toMatchObject({
    status: 'open', answeredAt: null, dueAt: terms.find(({ governs }) => governs)!.dueAt, owed: { dueAt: terms.find(({ rule }) => rule === 'CO-PET-GEN')!.dueAt },
    answers: [{ status: 'failed', toldAt: null, delivery: 'Volvió: buzón lleno' }],
    terms: expect.arrayContaining(terms.map(({ id, dueAt }) => expect.objectContaining({ id, dueAt, metAt: null }) as unknown)) as unknown,
  })
  expect((await running(number)).sort()).toEqual(BOTH)
  expect((await timeline(number)).at(-1)).toMatchObject({ action: 'answer-not-delivered', reason: 'Volvió: buzón lleno', details: { answerId, runs: expect.arrayContaining(BOTH) } })
  expect(await noticesTo(await mailOf(responsible), number)).toEqual([{ subject: `La respuesta del caso ${number} no le llegó al cliente` }])
  await expect(close(number)).rejects.toEqual(refused('not-answered-yet'))
  // Said once more it changes nothing, and nobody has to be told what they said themselves.
  await cameBack(answerId)
  await cameBack(answerId, responsible)
  expect([(await running(number)).sort(), await noticesTo(await mailOf(responsible), number)]).toEqual([BOTH, [expect.anything()]])
})

test('delivered by another way it is an answer again, of that moment; late if late, and warned of', async () => {
  const { number, answerId } = await answered()
  clock.set('2026-07-06T15:00:00.000Z')
  await cameBack(answerId)
  expect(await term(number, 'INT-FIRST')).toMatchObject({ state: 'running', late: true })
  await warnEverywhere(company.ground, { publicUrl: new URL('http://localhost') })
  expect((await timeline(number)).map(({ action }) => action)).toContain('warning-sent')
  await as(agent, (work) => recordDelivery(work, answerId, { delivered: true, proof: 'Se le leyó por teléfono' }))
  expect(await sheet(number)).toMatchObject({ status: 'answered', answeredAt: clock.now(), answers: [{ status: 'delivered', toldAt: clock.now() }] })
  expect(await term(number, 'INT-FIRST')).toMatchObject({ state: 'met', metAt: clock.now(), late: true })
  expect(await term(number, 'CO-PET-GEN')).toMatchObject({ state: 'met', metAt: clock.now(), late: false })
})

test('what the customer was told otherwise since stands, at its own moment', async () => {
  const first = await answered()
  clock.pass(60)
  const spokenAt = clock.now()
  await as(agent, (work) => writeNote(work, first.number, { kind: 'telephone-note', body: 'Pregunta por su respuesta', spoke: true, mentions: [], files: [] }))
  clock.pass(60)
  await cameBack(first.answerId)
  expect(await term(first.number, 'INT-FIRST')).toMatchObject({ state: 'met', metAt: spokenAt })
  expect([(await sheet(first.number)).status, await running(first.number)]).toEqual(['open', ['CO-PET-GEN']])

  const second = await answered()
  clock.pass(60)
  const saidAt = clock.now()
  const again = await answer(second.number)
  clock.pass(60)
  await cameBack(second.answerId)
  expect(await sheet(second.number)).toMatchObject({ status: 'answered', answeredAt: saidAt, terms: [{ state: 'met', metAt: saidAt }, { state: 'met', metAt: saidAt }] })
  await expect(cameBack(again.answerId)).rejects.toEqual(refused('answer-not-leaving'))
})

test('a case that was closed upon it is open again; one that says how they were told stays closed', async () => {
  const { number, answerId } = await answered()
  await close(number)
  await cameBack(answerId)
  expect(await sheet(number)).toMatchObject({ status: 'open', closedAt: null, answeredAt: null, reopened: 0 })
  expect((await running(number)).sort()).toEqual(BOTH)

  const said = await answered()
  clock.pass(60)
  await close(said.number, { told: { way: 'in-person', at: clock.now() } })
  clock.pass(60)
  await cameBack(said.answerId)
  const toldAt = new Date(Date.parse(clock.now()) - 3_600_000).toISOString()
  expect(await sheet(said.number)).toMatchObject({ status: 'closed', answeredAt: toldAt, dueAt: null, terms: [{ state: 'met', metAt: toldAt }, { state: 'met', metAt: toldAt }] })
})

test('what a program answered on the merits lets the first clock go no more', async () => {
  const { number, answerId } = await answered({}, program)
  expect(await term(number, 'INT-FIRST')).toMatchObject({ state: 'cancelled' })
  await cameBack(answerId)
  expect((await running(number)).sort()).toEqual(BOTH)
})

test('one that is not on the merits gives back the first clock alone', async () => {
  const { number, answerId } = await answered({ final: false })
  expect(await running(number)).toEqual(['CO-PET-GEN'])
  await cameBack(answerId)
  expect([(await sheet(number)).status, (await running(number)).sort()]).toEqual(['open', BOTH])
})

test('a clock that stood still while the customer was waited for stands still again', async () => {
  const { number, terms } = await aCase(company, agent, { channel: 'mail', reporter: { email: 'ana@b.example' } })
  await as(agent, (work) => pauseTerm(work, number, { termId: terms.find(({ rule }) => rule === 'CO-PET-GEN')!.id, cause: 'customer-completion', reason: 'Falta la factura' }))
  const { answerId } = await answer(number, { way: 'mail' })
  const [row] = await db.asOwner((tx) => tx<{ mailId: string }>`select mail_id from case_answers where id = ${answerId}`)
  await as(system, (work) => answerMailSent(work, row!.mailId, clock.now()))
  await cameBack(answerId)
  expect(await term(number, 'CO-PET-GEN')).toMatchObject({ state: 'paused', metAt: null })
  expect(await sheet(number)).toMatchObject({ status: 'open', waitingFor: 'customer' })
})

test('whoever desisted is owed nothing; of a merged case it is said in the one that has its clocks', async () => {
  const { number, answerId } = await answered()
  await as(head, (work) => withdrawCase(work, number, { reason: 'Ya no le interesa' }))
  await cameBack(answerId)
  expect(await sheet(number)).toMatchObject({ status: 'withdrawn', answers: [{ status: 'failed' }] })
  expect(await running(number)).toEqual([])

  const [one, other] = [await answered(), await aCase(company, agent, { channel: 'mail' })]
  await as(head, (work) => mergeCase(work, one.number, { into: other.number, reason: 'Cuentan lo mismo' }))
  await expect(cameBack(one.answerId)).rejects.toEqual(refused('case-merged'))
})

test('a mail that no server takes is told to whoever answers for the case, too', async () => {
  const { number } = await aCase(company, agent, { channel: 'mail', reporter: { email: 'ana@b.example' } })
  const { answerId } = await answer(number, { way: 'mail' })
  await db.asOwner((tx) => tx`update cases set owner_id = ${responsible.id} where number = ${number}`)
  const [row] = await db.asOwner((tx) => tx<{ mailId: string }>`select mail_id from case_answers where id = ${answerId}`)
  await as(system, (work) => answerMailFailed(work, row!.mailId, 'no such user'))
  expect(await noticesTo(await mailOf(responsible), number)).toHaveLength(1)
})
