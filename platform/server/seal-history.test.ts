import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aGround } from '#test/harness.ts'
import { anchorHistory } from './anchor-history.ts'
import { sql, type Database, type Tx } from './database.ts'
import { systemActor } from './ground.ts'
import { exportHistory } from './history-export.ts'
import { note } from './history.ts'
import { keepHistory } from './keep-history.ts'
import { sealAll } from './seal-history.ts'
import { COLUMNS, hashEntry, hashSeal, readAnchors, verifyExport, type Entry } from './verify-export.ts'
import { verifyHistory } from './verify-history.ts'

let db: Database
let folder: string
beforeAll(async () => {
  db = (await aGround()).db
  folder = await mkdtemp(join(tmpdir(), 'acuse-history-'))
})
afterAll(() => rm(folder, { recursive: true }))

let organisationId: string
let anchors: string
beforeEach(async () => {
  organisationId = newId()
  anchors = join(folder, organisationId)
  await db.asOwner((tx) => tx`
    insert into organisations (organisation_id, name, country, language, time_zone)
    values (${organisationId}, 'Gases del Valle', 'CO', 'es', 'America/Bogota')`)
})

/** `count` entries, a millisecond apart, as a verb would note them. */
async function happen(count: number): Promise<string[]> {
  const actor = systemActor(organisationId)
  return db.asOwner(async (tx) => {
    const ids = []
    for (let i = 0; i < count; i++) {
      ids.push(note({ tx, actor, now: new Date().toISOString() }, { action: 'case-answered', subject: ['case', newId()], reason: `razón ${i}`, details: { n: 1.5, ñ: [i] } }))
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    return ids
  })
}

const asOwner = (act: (tx: Tx) => Promise<unknown>) => db.asOwner(act)
const verify = async () => (await verifyHistory(db, anchors)).find((verdict) => verdict.organisationId === organisationId)!

test('what is sealed verifies, and what waits is counted', async () => {
  await happen(4)
  await sealAll(db)
  await happen(2)
  expect(await verify()).toMatchObject({ ok: true, checked: 4, waiting: 2, firstBad: null })
  await sealAll(db)
  await anchorHistory(db, anchors)
  expect(await verify()).toMatchObject({ ok: true, checked: 6, waiting: 0 })
})

test('the hash covers every column', async () => {
  const columns = await db.asOwner((tx) => tx<{ name: string }>`
    select attname as name from pg_attribute where attrelid = 'history'::regclass and attnum > 0 and not attisdropped order by attnum`)
  expect(columns.map(({ name }) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()))).toEqual([...COLUMNS])
})

test('two sealers at once seal each entry once', async () => {
  await happen(50)
  await Promise.all([sealAll(db), sealAll(db), sealAll(db)])
  expect(await verify()).toMatchObject({ ok: true, checked: 50, waiting: 0 })
})

describe('what the owner of the database does to it is found', () => {
  let ids: string[]
  beforeEach(async () => {
    ids = await happen(10)
    await sealAll(db)
    await anchorHistory(db, anchors)
  })

  test('a changed entry', async () => {
    await asOwner((tx) => tx`update history set reason = 'otra' where organisation_id = ${organisationId} and id = ${ids[4]}`)
    expect(await verify()).toMatchObject({ ok: false, checked: 4, firstBad: { seq: 5, entryId: ids[4], reason: 'changed' } })
  })

  test('a changed detail', async () => {
    await asOwner((tx) => tx`update history set details = jsonb_set(details, '{n}', '1.50') where organisation_id = ${organisationId} and id = ${ids[2]}`)
    expect((await verify()).firstBad).toMatchObject({ seq: 3, reason: 'changed' })
  })

  test('a deleted entry', async () => {
    await asOwner((tx) => tx`delete from history where organisation_id = ${organisationId} and id = ${ids[3]}`)
    expect((await verify()).firstBad).toMatchObject({ seq: 4, entryId: ids[3], reason: 'deleted' })
  })

  test('an entry deleted with its seal', async () => {
    await asOwner((tx) => tx`delete from history where organisation_id = ${organisationId} and id = ${ids[3]}`)
    await asOwner((tx) => tx`delete from history_seals where organisation_id = ${organisationId} and entry_id = ${ids[3]}`)
    expect((await verify()).firstBad).toMatchObject({ seq: 4, reason: 'deleted' })
  })

  test('two seals in each other’s place', async () => {
    await swapSeals(3, 7)
    expect((await verify()).firstBad).toMatchObject({ seq: 3, reason: 'reordered' })
  })

  test('two entries in each other’s place', async () => {
    await swapEntries(ids[2]!, ids[6]!)
    expect((await verify()).firstBad).toMatchObject({ seq: 3, reason: 'changed' })
  })

  test('an entry dated back', async () => {
    await asOwner((tx) => tx`update history set at = at - interval '10 days' where organisation_id = ${organisationId} and id = ${ids[5]}`)
    expect((await verify()).firstBad).toMatchObject({ seq: 6, entryId: ids[5], reason: 'back-dated' })
  })

  test('an entry slipped in without a seal', async () => {
    const id = await slipIn(newId(), new Date())
    expect((await verify()).firstBad).toMatchObject({ seq: null, entryId: id, reason: 'inserted' })
  })

  test('an entry of last month slipped in and sealed as if new', async () => {
    const then = Date.now() - 30 * 86_400_000
    const id = await slipIn(newId(then), new Date(then), 'pending')
    await sealAll(db)
    expect((await verify()).firstBad).toMatchObject({ seq: 11, entryId: id, reason: 'back-dated' })
  })

  test('an entry that says last month under an id of today', async () => {
    const id = await slipIn(newId(), new Date(Date.now() - 30 * 86_400_000), 'pending')
    await sealAll(db)
    expect((await verify()).firstBad).toMatchObject({ seq: 11, entryId: id, reason: 'back-dated' })
  })

  test('a cut tail, by the anchor', async () => {
    await asOwner((tx) => tx`delete from history where organisation_id = ${organisationId} and id >= ${ids[7]}`)
    await asOwner((tx) => tx`delete from history_seals where organisation_id = ${organisationId} and seq > 7`)
    expect((await verify()).firstBad).toMatchObject({ seq: 8, reason: 'truncated' })
    expect((await verifyHistory(db, join(anchors, 'none'))).find((verdict) => verdict.organisationId === organisationId)!.ok).toBe(true)
  })

  test('everything gone, by the anchor', async () => {
    await asOwner((tx) => tx`delete from history where organisation_id = ${organisationId}`)
    await asOwner((tx) => tx`delete from history_seals where organisation_id = ${organisationId}`)
    expect((await verify()).firstBad).toMatchObject({ seq: 1, reason: 'truncated' })
  })

  test('the whole chain rewritten consistently, by the anchor', async () => {
    await asOwner((tx) => tx`update history set reason = 'otra' where organisation_id = ${organisationId} and id = ${ids[4]}`)
    await rewriteChain()
    await happen(3)
    await sealAll(db)
    expect((await verify()).firstBad).toMatchObject({ reason: 'rewritten', seq: 1 })
    expect((await verify()).firstBad!.explanation).toContain('from 1 to 10')
  })

  test('the same in an export, by the verifier that stands alone', async () => {
    const file = join(folder, `${organisationId}.ndjson`)
    await exportHistory(db, organisationId, file)
    const run = promisify(execFile)
    const verifier = join(import.meta.dirname, 'verify-export.ts')
    const sound = await run(process.execPath, [verifier, file, anchors], { cwd: '/' })
    expect(JSON.parse(sound.stdout)).toMatchObject({ ok: true, checked: 10, organisationId })
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('razón 6', 'razon 6'))
    expect((await verifyExport(file, anchors)).firstBad).toMatchObject({ seq: 7, reason: 'changed' })
    await writeFile(file, text.split('\n').slice(0, 8).join('\n'))
    await expect(run(process.execPath, [verifier, file, anchors])).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('"truncated"') as string })
    await writeFile(file, 'hola')
    await expect(run(process.execPath, [verifier, file])).rejects.toMatchObject({ code: 2 })
  })
})

test('kept while it runs, and anchored when it stops', async () => {
  await happen(3)
  const errors: unknown[] = []
  const keeping = keepHistory({ db, anchors, onError: (error) => errors.push(error), everyMs: 20 })
  await expect.poll(async () => (await verify()).checked).toBe(3)
  await happen(2)
  await keeping.stop()
  expect(await verify()).toMatchObject({ ok: true, checked: 5, waiting: 0 })
  expect(readAnchors(anchors).at(-1)).toMatchObject({ seq: 5, organisationId })
  expect(errors).toEqual([])
})

test('the program itself can change neither history nor seals', async () => {
  const [id] = await happen(1)
  const scope = { organisationId, actorId: organisationId, all: true, branches: [], areas: [], suppliers: [] }
  for (const statement of [sql`update history set reason = ''`, sql`delete from history where id = ${id}`, sql`delete from history_seals`, sql`truncate history`])
    await expect(db.transaction(scope, (tx) => tx.run(statement))).rejects.toThrow(/permission denied/)
})

test('more than one batch follows on in one chain', async () => {
  await asOwner((tx) => tx`
    with entries as (
      insert into history (organisation_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id)
      select ${organisationId}, uuidv7(), now(), 'system', ${organisationId}, 'case-answered', 'case', gen_random_uuid() from generate_series(1, 10000)
      returning organisation_id, id)
    insert into history_pending select organisation_id, id from entries`)
  await sealAll(db)
  expect(await verify()).toMatchObject({ ok: true, checked: 10_000 })
})

async function slipIn(id: string, at: Date, how?: 'pending'): Promise<string> {
  await asOwner((tx) => tx`
    insert into history (organisation_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id)
    values (${organisationId}, ${id}, ${at.toISOString()}, 'system', ${organisationId}, 'case-answered', 'case', ${newId()})`)
  if (how) await asOwner((tx) => tx`insert into history_pending values (${organisationId}, ${id})`)
  return id
}

async function swapSeals(a: number, b: number): Promise<void> {
  await asOwner(async (tx) => {
    await tx`update history_seals set seq = -seq where organisation_id = ${organisationId} and seq in (${a}, ${b})`
    await tx`update history_seals set seq = ${a + b} + seq where organisation_id = ${organisationId} and seq < 0`
    // The chain's own hashes stay in their place, as whoever reorders would leave them.
    await tx`
      update history_seals s set chain_hash = o.chain_hash
      from history_seals o
      where s.organisation_id = ${organisationId} and o.organisation_id = s.organisation_id and s.seq in (${a}, ${b}) and o.seq = ${a + b} - s.seq`
  })
}

async function swapEntries(a: string, b: string): Promise<void> {
  await asOwner(async (tx) => {
    const spare = newId()
    await tx`update history set id = ${spare} where organisation_id = ${organisationId} and id = ${a}`
    await tx`update history set id = ${a} where organisation_id = ${organisationId} and id = ${b}`
    await tx`update history set id = ${b} where organisation_id = ${organisationId} and id = ${spare}`
  })
}

/** As somebody would who knows how the chain is made. */
async function rewriteChain(): Promise<void> {
  const { entryColumns } = await import('./history-export.ts')
  await asOwner(async (tx) => {
    const entries = await tx<Entry & { seq: number }>`
      select s.seq, ${entryColumns} from history_seals s join history h on h.organisation_id = s.organisation_id and h.id = s.entry_id
      where s.organisation_id = ${organisationId} order by s.seq`
    let chain: Buffer = Buffer.alloc(32)
    for (const entry of entries) {
      const hash = hashEntry(entry)
      chain = hashSeal(chain, hash, entry.seq)
      await tx`update history_seals set entry_hash = ${hash}, chain_hash = ${chain} where organisation_id = ${organisationId} and seq = ${entry.seq}`
    }
  })
}
