import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, fsyncSync, openSync, closeSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotStart } from '../data-folder.ts'
import { runAs, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { written, type Settings } from './settings.ts'

export const OWNER = 'acuse'

/** Makes the cluster if there is none. It is made aside and renamed, so that a kill in between leaves nothing half made. */
export async function ensureCluster(binaries: Binaries, cluster: string, account: Account, { durable }: { durable: boolean }): Promise<void> {
  if (existsSync(cluster)) return refuseOtherMajor(binaries, cluster)
  const above = dirname(cluster)
  const draft = `${cluster}.new-${process.pid}`
  // An initdb that outlived its program may still be writing: hence the retries.
  for (const left of readdirSync(above)) if (left.startsWith('cluster.new-')) rmSync(join(above, left), { recursive: true, force: true, maxRetries: 20 })
  await initialise(binaries, draft, account, durable)
  writeFileSync(join(draft, 'postgresql.conf'), "include 'acuse.conf'\n# acuse.conf is written anew at each start; what stands below prevails over it.\n")
  if (durable) syncFile(join(draft, 'postgresql.conf'))
  renameSync(draft, cluster)
  if (durable) syncFile(above)
}

async function initialise({ initdb, environment }: Binaries, draft: string, account: Account, durable: boolean): Promise<void> {
  // The way in is the socket, and its folder opens to its owner only: hence trust.
  const args = ['-D', draft, '-U', OWNER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions']
  const { file, args: rest, uid, gid } = runAs(account, initdb, durable ? args : [...args, '--no-sync'])
  const child = spawn(file, rest, { uid, gid, env: environment, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new CannotStart(`The database could not be created in ${dirname(draft)}: ${said.trim().split('\n').at(-1) ?? `code ${code}`}.`)
}

function refuseOtherMajor({ version }: Binaries, cluster: string): void {
  const major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (major !== version.split('.')[0])
    throw new CannotStart(`The database in ${cluster} is of PostgreSQL ${major} and this Acuse brings ${version}: restore a backup into a new folder.`)
}

export function writeSettings(cluster: string, settings: Settings): void {
  const file = join(cluster, 'acuse.conf')
  writeFileSync(`${file}.new`, written(settings), { mode: 0o644 })
  renameSync(`${file}.new`, file)
}

function syncFile(path: string): void {
  const file = openSync(path, 'r')
  fsyncSync(file)
  closeSync(file)
}
