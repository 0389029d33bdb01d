/**
 * The chain that seals the history, and its verifier. This file stands alone on purpose: it needs Node and nothing else,
 * so that somebody outside can keep it and check what the program says of itself.
 *
 *   node verify-export.ts HISTORY.ndjson [ANCHORS-FOLDER]     exit 0: sound; 1: not, and the first bad entry is named; 2: unreadable
 *
 * An entry's hash is SHA-256 over a JSON array of the format's name and the text of every column, in the order of COLUMNS:
 * instants as 'YYYY-MM-DDTHH:MM:SS.mmmZ', details as the database writes them. A seal's chain hash is SHA-256 over the
 * chain hash before (32 zero bytes for the first), the entry's hash and the sequence number in eight bytes, highest first.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const FORMAT = 'acuse-history-1'
export const COLUMNS = ['organisationId', 'id', 'at', 'actorKind', 'actorId', 'action', 'subjectKind', 'subjectId', 'reason', 'details'] as const
/** Every column of an entry as text. */
export type Entry = Record<(typeof COLUMNS)[number], string | null>
export type Seal = { seq: number; entryId: string; entryHash: string; chainHash: string; sealedAt: string }

/** A line of an export: a seal with the entry it names (null: there is none), or an entry without a seal. In the order of seq, then unsealed by id. */
export type Line = { seal: Seal; entry: Entry | null } | { seal: null; entry: Entry; pending: boolean }
/** The first line. `demonstration`: replayed with a moved clock, so that instants may lie before their ids'. */
export type Header = { format: typeof FORMAT; organisationId: string; exportedAt: string; demonstration: boolean }
/** What was true at an instant, kept outside the database. */
export type Anchor = { at: string; organisationId: string; seq: number; chainHash: string }

export type Reason = 'changed' | 'deleted' | 'inserted' | 'reordered' | 'back-dated' | 'truncated' | 'rewritten' | 'seal-changed'
export type Bad = { seq: number | null; entryId: string | null; reason: Reason; explanation: string }
export type Verdict = { ok: boolean; checked: number; waiting: number; firstBad: Bad | null }

export const header = (organisationId: string, exportedAt: string, demonstration: boolean): Header => ({ format: FORMAT, organisationId, exportedAt, demonstration })

export const BEFORE_THE_FIRST = Buffer.alloc(32)
/** An id made this long before another that was sealed earlier, or an instant this long before its own id: not by accident. */
const SLACK_MS = 60 * 60 * 1000

export const hashEntry = (entry: Entry): Buffer =>
  createHash('sha256').update(JSON.stringify([FORMAT, ...COLUMNS.map((column) => entry[column])])).digest()

export function hashSeal(previous: Uint8Array, entryHash: Uint8Array, seq: number): Buffer {
  const number = Buffer.alloc(8)
  number.writeBigUInt64BE(BigInt(seq))
  return createHash('sha256').update(previous).update(entryHash).update(number).digest()
}

/** Milliseconds since 1970 in which a UUIDv7 was made. */
const madeAt = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)

type Told = { demonstration: boolean; organisationId: string; anchors: readonly Anchor[] }

/** Walks the lines twice at most: the second time only to tell what befell the first bad one. */
export async function verifyLines(lines: () => AsyncIterable<Line>, told: Told): Promise<Verdict> {
  const anchors = told.anchors.filter(({ organisationId }) => organisationId === told.organisationId).sort((a, b) => a.seq - b.seq)
  const walk = new Walk(told, anchors)
  for await (const line of lines()) if (!walk.take(line)) break
  const bad = walk.end()
  const firstBad = bad && (await explain(bad, lines))
  return { ok: firstBad === null, checked: walk.checked, waiting: walk.waiting, firstBad }
}

type Suspect = Bad & { expectedHash?: string; chain?: { previous: Buffer; seq: number; chainHash: string } }

class Walk {
  checked = 0
  waiting = 0
  private previous: Buffer = BEFORE_THE_FIRST
  private seq = 0
  private newest = 0
  private anchored = 0
  private next = 0
  private bad: Suspect | null = null
  private readonly told: Told
  private readonly anchors: readonly Anchor[]
  constructor(told: Told, anchors: readonly Anchor[]) {
    this.told = told
    this.anchors = anchors
  }

  /** False when nothing after matters any more. */
  take(line: Line): boolean {
    if (line.seal) {
      this.bad ??= this.refuseSealed(line.seal, line.entry)
      if (!this.bad) this.checked++
      return true
    }
    if (line.pending) this.waiting++
    else this.bad = earlier(this.bad, unsealed(line.entry))
    return true
  }

  end(): Suspect | null {
    const lost = this.anchors.find(({ seq }) => seq > this.seq)
    if (!this.bad && lost)
      return { seq: this.seq + 1, entryId: null, reason: 'truncated', explanation: `the anchor of ${lost.at} knew ${lost.seq} sealed entries; ${this.seq} are left` }
    return this.bad
  }

  private refuseSealed(seal: Seal, entry: Entry | null): Suspect | null {
    const { seq, entryId } = seal
    const at = { seq, entryId }
    if (seq !== this.seq + 1) return { ...at, seq: this.seq + 1, entryId: null, reason: 'deleted', explanation: `seal ${this.seq + 1} is missing: after ${this.seq} comes ${seq}` }
    const entryHash = Buffer.from(seal.entryHash, 'hex')
    const chainHash = hashSeal(this.previous, entryHash, seq)
    if (chainHash.toString('hex') !== seal.chainHash)
      return { ...at, reason: 'seal-changed', explanation: 'the seal does not follow from the one before', chain: { previous: this.previous, seq, chainHash: seal.chainHash } }
    this.previous = chainHash
    this.seq = seq
    return this.refuseAnchor(at) ?? refuseEntry(seal, entry, this.told) ?? this.refuseOrder(at)
  }

  private refuseAnchor({ seq, entryId }: { seq: number; entryId: string }): Suspect | null {
    for (; this.anchors[this.next]?.seq === seq; this.next++) {
      const anchor = this.anchors[this.next]!
      if (anchor.chainHash !== this.previous.toString('hex'))
        return { seq: this.anchored + 1, entryId: seq === this.anchored + 1 ? entryId : null, reason: 'rewritten',
          explanation: `the anchor of ${anchor.at} has another seal ${seq}: the chain was rewritten somewhere from ${this.anchored + 1} to ${seq}` }
      this.anchored = seq
    }
    return null
  }

  private refuseOrder(at: { seq: number; entryId: string }): Suspect | null {
    const made = madeAt(at.entryId)
    if (made < this.newest - SLACK_MS)
      return { ...at, reason: 'back-dated', explanation: `its id says ${instant(made)}, but entries of ${instant(this.newest)} were sealed before it` }
    this.newest = Math.max(this.newest, made)
    return null
  }
}

function refuseEntry({ seq, entryId, entryHash }: Seal, entry: Entry | null, { demonstration, organisationId }: Told): Suspect | null {
  const at = { seq, entryId }
  if (!entry) return { ...at, reason: 'deleted', explanation: 'sealed, but the entry is gone' }
  const misdated = !demonstration && madeAt(entryId) - Date.parse(entry.at ?? '') > SLACK_MS
  const dated = `it says ${entry.at}, but its id was made at ${instant(madeAt(entryId))}`
  if (hashEntry(entry).toString('hex') !== entryHash)
    return { ...at, reason: misdated ? 'back-dated' : 'changed', explanation: misdated ? dated : 'the entry is not what was sealed', expectedHash: entryHash }
  if (entry.organisationId !== organisationId) return { ...at, reason: 'inserted', explanation: 'the entry is of another organisation' }
  return misdated ? { ...at, reason: 'back-dated', explanation: dated } : null
}

const unsealed = ({ id }: Entry): Suspect => ({ seq: null, entryId: id, reason: 'inserted', explanation: 'it has no seal and does not wait for one' })

const earlier = (a: Suspect | null, b: Suspect): Suspect => (a && (a.entryId === null || b.entryId === null || a.entryId <= b.entryId) ? a : b)

const instant = (ms: number) => new Date(ms).toISOString()

/** Whether what looks changed is really in another's place. */
async function explain({ expectedHash, chain, ...bad }: Suspect, lines: () => AsyncIterable<Line>): Promise<Bad> {
  if (!expectedHash && !chain) return bad
  for await (const { seal, entry } of lines()) {
    const elsewhere = expectedHash && entry && hashEntry(entry).toString('hex') === expectedHash
    const swapped = chain && seal && hashSeal(chain.previous, Buffer.from(seal.entryHash, 'hex'), chain.seq).toString('hex') === chain.chainHash
    if (elsewhere) return { ...bad, reason: 'reordered', explanation: `what was sealed here is now the entry ${entry.id}` }
    if (swapped) return { ...bad, reason: 'reordered', explanation: `what was sealed here now stands at ${seal.seq}` }
  }
  return bad
}

/** Every anchor of a folder, oldest first; a file that cannot be read throws and names itself. */
export function readAnchors(folder: string): Anchor[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name)).sort()
  return files.flatMap((name) => {
    try {
      return (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { anchors: Anchor[] }).anchors
    } catch (error) {
      throw new Error(`the anchor file ${join(folder, name)} cannot be read: ${(error as Error).message}`, { cause: error })
    }
  })
}

const linesOf = (file: string) => createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })

/** Checks an exported file as it lies; `anchors` is a folder of anchor files. */
export async function verifyExport(file: string, anchors?: string): Promise<Verdict & { organisationId: string }> {
  const told = await readHeader(file)
  const lines = async function* () {
    let number = 0
    for await (const line of linesOf(file)) if (number++ > 0 && line !== '') yield JSON.parse(line) as Line
  }
  return { ...(await verifyLines(lines, { ...told, anchors: anchors ? readAnchors(anchors) : [] })), organisationId: told.organisationId }
}

async function readHeader(file: string): Promise<Header> {
  for await (const line of linesOf(file)) {
    const told = JSON.parse(line) as Header
    if (told.format !== FORMAT) break
    return told
  }
  throw new Error(`${file} is not an export of the history`)
}

async function main([file, anchors]: string[]): Promise<number> {
  if (!file) {
    console.error('node verify-export.ts HISTORY.ndjson [ANCHORS-FOLDER]')
    return 2
  }
  try {
    const verdict = await verifyExport(file, anchors)
    console.log(JSON.stringify(verdict, null, 2))
    return verdict.ok ? 0 : 1
  } catch (error) {
    console.error((error as Error).message)
    return 2
  }
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2))
