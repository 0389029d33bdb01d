import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { migrate, readMigrations } from '#platform/server/migrations.ts'

/** The migration that brings it, of an installation that is older. */
const BRINGS = '0028-counts-by-the-quarter.sql'
const [ours, another, branch, owner] = [newId(), newId(), newId(), newId()]

let root: pg.Client
let pool: pg.Pool
const name = `test_${newId().replaceAll('-', '')}`

beforeAll(async () => {
  const { host, user } = inject('database')
  root = new pg.Client({ host, user, database: 'postgres' })
  await root.connect()
  await root.query(`create database ${name} template template0`)
  pool = new pg.Pool({ host, user, database: name, max: 2, options: '-c search_path=public -c timezone=UTC' })
  await migrate(pool, readMigrations().filter((migration) => migration.name < BRINGS))
}, 60_000)

afterAll(async () => {
  await pool.end()
  await root.query(`drop database if exists ${name} with (force)`)
  await root.end()
})

test('what an older installation kept to the millisecond, folded or not, is kept by the quarter, and nothing is lost or doubled', async () => {
  await pool.query(`insert into organisations (organisation_id, name, country, language, time_zone) select id, 'Gases', 'CO', 'es', 'America/Bogota' from unnest($1::uuid[]) id`, [[ours, another]])
  const tallies: [organisation: string, owner: string | null, due: string, n: number, folded: boolean][] = [
    [ours, owner, '2026-11-24T14:00:00.000Z', 7, true],
    [ours, owner, '2026-11-24T14:00:00.001Z', 2, true],
    [ours, owner, '2026-11-24T14:14:59.999Z', 3, true],
    [ours, owner, '2026-11-24T14:08:00.500Z', 1, false],
    [ours, null, '2026-11-24T14:08:00.500Z', 4, false],
    [ours, owner, 'infinity', 5, true],
    [ours, owner, '2026-11-24T15:01:00.000Z', 1, true],
    [ours, owner, '2026-11-24T15:01:00.000Z', -1, false],
    [another, owner, '2026-11-24T14:08:00.500Z', 9, true],
  ]
  for (const [organisation, ownerId, due, n, folded] of tallies) {
    await pool.query(`insert into case_tallies (organisation_id, branch_id, owner_id, area_ids, registered_by, waiting, due_order, n, folded) values ($1, $2, $3, '{}', $4, false, $5, $6, $7)`,
      [organisation, branch, ownerId, owner, due, n, folded])
    if (folded) await pool.query('insert into case_totals (organisation_id, unassigned, waiting, due_order, n) values ($1, false, false, $2, $3)', [organisation, due, n])
  }
  await migrate(pool)
  const { rows } = await pool.query(`
    select organisation_id as organisation, owner_id as owner, due_quarter::text as quarter, n::integer, folded from case_tallies order by organisation_id = $1 desc, owner_id nulls last, due_quarter`, [ours])
  const kept = [
    { organisation: ours, owner, quarter: '2026-11-24 14:00:00+00', n: 7, folded: true },
    { organisation: ours, owner, quarter: '2026-11-24 14:00:00.001+00', n: 6, folded: true },
    { organisation: ours, owner, quarter: 'infinity', n: 5, folded: true },
    { organisation: ours, owner: null, quarter: '2026-11-24 14:00:00.001+00', n: 4, folded: true },
    { organisation: another, owner, quarter: '2026-11-24 14:00:00.001+00', n: 9, folded: true },
  ]
  expect(rows).toEqual(kept)
  const { rows: totals } = await pool.query(`
    select organisation_id as organisation, unassigned, due_quarter::text as quarter, n::integer from case_totals order by organisation_id = $1 desc, unassigned, due_quarter`, [ours])
  expect(totals).toEqual(kept.map(({ organisation, owner: of, quarter, n }) => ({ organisation, unassigned: of === null, quarter, n })))
})
