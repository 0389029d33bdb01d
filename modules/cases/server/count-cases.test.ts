import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { Random } from '#kernel/random.ts'
import { BadInput, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/server/database.ts'
import { aCase, aCompany, anActor, doing, type Company } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { ListCases, type CountCases, type ListName } from '../contract-lists.ts'
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

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const instant = (millis: number) => new Date(millis).toISOString()

/** Instants about a quarter's stroke, and any others, within two days. */
function anInstant(random: Random): string {
  const from = Date.parse('2026-06-26T21:45:00.000Z')
  const stroke = from + Math.floor(random.next() * 192) * QUARTER
  return instant(stroke + [0, 0, 1, -1, QUARTER / 2, Math.floor(random.next() * QUARTER)][Math.floor(random.next() * 6)]!)
}

/** As many as there are among the cases that the policy lets the actor see. */
const plainCount = (tx: Tx, actor: Actor, at: string, dayEnd: string, branchIds: readonly string[] | null) => tx<ReplyOf<typeof CountCases>>`
  select count(*) filter (where c.owner_id = ${actor.id}) as mine,
    count(*) filter (where acuse.branches() = '{}' or c.branch_id = any (acuse.branches())) as branch,
    count(*) filter (where c.owner_id is null) as unassigned, count(*) filter (where c.due_order >= ${at} and c.due_order < ${dayEnd}) as due_today,
    count(*) filter (where c.due_order < ${at}) as overdue, count(*) filter (where c.waiting_for is not null) as waiting, count(*) as open
  from cases c where c.status in ('open', 'answered') and (${branchIds}::uuid[] is null or c.branch_id = any (${branchIds}::uuid[]))`

test('at any instant counts are what a plain count of the cases says, whoever asks, folded or not, though they are kept by the quarter of an hour', async () => {
  const random = new Random(20261124)
  const any = <T>(of: readonly T[]): T => of[Math.floor(random.next() * of.length)]!
  const { branches, areas, ground, organisationId } = company
  for (let n = 0; n < 40; n++) await aCase(company, any([head, everybody['supplier']!, everybody['responder']!]), { branchId: any(Object.values(branches)) })
  const numbers = await ground.db.asOwner((tx) => tx<{ number: string }>`select number from cases where organisation_id = ${organisationId} order by number`)
  const change = (number: string) => {
    const [dueAt, waitingFor] = any([[anInstant(random), null], [anInstant(random), null], [anInstant(random), 'area'], [null, 'customer']])
    return ground.db.asOwner((tx) => tx`
      update cases set due_at = ${dueAt}, waiting_for = ${waitingFor}, owner_id = ${any([null, head.id, any(Object.values(everybody)).id])},
        area_ids = ${any([[], [any(Object.values(areas))]])}::uuid[], status = ${any(['open', 'open', 'answered', 'withdrawn'])}
      where organisation_id = ${organisationId} and number = ${number}`)
  }
  for (const fold of [false, true, false, true]) {
    for (const { number } of numbers) await change(number)
    if (fold) await compactTallies(ground)
    for (let n = 0; n < 40; n++) {
      const [at, dayEnd] = [anInstant(random), anInstant(random)].sort() as [string, string]
      const branchIds = any([null, null, [branches['MED']!], Object.values(branches)])
      for (const [who, actor] of Object.entries(everybody)) {
        const [kept, plain] = await doing(company, actor, ({ tx }) => Promise.all([tx`select * from acuse.count_cases(${at}, ${dayEnd}, ${branchIds}::uuid[])`, plainCount(tx, actor, at, dayEnd, branchIds)]))
        expect(kept, `${who}, from ${at} to ${dayEnd}, ${branchIds?.length ?? 'all'}`).toEqual(plain)
      }
    }
  }
}, 60_000)

test('what is due at as many instants of a quarter folds into one row, and what is due on its stroke into another', async () => {
  const { branches, ground, organisationId } = company
  const numbers: string[] = []
  for (let n = 0; n < 8; n++) numbers.push((await aCase(company, head, { branchId: branches['CAL']! })).number)
  await ground.db.asOwner((tx) => tx`
    update cases set area_ids = '{}', owner_id = null, waiting_for = null, due_at = '2026-07-09T16:00:00Z'::timestamptz + greatest(n - 3, 0) * interval '3 minutes 0.007 seconds'
    from unnest(${numbers}::text[]) with ordinality as due (number, n) where cases.organisation_id = ${organisationId} and cases.number = due.number`)
  await compactTallies(ground)
  const kept = await ground.db.asOwner((tx) => tx`
    select due_quarter, sum(n)::integer as n, count(*)::integer as rows from case_tallies where organisation_id = ${organisationId} and due_quarter between '2026-07-09T16:00:00Z' and '2026-07-09T16:29:59Z' group by due_quarter order by 1`)
  expect(kept).toEqual([
    { dueQuarter: '2026-07-09T16:00:00.000Z', n: 3, rows: 1 },
    { dueQuarter: '2026-07-09T16:00:00.001Z', n: 4, rows: 1 },
    { dueQuarter: '2026-07-09T16:15:00.001Z', n: 1, rows: 1 },
  ])
})
