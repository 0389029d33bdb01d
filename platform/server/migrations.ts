import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'

const FOLDER = join(import.meta.dirname, '../../migrations')
/** One number for this program's lock: two starts at once migrate one after the other. */
const LOCK = 4_228_730_014

type Migration = { name: string; text: string; checksum: string }

/** Empty: nothing there. Current: as this program needs it. Older: `acuse migrate` mends it. Newer or changed: another program's. */
export type SchemaState =
  | { state: 'empty' | 'current' }
  | { state: 'older'; missing: string[] }
  | { state: 'newer' | 'changed'; unknown: string[] }

export function readMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(FOLDER, name), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    })
}

export async function readSchemaState(pool: Pool, migrations = readMigrations()): Promise<SchemaState> {
  const { rows: there } = await pool.query<{ there: boolean }>(`select to_regclass('public.acuse_migrations') is not null as there`)
  if (!there[0]?.there) return { state: 'empty' }
  const { rows } = await pool.query<{ name: string; checksum: string }>('select name, checksum from acuse_migrations order by name')
  if (rows.length === 0) return { state: 'empty' }
  const ours = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  const unknown = rows.filter(({ name }) => !ours.has(name)).map(({ name }) => name)
  if (unknown.length > 0) return { state: 'newer', unknown }
  const changed = rows.filter(({ name, checksum }) => ours.get(name) !== checksum).map(({ name }) => name)
  if (changed.length > 0) return { state: 'changed', unknown: changed }
  const applied = new Set(rows.map(({ name }) => name))
  const missing = migrations.filter(({ name }) => !applied.has(name)).map(({ name }) => name)
  return missing.length > 0 ? { state: 'older', missing } : { state: 'current' }
}

/** Applies what is missing, in order, each whole or not at all; returns the names applied. */
export async function migrate(pool: Pool, migrations = readMigrations()): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('set search_path = public')
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`create table if not exists acuse_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const state = await readSchemaState(pool, migrations)
    if (state.state === 'newer' || state.state === 'changed') throw new Error(`unknown migrations: ${state.unknown.join(', ')}`)
    const missing = state.state === 'older' ? state.missing : state.state === 'empty' ? migrations.map(({ name }) => name) : []
    for (const migration of migrations.filter(({ name }) => missing.includes(name))) await apply(client, migration)
    await migrateJobs(pool)
    return missing
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
}

/** The workers keep their own tables by their own migrations; a job can be asked for before any worker runs. */
async function migrateJobs(pool: Pool): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker')
  // What ends a connection fails the statement under way, which is heard; it asks to be heard here too.
  const unheard = () => {}
  pool.on('error', unheard).on('connect', (client) => client.on('error', unheard))
  await runMigrations({ pgPool: pool, logger: new Logger(() => () => {}) })
}

const NOTE = 'insert into acuse_migrations (name, checksum) values ($1, $2)'

async function apply(client: PoolClient, { name, text, checksum }: Migration): Promise<void> {
  if (text.startsWith('-- no-transaction')) {
    await client.query(text)
    await client.query(NOTE, [name, checksum])
    return
  }
  await client.query('begin')
  try {
    await client.query(text)
    await client.query(NOTE, [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error })
  }
}
