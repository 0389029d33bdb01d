import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { aCase, aCompany, anActor, doing, type Company } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { SuggestClassification } from '../contract-sheet.ts'
import { suggestClassification } from './suggest.ts'
import { trainEverywhere } from './train-suggestions.ts'

const SAID: Record<string, string[]> = {
  FACTURA: ['la factura trae un valor que no corresponde', 'cobraron dos veces el mismo flete en la factura', 'piden nota crédito por la factura mal liquidada', 'el valor cobrado en la factura no es el pactado'],
  CILINDRO: ['el cilindro llegó con la válvula dañada', 'piden cambio del cilindro por la válvula golpeada', 'la válvula del cilindro pierde presión', 'cilindro con el precinto roto y la válvula trabada'],
}
let company: Company
let agent: Actor

beforeAll(async () => {
  company = await aCompany(await aGround())
  agent = await anActor(company, 'agent', { branchId: company.branches['BOG']! })
})

const suggest = (description: string, actor = agent) => doing(company, actor, (work) => suggestClassification(work, SuggestClassification.body!.parse({ description })))
const train = () => trainEverywhere(company.ground)

async function closedCases(each: number) {
  for (const [code, texts] of Object.entries(SAID))
    for (let i = 0; i < each; i++) {
      const { id } = await aCase(company, agent, { kind: code === 'FACTURA' ? 'claim' : 'complaint', description: `${texts[i % texts.length]}, pedido de la semana ${i}` })
      await company.ground.db.asOwner(async (tx) => {
        void tx`update cases set status = 'closed', closed_at = ${company.ground.now()}, due_at = null, area_id = ${company.areas['ENT']!} where id = ${id}`
        await tx`
          insert into case_closures (organisation_id, id, case_id, cause_id, action_taken, remedy, told_way, told_at, closed_by, closed_at)
          values (${company.organisationId}, ${newId()}, ${id}, ${company.causes[code]!}, 'x', 'none', 'mail', ${company.ground.now()}, ${agent.id}, ${company.ground.now()})`
      })
    }
}

test('without a model nothing is suggested, and words of danger are found all the same', async () => {
  expect(await suggest('Hay una FUGA de gas, y huele a gas en la cocina')).toEqual({ items: [], hazardWords: expect.arrayContaining(['FUGA']) as string[] })
})

test('too few closed cases teach nothing', async () => {
  await closedCases(10)
  expect(await train()).toEqual([])
})

test('what closed cases turned out to be is suggested with its words, and never applied', async () => {
  company.ground.clock.pass(1)
  await closedCases(30)
  const trained = await train()
  // One area only: there is nothing to tell apart.
  expect(trained.map(({ question, examples }) => [question, examples])).toEqual([['kind', 80], ['cause', 80]])
  for (const { hitRate } of trained) expect(hitRate).toBeGreaterThan(0.8)
  const { items } = await suggest('la factura del flete trae un valor que no es el pactado')
  const cause = items.find(({ question }) => question === 'cause')!
  expect(cause).toMatchObject({ id: company.causes['FACTURA'], name: 'Causa FACTURA' })
  expect(cause.words.length).toBeGreaterThan(0)
  expect(cause.alike).toBeGreaterThan(5)
  expect(items.find(({ question }) => question === 'kind')).toMatchObject({ id: 'claim', name: 'Reclamo' })
  expect((await suggest('valve', { ...agent, language: 'en' })).items.find(({ question }) => question === 'cause')).toMatchObject({ name: 'Cause CILINDRO' })
  expect((await suggest('xyzzy qwerty')).items).toEqual([])
  expect((await aCase(company, agent, { description: 'la factura del flete trae un valor que no es el pactado' })).area).toBeNull()
})

test('a cause that is no longer used is not suggested', async () => {
  await company.ground.db.asOwner((tx) => tx`update causes set active = false where id = ${company.causes['CILINDRO']!}`)
  const { items } = await suggest('el cilindro llegó con la válvula dañada')
  expect(items.map(({ question }) => question)).toEqual(['kind'])
})

test('nothing new, nothing is trained', async () => {
  company.ground.clock.pass(5)
  expect(await train()).toEqual([])
})

test('another organisation has its own, or none', async () => {
  const other = await aCompany(company.ground)
  const stranger = await anActor(other, 'head')
  expect((await doing(other, stranger, (work) => suggestClassification(work, { description: 'la factura del flete trae un valor' }))).items).toEqual([])
})
