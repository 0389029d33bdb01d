import { join } from 'node:path'
import pg from 'pg'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { createApiToken, createOrganisation } from '#modules/people/public.ts'
import { openDatabase, type Database } from '#platform/server/database.ts'
import { doWork, systemActor } from '#platform/server/ground.ts'
import { CannotStart, makeDataFolder } from '#platform/server/data-folder.ts'
import { startDatabase } from '#platform/server/embedded-postgres.ts'
import { migrate, readSchemaState } from '#platform/server/migrations.ts'
import { readConfig, type Config } from '../config.ts'
import { quietGround, type Installation } from '../installation.ts'
import { onOrganisationCreated } from '../reactions.ts'
import { readSecret } from '../secret.ts'

/** A company of its own in a folder of its own: what a bench writes never meets real data. */
export type BenchCompany = { config: Config; connection: pg.PoolConfig; db: Database; organisationId: string; branchIds: string[]; areaIds: string[]; actor: Actor; stop(): Promise<void> }

const BRANCHES = 250
const AREAS = 250

export async function openBenchCompany(dataDir: string): Promise<BenchCompany> {
  const folder = join(dataDir, 'bench')
  makeDataFolder(folder)
  const config = readConfig({ dataDir: folder })
  const installation = await benchDatabase(config)
  const pool = new pg.Pool({ ...installation.connection, max: 2 })
  const { state } = await readSchemaState(pool)
  if (state === 'empty' || state === 'older') await migrate(pool)
  await pool.end()
  if (state === 'newer' || state === 'changed') {
    await installation.stop()
    throw new CannotStart(`The bench's database was made by another version of Acuse. Remove ${folder} and load it again.`)
  }
  const db = openDatabase({ connection: installation.connection, connections: 12 })
  const organisationId = (await theOne(db)) ?? (await found(db))
  const places = await db.asOwner(async (tx) => ({
    branches: await tx<{ id: string }>`select id from branches where organisation_id = ${organisationId} order by code`,
    areas: await tx<{ id: string }>`select id from areas where organisation_id = ${organisationId} order by code`,
  }))
  return {
    config, connection: installation.connection, db, organisationId,
    branchIds: places.branches.map(({ id }) => id), areaIds: places.areas.map(({ id }) => id), actor: systemActor(organisationId),
    async stop() {
      await db.close()
      await installation.stop()
    },
  }
}

async function benchDatabase(config: Config): Promise<Pick<Installation, 'connection' | 'stop'>> {
  readSecret(config.secret, config.dataDir)
  if (config.databaseUrl) return { connection: { connectionString: config.databaseUrl }, stop: async () => {} }
  return startDatabase({ dataDir: join(config.dataDir, 'database'), log: () => {} })
}

const theOne = async (db: Database): Promise<string | null> =>
  (await db.asOwner((tx) => tx<{ id: string }>`select organisation_id as id from organisations order by created_at limit 1`))[0]?.id ?? null

async function found(db: Database): Promise<string> {
  const ground = quietGround(db)
  const created = await createOrganisation({ ground, onOrganisationCreated }, {
    organisation: { name: 'Bench', country: 'CO', language: 'es', timeZone: 'America/Bogota', taxId: '' },
    branch: { code: 'B000', name: 'Bench 0', city: '' },
    person: { name: 'Bench', email: 'bench@example.com', password: `bench-${newId()}` },
  })
  await doWork(ground, systemActor(created.organisationId), async ({ tx }) => {
    void tx`
      insert into branches (organisation_id, id, code, name, time_zone)
      select ${created.organisationId}, uuidv7(), 'B' || lpad(n::text, 3, '0'), 'Bench ' || n, 'America/Bogota' from generate_series(1, ${BRANCHES - 1}::int) n`
    await tx`
      insert into areas (organisation_id, id, code, name, name_en)
      select ${created.organisationId}, uuidv7(), 'A' || lpad(n::text, 3, '0'), 'Área ' || n, 'Area ' || n from generate_series(1, ${AREAS}::int) n`
  })
  return created.organisationId
}

export const benchToken = ({ db, actor }: BenchCompany): Promise<string> =>
  doWork(quietGround(db), actor, async (work) => (await createApiToken(work, { name: `bench ${newId()}`, role: 'head', branchId: null, areaId: null, supplierId: null })).token)
