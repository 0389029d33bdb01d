import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from './database.ts'
import { lastSeal } from './seal-history.ts'
import type { Anchor } from './verify-export.ts'
import { writeSynced } from './synced-file.ts'

/**
 * Writes where each organisation's chain stands into `<folder>/YYYY-MM-DD.json`, outside the database: added to what the day's
 * file holds, never in its place. Whoever rewrites the whole chain would have to rewrite these too, wherever they were copied.
 */
export async function anchorHistory(db: Database, folder: string, now: Date = new Date()): Promise<Anchor[]> {
  const at = now.toISOString()
  const added = await db.asOwner(async (tx) => {
    const organisations = await tx<{ organisationId: string }>`select organisation_id from organisations order by organisation_id`
    const anchors: Anchor[] = []
    for (const { organisationId } of organisations) {
      const [last] = await lastSeal(tx, organisationId)
      if (last) anchors.push({ at, organisationId, seq: last.seq, chainHash: last.chainHash.toString('hex') })
    }
    return anchors
  })
  if (added.length === 0) return []
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${at.slice(0, 10)}.json`)
  const before = await readFile(file, 'utf8').then(
    (text) => (JSON.parse(text) as { anchors: Anchor[] }).anchors,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  await writeSynced(file, `${JSON.stringify({ anchors: [...before, ...added] }, null, 1)}\n`)
  return added
}
