import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { anchorHistory } from './anchor-history.ts'
import type { Database } from './database.ts'
import { repeat } from './repeating.ts'
import { sealAll } from './seal-history.ts'

type Needs = { db: Database; /** The folder of the anchor files. */ anchors: string; onError(this: void, error: unknown): void; everyMs?: number }

/** Seals what waits each second, anchors once a day, and does both a last time when it is stopped. Several nodes may do it. */
export function keepHistory({ db, anchors, onError, everyMs = 1000 }: Needs): { stop(): Promise<void> } {
  const sealing = repeat(everyMs, () => sealAll(db), onError)
  const anchoring = repeat(60_000, () => anchorToday(db, anchors), onError)
  return {
    async stop() {
      await Promise.all([sealing.stop(), anchoring.stop()])
      await sealAll(db)
        .then(() => anchorHistory(db, anchors))
        .catch(onError)
    },
  }
}

async function anchorToday(db: Database, anchors: string): Promise<void> {
  const today = new Date().toISOString().slice(0, 10)
  if (!existsSync(join(anchors, `${today}.json`))) await anchorHistory(db, anchors)
}
