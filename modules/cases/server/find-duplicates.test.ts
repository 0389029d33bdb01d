import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { aCase, aCompany, anActor, doing, type Company } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { FindDuplicates } from '../contract-sheet.ts'
import { findDuplicates } from './find-duplicates.ts'

const LEAK = 'Hay una fuga en la válvula del cilindro de la cocina del restaurante El Fogón, huele mucho a gas'
let company: Company
let agent: Actor

beforeAll(async () => {
  company = await aCompany(await aGround())
  agent = await anActor(company, 'agent', { branchId: company.branches['BOG']! })
})

const alike = (asked: object, actor = agent) => doing(company, actor, (work) => findDuplicates(work, FindDuplicates.body!.parse(asked)))
const customer = (at: number) => ({ status: 'known' as const, customerId: company.customers[at]!.id })

test('the same customer with nearly the same words is found, and why is said', async () => {
  const told = await aCase(company, agent, { description: LEAK, customer: customer(0) })
  await aCase(company, agent, { description: 'Factura con un valor que no corresponde', customer: customer(0) })
  const { items } = await alike({ description: 'huele a gas, fuga en valvula del cilindro de la cocina', customerId: company.customers[0]!.id })
  expect(items).toMatchObject([{ number: told.number, status: 'open' }])
  expect(items[0]!.reasons).toEqual(expect.arrayContaining(['same-customer', 'near-in-time:0', expect.stringMatching(/^similar-text:\d+$/)]))
  expect(items[0]!.likeness).toBeGreaterThan(0.5)
})

test('a serial or an order is found however it is written', async () => {
  const told = await aCase(company, agent, { description: 'Llegó golpeado y con el precinto roto', serial: 'AB1234', orderNumber: 'P-77' })
  expect((await alike({ description: 'Precinto roto y golpeado', serial: 'ab-1234' })).items).toMatchObject([{ number: told.number, reasons: expect.arrayContaining(['same-serial:ab-1234']) as string[] }])
  expect((await alike({ description: 'el precinto venía roto', orderNumber: 'p-77' })).items).toMatchObject([{ number: told.number }])
})

test('the same text by itself is enough; a few common words are not, nor is nothing', async () => {
  const text = 'El conductor dejó el acetileno en la portería equivocada y se llevó los acoples'
  const told = await aCase(company, agent, { description: text, customer: customer(1) })
  expect((await alike({ description: text })).items).toMatchObject([{ number: told.number, reasons: expect.arrayContaining(['same-text']) as string[] }])
  expect((await alike({ description: 'El conductor estuvo en la portería' })).items).toEqual([])
  expect((await alike({})).items).toEqual([])
})

test('what lies outside the reach, was merged or is long past stays unseen', async () => {
  const text = 'Regulador con manómetro trabado, soldadura detenida en el taller de Soacha'
  await aCase(company, await anActor(company, 'head'), { description: text, branchId: company.branches['CAL']!, serial: 'LEJOS1' })
  const old = new Date(Date.parse(company.ground.now()) - 61 * 86_400_000).toISOString()
  await aCase(company, agent, { description: text, receivedAt: old })
  expect((await alike({ description: text, serial: 'LEJOS1' })).items).toEqual([])
  expect((await alike({ description: text, serial: 'LEJOS1' }, await anActor(company, 'head'))).items).toHaveLength(1)
})

test('words that would be a query’s grammar are words', async () => {
  for (const description of [`it's & | ! :* <-> 'quoted' \\ backslash`, '🙂🙂🙂🙂🙂🙂🙂🙂', 'a'.repeat(15_000), 'de la que el y en los del']) expect((await alike({ description })).items).toEqual([])
})
