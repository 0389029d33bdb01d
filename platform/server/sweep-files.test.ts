import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { FILES_HELD } from '#app/reactions.ts'
import { newId } from '#kernel/id.ts'
import { takeFiles } from '#modules/cases/server/case-files.ts'
import { saveDraft } from '#modules/cases/server/save-draft.ts'
import { aCase, aCompany, anActor, doing } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { openDiskStore } from './blob-store.ts'
import { receiveFile } from './files.ts'
import { doWork } from './ground.ts'
import { queueMail } from './outgoing-mail.ts'
import { sweepFiles } from './sweep-files.ts'

const ground = await aGround()
const { db, clock } = ground
const folder = await mkdtemp(join(tmpdir(), 'acuse-sweep-'))
afterAll(() => rm(folder, { recursive: true }))
const blobs = await openDiskStore(folder)
const company = await aCompany(ground)
const [agent, idle] = await Promise.all([1, 2].map(() => anActor(company, 'agent', { branchId: company.branches['BOG']! })))
const sweep = () => sweepFiles({ db, blobs, held: FILES_HELD }, clock.now())
const bytes = (text: string) => Readable.from([Buffer.from(text)])
const receive = (text: string) => receiveFile(blobs, bytes(text), 'nota.txt', 1000)
async function upload(text: string = newId(), actor = idle!) {
  const received = await receive(text)
  return doWork(ground, actor, (work) => received.keep(work))
}
const there = async ({ id, sha256 }: { id: string; sha256: string }) => {
  const rows = await db.asOwner((tx) => tx`select from files where id = ${id}`)
  const open = await blobs.open(sha256)
  open?.destroy()
  return [rows.length === 1, open !== null]
}
const take = (id: string, number: string) => doing(company, idle!, async (work) => {
  const [row] = await work.tx<{ id: string }>`select id from cases where number = ${number}`
  await takeFiles(work, row!.id, [id])
})

test('a file that hangs on nothing for a day is swept with its bytes; one that hangs on something stays', async () => {
  const { number } = await aCase(company, idle!)
  const [orphan, hung, mailed, imported] = [await upload(), await upload(), await upload(), await upload()]
  await take(hung.id, number)
  await doing(company, idle!, (work) => Promise.resolve(queueMail(work, { purpose: 'x', subject: ['case', newId()], recipient: 'a@b.co', language: 'es', content: { subject: 'x', paragraphs: [], attachments: [mailed.id] } })))
  await db.asOwner((tx) => tx`
    insert into customer_imports (organisation_id, id, source, file_id, file_name, mapping, reading, dry_run, language, started_by, started_at, touched_at)
    values (${company.organisationId}, ${newId()}, 'prax', ${imported.id}, 'x.csv', '{}', '{}', true, 'es', ${idle!.id}, ${clock.now()}, ${clock.now()})`)
  expect(await sweep()).toEqual({ files: 0, blobs: 0 })
  clock.pass(25 * 60)
  const young = await upload()
  expect(await sweep()).toEqual({ files: 1, blobs: 1 })
  expect(await there(orphan)).toEqual([false, false])
  for (const file of [hung, mailed, imported, young]) expect(await there(file)).toEqual([true, true])
  await expect(take(orphan.id, number)).rejects.toMatchObject({ fields: [{ path: 'files', code: 'file-unknown' }] })
})

test('what belongs to an answer that is still being written waits for it', async () => {
  const { number } = await aCase(company, agent!)
  const file = await upload(newId(), agent)
  await doing(company, agent!, (work) => saveDraft(work, number, 'answer', { body: 'Adjunto la foto', fields: {}, overwrite: false }, 0))
  clock.pass(3 * 24 * 60)
  await sweep()
  expect(await there(file)).toEqual([true, true])
  await db.asOwner((tx) => tx`delete from case_drafts`)
  await sweep()
  expect(await there(file)).toEqual([false, false])
})

test('the same bytes stay while one file names them, of whichever company', async () => {
  const [one, two] = [await upload('las mismas'), await upload('las mismas')]
  const { number } = await aCase(company, idle!)
  await take(two.id, number)
  clock.pass(25 * 60)
  await sweep()
  expect([await there(one), await there(two)]).toEqual([[false, true], [true, true]])
})

test('hung on a case while it is swept, it stays or was never there; never a case with a file that is gone', async () => {
  const { number } = await aCase(company, idle!)
  const files = await Promise.all(Array.from({ length: 40 }, () => upload()))
  clock.pass(25 * 60)
  const outcomes = await Promise.all([...files.map(({ id }) => take(id, number).then(() => true, (error: { fields?: unknown }) => (error.fields ? false : Promise.reject(error as Error)))), ...[1, 2, 3].map(() => sweep().then(() => true))])
  await sweep()
  for (const [i, file] of files.entries()) expect(await there(file)).toEqual([outcomes[i], outcomes[i]])
})

test('uploaded again while its bytes are cleared away, they are there', async () => {
  for (let round = 0; round < 15; round++) {
    const old = await upload(`otra vez ${round}`)
    clock.pass(25 * 60)
    const [again] = await Promise.all([upload(`otra vez ${round}`), sweep(), sweep()])
    expect([await there(old), await there(again)]).toEqual([[false, true], [true, true]])
  }
})

test('bytes that a killed program kept without naming them are cleared away, and what it was taking in is not left', async () => {
  const staged = await blobs.stage(bytes('sin nombre'), 1000)
  await staged.keep()
  await sweep()
  expect(await blobs.open(staged.sha256)).toBeNull()
  const received = await receive('rechazada')
  await received.discard()
  expect(await blobs.open(received.sha256)).toBeNull()
})

test('every column that names a file is known to who sweeps', async () => {
  const { rows } = await db.pool.query<{ name: string }>(`
    select a.attrelid::regclass || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and a.attname like '%file%id%' and not a.attisdropped order by 1`)
  expect(rows.map(({ name }) => name)).toEqual(['case_files.file_id', 'customer_imports.file_id'])
})
