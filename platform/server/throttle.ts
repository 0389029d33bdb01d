import { createHash } from 'node:crypto'
import type { Database, Tx } from './database.ts'

/** At most `limit` attempts in each `windowSeconds`. */
export type Limit = { limit: number; windowSeconds: number }

/** Answered as 429, with the seconds to wait. */
export class TooManyAttempts extends Error {
  readonly statusCode = 429
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super(`too many attempts: again in ${retryAfterSeconds} s`)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/**
 * Counts one attempt under a key ('sign-in:rosa@example.com', 'public-form:203.0.113.7'), for all nodes alike, and throws
 * TooManyAttempts beyond its limit. Keys are kept as hashes. For several keys at once (a person's and an address's, so that
 * one visitor is held back before a whole company is) each is counted, and the longest wait is told. An attempt counts as
 * many as it weighs, where it weighs anything.
 */
export async function throttle(db: Database, keys: readonly (readonly [key: string, limit: Limit, weight?: number])[], now: Date = new Date()): Promise<void> {
  const waits = await db.asOwner((tx) => Promise.all(keys.map(([key, limit, weight = 1]) => attempt(tx, key, limit, weight, now))))
  const wait = Math.max(0, ...waits)
  if (wait > 0) throw new TooManyAttempts(wait)
}

/** Forgives what was tried under a key: a sign-in that succeeded. */
export const forgive = (db: Database, key: string): Promise<unknown> => db.asOwner((tx) => tx`delete from acuse.throttle_counts where key = ${hashed(key)}`)

/** Clears away windows that have ended; run now and then. */
export const clearThrottles = (db: Database, now: Date = new Date()): Promise<unknown> =>
  db.asOwner((tx) => tx`delete from acuse.throttle_counts where ends_at < ${now.toISOString()}`)

/** Seconds to wait, 0 when it may go on. */
async function attempt(tx: Tx, key: string, { limit, windowSeconds }: Limit, weight: number, now: Date): Promise<number> {
  const length = windowSeconds * 1000
  const from = Math.floor(now.getTime() / length) * length
  const [counted] = await tx<{ count: number }>`
    insert into acuse.throttle_counts as c (key, window_at, ends_at, count)
    values (${hashed(key)}, ${new Date(from).toISOString()}, ${new Date(from + length).toISOString()}, ${weight})
    on conflict (key, window_at) do update set count = c.count + excluded.count
    returning count`
  return (counted?.count ?? 0) > limit ? Math.ceil((from + length - now.getTime()) / 1000) : 0
}

const hashed = (key: string) => createHash('sha256').update(key).digest()
