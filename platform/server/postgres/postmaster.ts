import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from '../data-folder.ts'
import { runAs, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { commandOf, startOf } from './process-identity.ts'

/** What postmaster.pid tells (src/include/utils/pidfile.h); `status` is starting, ready, stopping or standby. */
export type PidFile = { pid: number; port: number; socketDir: string; status: string }

export function readPidFile(cluster: string): PidFile | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3] ?? 0), socketDir: lines[4] ?? '', status: (lines[7] ?? '').trim() } : null
  } catch {
    return null
  }
}

/** The server of this cluster that runs, whoever started it. */
export function runningPostmaster(cluster: string): PidFile | null {
  const file = readPidFile(cluster)
  return file && startOf(file.pid) !== null && commandOf(file.pid).includes(cluster) ? file : null
}

export type Start = { binaries: Binaries; account: Account; cluster: string; socketDir: string; port: number }

/** Starts the server; the answer comes when it is ready for queries, after any recovery, however long that takes. */
export async function startPostmaster({ binaries, account, cluster, socketDir, port }: Start): Promise<ChildProcess> {
  const args = ['-D', cluster, '-p', String(port), '-k', socketDir, '-c', 'listen_addresses=', '-c', 'unix_socket_permissions=0700']
  const { file, args: rest, uid, gid } = runAs(account, binaries.postgres, args)
  const child = spawn(file, rest, {
    uid,
    gid,
    env: { ...binaries.environment, ...ignoringReusedPid(cluster) },
    cwd: '/',
    // In a session of its own: the terminal's Ctrl-C is for us, and we stop it once our own work is done.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
  const died = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => reject(new CannotStart(`The database did not start: ${lastWords(said) ?? lastWords(loggedBy(child.pid, cluster)) ?? signal ?? `code ${code}`}.`)))
  })
  await Promise.race([untilReady(cluster, () => child.pid), died])
  died.catch(() => {})
  child.unref()
  if (child.stderr instanceof Socket) child.stderr.unref()
  return child
}

/**
 * A pid file left by a kill may name a pid that now belongs to another of our processes, or to a dead one nobody waited
 * for; PostgreSQL then thinks its server alive. It takes its grandparent's pid for harmless, and still checks that
 * no process uses the old shared memory: safer than to delete the file.
 */
function ignoringReusedPid(cluster: string): NodeJS.ProcessEnv {
  const left = readPidFile(cluster)
  return left && !runningPostmaster(cluster) ? { PG_GRANDPARENT_PID: String(left.pid) } : {}
}

async function untilReady(cluster: string, pid: () => number | undefined): Promise<void> {
  for (;;) {
    const file = readPidFile(cluster)
    if (file && file.pid === pid() && file.status === 'ready') return
    await wait(20)
  }
}

/** Once its log collector runs, the server says why it cannot go on in its log only. */
function loggedBy(pid: number | undefined, cluster: string): string {
  try {
    const [, file] = readFileSync(join(cluster, 'current_logfiles'), 'utf8').trim().split(/ (.*)/s)
    return readFileSync(file!, 'utf8').split('\n').filter((line) => line.includes(`[${pid}]`)).slice(-20).join('\n')
  } catch {
    return ''
  }
}

const lastWords = (said: string): string | null =>
  said
    .split('\n')
    .filter((line) => /FATAL|ERROR|HINT|error/.test(line))
    .map((line) => line.replace(/^.*?(FATAL|ERROR|HINT): */, ''))
    .slice(0, 2)
    .join(' ') || null

/** SIGINT is PostgreSQL's fast shutdown: sessions are ended, a checkpoint written. After `patience` ms, SIGQUIT: it will recover when it starts. */
export async function stopPostmaster(pid: number, { patience = 60_000, immediate = false } = {}): Promise<void> {
  const start = startOf(pid)
  if (start === null) return
  const signalled = Date.now()
  signal(pid, immediate ? 'SIGQUIT' : 'SIGINT')
  for (let hurried = immediate; startOf(pid) === start; await wait(20)) {
    if (hurried || Date.now() - signalled < patience) continue
    signal(pid, 'SIGQUIT')
    hurried = true
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
