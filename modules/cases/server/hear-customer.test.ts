import { expect, test } from 'vitest'
import { aCase, aCompany, anActor, casesNeeds, doing } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import * as contract from '../contract-work.ts'
import { followSecret } from './follow-link.ts'
import { readFollowed, type FollowedCase } from './hear-customer.ts'
import { defaultTargets } from './seed.ts'
import { writeAnswer } from './write-answer.ts'

test('the customer is told why the date is what it is: its rule, its source and every day counted; a target of the house is none of theirs', async () => {
  const company = await aCompany(await aGround(), { targets: defaultTargets() })
  const agent = await anActor(company, 'head')
  const { id, number, terms } = await aCase(company, agent)
  const { dueOn, why } = (await doing(company, agent, (work) => readFollowed(casesNeeds, work, number, followSecret(casesNeeds, { id, followVersion: 1 })))) as FollowedCase
  expect(dueOn).toBe(terms.find(({ rule }) => rule === 'CO-PET-GEN')!.dueOn)
  expect(why.slice(0, 2)).toEqual(['Petición general, queja, reclamo o sugerencia (regla CO-PET-GEN, versión 1): 15 días hábiles.', 'Fuente: Ley 1755 de 2015, art. 14 (verificada).'])
  expect(why.some((sentence) => sentence.startsWith('Se contaron 15 días'))).toBe(true)
  await doing(company, agent, (work) => writeAnswer(work, number, contract.WriteAnswer.body!.parse({ way: 'telephone', body: 'Va otro cilindro.' })))
  expect(await doing(company, agent, (work) => readFollowed(casesNeeds, work, number, followSecret(casesNeeds, { id, followVersion: 1 })))).toMatchObject({ dueOn: null, why: [] })
})

test('the customer sees an answer from the first try of its mail, when it can no longer be taken back, and not before', async () => {
  const company = await aCompany(await aGround(), { targets: defaultTargets() })
  const agent = await anActor(company, 'head')
  const { id, number } = await aCase(company, agent, { reporter: { email: 'a@b.example' } })
  await doing(company, agent, (work) => writeAnswer(work, number, contract.WriteAnswer.body!.parse({ way: 'mail', body: 'Va otro cilindro.' })))
  const told = async () => {
    const shown = await doing(company, agent, (work) => readFollowed(casesNeeds, work, number, followSecret(casesNeeds, { id, followVersion: 1 })))
    return (shown as FollowedCase).messages.map(({ body }) => body)
  }
  expect(await told()).toEqual([])
  await company.ground.db.asOwner((tx) => tx`update outgoing_mails set state = 'sending', attempts = 1 where purpose = 'answer'`)
  expect(await told()).toEqual(['Va otro cilindro.'])
  await company.ground.db.asOwner((tx) => tx`update outgoing_mails set state = 'waiting' where purpose = 'answer'`)
  expect(await told()).toEqual(['Va otro cilindro.'])
})
