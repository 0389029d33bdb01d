import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { BadInput } from '#kernel/refusal.ts'
import type { MailContent } from '#platform/server/outgoing-mail.ts'
import type { LeavingMail } from '#platform/server/send-mails.ts'
import type { Work } from '#platform/server/work.ts'
import { aCase, aCompany, anActor, casesNeeds, doing, type Company } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { answerAreaRequest, remindArea, returnAreaRequest } from './answer-area-request.ts'
import { askArea } from './ask-area.ts'
import { listMentions } from './list-mentions.ts'
import { mergeCase } from './merge-case.ts'
import { defaultTargets } from './seed.ts'
import { noticeForms, type Notice } from './tell-people.ts'
import { warnEverywhere } from './warn.ts'
import { writeNote } from './write-note.ts'

let company: Company
let agent: Actor
let owner: Actor
let delivery: Actor
let colleague: Actor
let substitute: Actor
let number: string

beforeAll(async () => {
  company = await aCompany(await aGround(), { targets: defaultTargets() })
  const branchId = company.branches['BOG']!
  agent = await anActor(company, 'agent', { branchId }, 'Agente')
  owner = await anActor(company, 'agent', { branchId }, 'Dueña')
  delivery = await anActor(company, 'area-responder', { areaId: company.areas['ENT']! }, 'Entregas')
  colleague = await anActor(company, 'area-responder', { areaId: company.areas['ENT']! }, 'Colleague')
  substitute = await anActor(company, 'quality', {}, 'Suplente')
  await company.ground.db.asOwner((tx) => tx`update people set language = 'en' where id = ${colleague.id}`)
})
beforeEach(async () => {
  company.ground.clock.set('2026-06-26T10:00:00-05:00')
  number = await aCaseOf(owner)
  await company.ground.db.asOwner((tx) => tx`delete from outgoing_mails`)
})

const as = <T>(actor: Actor, body: (work: Work) => Promise<T>) => doing(company, actor, body)
async function aCaseOf({ id }: Actor) {
  const { number: given } = await aCase(company, agent)
  await company.ground.db.asOwner((tx) => tx`update cases set owner_id = ${id} where number = ${given}`)
  return given
}
const ask = async () => (await as(agent, (work) => askArea(work, number, { areaId: company.areas['ENT']!, question: '¿Qué pasó?', files: [] }))).areaRequestId
type Mail = { purpose: Notice; name: string; language: string; content: MailContent }
const mails = (purpose: string) =>
  company.ground.db.asOwner((tx) => tx<Mail>`select purpose, recipient_name as name, language, content from outgoing_mails where purpose = ${purpose} order by recipient_name`)
const told = async (purpose: string) => (await mails(purpose)).map(({ name }) => name)

test('an area that is asked hears of it, each in their language, with a link that opens the case', async () => {
  await ask()
  const [english, spanish] = (await mails('area-request')) as [Mail, Mail]
  expect([english.name, spanish.name]).toEqual(['Colleague', 'Entregas'])
  expect(english.content.subject).toBe(`Area ENT is asked for its answer: case ${number}`)
  expect(spanish.content).toMatchObject({ subject: `Se le pide respuesta a Área ENT: caso ${number}`, automatic: true, paragraphs: [expect.stringContaining('Agente pide'), '¿Qué pasó?'] })
  const leaving = noticeForms(casesNeeds)['area-request']({ content: spanish.content } as LeavingMail)
  expect(leaving.link?.url).toBe(`http://localhost:4000/cases/${number}`)
})

test('reminded, it hears again; who is away is replaced by the substitute they named', async () => {
  const id = await ask()
  await company.ground.db.asOwner((tx) => tx`
    insert into absences (organisation_id, id, person_id, substitute_id, from_on, until_on) values (${company.organisationId}, ${newId()}, ${delivery.id}, ${substitute.id}, '2026-06-26', '2026-06-30')`)
  await as(agent, (work) => remindArea(work, id))
  expect(await told('area-reminder')).toEqual(['Colleague', 'Suplente'])
  await company.ground.db.asOwner((tx) => tx`delete from absences`)
})

test('what the area says reaches the owner of the case, unless they would rather not be written to', async () => {
  await as(delivery, async (work) => answerAreaRequest(work, await ask(), { answer: 'Se repuso', files: [] }))
  expect(await told('area-answer')).toEqual(['Dueña'])
  await as(delivery, async (work) => returnAreaRequest(work, await ask(), { reason: 'No es nuestro' }))
  expect(await told('area-return')).toEqual(['Dueña'])
  await company.ground.db.asOwner((tx) => tx`update people set preferences = '{"areaAnswerMails": false}' where id = ${owner.id}`)
  await as(delivery, async (work) => answerAreaRequest(work, await ask(), { answer: 'Otra vez', files: [] }))
  expect(await told('area-answer')).toEqual(['Dueña'])
})

test('an answer that an area owes warns the area too, before and after it is due', async () => {
  await ask()
  company.ground.clock.set('2026-07-03T09:00:00-05:00')
  await warnEverywhere(company.ground, casesNeeds)
  await warnEverywhere(company.ground, casesNeeds)
  const warned = (await mails('area-overdue')).filter(({ content }) => content.subject.includes(number))
  expect(warned.map(({ name, content }) => [name, content.subject])).toEqual([
    ['Colleague', `The answer of Area ENT on case ${number} is overdue`],
    ['Entregas', `Se venció la respuesta de Área ENT en el caso ${number}`],
  ])
})

test('whoever is mentioned is written to and finds it in their list; nobody is mentioned who does not see the case', async () => {
  const note = (mentions: string[]) => as(agent, (work) => writeNote(work, number, { kind: 'note', body: '¿Lo ve usted?', mentions, files: [] }))
  const { messageId } = await note([owner.id, owner.id, agent.id])
  expect(await told('mention')).toEqual(['Dueña'])
  const list = (actor: Actor, cursor?: string) => as(actor, (work) => listMentions(work, { limit: 1, cursor }))
  expect((await list(owner)).items).toMatchObject([{ id: messageId, number, by: 'Agente', body: '¿Lo ve usted?' }])
  const second = await note([owner.id])
  const first = await list(owner)
  expect([first.items[0]!.id, (await list(owner, first.nextCursor!)).items[0]!.id]).toEqual([second.messageId, messageId])
  const stranger = await anActor(company, 'agent', { branchId: company.branches['MED']! })
  await expect(note([stranger.id])).rejects.toThrow(BadInput)
  await expect(note([newId()])).rejects.toThrow(BadInput)
  expect((await list(stranger)).items).toEqual([])
})

test('a merge is told to both owners, but not to whoever did it', async () => {
  const into = await aCaseOf(agent)
  await as(await anActor(company, 'head', {}, 'Jefa'), (work) => mergeCase(work, number, { into, reason: 'Es lo mismo' }))
  expect(await told('case-merged')).toEqual(['Agente', 'Dueña'])
})
