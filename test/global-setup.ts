import { createHash } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, readMigrations } from '#platform/server/migrations.ts'
import { startTemporaryDatabase } from '#platform/server/temporary-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's PostgreSQL listens, and the migrated database that each test file copies. */
    database: { host: string; user: string; template: string }
  }
}

/** One PostgreSQL for the run. ACUSE_TEST_SERVER names the socket folder of one that is already there. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['ACUSE_TEST_SERVER']
  const own = given ? null : await startTemporaryDatabase()
  const { host, user } = own?.connection ?? { host: given!, user: 'acuse' }
  const template = await makeTemplate({ host, user })
  project.provide('database', { host, user, template })
  return async () => own?.stop()
}

/** Named for what is in it, so that a server that stays keeps one for each state of the migrations. */
async function makeTemplate(server: { host: string; user: string }): Promise<string> {
  const template = `acuse_${createHash('sha256').update(readMigrations().map(({ checksum }) => checksum).join()).digest('hex').slice(0, 16)}`
  const root = new pg.Client({ ...server, database: 'postgres' })
  await root.connect()
  try {
    await root.query('select pg_advisory_lock(7)')
    const { rows } = await root.query('select from pg_database where datname = $1', [template])
    if (rows.length > 0) return template
    await root.query(`drop database if exists ${template}_new`)
    await root.query(`create database ${template}_new`)
    const pool = new pg.Pool({ ...server, database: `${template}_new` })
    await migrate(pool)
    await pool.end()
    await root.query(`alter database ${template}_new rename to ${template}`)
    return template
  } finally {
    await root.end()
  }
}
