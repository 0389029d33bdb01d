import { mkdirSync, realpathSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { CannotStart, lockDataFolder } from './data-folder.ts'
import { chooseAccount, handOver } from './postgres/account.ts'
import { findBinaries, type Binaries } from './postgres/binaries.ts'
import { ensureCluster, OWNER, writeSettings } from './postgres/cluster.ts'
import { runningPostmaster, startPostmaster, stopPostmaster, type Start } from './postgres/postmaster.ts'
import { startOf } from './postgres/process-identity.ts'
import { serverSettings } from './postgres/settings.ts'
import { socketFolder } from './postgres/socket-folder.ts'

export type Connection = { host: string; port: number; user: string; database: string }

export type EmbeddedDatabase = {
  /** For pg: `new Pool(connection)`. Stays the same when the server has to be started again. */
  connection: Connection
  url: string
  /** True when the server was left running by a program that was killed. */
  adopted: boolean
  /** The server's process at this moment, for who watches over it. */
  pid(): number
  /** Ends sessions, writes a checkpoint and waits; then lets go of the data folder. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  dataDir: string
  log: (message: string) => void
  /** Only names the socket: nothing listens on the network. */
  port?: number
  /** The server died although nobody asked it to; it is being started again. */
  onExit?: (reason: string) => void
  /** It died and could not be brought back: the program should end. */
  onLost?: (error: Error) => void
}

/**
 * Runs PostgreSQL for this program in `dataDir`: made at the first start, adopted when a killed program left it running, started
 * again when it dies. Throws CannotStart, with one sentence, when it may not or cannot run.
 */
export async function startDatabase({ dataDir, log, port = 5432, onExit = () => {}, onLost = () => {} }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const lock = await lockDataFolder(dataDir)
  try {
    const server = await prepare(realpathSync(dataDir), port, log)
    const left = await serverLeftRunning(server, log)
    const connection = { host: left?.socketDir ?? server.socketDir, port: left?.port ?? port, user: OWNER, database: OWNER }
    const start: Start = { ...server, socketDir: connection.host, port: connection.port }
    const watched = watch(start, left?.pid ?? null, { log, onExit, onLost })
    try {
      await watched.started
      await ensureDatabase(connection)
    } catch (error) {
      await watched.stop()
      throw error
    }
    return {
      connection,
      url: urlOf(connection),
      adopted: left !== null,
      pid: watched.pid,
      async stop() {
        await watched.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Where a command run beside the program finds its database; null when it does not run. */
export function runningDatabase(dataDir: string): { connection: Connection; url: string } | null {
  const cluster = join(dataDir, 'database/cluster')
  const running = existsSync(cluster) ? runningPostmaster(realpathSync(cluster)) : null
  if (running?.status !== 'ready') return null
  const connection = { host: running.socketDir, port: running.port, user: OWNER, database: OWNER }
  return { connection, url: urlOf(connection) }
}

export const urlOf = ({ host, port, user, database }: Connection): string =>
  `postgres:///${database}?host=${encodeURIComponent(host)}&port=${port}&user=${user}`

async function prepare(dataDir: string, port: number, log: (message: string) => void): Promise<Start> {
  const folder = join(dataDir, 'database')
  const cluster = join(folder, 'cluster')
  mkdirSync(join(folder, 'log'), { recursive: true, mode: 0o700 })
  const binaries = findBinaries(join(folder, 'lib'))
  const account = chooseAccount(existsSync(cluster) ? cluster : folder)
  const socketDir = socketFolder(folder, port)
  handOver(account, folder, dataDir)
  if (!socketDir.startsWith(folder)) handOver(account, socketDir, socketDir)
  if (!existsSync(cluster)) log('Creating the database; this happens once.')
  await ensureCluster(binaries, cluster, account, { durable: true })
  writeSettings(cluster, serverSettings(join(folder, 'log')))
  return { binaries, account, cluster, socketDir, port }
}

type Left = { pid: number; port: number; socketDir: string }

/** The server that a killed program left, once it answers; null when there is none, or it was of another version and is now stopped. */
async function serverLeftRunning({ cluster, binaries }: Start, log: (message: string) => void): Promise<Left | null> {
  for (let waits = 0; ; waits++) {
    const running = runningPostmaster(cluster)
    if (!running) return null
    if (running.status === 'ready') {
      if (await answersFor(running, cluster, binaries)) {
        log(`Adopting the database left running (process ${running.pid}).`)
        return running
      }
      log(`Stopping the database left running by another version (process ${running.pid}).`)
      await stopPostmaster(running.pid)
      return null
    }
    if (waits % 250 === 50) log(`Waiting for the database left running, which is ${running.status} (process ${running.pid}).`)
    await wait(40)
  }
}

async function answersFor({ socketDir, port }: Left, cluster: string, { version }: Binaries): Promise<boolean> {
  try {
    const rows = await ask<{ folder: string; version: string }>(
      { host: socketDir, port, user: OWNER, database: 'postgres' },
      `select current_setting('data_directory') as folder, current_setting('server_version') as version`,
    )
    return rows[0]?.folder === cluster && rows[0].version.split(' ')[0] === version
  } catch {
    return false
  }
}

async function ensureDatabase(connection: Connection): Promise<void> {
  const atPostgres = { ...connection, database: 'postgres' }
  const found = await ask(atPostgres, `select from pg_database where datname = '${connection.database}'`)
  if (found.length === 0) await ask(atPostgres, `create database ${connection.database}`)
}

export async function ask<Row extends object>(connection: Connection, text: string): Promise<Row[]> {
  const client = new Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

type Watcher = Required<Pick<EmbeddedOptions, 'log' | 'onExit' | 'onLost'>>

/** Keeps one server running until it is asked to stop. */
function watch(start: Start, adoptedPid: number | null, { log, onExit, onLost }: Watcher) {
  let pid = 0
  const stopping = new AbortController()
  let reviving: Promise<void> = Promise.resolve()

  const begin = async () => {
    const child = await startPostmaster(start)
    pid = child.pid!
    const died = (code: number | null, signal: NodeJS.Signals | null) => gone(signal ?? `code ${code}`)
    if (child.exitCode !== null || child.signalCode !== null) died(child.exitCode, child.signalCode)
    else child.once('exit', died)
  }
  const beginAtFirst = async () => {
    for (const pause of [100, 300, 1000, 3000]) {
      try {
        return await begin()
      } catch (error) {
        // Sessions of a server that was killed hold its memory until they notice.
        if (!(error as Error).message.includes('shared memory')) throw error
        await wait(pause)
      }
    }
    return begin()
  }
  const gone = (how: string) => {
    if (stopping.signal.aborted) return
    const reason = `The database ended unexpectedly (${how}); starting it again.`
    log(reason)
    onExit(reason)
    reviving = revive()
  }
  const revive = async () => {
    // Sessions of the dead server may hold its memory for a moment, and a full disk may be freed: hence the tries.
    for (const pause of [100, 300, 1000, 3000, 10_000, 30_000]) {
      try {
        await wait(pause, undefined, { signal: stopping.signal })
        return await begin()
      } catch (error) {
        if (stopping.signal.aborted) return
        log((error as Error).message)
      }
    }
    onLost(new CannotStart('The database ended and could not be started again; its log tells why.'))
  }
  const adopt = (left: number) => {
    pid = left
    const born = startOf(left)
    const look = setInterval(() => {
      if (startOf(left) === born) return
      clearInterval(look)
      gone(`process ${left} is no longer there`)
    }, 500)
    look.unref()
  }
  if (adoptedPid !== null) adopt(adoptedPid)
  return {
    started: adoptedPid === null ? beginAtFirst() : Promise.resolve(),
    pid: () => pid,
    async stop() {
      stopping.abort()
      await reviving
      // Asked anew: the pid we knew may by now be somebody else's.
      const running = runningPostmaster(start.cluster)
      if (running) await stopPostmaster(running.pid)
    },
  }
}
