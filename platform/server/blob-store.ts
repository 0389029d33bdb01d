import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { DAY_MS } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { renameSynced, syncFolder } from './synced-file.ts'

/** Bytes under the name of their SHA-256 (hexadecimal). On a disk here; elsewhere behind the same door. */
export type BlobStore = {
  /** Takes bytes in beside the others: they are not of the store until kept. More than `limit` throws TooLarge; nothing is left behind. */
  stage(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Staged>
  /** Bytes `start` to `end`, both included; null when there is no such blob. */
  open(sha256: string, range?: { start: number; end: number }): Promise<Readable | null>
  /** What there is, some at a time; what is kept or removed meanwhile may be missed. */
  list(): AsyncIterable<string[]>
  remove(sha256: string): Promise<void>
  /** Clears away what uploads broken off have left. */
  tidy(): Promise<void>
}

export type Staged = {
  sha256: string
  size: number
  /** Where its bytes can be looked at until it is kept or discarded. */
  path: string
  /** On the disk for good when it resolves, so that a row may name it. The same bytes twice are kept once. */
  keep(): Promise<void>
  discard(): Promise<void>
}

/** `limit` in bytes. The code is fastify's own, answered as 413. */
export class TooLarge extends Error {
  readonly code = 'FST_REQ_FILE_TOO_LARGE'
  readonly limit: number
  constructor(limit: number) {
    super(`more than ${limit} bytes`)
    this.limit = limit
  }
}

/** Opens the store in a folder, and tidies it. */
export async function openDiskStore(folder: string): Promise<BlobStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true })
  await clearAbandoned(incoming)
  const folderOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4))
  const pathOf = (sha256: string) => join(folderOf(sha256), sha256)

  return {
    async stage(bytes, limit) {
      const path = join(incoming, newId())
      const discard = () => rm(path, { force: true })
      try {
        const { sha256, size } = await writeHashed(path, bytes, limit)
        return { sha256, size, path, discard, keep: () => keep(path, sha256) }
      } catch (error) {
        await discard()
        throw error
      }
    },
    async open(sha256, range) {
      const path = pathOf(sha256)
      return (await exists(path)) ? createReadStream(path, range) : null
    },
    async *list() {
      for (const first of await namesIn(folder, /^[\da-f]{2}$/)) for (const second of await namesIn(join(folder, first), /^[\da-f]{2}$/)) yield namesIn(join(folder, first, second), /^[\da-f]{64}$/)
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    tidy: () => clearAbandoned(incoming),
  }

  async function keep(path: string, sha256: string): Promise<void> {
    if (await exists(pathOf(sha256))) return rm(path, { force: true })
    const made = await mkdir(folderOf(sha256), { recursive: true })
    await renameSynced(path, pathOf(sha256))
    // A new folder's own name lies in the folder above.
    if (made) await Promise.all([syncFolder(folder), syncFolder(join(folder, sha256.slice(0, 2)))])
  }
}

async function writeHashed(path: string, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of bytes) {
      size += chunk.length
      if (size > limit) throw new TooLarge(limit)
      hash.update(chunk)
      await file.appendFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), size }
}

const exists = (path: string) => stat(path).then(() => true, () => false)

const namesIn = async (folder: string, form: RegExp) => (await readdir(folder)).filter((name) => form.test(name))

async function clearAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    // Another node of the same folder may be writing the young ones, or has just ended one.
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (Date.now() - mtimeMs > DAY_MS) await rm(path, { force: true })
  }
}
