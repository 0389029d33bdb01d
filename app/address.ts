import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

const fileIn = (dataDir: string) => join(dataDir, 'address')

/** Kept by the server for the commands of the terminal, which are not told by which address people reach it. A full disk keeps nobody from being served. */
export function keepAddress({ dataDir, publicUrl }: Pick<Config, 'dataDir' | 'publicUrl'>, onError: (error: unknown) => void = () => {}): void {
  try {
    writeFileSync(fileIn(dataDir), `${publicUrl.href}\n`)
  } catch (error) {
    onError(error)
  }
}

/** Where the links that a command prints should lead: what it was told, else where the server of this data folder was last. */
export function addressOf({ dataDir, publicUrl, publicUrlSaid }: Pick<Config, 'dataDir' | 'publicUrl' | 'publicUrlSaid'>): URL {
  if (publicUrlSaid) return publicUrl
  try {
    return new URL(readFileSync(fileIn(dataDir), 'utf8').trim())
  } catch {
    return publicUrl
  }
}
