import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { doWork } from '#platform/server/ground.ts'
import type { Work } from '#platform/server/work.ts'
import { aGround, type TestGround } from '#test/harness.ts'
import { aVolume, whoever, type Volume } from '#test/volume.ts'
import { CaseFilter, ListCases, Search, type ListName } from '../contract-lists.ts'
import { compactTallies } from './compact-tallies.ts'
import { countCases } from './count-cases.ts'
import { listCases } from './list-cases.ts'
import { searchCases } from './search-cases.ts'
import { countAmongFirst } from './store-view-counts.ts'

const LISTS: ListName[] = ['mine', 'branch', 'unassigned', 'due-today', 'overdue', 'waiting', 'area', 'open', 'everything']
const WHO = ['whole organisation', 'one branch', 'five branches', 'an area', 'a supplier'] as const

let ground: TestGround
let volume: Volume
let actors: Record<(typeof WHO)[number], Actor>

beforeAll(async () => {
  ground = await aGround()
  ground.clock.set('2026-11-24T15:00:00.000Z')
  volume = await aVolume(ground.db, { cases: 25_000, branches: 50, areas: 20, now: ground.now() })
  const { branches, areas, suppliers, people } = volume
  actors = {
    'whole organisation': whoever(volume, people[0]!.id, 'head', [{}]),
    'one branch': whoever(volume, people[1]!.id, 'agent', [{ branchId: branches[1]! }]),
    'five branches': whoever(volume, people[2]!.id, 'agent', branches.slice(2, 7).map((branchId) => ({ branchId }))),
    'an area': whoever(volume, people[3]!.id, 'area-responder', [{ areaId: areas[0]! }]),
    'a supplier': whoever(volume, people[4]!.id, 'supplier-agent', [{ supplierId: suppliers[0]! }]),
  }
}, 120_000)

type Read = { rows: number; scans: number }
/** The database's own count; a connection carries over what it has not yet reported of transactions before. */
const readSoFar = async ({ tx }: Work, tables: readonly string[]): Promise<Read> =>
  (await tx<Read>`
    select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::integer as rows, coalesce(sum(seq_scan), 0)::integer as scans
    from pg_stat_xact_user_tables where relname = any (${tables})`)[0]!

/** What a piece of work read of the tables that grow with cases. */
async function reading<T>(actor: Actor, verb: (work: Work) => Promise<T>, tables = ['cases', 'case_areas', 'case_messages', 'case_terms']): Promise<Read & { result: T }> {
  return doWork(ground, actor, async (work) => {
    const before = await readSoFar(work, tables)
    const result = await verb(work)
    const after = await readSoFar(work, tables)
    return { result, rows: after.rows - before.rows, scans: after.scans - before.scans }
  })
}

const pairs = WHO.flatMap((who) => LISTS.map((list) => [who, list] as const))

test.each(pairs)('%s reads the first page of %s along its indexes, no more than four rows for each it shows', async (who, list) => {
  const { result, rows, scans } = await reading(actors[who], (work) => listCases(work, ListCases.query!.parse({ list })))
  expect(scans).toBe(0)
  expect(rows).toBeGreaterThanOrEqual(result.items.length)
  expect(rows).toBeLessThanOrEqual(4 * Math.max(result.items.length, 1))
})

test.each(WHO)('%s counts any view from the first of its list, and says that there are more where there are', async (who) => {
  const [branchId, areaId] = [volume.branches[1]!, volume.areas[0]!]
  const views: object[] = [
    { list: 'everything', kind: ['claim'] }, { list: 'everything', kind: ['claim'], severity: ['critical'], channel: ['api'] }, { list: 'everything', areaId: [areaId] }, { list: 'everything', ownerId: [volume.people[1]!.id] },
    { list: 'everything', dueFrom: '2026-11-01' }, { list: 'open', receivedFrom: '2026-11-01' }, { list: 'open', areaId: [areaId], without: ['area'] }, { list: 'overdue', kind: ['claim'] }, { list: 'branch', status: ['answered'] },
    { list: 'unassigned', branchId: [branchId], kind: ['request'] }, { list: 'everything', receivedFrom: '2026-11-01', without: ['procedure'] }, { list: 'waiting', ownerId: [volume.people[1]!.id] },
  ]
  for (const view of views) {
    const { result, rows, scans } = await reading(actors[who], ({ tx, actor, now }) => countAmongFirst(tx, actor, now, CaseFilter.parse(view), null))
    expect([view, scans]).toEqual([view, 0])
    expect([view, rows, result[0]!.read]).toEqual([view, expect.toSatisfy((read: number) => read <= 2 * 2_001 + 50), expect.toSatisfy((read: number) => read <= 2_001)])
  }
})

test('a page further on is read like the first', async () => {
  for (const who of WHO)
    for (const list of ['open', 'everything']) {
      const first = await reading(actors[who], (work) => listCases(work, ListCases.query!.parse({ list, limit: 10 })))
      const { result, rows, scans } = await reading(actors[who], (work) => listCases(work, ListCases.query!.parse({ list, limit: 10, cursor: first.result.nextCursor ?? undefined })))
      expect([who, list, scans]).toEqual([who, list, 0])
      expect(rows).toBeLessThanOrEqual(4 * result.items.length)
    }
})

test.each(WHO)('%s searches rare words, common words, serials, telephones and ends of numbers without reading a table whole', async (who) => {
  for (const find of ['zr4242', 'cilindro', 'hidrostática vencido', 'a3f1', 'b7 2026 7', 'ningunapalabrasi', '317 555 6809', '5550', '000787', 'b7 209', '2026-000209'])
    expect([find, (await reading(actors[who], (work) => searchCases(work, Search.query!.parse({ find })))).scans]).toEqual([find, 0])
})

test.each(WHO)('%s finds by a telephone or the end of a number without reading a tenth of the cases', async (who) => {
  for (const find of ['317 555 6809', '5550', '000787', 'b7 209', '2026-000209'])
    expect([find, (await reading(actors[who], (work) => listCases(work, ListCases.query!.parse({ list: 'everything', find })))).rows]).toEqual([find, expect.toSatisfy((rows: number) => rows < 2_500)])
})

describe('counting, where every case is due at an instant of its own', () => {
  const AT = '2026-11-24T14:07:21.345Z'
  const one = async (of: Promise<{ n: number }[]>) => (await of)[0]!.n

  beforeAll(async () => {
    await ground.db.asOwner((tx) => tx`
      update cases set due_at = '2026-11-24T13:00:00.001Z'::timestamptz + seq % 7000 * interval '1.001 seconds', owner_id = null, waiting_for = null
      where organisation_id = ${volume.organisationId} and status = 'open'`)
    await compactTallies(ground)
    await ground.db.asOwner((tx) => tx`analyze`)
  })

  test.each(WHO)('%s reads no more cases than are due in the quarter of an hour of the asking', async (who) => {
    const inQuarter = await one(ground.db.asOwner((tx) => tx<{ n: number }>`
      select count(*)::integer as n from cases where organisation_id = ${volume.organisationId} and status in ('open', 'answered') and due_at >= '2026-11-24T14:00Z' and due_at < '2026-11-24T14:15Z'`))
    const { rows, scans } = await reading(actors[who], (work) => countCases({ ...work, now: AT }), ['cases'])
    expect(scans).toBe(0)
    expect(rows).toBeGreaterThan(0)
    expect(rows).toBeLessThanOrEqual(inQuarter)
    // On the stroke of a quarter none is divided.
    expect((await reading(actors[who], (work) => countCases({ ...work, now: '2026-11-24T14:15:00.000Z' }), ['cases'])).rows).toBe(0)
  })

  test('whoever sees all reads a row of each quarter', async () => {
    const open = await one(ground.db.asOwner((tx) => tx<{ n: number }>`select count(*)::integer as n from cases where organisation_id = ${volume.organisationId} and status = 'open'`))
    const { rows } = await reading(actors['whole organisation'], (work) => countCases({ ...work, now: AT }), ['case_totals'])
    expect(open).toBeGreaterThan(400)
    // Of eight quarters; and of what waits for no date, with an owner and without, waiting and not.
    expect(rows).toBeLessThanOrEqual(8 + 4)
  })
})
