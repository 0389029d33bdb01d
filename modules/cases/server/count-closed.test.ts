import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { aCase, anActor, doing } from '#test/builders.ts'
import { aCaseDesk } from '#test/case-desk.ts'
import { CountClosed, ListCases } from '../contract-lists.ts'
import { countClosed } from './count-closed.ts'
import { listCases } from './list-cases.ts'
import { withdrawCase } from './reopen-case.ts'

const { company, head, agent, as, answer, close, clock } = await aCaseDesk()
let elsewhere: Actor

beforeAll(async () => {
  elsewhere = await anActor(company, 'branch-responsible', { branchId: company.branches['CAL']! })
  const closedOn = async (at: string, facts: object = {}) => {
    clock.set(at)
    const { number } = await aCase(company, head, { receivedAt: at, ...facts })
    await answer(number)
    await close(number)
    return number
  }
  await closedOn('2026-08-31T23:00:00.000Z')
  await closedOn('2026-09-01T14:00:00.000Z', { kind: 'claim', channel: 'visit' })
  await closedOn('2026-09-30T23:00:00.000Z', { kind: 'complaint', causeId: company.causes['FACTURA'] })
  await closedOn('2026-10-01T14:00:00.000Z')
  const { number } = await aCase(company, agent)
  await as(agent, (work) => withdrawCase(work, number, { reason: 'Ya no lo necesita' }))
  await aCase(company, agent)
})

const counted = (actor: Actor, query: object = {}) => doing(company, actor, (work) => countClosed(work, CountClosed.query!.parse(query)))
const rows = async (actor: Actor, query: object) => (await doing(company, actor, (work) => listCases(work, ListCases.query!.parse({ ...query, limit: 200 })))).items.length

test('this month unless another is asked, by the days of the organisation', async () => {
  expect(await counted(head)).toMatchObject({ from: '2026-10-01', to: '2026-10-01', total: 1 })
  expect(await counted(head, { closedFrom: '2026-09-01', closedTo: '2026-09-30' })).toMatchObject({ total: 2 })
  expect(await counted(head, { closedFrom: '2026-08-01', closedTo: '2026-08-31' })).toMatchObject({ total: 1 })
  expect(await counted(elsewhere, { closedFrom: '2026-01-01' })).toMatchObject({ total: 0, byBranch: [] })
})

test('each number opens into as many rows', async () => {
  const shown = await counted(head, { closedFrom: '2026-08-01' })
  expect(shown.total).toBe(4)
  expect(await rows(head, shown.filter)).toBe(4)
  const cuts = { branchId: shown.byBranch, areaId: shown.byArea, causeId: shown.byCause, kind: shown.byKind, productId: shown.byProduct, channel: shown.byChannel }
  const without: Record<string, string> = { areaId: 'area', causeId: 'cause', productId: 'product' }
  for (const [name, counts] of Object.entries(cuts)) {
    expect(counts.reduce((sum, { total }) => sum + total, 0)).toBe(4)
    for (const { key, total } of counts) expect([name, await rows(head, { ...shown.filter, ...(key ? { [name]: key } : { without: without[name] }) })]).toEqual([name, total])
  }
})
