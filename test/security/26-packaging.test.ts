import { lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AcuseProcess, freePort } from '#test/faults/acuse-process.ts'

// Zammad's service, started by root, executed files that the application's own user could write (CVE-2026-102490); Formbricks published the
// port of its session store (6e12ea3791). What runs here is looked at from outside, as it runs.
const here = process.platform === 'linux'
const dataDir = mkdtempSync(join(tmpdir(), 'acuse-packaging-'))
let server: AcuseProcess
let port: number

beforeAll(async () => {
  port = await freePort()
  server = new AcuseProcess(dataDir, port)
  await server.answers()
}, 120_000)
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

type Process = { pid: number; parent: number; uid: number; powers: string; name: string }
const field = (status: string, name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)![1])

/** The program and all that it has started. */
function tree(): Process[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid): Process[] => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      return [{ pid: Number(pid), parent: field(status, 'PPid'), uid: field(status, 'Uid'), powers: /^CapEff:\s*(\w+)/m.exec(status)![1]!, name: /^Name:\s*(.*)/.exec(status)![1]! }]
    } catch {
      // Ended while it was looked at.
      return []
    }
  })
  const under = (pid: number): Process[] => all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...under(child.pid)])
  return [...all.filter(({ pid }) => pid === server.child.pid), ...under(server.child.pid!)]
}

/** Ports of TCP, of either family, on which one of these processes listens. */
function listening(processes: readonly Process[]): number[] {
  const sockets = new Map(['tcp', 'tcp6'].flatMap((family) => readFileSync(`/proc/net/${family}`, 'utf8').trim().split('\n').slice(1)).flatMap((line): [string, number][] => {
    const columns = line.trim().split(/\s+/)
    return columns[3] === '0A' ? [[`socket:[${columns[9]}]`, Number.parseInt(columns[1]!.split(':')[1]!, 16)]] : []
  }))
  const held = processes.flatMap(({ pid }) => readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try { return readlinkSync(`/proc/${pid}/fd/${fd}`) } catch { return '' }
  }))
  return [...new Set(held.flatMap((name) => sockets.get(name) ?? []))]
}

const databaseOf = (processes: readonly Process[]) => processes.filter(({ name }) => name.startsWith('postgres'))

test.runIf(here)('one port is open, the one that was asked for; the database is reached by nothing but a socket in its folder', () => {
  const processes = tree()
  expect(databaseOf(processes).length).toBeGreaterThan(0)
  expect(listening(processes)).toEqual([port])
})

test.runIf(here)('the database has none of the powers of root, whoever started it', () => {
  expect(databaseOf(tree()).filter(({ powers }) => /[^0]/.test(powers))).toEqual([])
})

test.runIf(here && process.getuid?.() === 0)('nothing that root runs could have been written by the account of the database, where it has one of its own, or by anybody', () => {
  const processes = tree()
  const others = new Set(databaseOf(processes).map(({ uid }) => uid).filter((uid) => uid !== 0))
  const run = new Set(processes.filter(({ uid }) => uid === 0).flatMap(({ pid }) =>
    readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n').flatMap((line) => (/^\S+ ..x. .* (\/.*)$/.exec(line)?.[1] ?? []))))
  // Beside what is mapped, the program's own text.
  for (const folder of ['app', 'kernel', 'modules', 'platform', 'migrations']) for (const name of readdirSync(join(import.meta.dirname, '../..', folder), { recursive: true, encoding: 'utf8' })) run.add(join(import.meta.dirname, '../..', folder, name))
  expect(run.size).toBeGreaterThan(500)
  const writable = [...run].filter((path) => {
    const { uid, mode } = lstatSync(path)
    return !lstatSync(path).isSymbolicLink() && (others.has(uid) || (mode & 0o002) !== 0)
  })
  expect(writable).toEqual([])
})

test.runIf(here)('of the data folder others on the machine read nothing', () => {
  const open = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).map((name) => join(dataDir, name)).filter((path) => {
    if (!lstatSync(path).isFile()) return false
    // To read a file every folder above it is passed through.
    const passable = (folder: string): boolean => folder === dirname(dataDir) || ((statSync(folder).mode & 0o001) !== 0 && passable(dirname(folder)))
    return (lstatSync(path).mode & 0o004) !== 0 && passable(dirname(path))
  })
  expect(open).toEqual([])
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
})
