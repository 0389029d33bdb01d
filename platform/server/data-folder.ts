import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startOf } from './postgres/process-identity.ts'

/** A start that must not go on; the message is one sentence for who started the program. */
export class CannotStart extends Error {}

type Holder = { pid: number; start: string | null; taken: string }

const LOCK = 'acuse.lock'

/** Makes the data folder (mode 700) where it is not there yet. */
export function makeDataFolder(dataDir: string): void {
  orCannotWrite(dataDir, () => makeFolder(dataDir))
}

// One after another: told to make all at once, Node tries for ever where a file system makes none and says that what is above is missing (/proc).
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another start made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

function orCannotWrite(dataDir: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    throw new CannotStart(`Acuse cannot write in its data folder ${dataDir}: ${(error as Error).message}.`, { cause: error })
  }
}

/**
 * Takes the data folder for this process, creating it (mode 700) if need be. Another living process that holds it makes
 * this fail with CannotStart; a lock left by a killed one is taken over, even when its pid now belongs to something else.
 */
export async function lockDataFolder(dataDir: string): Promise<{ release(): void }> {
  const lock = join(dataDir, LOCK)
  const mine: Holder = { pid: process.pid, start: startOf(process.pid), taken: crypto.randomUUID() }
  const draft = `${lock}.${mine.taken}`
  makeDataFolder(dataDir)
  orCannotWrite(dataDir, () => writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 }))
  try {
    if (!tryLink(draft, lock)) {
      refuseIfHeld(dataDir, lock)
      renameSync(draft, lock)
      // Two that saw the same dead holder both get here; the last to rename wins, and the wait lets the other see it.
      await wait(100)
      if (readHolder(lock)?.taken !== mine.taken) throw inUse(dataDir, readHolder(lock)?.pid)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return {
    release() {
      if (readHolder(lock)?.taken === mine.taken) rmSync(lock, { force: true })
    },
  }
}

function tryLink(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock)
    return true
  } catch (error) {
    // A file system without hard links says something else: there the rename decides.
    if (['EEXIST', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

function refuseIfHeld(dataDir: string, lock: string): void {
  const holder = readHolder(lock)
  if (!holder) return
  const start = startOf(holder.pid)
  if (start !== null && start === holder.start) throw inUse(dataDir, holder.pid)
}

const inUse = (dataDir: string, pid: number | undefined) =>
  new CannotStart(`Acuse is already running with the data folder ${dataDir} (process ${pid ?? 'unknown'}); stop it first or give another folder.`)

/** A lock cut short by a power failure is nobody's. */
function readHolder(lock: string): Holder | null {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder
  } catch {
    return null
  }
}
