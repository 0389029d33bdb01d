import pg from 'pg'
import { newId } from '#kernel/id.ts'
import { readTermSettings } from '#modules/calendars/public.ts'
import { doWork } from '#platform/server/ground.ts'
import { customers as invented } from '../demonstration/customers.ts'
import { quietGround } from '../installation.ts'
import type { BenchCompany } from './bench-company.ts'
import { copyRows } from './copy-rows.ts'
import { CASE_COLUMNS, composeBatch, MESSAGE_COLUMNS, TERM_COLUMNS, type Batch, type Stuff } from './load-cases.ts'
import { buildIndexes, dropIndexes, noteLoaded, openLoad } from './postponed-indexes.ts'

const BATCH = 20_000
const PEOPLE_OF_BRANCH = 3

export type Loaded = { cases: number; added: number; seconds: number; indexSeconds: number }

/**
 * Fills the bench's company up to `total` cases of two years, in batches that are each whole: killed at any moment and begun again
 * with the same number it goes on. What cases stand on (customers, causes, staff) comes first; contacts and history are left out,
 * for no list and no search reads them.
 */
export async function loadCases(company: BenchCompany, { total, texts, tell }: { total: number; texts: readonly string[] | null; tell: (line: string) => void }): Promise<Loaded> {
  const client = new pg.Client({ ...company.connection, options: '-c search_path=public -c timezone=UTC -c synchronous_commit=off' })
  await client.connect()
  try {
    const before = await openLoad(client)
    await furnish(company)
    const began = performance.now()
    if (total > before) {
      if (total - before > before / 4) await dropIndexes(client)
      await copyAll(client, await gather(company, { texts, total }), before, tell)
    }
    const copied = performance.now()
    await buildIndexes(client, (index) => tell(`built ${index}`))
    await settle(client, company)
    return { cases: Math.max(total, before), added: Math.max(0, total - before), seconds: (copied - began) / 1000, indexSeconds: (performance.now() - copied) / 1000 }
  } finally {
    await client.end()
  }
}

async function copyAll(client: pg.Client, stuff: Stuff, from: number, tell: (line: string) => void): Promise<void> {
  const triggers = await triggersOf(client)
  // What the keys point at is ours and there: to check each again takes longer than to write it. The triggers of the product itself stay.
  await client.query('set session_replication_role = replica')
  const began = performance.now()
  let coming = composeBatch(stuff, from, Math.min(from + BATCH, stuff.total))
  for (let at = from; at < stuff.total; at += BATCH) {
    const batch = await coming
    const counters = [...stuff.counters]
    const next = at + BATCH
    if (next < stuff.total) coming = composeBatch(stuff, next, Math.min(next + BATCH, stuff.total))
    await copyBatch(client, stuff, batch, { counters, triggers })
    tell(`${batch.to} of ${stuff.total} cases, ${Math.round((batch.to - from) / ((performance.now() - began) / 1000))} a second`)
  }
  await client.query('set session_replication_role = origin')
}

async function copyBatch(client: pg.Client, { organisationId }: Stuff, batch: Batch, { counters, triggers }: { counters: [string, number][]; triggers: string[] }): Promise<void> {
  await client.query('begin')
  for (const trigger of triggers) await client.query(`alter table cases enable always trigger ${trigger}`)
  await copyRows(client, CASE_COLUMNS, batch.cases)
  await copyRows(client, TERM_COLUMNS, batch.terms)
  await copyRows(client, MESSAGE_COLUMNS, batch.messages)
  await client.query(
    `insert into case_counters (organisation_id, branch_id, year, last)
     select $1, split_part(key, '/', 1)::uuid, split_part(key, '/', 2)::int, last from unnest($2::text[], $3::int[]) t (key, last)
     on conflict (organisation_id, branch_id, year) do update set last = greatest(case_counters.last, excluded.last)`,
    [organisationId, counters.map(([key]) => key), counters.map(([, last]) => last)])
  await noteLoaded(client, batch.to)
  for (const trigger of triggers) await client.query(`alter table cases enable trigger ${trigger}`)
  await client.query('commit')
}

async function triggersOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select quote_ident(tgname) as name from pg_trigger where tgrelid = 'cases'::regclass and not tgisinternal order by 1`)
  return rows.map(({ name }) => name)
}

/** Customers, causes, suppliers and three people a branch, once. */
async function furnish({ db, organisationId, branchIds, areaIds }: BenchCompany): Promise<void> {
  const customers = invented(7).map(({ kind, code, name }) => ({ id: newId(), kind, code, name }))
  await db.asOwner(async (tx) => {
    const there = await tx`select from suppliers where organisation_id = ${organisationId} limit 1`
    if (there.length > 0) return
    void tx`insert into suppliers (organisation_id, id, name) select ${organisationId}, uuidv7(), 'Proveedor ' || n from generate_series(1, 2) n`
    void tx`
      insert into customers (organisation_id, id, kind, source, code, name)
      select ${organisationId}, c.id, c.kind, 'bench', c.code, c.name from jsonb_to_recordset(${JSON.stringify(customers)}::jsonb) c (id uuid, kind text, code text, name text)`
    void tx`
      insert into causes (organisation_id, id, code, name, area_id)
      select ${organisationId}, uuidv7(), 'BENCH.' || n, 'Causa ' || n, (${areaIds}::uuid[])[n] from generate_series(1, 60) n`
    await tx`
      insert into people (organisation_id, id, name, email, post)
      select ${organisationId}, uuidv7(), 'Persona ' || n || ' de ' || b.at, n || '.' || b.at || '@bench.example', b.id::text
      from unnest(${branchIds}::uuid[]) with ordinality b (id, at), generate_series(1, ${PEOPLE_OF_BRANCH}::int) n`
  })
}

async function gather({ db, actor, organisationId }: BenchCompany, { texts, total }: { texts: readonly string[] | null; total: number }): Promise<Stuff> {
  return doWork(quietGround(db), actor, async ({ tx }) => {
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
    const [settings, branches, areas, suppliers, causes, customers, counters] = await Promise.all([
      readTermSettings(tx, organisationId),
      tx<{ id: string; code: string; people: string[] }>`
        select b.id, b.code, (select array_agg(p.id::text order by p.id) from people p where p.organisation_id = b.organisation_id and p.post = b.id::text) as people
        from branches b where b.organisation_id = ${organisationId} order by b.code`,
      tx<{ id: string }>`select id from areas where organisation_id = ${organisationId} order by code`,
      tx<{ id: string }>`select id from suppliers where organisation_id = ${organisationId} order by name`,
      tx<{ id: string }>`select id from causes where organisation_id = ${organisationId} order by code`,
      tx<{ id: string }>`select id from customers where organisation_id = ${organisationId} order by code`,
      tx<{ key: string; last: number }>`select branch_id || '/' || year as key, last from case_counters where organisation_id = ${organisationId}`,
    ])
    return {
      organisationId, settings, timeZone: settings.timeZone, branches, areas: idsOf(areas), suppliers: idsOf(suppliers), causes: idsOf(causes), customers: idsOf(customers),
      texts, counters: new Map(counters.map(({ key, last }) => [key, last])), end: Date.now(), total,
    }
  })
}

/** Counts folded, rows vacuumed, statistics fresh: as after a night's rest. */
async function settle(client: pg.Client, { organisationId }: BenchCompany): Promise<void> {
  await client.query('begin')
  await client.query(`select set_config('acuse.organisation', $1, true), set_config('acuse.all', 'on', true)`, [organisationId])
  await client.query('select acuse.compact_tallies()')
  await client.query('commit')
  await client.query('vacuum (analyze)')
  await client.query('checkpoint')
}
