import { expect, test } from 'vitest'
import { answerMailFailed, answerMailSent, recordDelivery } from '#modules/cases/server/decide-answer.ts'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, refused } from '#test/case-desk.ts'
import { RetryMail } from '../contract.ts'
import { outboxRoutes } from './outbox-routes.ts'

const { company, agent, head, system, as, sheet, running, answer, timeline, clock } = await aCaseDesk()
const { db } = company.ground

const [retry] = outboxRoutes({ hasMailServer: true }).flatMap((route) => ('handle' in route && route.endpoint === RetryMail ? [route] : []))
const tryAgain = (mailId: string) => as(head, (work) => retry!.handle(work, { params: { mailId } } as never))

/** A case whose answer no mail server took. */
async function aFailedAnswer() {
  const { number } = await aCase(company, agent, { reporter: { email: 'ana@b.example' } })
  const { answerId } = await answer(number, { way: 'mail' })
  const [row] = await db.asOwner((tx) => tx<{ mailId: string }>`select mail_id from case_answers where id = ${answerId}`)
  const { mailId } = row!
  await db.asOwner((tx) => tx`update outgoing_mails set state = 'failed', attempts = 10 where id = ${mailId}`)
  await as(system, (work) => answerMailFailed(work, mailId, 'no such user'))
  return { number, answerId, mailId }
}

test('an answer that failed and is tried again is on its way, and its clocks stop when it is taken', async () => {
  const { number, answerId, mailId } = await aFailedAnswer()
  await tryAgain(mailId)
  expect(await sheet(number)).toMatchObject({ status: 'open', answers: [{ status: 'leaving', delivery: null }] })
  expect((await timeline(number)).at(-1)).toMatchObject({ action: 'answer-tried-again', details: { answerId } })
  clock.pass(1)
  await as(system, (work) => answerMailSent(work, mailId, company.ground.now()))
  expect(await sheet(number)).toMatchObject({ status: 'answered', answers: [{ status: 'sent', toldAt: clock.now() }] })
  expect(await running(number)).toEqual([])
})

test('an answer that failed and was delivered otherwise is not sent by mail as well', async () => {
  const { number, answerId, mailId } = await aFailedAnswer()
  await as(agent, (work) => recordDelivery(work, answerId, { delivered: true, proof: 'En mano' }))
  await expect(tryAgain(mailId)).rejects.toEqual(refused('mail-not-failed'))
  expect(await sheet(number)).toMatchObject({ status: 'answered', answers: [{ status: 'delivered' }] })
})

test('an answer that left, came back and was then delivered otherwise', async () => {
  const { number, answerId, mailId } = await aFailedAnswer()
  await tryAgain(mailId)
  await db.asOwner((tx) => tx`update outgoing_mails set state = 'sent' where id = ${mailId}`)
  await as(system, (work) => answerMailSent(work, mailId, company.ground.now()))
  await as(agent, (work) => recordDelivery(work, answerId, { delivered: false, proof: 'Devuelto por el buzón' }))
  await as(agent, (work) => recordDelivery(work, answerId, { delivered: true, proof: 'En mano' }))
  expect(await sheet(number)).toMatchObject({ answers: [{ status: 'delivered', delivery: 'En mano' }] })
})

test('one that did not come either otherwise may still be tried again', async () => {
  const { number, answerId, mailId } = await aFailedAnswer()
  await as(agent, (work) => recordDelivery(work, answerId, { delivered: false, proof: 'Cerrado' }))
  await tryAgain(mailId)
  expect(await sheet(number)).toMatchObject({ answers: [{ status: 'leaving' }] })
})
