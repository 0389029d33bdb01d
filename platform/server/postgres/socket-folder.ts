import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CannotStart } from '../data-folder.ts'

/** A socket's path may take 107 bytes (sun_path); macOS, 103. */
const LIMIT = 103

/** The private folder (mode 700) of the server's socket: in the database's own folder, or in the temporary one when that path is too long. */
export function socketFolder(databaseDir: string, port: number): string {
  const beside = join(databaseDir, 'run')
  const folder = fits(beside, port) ? beside : join(tmpdir(), `acuse-${createHash('sha256').update(databaseDir).digest('hex').slice(0, 16)}`)
  if (!fits(folder, port)) throw new CannotStart(`The path of the temporary folder ${tmpdir()} is too long for the database's socket; set TMPDIR to a shorter one.`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  refuseStrangers(folder)
  chmodSync(folder, 0o700)
  return folder
}

const fits = (folder: string, port: number) => Buffer.byteLength(join(folder, `.s.PGSQL.${port}.lock`)) <= LIMIT

/** Anyone can make a folder of this name in /tmp before us and listen to what we say in it. */
function refuseStrangers(folder: string): void {
  const found = lstatSync(folder)
  const me = process.getuid?.() ?? 0
  if (!found.isDirectory() || (me !== 0 && found.uid !== me)) throw new CannotStart(`${folder} belongs to somebody else; remove it and start again.`)
}
