import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { Forbidden, NotFound } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { aCase, aCompany, anActor, casesNeeds, doing, type Company } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { extendTerm } from './extend-term.ts'
import { acknowledgeWarning, listWarnings } from './heed-warnings.ts'
import { readTermsExplained } from './read-terms.ts'
import { readTimeline } from './read-timeline.ts'
import { warnEverywhere } from './warn.ts'
import { WriteAnswer } from '../contract-work.ts'
import { writeAnswer } from './write-answer.ts'

let company: Company
let agent: Actor
let responsible: Actor
let head: Actor
let manager: Actor

beforeAll(async () => {
  company = await aCompany(await aGround())
  const branchId = company.branches['BOG']!
  agent = await anActor(company, 'agent', { branchId }, 'Agente')
  responsible = await anActor(company, 'branch-responsible', { branchId }, 'Responsable')
  head = await anActor(company, 'head', {}, 'Jefa')
  manager = await anActor(company, 'executive', {}, 'Gerente')
})

// A complaint of Friday 26 June is due on Wednesday 22 July: 15 working days, for 29 June, 13 and 20 July are holidays.
const DUE = '2026-07-22'
const at = (text: string) => company.ground.clock.set(`${text}-05:00`)
const as = <T>(actor: Actor, body: (work: Work) => Promise<T>) => doing(company, actor, body)
const warn = () => warnEverywhere(company.ground, casesNeeds)
const mails = async () => {
  const sent = await company.ground.db.asOwner((tx) => tx<{ name: string; title: string }>`
    select recipient_name as name, content ->> 'subject' as title from outgoing_mails where purpose = 'warning' and organisation_id = ${company.organisationId} order by id`)
  return sent.map(({ name }) => name)
}
const waiting = async (actor: Actor) => (await as(actor, listWarnings)).items

let number: string
beforeEach(async () => {
  await company.ground.db.asOwner(async (tx) => {
    void tx`delete from case_warnings`
    void tx`update case_terms set state = 'cancelled' where state = 'running'`
    await tx`delete from outgoing_mails where purpose = 'warning'`
  })
  at('2026-06-26T10:00:00')
  number = (await aCase(company, agent, {})).number
  await company.ground.db.asOwner((tx) => tx`update cases set owner_id = ${agent.id} where number = ${number}`)
})

test('the ladder is climbed inside working time, each rung once, in the language of whoever is told', async () => {
  const told: [string, string[]][] = []
  for (const moment of ['2026-07-21T10:00:00', '2026-07-21T11:00:00', '2026-07-22T07:00:00', '2026-07-22T08:00:00', '2026-07-22T23:59:59', '2026-07-23T03:00:00', '2026-07-23T08:00:00', '2026-07-23T16:00:00', '2026-07-25T10:00:00', '2026-07-27T13:00:00']) {
    at(moment)
    await warn()
    await warn()
    told.push([moment.slice(5, 16), await mails()])
  }
  expect(told).toEqual([
    ['07-21T10:00', []],
    ['07-21T11:00', ['Agente']],
    ['07-22T07:00', ['Agente']],
    ['07-22T08:00', ['Agente', 'Agente']],
    ['07-22T23:59', ['Agente', 'Agente']],
    ['07-23T03:00', ['Agente', 'Agente']],
    ['07-23T08:00', ['Agente', 'Agente', 'Responsable']],
    ['07-23T16:00', ['Agente', 'Agente', 'Responsable', 'Jefa']],
    ['07-25T10:00', ['Agente', 'Agente', 'Responsable', 'Jefa']],
    ['07-27T13:00', ['Agente', 'Agente', 'Responsable', 'Jefa', 'Gerente']],
  ])
  expect(await waiting(manager)).toMatchObject([{ number, rung: 'executive:after:24' }])
  expect(await waiting(agent)).toMatchObject([{ number, rung: 'owner:due:0' }])
  const { items } = await as(head, (work) => readTimeline(work, number, { limit: 50 }))
  expect(items.filter(({ action }) => action === 'warning-sent')).toHaveLength(5)
})

test('whoever acknowledges stops the ladder for that due date; a new date is warned of anew', async () => {
  at(`${DUE}T09:00:00`)
  await warn()
  const [warning] = await waiting(agent)
  const stranger = await anActor(company, 'agent', { branchId: company.branches['MED']! })
  await expect(as(stranger, (work) => acknowledgeWarning(work, warning!.id))).rejects.toThrow(NotFound)
  await expect(as(await anActor(company, 'auditor'), (work) => acknowledgeWarning(work, warning!.id))).rejects.toThrow(Forbidden)
  await expect(as(agent, (work) => acknowledgeWarning(work, newId()))).rejects.toThrow(NotFound)
  const first = await as(agent, (work) => acknowledgeWarning(work, warning!.id))
  company.ground.clock.pass(5)
  expect(await as(agent, (work) => acknowledgeWarning(work, warning!.id))).toEqual(first)
  expect(await waiting(agent)).toEqual([])
  const term = (await as(head, (work) => readTermsExplained(casesNeeds, work, number))).items.find(({ rule }) => rule === 'CO-PET-GEN')!
  await as(agent, (work) => extendTerm(work, number, { termId: term.id, days: 1, reason: 'Falta el dictamen del laboratorio' }))
  const before = await mails()
  at('2026-07-23T09:00:00')
  await warn()
  expect(await mails()).toEqual([...before, 'Agente'])
  at('2026-07-24T08:00:00')
  await warn()
  expect(await mails()).toEqual([...before, 'Agente', 'Responsable'])
})

test('what was missed while the program stood still is told once to each', async () => {
  at('2026-07-28T10:00:00')
  await warn()
  expect((await mails()).sort()).toEqual(['Agente', 'Gerente', 'Jefa', 'Responsable'])
})

test('a case that nobody owns is the branch’s, and an answer ends the warnings', async () => {
  await company.ground.db.asOwner((tx) => tx`update cases set owner_id = null where number = ${number}`)
  at(`${DUE}T09:00:00`)
  await warn()
  expect(await mails()).toEqual(['Responsable'])
  await as(responsible, (work) => writeAnswer(work, number, WriteAnswer.body!.parse({ way: 'telephone', body: 'Listo' })))
  expect(await waiting(responsible)).toEqual([])
  at('2026-07-28T10:00:00')
  await warn()
  expect(await mails()).toEqual(['Responsable'])
})

test('a backlog of more than one transaction takes is told whole, in one pass', async () => {
  const owing = await company.ground.db.asOwner((tx) => tx`
    insert into case_terms (organisation_id, id, case_id, clock, layer, rule_id, rule_version, calendar_id, calendar_version, received_at, due_on, due_at, state)
    select t.organisation_id, uuidv7(), t.case_id, t.clock, t.layer, t.rule_id, t.rule_version, t.calendar_id, t.calendar_version, t.received_at, t.due_on, t.due_at + n * interval '1 microsecond', 'running'
    from case_terms t, generate_series(1, 1200) n where t.rule_id = 'CO-PET-GEN' and t.case_id = (select id from cases where number = ${number})
    returning id`)
  // One rung of one of them told before, the cut between two transactions parts the rungs of a term.
  await company.ground.db.asOwner((tx) => tx`
    insert into case_warnings (organisation_id, id, case_id, term_id, due_at, rung, warned_at, person_id)
    select organisation_id, uuidv7(), case_id, id, due_at, 'owner:before:16', ${`${DUE}T00:00:00Z`}, ${agent.id} from case_terms where id = ${owing[0]!['id']}`)
  at(`${DUE}T09:00:00`)
  expect(await warn()).toBe(owing.length + 1)
  expect(await warn()).toBe(0)
  expect(await mails()).toHaveLength(owing.length + 1)
})

test('two that warn at once warn once', async () => {
  at(`${DUE}T09:00:00`)
  await Promise.all([warn(), warn(), warn()])
  expect(await mails()).toEqual(['Agente'])
})
