import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { BenchCompany } from './bench-company.ts'

/**
 * Does something with the database held to one half of the cores, and the bench and all that it starts to the other: neither has
 * what the other works on. Null where there is one core, or where processes cannot be held to some (no Linux, no taskset).
 */
export async function withDatabaseApart<T>({ db }: BenchCompany, body: () => Promise<T>): Promise<T | null> {
  const cores = coresOf('self')
  const half = Math.floor(cores.length / 2)
  if (half === 0) return null
  const [row] = await db.asOwner((tx) => tx<{ pid: number }>`select split_part(pg_read_file('postmaster.pid'), e'\n', 1)::integer as pid`)
  if (!existsSync(childrenFile(row!.pid))) return null
  const hold = (forDatabase: readonly number[], forOthers: readonly number[]) =>
    [row!.pid, ...childrenOf(row!.pid)].every((pid) => holdTo(pid, forDatabase)) && holdTo(process.pid, forOthers)
  try {
    return hold(cores.slice(0, half), cores.slice(half)) ? await body() : null
  } finally {
    hold(cores, cores)
  }
}

/** A range of cores is written '0-3,8'. */
function coresOf(process: string): number[] {
  try {
    const allowed = /^Cpus_allowed_list:\s*(.*)$/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? ''
    return allowed.split(',').flatMap((range) => {
      const [from, to] = range.split('-').map(Number)
      return Array.from({ length: (to ?? from!) - from! + 1 }, (_, at) => from! + at)
    })
  } catch {
    return []
  }
}

/** Those of the database that serve already; whoever connects later is held where its parent is. */
const childrenOf = (pid: number): number[] => readFileSync(childrenFile(pid), 'utf8').split(' ').filter(Boolean).map(Number)
const childrenFile = (pid: number): string => `/proc/${pid}/task/${pid}/children`

/** One that has ended since needs no core. */
function holdTo(pid: number, cores: readonly number[]): boolean {
  try {
    execFileSync('taskset', ['-a', '-p', '-c', cores.join(','), String(pid)], { stdio: 'ignore' })
    return true
  } catch {
    return !isRunning(pid)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
