import type { Database, Tx } from './database.ts'
import { entryColumns } from './history-export.ts'
import { BEFORE_THE_FIRST, hashEntry, hashSeal, type Entry } from './verify-export.ts'

const BATCH = 5000
/** The first half of the advisory lock's key: one sealer an organisation, whichever the node. */
const SEALING = 4_228_731

/** Seals everything that waits, in every organisation; how many entries that was. */
export async function sealAll(db: Database): Promise<number> {
  const waiting = await db.asOwner((tx) => organisationsWaiting(tx))
  let sealed = 0
  for (const { organisationId } of waiting)
    for (let batch = BATCH; batch === BATCH; sealed += batch) batch = await db.asOwner((tx) => sealBatch(tx, organisationId))
  return sealed
}

/**
 * One batch of one organisation, in the order of the ids: hashes, seals, and no longer waiting, in one transaction.
 * An entry committed late is sealed late; what counts is that no seal ever comes before one already given.
 */
async function sealBatch(tx: Tx, organisationId: string): Promise<number> {
  const [lock] = await tx<{ got: boolean }>`select pg_try_advisory_xact_lock(${SEALING}, hashtext(${organisationId})) as got`
  if (!lock?.got) return 0
  // Sent together, and each after the lock: what another node sealed until then is seen.
  const [entries, [last]] = await Promise.all([entriesWaiting(tx, organisationId), lastSeal(tx, organisationId)])
  if (entries.length === 0) return 0
  let chain = last?.chainHash ?? BEFORE_THE_FIRST
  let seq = last?.seq ?? 0
  const seals = entries.map((entry) => {
    const entryHash = hashEntry(entry)
    chain = hashSeal(chain, entryHash, ++seq)
    return { seq, id: entry.id, entryHash, chain }
  })
  await saveSeals(tx, organisationId, seals)
  return entries.length
}

const organisationsWaiting = (tx: Tx) => tx<{ organisationId: string }>`
  select organisation_id from organisations o
  where exists (select from history_pending p where p.organisation_id = o.organisation_id)
  order by organisation_id`

const entriesWaiting = (tx: Tx, organisationId: string) => tx<Entry>`
  select ${entryColumns}
  from history_pending p
  join history h on h.organisation_id = p.organisation_id and h.id = p.id
  where p.organisation_id = ${organisationId}
  order by p.id
  limit ${BATCH}`

export const lastSeal = (tx: Tx, organisationId: string) => tx<{ seq: number; chainHash: Buffer }>`
  select seq, chain_hash from history_seals
  where organisation_id = ${organisationId}
  order by seq desc
  limit 1`

type NewSeal = { seq: number; id: string | null; entryHash: Buffer; chain: Buffer }

const saveSeals = (tx: Tx, organisationId: string, seals: NewSeal[]) => tx`
  with sealed as (
    insert into history_seals (organisation_id, seq, entry_id, entry_hash, chain_hash)
    select ${organisationId}, *
    from unnest(
      ${seals.map(({ seq }) => seq)}::bigint[], ${seals.map(({ id }) => id)}::uuid[],
      ${seals.map(({ entryHash }) => entryHash)}::bytea[], ${seals.map(({ chain }) => chain)}::bytea[])
    returning organisation_id, entry_id
  )
  delete from history_pending p
  using sealed s
  where p.organisation_id = s.organisation_id and p.id = s.entry_id`
