import { beforeAll, describe, expect, test } from 'vitest'
import type { Condition } from '#kernel/term.ts'
import { addRule } from '#modules/calendars/server/keep-rules.ts'
import { CO } from '#modules/calendars/packs/CO.ts'
import { AddTermRule } from '#modules/calendars/contract-endpoints.ts'
import { aCase, anActor } from '#test/builders.ts'
import { aCaseDesk } from '#test/case-desk.ts'
import { correctCase } from './correct-case.ts'
import { writeNote } from './write-note.ts'

const { company, head, agent, as, sheet, clock } = await aCaseDesk()
const admin = await anActor(company, 'admin')
const [clinic, foundry, restaurant] = company.customers.map(({ id }) => id) as [string, string, string]
const of = (customerId: string, more = {}) => aCase(company, agent, { customer: { status: 'known', customerId }, ...more })
const rulesOf = async (number: string) => (await sheet(number)).terms.map(({ rule }) => rule)

/** A contract is a rule of its layer: five working days for whom it was made with, like the answer to a petition in all else. */
async function contract(id: string, when: Condition, some = {}) {
  const { id: _id, version: _version, since: _since, until: _until, note: _note, ...like } = CO.terms.find((rule) => rule.id === 'CO-PET-GEN')!
  const definition = { ...like, name: { es: `Contrato ${id}`, en: `Contract ${id}` }, family: 'contract', layer: 'contract', amount: 5, extension: null, source: `Contrato ${id}, cláusula 8`, applies: [when], ...some }
  const asked = AddTermRule.body!.parse({ id, definition, reason: 'Firmado con el cliente' })
  return as(admin, (work) => addRule(work, asked))
}

beforeAll(async () => {
  await company.ground.db.asOwner((tx) => tx`update customers set segment = 'Industria' where id = ${foundry}`)
  await contract('CT-CLINIC', { customers: [clinic] })
  await contract('CT-INDUSTRY', { segments: ['industria', 'Minería'] })
  await contract('CT-OXYGEN', { products: [company.productId], kinds: ['claim'] })
})

describe('a contract binds', () => {
  test('the cases of its customer, shortening what the law gives, and nobody else\'s', async () => {
    const { number, terms } = await of(clinic)
    expect(terms.map(({ rule, layer }) => [rule, layer])).toEqual(expect.arrayContaining([['CT-CLINIC', 'contract'], ['CO-PET-GEN', 'law'], ['INT-FIRST', 'internal']]))
    const due = Object.fromEntries(terms.map(({ rule, dueAt }) => [rule, dueAt]))
    expect(due['CT-CLINIC']! < due['CO-PET-GEN']!).toBe(true)
    await as(agent, (work) => writeNote(work, number, { kind: 'telephone-note', body: 'Queda enterado', spoke: true, mentions: [], files: [] }))
    expect((await sheet(number)).terms.find(({ governs }) => governs)).toMatchObject({ rule: 'CT-CLINIC', source: 'Contrato CT-CLINIC, cláusula 8' })
    expect(await rulesOf((await of(restaurant)).number)).toEqual(['INT-FIRST', 'CO-PET-GEN'])
    expect(await rulesOf((await aCase(company, agent)).number)).toEqual(['INT-FIRST', 'CO-PET-GEN'])
  })

  test('those for whom another speaks', async () =>
    expect(await rulesOf((await aCase(company, agent, { customer: { status: 'third-party', onBehalfOf: 'La clínica', customerId: clinic } })).number)).toContain('CT-CLINIC'))

  test('a segment, however it was typed, and a product of some kind of case', async () => {
    expect(await rulesOf((await of(foundry)).number)).toContain('CT-INDUSTRY')
    expect(await rulesOf((await of(restaurant, { kind: 'claim', productId: company.productId })).number)).toContain('CT-OXYGEN')
    expect(await rulesOf((await of(restaurant, { kind: 'request', productId: company.productId })).number)).not.toContain('CT-OXYGEN')
  })

  test('from the day it was received, whoever turns out to be its customer; a missed target does not hide it', async () => {
    const { number, receivedAt, version } = await aCase(company, agent)
    clock.pass(60 * 24 * 4)
    await as(head, (work) => correctCase(work, number, { customer: { status: 'known', customerId: clinic }, reason: '' }, version))
    const { terms, owed } = await sheet(number)
    const term = terms.find(({ rule }) => rule === 'CT-CLINIC')!
    expect(term).toMatchObject({ receivedAt, state: 'running' })
    expect(owed).toEqual({ dueOn: term.dueOn, dueAt: term.dueAt, layer: 'contract' })
  })

  test('a first answer of two hours, met by the one that was given before it was known', async () => {
    await contract('CT-PROMPT', { customers: [restaurant] }, { clock: 'first-answer', amount: 2, unit: 'working-hour', start: 'same-day', afterHours: 'file-same-day', lastDayOff: 'stays' })
    const { number, version } = await aCase(company, agent)
    await as(agent, (work) => writeNote(work, number, { kind: 'telephone-note', body: 'Queda enterado', spoke: true, mentions: [], files: [] }))
    const at = company.ground.now()
    clock.pass(30)
    await as(head, (work) => correctCase(work, number, { customer: { status: 'known', customerId: restaurant }, reason: '' }, version + 1))
    expect((await sheet(number)).terms.find(({ rule }) => rule === 'CT-PROMPT')).toMatchObject({ state: 'met', metAt: at })
  })
})
