import { createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The secret of this installation: given by the environment, else made once and kept in the data folder. */
export function readSecret(given: string | null, dataDir: string): string {
  if (given) return given
  const file = join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true })
  return readFileSync(file, 'utf8').trim()
}

/** Texts that only this installation can make of a name, for links: the key is derived for that use alone. */
export function secretsOf(secret: string): (name: string) => string {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'acuse links', 32)))
  return (name) => createHmac('sha256', key).update(name).digest('base64url')
}
