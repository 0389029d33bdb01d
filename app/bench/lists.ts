import { ListCases, ListName } from '#modules/cases/contract-lists.ts'
import { countCases } from '#modules/cases/server/count-cases.ts'
import { listCases } from '#modules/cases/server/list-cases.ts'
import { doWork } from '#platform/server/ground.ts'
import { quietGround } from '../installation.ts'
import { benchActors } from './bench-actors.ts'
import type { BenchCompany } from './bench-company.ts'
import { inTurn, measured, percentile, type Measured } from './measure.ts'

const ROUNDS = 60
const WARM = 5
const ROWS = 50

/**
 * The first page of every list, through the verb and under the row-level security of whoever asks, against reading fifty cases by
 * their primary key as one who sees everything. Both in turn over the same connections.
 */
export async function benchLists(company: BenchCompany): Promise<Measured[]> {
  const ground = quietGround(company.db)
  const some = await someCases(company)
  const results: Measured[] = []
  for (const { name, actor } of await benchActors(company)) {
    const ours = (list: ListName) => doWork(ground, actor, (work) => listCases(work, ListCases.query!.parse({ list, limit: ROWS })), { readOnly: true })
    const byKey = () => fetchByKey(company, some)
    for (const list of ListName.options) results.push(await held(`${name}: ${list}`, () => ours(list), byKey))
    results.push(await held(`${name}: counts`, () => doWork(ground, actor, (work) => countCases(work), { readOnly: true }), byKey))
  }
  return results
}

async function held(name: string, ours: () => Promise<unknown>, byKey: () => Promise<unknown>): Promise<Measured> {
  await inTurn(WARM, ours, byKey)
  const times = await inTurn(ROUNDS, ours, byKey)
  return measured(`lists, ${name}`, percentile(times.ours, 0.95), percentile(times.limit, 0.95), 'ms p95 (limit: 50 rows by primary key; hold ≤ 3)')
}

/** Far more than a round reads, so that each reads others. */
async function someCases({ db, organisationId }: BenchCompany): Promise<string[]> {
  const rows = await db.asOwner((tx) => tx<{ id: string }>`select id from cases tablesample system (2) where organisation_id = ${organisationId} limit 20000`)
  return rows.map(({ id }) => id)
}

const fetchByKey = ({ db, organisationId, actor }: BenchCompany, some: readonly string[]) => {
  const ids = Array.from({ length: ROWS }, () => some[Math.floor(Math.random() * some.length)]!)
  const scope = { organisationId, actorId: actor.id, all: true, branches: [], areas: [], suppliers: [] }
  return db.transaction(scope, (tx) => tx`
    select id, number, kind, channel, status, severity, title, customer_id, branch_id, area_id, owner_id, cause_id, waiting_for, snoozed_until, received_at, due_on, due_at,
      answered_at, closed_at, version
    from cases where organisation_id = ${organisationId} and id = any (${ids}::uuid[])`, { readOnly: true })
}
