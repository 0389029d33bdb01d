import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, lchownSync, readdirSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { CannotStart } from '../data-folder.ts'

/**
 * Under which account PostgreSQL runs. It refuses to be root, and initdb refuses an account without a name.
 * 'same': ours. 'namespace': ours, seen as nobody from within a user namespace; the files stay ours, and a home of mode 700
 * can be entered. A number: that account, for which the files are.
 */
export type Account = 'same' | 'namespace' | number

export type Command = { file: string; args: string[]; uid?: number; gid?: number }

const NOBODY = 65_534
const NAMESPACE = ['--user', `--map-user=${NOBODY}`]

/** The account that suits `folder`: as root, whoever already owns it keeps it (a server once started with sudo, once without). */
export function chooseAccount(folder: string): Account {
  const root = process.getuid?.() === 0
  if (!root && hasName()) return 'same'
  const owner = statSync(folder).uid
  if (root && owner !== 0) return owner
  if (spawnSync('unshare', [...NAMESPACE, 'true'], { stdio: 'ignore' }).status === 0) return 'namespace'
  if (root) return NOBODY
  throw new CannotStart('The database does not run under an account without a name: start Acuse as a user of this machine, or give a database in DATABASE_URL.')
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

export function runAs(account: Account, file: string, args: string[]): Command {
  if (account === 'same') return { file, args }
  if (account === 'namespace') return { file: 'unshare', args: [...NAMESPACE, file, ...args] }
  return { file, args, uid: account, gid: account === NOBODY ? NOBODY : groupOf(account) }
}

function groupOf(uid: number): number {
  const { status, stdout } = spawnSync('id', ['-g', String(uid)], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : uid
}

/** Hands a folder and all in it to the account, and lets it pass through the folder above. */
export function handOver(account: Account, folder: string, above: string): void {
  if (typeof account !== 'number') return
  chmodSync(above, statSync(above).mode | 0o111)
  const gid = groupOf(account)
  chownSync(folder, account, gid)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) lchownSync(join(folder, entry), account, gid)
}
