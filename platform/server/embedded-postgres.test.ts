import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Pool } from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { ask, runningDatabase, startDatabase, type Connection } from './embedded-postgres.ts'
import { readPidFile, runningPostmaster, stopPostmaster } from './postgres/postmaster.ts'
import { startOf } from './postgres/process-identity.ts'
import { startTemporaryDatabase } from './temporary-database.ts'

const isRoot = process.getuid?.() === 0
const NOBODY = 65_534
const program = fileURLToPath(new URL('postgres/hold-database.ts', import.meta.url))
const folders: string[] = []
const programs: ChildProcess[] = []

function newFolder(name = 'data', owner?: number): string {
  const above = realpathSync(mkdtempSync(join(tmpdir(), 'acuse-embedded-')))
  folders.push(above)
  const folder = join(above, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (owner !== undefined) for (const each of [above, folder]) chownSync(each, owner, owner)
  return folder
}

type Said = { ready?: true; pid: number; adopted: boolean; connection: Connection; refused?: string; log?: string; exit?: string }

function runProgram(dataDir: string, uid?: number) {
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'], uid, gid: uid, cwd: '/' })
  programs.push(child)
  const said: Said[] = []
  const heard = createInterface({ input: child.stdout })
  heard.on('line', (line) => said.push(JSON.parse(line) as Said))
  const hears = async (matches: (said: Said) => boolean) => {
    for (;;) {
      const found = said.find(matches)
      if (found) return found
      await Promise.race([once(heard, 'line'), once(heard, 'close')])
      if (child.exitCode !== null && !said.some(matches)) throw new Error(`ended saying ${JSON.stringify(said)}`)
    }
  }
  return { child, hears, settled: () => hears((line) => line.ready === true || line.refused !== undefined) }
}

async function kill(child: ChildProcess, signal: NodeJS.Signals) {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

const clusterOf = (dataDir: string) => join(dataDir, 'database/cluster')
const open = (dataDir: string, options = {}) => startDatabase({ dataDir, log: () => {}, ...options })

async function eventually<T>(look: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await look()
    } catch (error) {
      if (tries === 200) throw error
      await wait(50)
    }
  }
}

afterEach(async () => {
  for (const child of programs.splice(0)) if (child.exitCode === null && child.signalCode === null) await kill(child, 'SIGKILL')
  for (const above of folders.splice(0)) {
    for (const entry of readdirSync(above, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('database/cluster'))) {
      const running = runningPostmaster(join(above, entry))
      if (running) await stopPostmaster(running.pid, { immediate: true })
    }
    rmSync(above, { recursive: true, force: true })
  }
})

describe('a database of one\'s own', () => {
  test('is made as promised, starts again with what was written, and leaves nothing when it stops', async () => {
    const dataDir = newFolder()
    const first = await open(dataDir)
    expect(first.adopted).toBe(false)
    expect(statSync(first.connection.host).mode & 0o777).toBe(0o700)
    const [made] = await ask<Record<string, string>>(first.connection, `select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding,
      current_setting('data_checksums') as checksums, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
      current_setting('listen_addresses') as network, current_setting('jit') as jit from pg_database where datname = current_database()`)
    expect(made).toEqual({ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8', checksums: 'on', fsync: 'on', commit: 'on', network: '', jit: 'off' })
    await ask(first.connection, `create table kept as select 'Bogotá' as place`)
    const pool = new Pool({ connectionString: first.url })
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    expect((await pool.query('select place from kept')).rows).toEqual([{ place: 'Bogotá' }])
    await pool.end()
    const pid = first.pid()
    await first.stop()
    expect(startOf(pid)).toBeNull()
    expect(existsSync(join(dataDir, 'acuse.lock'))).toBe(false)
    expect(existsSync(join(clusterOf(dataDir), 'postmaster.pid'))).toBe(false)
    expect(runningDatabase(dataDir)).toBeNull()

    const second = await open(dataDir)
    expect(await ask(second.connection, 'select place from kept')).toEqual([{ place: 'Bogotá' }])
    expect(runningDatabase(dataDir)?.connection).toEqual(second.connection)
    expect(readdirSync(join(dataDir, 'database/log'))).toHaveLength(1)
    await second.stop()
  })

  test('keeps its socket elsewhere when the path of the data folder is too long for one', async () => {
    const dataDir = newFolder(Array.from({ length: 8 }, (_, i) => `a-folder-with-a-long-name-${i}`).join('/'))
    const database = await open(dataDir)
    folders.push(database.connection.host)
    expect(database.connection.host.startsWith(dataDir)).toBe(false)
    expect(lstatSync(database.connection.host).mode & 0o777).toBe(0o700)
    expect(await ask(database.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await database.stop()
  })

  test('a folder in which one cannot write is refused in one sentence', async () => {
    const file = join(newFolder(), 'not-a-folder')
    writeFileSync(file, '')
    await expect(open(join(file, 'data'))).rejects.toThrow(/^Acuse cannot write in its data folder .*\.$/)
  })
})

describe('two programs on one folder', () => {
  test('the second says so in one sentence and ends; the first is not disturbed', async () => {
    const dataDir = newFolder()
    const first = runProgram(dataDir)
    const { connection } = await first.settled()
    const second = runProgram(dataDir)
    expect((await second.settled()).refused).toMatch(/^Acuse is already running with the data folder .* \(process \d+\); stop it first or give another folder\.$/)
    expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await kill(first.child, 'SIGTERM')
    expect(runningPostmaster(clusterOf(dataDir))).toBeNull()
  })

  test('of two that start at once on an empty folder, one runs', async () => {
    const dataDir = newFolder()
    const both = [runProgram(dataDir), runProgram(dataDir)]
    const answers = await Promise.all(both.map(({ settled }) => settled()))
    expect(answers.filter(({ ready }) => ready)).toHaveLength(1)
    expect(answers.filter(({ refused }) => refused)).toHaveLength(1)
  })

  test.each([
    ['its pid now belongs to another process', () => JSON.stringify({ pid: process.ppid, start: 'another boot/1', taken: 'x' })],
    ['its pid is nobody\'s', () => JSON.stringify({ pid: 4_194_303, start: 'another boot/1', taken: 'x' })],
    ['it was cut short by a power failure', () => '{"pid": 1'],
  ])('a lock left behind does not stop a start: %s', async (_, lock) => {
    const dataDir = newFolder()
    writeFileSync(join(dataDir, 'acuse.lock'), lock())
    await (await open(dataDir)).stop()
  })
})

describe('what a kill leaves', () => {
  test('the program killed: its database, alive, is adopted, and stopped by who adopted it', async () => {
    const dataDir = newFolder()
    const first = runProgram(dataDir)
    const { connection, pid } = await first.settled()
    await ask(connection, 'create table kept as select 7 as number')
    await kill(first.child, 'SIGKILL')
    const adopter = await open(dataDir)
    expect(adopter).toMatchObject({ adopted: true, connection })
    expect(adopter.pid()).toBe(pid)
    expect(await ask(adopter.connection, 'select number from kept')).toEqual([{ number: 7 }])
    await adopter.stop()
    expect(startOf(pid)).toBeNull()
  })

  test('an adopted database that dies comes back too', async () => {
    const dataDir = newFolder()
    const first = runProgram(dataDir)
    const { pid } = await first.settled()
    await kill(first.child, 'SIGKILL')
    const adopter = await open(dataDir)
    process.kill(pid, 'SIGKILL')
    await eventually(async () => expect(adopter.pid()).not.toBe(pid))
    expect(await ask(adopter.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await adopter.stop()
  })

  test('the database killed: the program brings it back, the pool connects again, nothing acknowledged is lost', { timeout: 90_000 }, async () => {
    const reasons: string[] = []
    const database = await open(newFolder(), { onExit: (reason: string) => reasons.push(reason) })
    const pool = new Pool(database.connection)
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    await pool.query('create table kept (number int primary key)')
    let acknowledged = 0
    const writer = { on: true }
    const writing = (async () => {
      for (let number = 1; writer.on; number++)
        await pool.query('insert into kept values ($1)', [number]).then(() => (acknowledged += 1), () => wait(20))
    })()
    for (let kills = 1; kills <= 2; kills++) {
      await wait(300)
      const pid = database.pid()
      process.kill(pid, 'SIGKILL')
      await eventually(async () => expect(database.pid()).not.toBe(pid))
      await eventually(() => pool.query('select 1'))
      expect(reasons).toHaveLength(kills)
    }
    writer.on = false
    await writing
    const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from kept')
    expect(acknowledged).toBeGreaterThan(20)
    expect(rows[0]!.count).toBeGreaterThanOrEqual(acknowledged)
    await pool.end()
    await database.stop()
  })

  test('both killed, and the pid of the database given to another process: it starts all the same', async () => {
    const dataDir = newFolder()
    const first = runProgram(dataDir)
    const { pid, connection } = await first.settled()
    process.kill(first.child.pid!, 'SIGKILL')
    process.kill(pid, 'SIGKILL')
    await eventually(async () => expect(startOf(pid)).toBeNull())
    const other = spawn('sleep', ['60'])
    programs.push(other)
    // The server notes its pid in two places.
    for (const file of [join(clusterOf(dataDir), 'postmaster.pid'), join(connection.host, '.s.PGSQL.5432.lock')])
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(other.pid)))
    const database = await open(dataDir)
    expect(database.adopted).toBe(false)
    expect(readPidFile(clusterOf(dataDir))?.pid).toBe(database.pid())
    await database.stop()
    expect(startOf(other.pid!)).not.toBeNull()
  })

  test('killed while the database is being made: the next start makes it whole', async () => {
    const dataDir = newFolder()
    const first = runProgram(dataDir)
    await eventually(async () => expect(readdirSync(join(dataDir, 'database')).join()).toContain('cluster.new-'))
    await kill(first.child, 'SIGKILL')
    expect(existsSync(clusterOf(dataDir))).toBe(false)
    const database = await open(dataDir)
    expect(await ask(database.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readdirSync(join(dataDir, 'database')).filter((name) => name.includes('.new-'))).toEqual([])
    await database.stop()
  })
})

describe.skipIf(!isRoot)('accounts (only when the tests run as root)', () => {
  test('an ordinary user runs it in a folder of their own', async () => {
    const dataDir = newFolder('data', NOBODY)
    const running = runProgram(dataDir, NOBODY)
    const { pid, refused } = await running.settled()
    expect(refused).toBeUndefined()
    expect(statSync(`/proc/${pid}`).uid).toBe(NOBODY)
    await kill(running.child, 'SIGTERM')
    expect(startOf(pid)).toBeNull()
  })

  test('a user without a name in this machine runs it too', async ({ skip }) => {
    const dataDir = newFolder('data', 54_321)
    const { refused } = await runProgram(dataDir, 54_321).settled()
    if (refused?.includes('without a name')) skip('this machine allows no user namespaces')
    expect(refused).toBeUndefined()
  })

  test('root keeps to the account that owns the database already', async () => {
    const dataDir = newFolder('data', NOBODY)
    const theirs = runProgram(dataDir, NOBODY)
    await theirs.settled()
    await kill(theirs.child, 'SIGTERM')
    const database = await open(dataDir)
    expect(statSync(`/proc/${database.pid()}`).uid).toBe(NOBODY)
    await database.stop()
    const again = runProgram(dataDir, NOBODY)
    expect((await again.settled()).refused).toBeUndefined()
    await kill(again.child, 'SIGTERM')
  })
})

test('a temporary database goes with its folder, also when the one who started it is killed', async () => {
  const own = await startTemporaryDatabase()
  expect(await ask(own.connection, `select current_setting('fsync') as fsync`)).toEqual([{ fsync: 'off' }])
  await own.stop()
  expect(existsSync(own.connection.host)).toBe(false)

  const source = `import { startTemporaryDatabase } from ${JSON.stringify(new URL('temporary-database.ts', import.meta.url).href)}
    console.log(JSON.stringify((await startTemporaryDatabase()).connection)); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  programs.push(child)
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const { host } = JSON.parse(line) as Connection
  const cluster = join(host, '../cluster')
  const { pid } = readPidFile(cluster)!
  await kill(child, 'SIGKILL')
  await eventually(async () => {
    expect(startOf(pid)).toBeNull()
    expect(existsSync(cluster)).toBe(false)
  })
})
