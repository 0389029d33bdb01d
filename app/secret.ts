import { createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from '#platform/server/data-folder.ts'
import { WrongConfig } from './config.ts'

const SHORTEST = 32

/** The secret of this installation: given by the environment, else made once and kept in the data folder. */
export function readSecret(given: string | null, dataDir: string): string {
  if (given) return given
  const file = join(dataDir, 'secret')
  makeDataFolder(dataDir)
  if (sizeOf(file) === 0) make(file)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < SHORTEST) throw new WrongConfig(`${file} holds no secret; put back the one it held, or take the file away: then links to customers and second factors are made anew.`)
  return secret
}

/** Whole or not at all, and once: begun and not ended, it would be an empty secret, which is everybody's. */
function make(file: string): void {
  const beside = `${file}.${process.pid}.part`
  writeFileSync(beside, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
  try {
    linkSync(beside, file)
  } catch {
    // Another start made it meanwhile; or this folder knows no second names, or one that was killed left it empty.
    if (sizeOf(file) === 0) renameSync(beside, file)
  } finally {
    rmSync(beside, { force: true })
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** Texts that only this installation can make of a name, for links: the key is derived for that use alone. */
export function secretsOf(secret: string): (name: string) => string {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'acuse links', 32)))
  return (name) => createHmac('sha256', key).update(name).digest('base64url')
}
