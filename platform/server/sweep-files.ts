import { DAY_MS } from '#kernel/day.ts'
import { later } from '#kernel/instant.ts'
import type { BlobStore } from './blob-store.ts'
import { joined, sql, type Database, type Sql, type Tx } from './database.ts'
import { CONTENT } from './files.ts'

export type SweepNeeds = {
  db: Database
  blobs: BlobStore
  /** For each kind of thing that a file hangs on, the condition on files `f` that it hangs on one. */
  held: readonly Sql[]
}

const UNHELD_MS = DAY_MS
const BATCH = 500

/** What was uploaded and hung on nothing for a day is forgotten, and bytes that nothing names any more are cleared away. Returns how many of each. */
export async function sweepFiles({ db, blobs, held }: SweepNeeds, now: string): Promise<{ files: number; blobs: number }> {
  const before = later(now, -UNHELD_MS)
  const unheld = sql`f.uploaded_at < ${before} and not (${joined([...held, mailed], ' or ')})`
  let files = 0
  for (;;) {
    const swept = await sweepBatch(db, unheld)
    files += swept
    if (swept === 0) break
  }
  await blobs.tidy()
  let cleared = 0
  for await (const contents of blobs.list()) for (const sha256 of await db.asOwner((tx) => unnamed(tx, contents))) if (await clear(db, blobs, sha256)) cleared++
  return { files, blobs: cleared }
}

/** A mail that has yet to leave may carry it. */
const mailed = sql`f.id::text in (
  select jsonb_array_elements_text(m.content -> 'attachments') from outgoing_mails m where m.state in ('waiting', 'sending') and m.content ? 'attachments')`

/** First locked, against whoever is hanging it on something; then looked at again, for whoever has just done so. */
const sweepBatch = (db: Database, unheld: Sql): Promise<number> => db.asOwner(async (tx) => {
  const locked = await tx<{ id: string }>`select f.id from files f where ${unheld} order by f.uploaded_at, f.id limit ${BATCH} for update of f skip locked`
  const gone = await tx`delete from files f where f.id = any (${locked.map(({ id }) => id)}::uuid[]) and ${unheld} returning f.id`
  return gone.length
})

async function unnamed(tx: Tx, contents: readonly string[]): Promise<string[]> {
  const rows = await tx<{ sha256: string }>`
    select c as sha256 from unnest(${contents}::text[]) c where not exists (select from files f where f.sha256 = decode(c, 'hex')) order by c`
  return rows.map(({ sha256 }) => sha256)
}

/** Whoever is naming the same bytes at this moment is waited for; whoever comes later finds them gone and brings their own. */
const clear = (db: Database, blobs: BlobStore, sha256: string): Promise<boolean> => db.asOwner(async (tx) => {
  await tx`select pg_advisory_xact_lock(${CONTENT}, hashtext(${sha256}))`
  if ((await unnamed(tx, [sha256])).length === 0) return false
  await blobs.remove(sha256)
  return true
})
