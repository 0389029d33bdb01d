import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { aCase, aCompany, anActor, doing, type Company } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { showCoverage } from '#modules/people/server/coverage.ts'
import { ListAreaRequests, ListCases, ReadBoard } from '../contract-lists.ts'
import { askArea } from './ask-area.ts'
import { listAreaRequests } from './list-area-requests.ts'
import { listCases } from './list-cases.ts'
import { readBoard } from './read-board.ts'

let company: Company
let head: Actor

beforeAll(async () => {
  company = await aCompany(await aGround())
  head = await anActor(company, 'head')
  const { branches, areas, causes } = company
  for (const receivedAt of ['2026-05-04', '2026-06-05', '2026-06-12', '2026-06-25', '2026-06-26'])
    for (const branchId of [branches['BOG']!, branches['CAL']!])
      await aCase(company, head, { branchId, causeId: causes['FACTURA'], kind: branchId === branches['BOG'] ? 'claim' : 'complaint', receivedAt: `${receivedAt}T15:00:00.000Z` })
  const asked = await aCase(company, head, { branchId: branches['BOG']! })
  await doing(company, head, (work) => askArea(work, asked.number, { areaId: areas['ENT']!, question: '¿Qué pasó con la entrega?', files: [] }))
})

const board = (actor: Actor, query = {}) => doing(company, actor, (work) => readBoard(work, ReadBoard.query!.parse(query)))
const rows = async (actor: Actor, query: Record<string, unknown>) => (await doing(company, actor, (work) => listCases(work, ListCases.query!.parse({ ...query, limit: 200 })))).items.length
const opened = {
  cases: rows,
  'area-requests': async (actor: Actor, query: Record<string, unknown>) => (await doing(company, actor, (work) => listAreaRequests(work, ListAreaRequests.query!.parse({ ...query, limit: 200 })))).items.length,
  branches: async (actor: Actor, { branchId }: Record<string, unknown>) =>
    (await doing(company, actor, showCoverage)).branches.filter((branch) => branch.todayId === null && (!branchId || branch.branchId === branchId)).length,
}

test('each number opens into as many rows, for whoever looks', async () => {
  const responsible = await anActor(company, 'branch-responsible', { branchId: company.branches['CAL']! })
  for (const actor of [head, responsible]) {
    const shown = await board(actor)
    expect(shown.open).toBe(await rows(actor, { list: 'open' }))
    expect(shown.overdue).toBe(await rows(actor, { list: 'overdue' }))
    expect(shown.dueToday).toBe(await rows(actor, { list: 'due-today' }))
    expect(shown.unassigned).toBe(await rows(actor, { list: 'unassigned' }))
    for (const { count, opens, filter } of shown.decisions) expect(await opened[opens](actor, filter)).toBe(count)
    for (const { key, total } of shown.byBranch) expect(await rows(actor, { branchId: key })).toBe(total)
    for (const { key, total, dueSoon } of shown.byCause) {
      const cause = key ? { causeId: key } : { without: 'cause' }
      expect([await rows(actor, cause), await rows(actor, { ...cause, ...shown.soon })]).toEqual([total, dueSoon])
    }
    for (const { key, total, overdue } of shown.byArea) {
      const area = key ? { areaId: key } : { without: 'area' }
      expect([await rows(actor, area), await rows(actor, { ...area, list: 'overdue' })]).toEqual([total, overdue])
    }
    for (const { total, overdue, filter } of shown.byAge) expect([await rows(actor, { ...filter }), await rows(actor, { ...filter, list: 'overdue' })]).toEqual([total, overdue])
    expect(await rows(actor, { ...shown.soon })).toBe(shown.dueSoon)
    for (const { key, total } of shown.byProduct) expect(await rows(actor, key ? { productId: key } : { without: 'product' })).toBe(total)
    for (const { key, total, overdue } of shown.byChannel) expect([await rows(actor, { channel: key }), await rows(actor, { channel: key, list: 'overdue' })]).toEqual([total, overdue])
    for (const { key, total } of shown.byKind) expect(await rows(actor, { kind: key })).toBe(total)
    expect(shown.byAge.reduce((sum, { total }) => sum + total, 0)).toBe(shown.open)
  }
  expect((await board(responsible)).byBranch).toHaveLength(1)
})

test('ages are in working days: Friday 26 June is the first of them', async () => {
  expect((await board(head)).byAge.map(({ total }) => total)).toEqual([5, 2, 2, 2])
})

test('an age opens by the days of reception that it holds, whole and without a gap', async () => {
  const days = (await board(head)).byAge.map(({ filter }) => filter)
  expect(days[0]).not.toHaveProperty('receivedTo')
  expect(days[3]).not.toHaveProperty('receivedFrom')
  for (const at of [0, 1, 2]) expect(Date.parse(days[at]!['receivedFrom']!) - Date.parse(days[at + 1]!['receivedTo']!)).toBe(86_400_000)
})

test('one branch alone, and a day when everything is late', async () => {
  const branchId = company.branches['BOG']!
  expect((await board(head, { branchId })).byBranch.map(({ key }) => key)).toEqual([branchId])
  company.ground.clock.pass(60 * 24 * 60)
  const late = await board(head)
  expect(late.decisions.find(({ code }) => code === 'overdue')!.count).toBe(await rows(head, { list: 'overdue' }))
  expect(late.overdue).toBe(late.open)
  for (const actor of [head, await anActor(company, 'branch-responsible', { branchId })]) {
    const { decisions } = await board(actor, { branchId })
    expect(decisions.find(({ code }) => code === 'area-late')?.count).toBe(1)
    for (const { count, opens, filter } of decisions) expect([opens, await opened[opens](actor, filter)]).toEqual([opens, count])
  }
  const uncovered = async (actor: Actor) => (await board(actor)).decisions.find(({ code }) => code === 'branches-uncovered')?.count
  expect([await uncovered(head), await uncovered(await anActor(company, 'executive'))]).toEqual([1, undefined])
})

test('a product is called in the language of whoever looks', async () => {
  await aCase(company, head, { branchId: company.branches['BOG']!, productId: company.productId })
  await doing(company, head, ({ tx }) => tx`update products set name_en = 'Medical oxygen' where organisation_id = ${company.organisationId} and id = ${company.productId}`)
  const called = async (language: Actor['language']) => (await board({ ...head, language })).byProduct.find(({ key }) => key === company.productId)?.name
  expect([await called('es'), await called('en')]).toEqual(['Oxígeno medicinal', 'Medical oxygen'])
})
