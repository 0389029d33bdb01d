import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { Random } from '#kernel/random.ts'
import { BadInput, Refusal } from '#kernel/refusal.ts'
import { aCase, aCompany, anActor, doing, type Company } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { ListCases, type ListName } from '../contract-lists.ts'
import { askArea } from './ask-area.ts'
import { assignCase } from './assign-case.ts'
import { compactTallies } from './compact-tallies.ts'
import { countCases } from './count-cases.ts'
import { listCases } from './list-cases.ts'
import { reopenCase, withdrawCase } from './reopen-case.ts'
import { routeCase } from './route-case.ts'

let company: Company
let head: Actor
let everybody: Record<string, Actor>

beforeAll(async () => {
  company = await aCompany(await aGround())
  const { branches, areas, supplierId } = company
  const agent = await anActor(company, 'agent', { branchId: branches['BOG']! })
  const responder = await anActor(company, 'area-responder', { areaId: areas['ENT']! })
  head = await anActor(company, 'head')
  everybody = {
    head, agent, responder,
    'agent of two branches': await anActor(company, 'agent', [{ branchId: branches['BOG']! }, { branchId: branches['MED']! }]),
    'agent who also answers for an area': { ...agent, grants: [...agent.grants, ...responder.grants] },
    supplier: await anActor(company, 'supplier-agent', { supplierId }),
    admin: await anActor(company, 'admin'),
  }
})

async function expectCountsToEqualLists(): Promise<void> {
  const names: Record<keyof Awaited<ReturnType<typeof countCases>>, ListName> = {
    mine: 'mine', branch: 'branch', unassigned: 'unassigned', dueToday: 'due-today', overdue: 'overdue', waiting: 'waiting', open: 'open',
  }
  const ofBranches = [undefined, [company.branches['BOG']!], Object.values(company.branches)]
  for (const [who, actor] of Object.entries(everybody))
    for (const branchId of ofBranches) {
      const counts = await doing(company, actor, (work) => countCases(work, { branchId }))
      const lists = await Promise.all(
        Object.entries(names).map(async ([key, list]) => [key, (await doing(company, actor, (work) => listCases(work, ListCases.query!.parse({ list, limit: 200, ...(branchId && { branchId }) })))).items.length] as const),
      )
      expect(counts, `${who}, ${branchId?.length ?? 'all'}`).toEqual(Object.fromEntries(lists))
    }
}

test('counts are as long as the lists, whoever asks and whatever happened, folded or not', async () => {
  const random = new Random(20260626)
  const numbers: string[] = []
  const any = <T>(of: readonly T[]): T => of[Math.floor(random.next() * of.length)]!
  const owners = [head, ...Object.values(everybody).filter(({ grants }) => grants.some(({ permissions }) => permissions.has('cases.work')))]
  for (let step = 0; step < 60; step++) {
    const branchId = any(Object.values(company.branches))
    const number = numbers.length > 0 ? any(numbers) : ''
    const act = number && random.next() < 0.6 ? any(['assign', 'unassign', 'route', 'ask', 'withdraw', 'reopen', 'pass']) : 'register'
    const reason = 'porque así lo pide la prueba'
    const done = {
      register: async () => void numbers.push((await aCase(company, any([head, everybody['supplier']!, everybody['responder']!]), { branchId })).number),
      assign: () => doing(company, head, (work) => assignCase(work, number, { ownerId: any(owners).id, reason })),
      unassign: () => doing(company, head, (work) => assignCase(work, number, { ownerId: null, reason })),
      route: () => doing(company, head, (work) => routeCase(work, number, { areaId: any(Object.values(company.areas)), branchId, reason })),
      ask: () => doing(company, head, (work) => askArea(work, number, { areaId: any(Object.values(company.areas)), question: reason, files: [] })),
      withdraw: () => doing(company, head, (work) => withdrawCase(work, number, { reason })),
      reopen: () => doing(company, head, (work) => reopenCase(work, number, { reason })),
      pass: async () => company.ground.clock.pass(Math.floor(random.next() * 6000)),
    }[act]!
    // What a rule refuses changes nothing, and so must the counts.
    await done().catch((error: Error) => expect([Refusal, BadInput].some((kind) => error instanceof kind), `${act}: ${error}`).toBe(true))
    if (step % 7 === 0) await compactTallies(company.ground)
    if (step % 10 === 9) await expectCountsToEqualLists()
  }
  await compactTallies(company.ground)
  expect(await compactTallies(company.ground)).toBe(0)
  await expectCountsToEqualLists()
}, 60_000)

test('two nodes that fold at once, while cases come in, lose and double nothing', async () => {
  const before = await doing(company, head, countCases)
  await Promise.all([
    ...Array.from({ length: 12 }, () => aCase(company, head)),
    ...Array.from({ length: 6 }, () => compactTallies(company.ground)),
  ])
  expect((await doing(company, head, countCases)).open).toBe(before.open + 12)
  await expectCountsToEqualLists()
})
