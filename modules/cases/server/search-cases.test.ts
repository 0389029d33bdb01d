import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { aCase, aCompany, anActor, doing, type Company } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { ListCases, Search } from '../contract-lists.ts'
import { WriteAnswer } from '../contract-work.ts'
import { recordDelivery } from './decide-answer.ts'
import { listCases } from './list-cases.ts'
import { searchCases } from './search-cases.ts'
import { writeAnswer } from './write-answer.ts'
import { writeNote } from './write-note.ts'

let company: Company
let head: Actor
const numbers: Record<string, string> = {}

beforeAll(async () => {
  company = await aCompany(await aGround())
  head = await anActor(company, 'head')
  numbers['valve'] = (await aCase(company, head, { description: 'La válvula pierde presión; ya van dos reclamaciones', serial: 'CL-9F3A7B21' })).number
  numbers['invoice'] = (await aCase(company, head, { description: 'La factura trae otro valor', orderNumber: 'PV100200' })).number
  numbers['noted'] = (await aCase(company, head, { description: 'Nadie contesta', branchId: company.branches['CAL']! })).number
  numbers['called'] = (await aCase(company, head, { description: 'Pregunta por su pedido', branchId: company.branches['CAL']!, reporter: { name: 'Luz', telephone: '+57 (317) 555-68-09' } })).number
  await doing(company, head, (work) => writeNote(work, numbers['noted']!, { kind: 'note', body: 'Prometimos una llamada el miércoles', mentions: [], files: [] }))
})

const search = (actor: Actor, query: Record<string, unknown>) => doing(company, actor, (work) => searchCases(work, Search.query!.parse(query)))

test.each([
  ['valvula', 'valve', 'accents are ignored'],
  ['reclamacion', 'valve', 'and plurals'],
  ['válv', 'valve', 'a word half typed'],
  ['presion valv', 'valve', 'several words, the last half typed'],
  ['3a7b', 'valve', 'any four characters of a serial'],
  ['cl-9f3a7b21', 'valve', 'the whole serial'],
  ['pv100200', 'invoice', 'an order'],
  ['"otro valor"', 'invoice', 'words in a row'],
  ['miercoles', 'noted', 'a word of a note'],
  ['bog 2026 1', 'valve', 'a number said aloud'],
  ['bog 1', 'valve', 'without its year'],
  ['cal-2', 'called', 'of another branch'],
  ['317 555 6809', 'called', 'the caller’s telephone, written otherwise'],
  ['5568', 'called', 'any four digits of it'],
  ['+573175556809', 'called', 'with the country'],
])('%s finds the %s: %s', async (find, what) => {
  const { cases } = await search(head, { find })
  expect(cases.map(({ number }) => number)).toEqual([numbers[what]])
  expect(cases[0]!.excerpt).not.toBe('')
  expect((await doing(company, head, (work) => listCases(work, ListCases.query!.parse({ find })))).items.map(({ number }) => number)).toEqual([numbers[what]])
})

test('what was found is marked in its surroundings, without markup', async () => {
  const [first] = (await search(head, { find: 'presión' })).cases
  expect(first!.excerpt).toContain('⟦presión⟧')
})

test('nobody finds what is not theirs, by word, note, number or serial', async () => {
  const agent = await anActor(company, 'agent', { branchId: company.branches['MED']! })
  for (const find of ['valvula', 'miercoles', 'bog 2026 1', '3a7b', 'pv100200']) expect((await search(agent, { find })).cases).toEqual([])
  for (const find of ['3175556809', 'cal 2']) expect((await search(agent, { find })).cases).toEqual([])
  const there = await anActor(company, 'agent', { branchId: company.branches['CAL']! })
  expect((await search(there, { find: 'miercoles' })).cases).toHaveLength(1)
})

test('a supplier’s people find no case by what the company says within, in a search, in a list or beside a word of its own', async () => {
  const agent = await anActor(company, 'supplier-agent', { supplierId: company.supplierId })
  const { number } = await aCase(company, agent, { description: 'El regulador silba' })
  await doing(company, head, (work) => writeNote(work, number, { kind: 'note', body: 'Cobranza sospecha fraude', mentions: [], files: [] }))
  for (const find of ['fraude', 'cobranza sospecha', 'frau']) for (const sort of ['newest', 'best']) {
    expect((await search(agent, { find, sort })).cases).toEqual([])
    expect((await search(head, { find, sort })).cases.map((one) => one.number)).toEqual([number])
  }
  expect((await doing(company, agent, (work) => listCases(work, ListCases.query!.parse({ find: 'fraude' })))).items).toEqual([])
  const [own] = (await search(agent, { find: 'regulador' })).cases
  expect(own).toMatchObject({ number, excerpt: expect.not.stringContaining('fraude') as string })
})

test('a supplier’s people find a case by the words of an answer once the customer was told them, and not before', async () => {
  const agent = await anActor(company, 'supplier-agent', { supplierId: company.supplierId })
  const { number } = await aCase(company, agent, { description: 'El regulador gotea' })
  const answer = (body: string, way: 'letter' | 'telephone') => doing(company, head, (work) => writeAnswer(work, number, WriteAnswer.body!.parse({ way, final: false, body })))
  const { answerId } = await answer('Se le abona un crepúsculo', 'letter')
  await answer('Se le repone un regulador serondo', 'telephone')
  const findings = async (actor: Actor) => Promise.all(['crepúsculo', 'crepus', 'serondo'].map(async (find) => (await search(actor, { find })).cases.length))
  expect([await findings(agent), await findings(head)]).toEqual([[0, 0, 1], [1, 1, 1]])
  await doing(company, head, (work) => recordDelivery(work, answerId, { delivered: true, proof: 'Guía 1' }))
  expect(await findings(agent)).toEqual([1, 1, 1])
})

test('the end of a number finds the cases of every branch that end in it, the newest first', async () => {
  const ending = (find: string) => search(head, { find }).then(({ cases }) => cases.map(({ number }) => number))
  expect(await ending('000002')).toEqual([numbers['called'], numbers['invoice']])
  expect(await ending('2026-000002')).toEqual(await ending('000002'))
  expect(await ending('2025-000002')).toEqual([])
})

test('a supplier’s people find a case by a telephone that they know whole, and cannot ask for it digit by digit', async () => {
  const agent = await anActor(company, 'supplier-agent', { supplierId: company.supplierId })
  const { number } = await aCase(company, agent, { description: 'Pide una visita', reporter: { name: 'Luz', telephone: '310 444 3322' } })
  expect((await search(agent, { find: '+57 310 4443322' })).cases.map((one) => one.number)).toEqual([number])
  for (const find of ['3104', '4443322', '310444332']) expect((await search(agent, { find })).cases).toEqual([])
})

test('best first puts a title before a word in passing, and pages go on', async () => {
  await aCase(company, head, { title: 'Precinto roto', description: 'El precinto venía roto' })
  await aCase(company, head, { title: 'Otra cosa', description: 'Se habló de todo y al final del precinto' })
  const [best] = (await search(head, { find: 'precinto', sort: 'best', limit: 1 })).cases
  expect(best!.title).toBe('Precinto roto')
  for (const sort of ['best', 'newest']) {
    const first = await search(head, { find: 'precinto', sort, limit: 1 })
    const second = await search(head, { find: 'precinto', sort, limit: 1, cursor: first.nextCursor })
    expect(new Set([first, second].flatMap(({ cases }) => cases.map(({ number }) => number))).size).toBe(2)
    expect(second.nextCursor).toBeNull()
  }
})

test('what is found is narrowed as a list is', async () => {
  const { number } = await aCase(company, head, { kind: 'suggestion', description: 'Todo sobre la romana', severity: 'high', customer: { status: 'known', customerId: company.customers[1]!.id } })
  await aCase(company, head, { kind: 'request', description: 'Otra romana' })
  const narrowed = async (query: Record<string, unknown>) => (await search(head, { find: 'romana', ...query })).cases.map((one) => one.number)
  expect(await narrowed({})).toHaveLength(2)
  for (const query of [{ customerId: company.customers[1]!.id }, { severity: ['high', 'critical'] }, { kind: ['suggestion', 'claim'], sort: 'best' }]) expect(await narrowed(query)).toEqual([number])
  expect(await narrowed({ receivedTo: '2020-01-01' })).toEqual([])
})

test('customers are found beside', async () => {
  expect((await search(head, { find: 'clinica' })).customers).toMatchObject([{ name: 'Clínica del Norte' }])
})

test.each(['"', '-', ':*', "'; drop table cases; --", '%', '   ', '(((', 'ñ'.repeat(200)])('%s is looked for and nothing breaks', async (find) => {
  if (find.trim()) await search(head, { find })
})
