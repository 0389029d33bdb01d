import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql, type Database, type Tx } from './database.ts'
import { header, type Entry, type Header, type Line } from './verify-export.ts'

const PAGE = 5000

/** Every column of an entry (alias h) as the text its hash covers. */
export const entryColumns = sql`
  h.organisation_id::text, h.id::text, to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  h.actor_kind, h.actor_id::text, h.action, h.subject_kind, h.subject_id::text, h.reason, h.details::text`

/** Reads one organisation's history as of one instant: every line that a verifier needs, in its order. May be read twice. */
export function readHistory<T>(db: Database, organisationId: string, body: (header: Header, lines: () => AsyncIterable<Line>) => Promise<T>): Promise<T> {
  return db.asOwner(async (tx) => {
    void tx`set transaction isolation level repeatable read read only`
    const [organisation] = await tx<{ demonstration: boolean }>`
      select coalesce(settings -> 'demonstration' = 'true', false) as demonstration from organisations where organisation_id = ${organisationId}`
    return body(header(organisationId, new Date().toISOString(), organisation?.demonstration ?? false), () => linesOf(tx, organisationId))
  })
}

/** Writes the export that the stand-alone verifier reads: a header, then a line a seal, then what has none. */
export function exportHistory(db: Database, organisationId: string, file: string): Promise<void> {
  return readHistory(db, organisationId, async (head, lines) => {
    const text = async function* () {
      yield `${JSON.stringify(head)}\n`
      for await (const line of lines()) yield `${JSON.stringify(line)}\n`
    }
    await pipeline(Readable.from(text()), createWriteStream(file, { flush: true }))
  })
}

async function* linesOf(tx: Tx, organisationId: string): AsyncIterable<Line> {
  for (let after = 0; ; ) {
    const page = await sealedAfter(tx, organisationId, after)
    for (const row of page) yield sealedLine(row)
    if (page.length < PAGE) break
    after = page.at(-1)!.seq
  }
  for (const { pending, ...entry } of await unsealed(tx, organisationId)) yield { seal: null, entry, pending }
}

type SealedRow = { seq: number; entryId: string; entryHash: Buffer; chainHash: Buffer; sealedAt: string } & { [Column in keyof Entry]: string | null }

function sealedLine({ seq, entryId, entryHash, chainHash, sealedAt, ...entry }: SealedRow): Line {
  const seal = { seq, entryId, entryHash: entryHash.toString('hex'), chainHash: chainHash.toString('hex'), sealedAt }
  return { seal, entry: entry.id === null ? null : entry }
}

const sealedAfter = (tx: Tx, organisationId: string, after: number) => tx<SealedRow>`
  select s.seq, s.entry_id, s.entry_hash, s.chain_hash, s.sealed_at, ${entryColumns}
  from history_seals s
  left join history h on h.organisation_id = s.organisation_id and h.id = s.entry_id
  where s.organisation_id = ${organisationId} and s.seq > ${after}
  order by s.seq
  limit ${PAGE}`

const unsealed = (tx: Tx, organisationId: string) => tx<Entry & { pending: boolean }>`
  select ${entryColumns},
    exists (select from history_pending p where p.organisation_id = h.organisation_id and p.id = h.id) as pending
  from history h
  where h.organisation_id = ${organisationId}
    and not exists (select from history_seals s where s.organisation_id = h.organisation_id and s.entry_id = h.id)
  order by h.id`
