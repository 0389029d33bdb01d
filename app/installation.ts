import { join } from 'node:path'
import pino from 'pino'
import type pg from 'pg'
import type { Ground } from '#platform/server/ground.ts'
import { openDatabase, type Database } from '#platform/server/database.ts'
import { CannotStart, makeDataFolder } from '#platform/server/data-folder.ts'
import { runningDatabase, startDatabase } from '#platform/server/embedded-postgres.ts'
import { migrate, readSchemaState } from '#platform/server/migrations.ts'
import { readConfig, type Config } from './config.ts'
import { schemaSentence, type Sentence } from './refused-start.ts'
import { readSecret } from './secret.ts'
import type { Asked } from './command.ts'

export type Installation = { config: Config; connection: pg.PoolConfig; secret: string; embedded: boolean; stop(): Promise<void> }

export const configOf = (flags: Asked['flags']): Config => {
  const port = typeof flags['port'] === 'string' ? Number(flags['port']) : undefined
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) throw new CannotStart(`--port has to be a number from 1 to 65535.`)
  return readConfig({ ...(port !== undefined && { port }), ...(typeof flags['data'] === 'string' && { dataDir: flags['data'] }) })
}

type Opening = { onExit?: (reason: string) => void; onLost?: (error: Error) => void; log?: (message: string) => void }

/** The installation's database: the one that DATABASE_URL names, the one that a running Acuse keeps, or our own, started for this. */
export async function openInstallation(config: Config, { log = () => {}, onExit, onLost }: Opening = {}, { shared = true } = {}): Promise<Installation> {
  makeDataFolder(config.dataDir)
  const secret = readSecret(config.secret, config.dataDir)
  const base = { config, secret }
  if (config.databaseUrl) return { ...base, embedded: false, connection: { connectionString: config.databaseUrl }, stop: async () => {} }
  const folder = join(config.dataDir, 'database')
  const running = shared ? runningDatabase(folder) : null
  if (running) return { ...base, embedded: true, connection: running.connection, stop: async () => {} }
  const own = await startDatabase({ dataDir: folder, log, ...(onExit && { onExit }), ...(onLost && { onLost }) })
  return { ...base, embedded: true, connection: own.connection, stop: () => own.stop() }
}

/** A database of the installation, as this version needs it, for the length of a command. */
export async function withDatabase<T>(flags: Asked['flags'], body: (db: Database, installation: Installation) => Promise<T>): Promise<T> {
  return withDatabaseAsFound(flags, async (db, installation) => {
    const refusal = await prepareSchema(db.pool)
    if (refusal) throw new CannotStart(refusal.en)
    return body(db, installation)
  })
}

/** An empty database is migrated; an older or newer one is left as it is, and the sentence says what to do. */
export async function prepareSchema(pool: pg.Pool): Promise<Sentence | null> {
  const state = await readSchemaState(pool)
  if (state.state === 'empty') await migrate(pool)
  return schemaSentence(state)
}

/** A database of the installation in whatever state it is, for the length of a command. */
export async function withDatabaseAsFound<T>(flags: Asked['flags'], body: (db: Database, installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation(configOf(flags))
  const db = openDatabase({ connection: installation.connection })
  try {
    return await body(db, installation)
  } finally {
    await db.close()
    await installation.stop()
  }
}

/** What verbs stand on when a command of the terminal calls them: nobody listens here; a running server hears of it by what it reads. */
export const quietGround = (db: Database): Ground => ({ db, log: pino({ level: 'silent' }), now: () => new Date().toISOString(), announce: () => {} })
