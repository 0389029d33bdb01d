import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { TestGround } from '#test/harness.ts'
import { aCustomerBase } from '#test/customers-ground.ts'
import { aGround } from '#test/harness.ts'
import { beginImport, importCustomers, ImportFailed } from './import-customers.ts'
import { runImport } from './run-import.ts'

const ground = await aGround()
const folder = mkdtempSync(join(tmpdir(), 'acuse-import-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const file = (bytes: string | Uint8Array, name = `${++files}.csv`) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const counts = ({ read, created, updated, unchanged, refused }: Awaited<ReturnType<typeof importCustomers>>) => [read, created, updated, unchanged, refused]
const HEAD = 'Código;Razón Social;NIT;Teléfono;Correo;Ciudad;Dirección\r\n'

test('a file of an old system is imported, and again does nothing; what changed there changes here, what was written here stays', async () => {
  const base = await aCustomerBase(ground)
  const run = (text: string, more: object = {}) => importCustomers(ground, base.actor, { path: file(Buffer.from(text, 'latin1')), ...more })
  const text = `${HEAD}C1;Ferretería Peña;900.123.456-8;7421234;a@b.co;Bogotá;Cra 7\r\nC2;Panadería Ñandú;;300 123 4567;;Cali;\r\n`
  expect(counts(await run(text, { dryRun: true }))).toEqual([2, 2, 0, 0, 0])
  expect(await base.find('ferreteria')).toEqual([])
  expect(counts(await run(text))).toEqual([2, 2, 0, 0, 0])
  expect(await base.find('ferreteria pena')).toMatchObject([{ name: 'Ferretería Peña', code: 'C1', city: 'Bogotá', identity: 'NIT 900.123.456-8' }])
  expect(await base.calling('+576017421234')).toMatchObject([{ code: 'C1', why: 'telephone-candidate' }])
  expect(counts(await run(text))).toEqual([2, 0, 0, 2, 0])
  const [{ id } = { id: '' }] = await base.find('C1')
  await ground.db.asOwner((tx) => tx`
    insert into customer_telephones (organisation_id, id, customer_id, original, e164, kind) values (${base.organisationId}, gen_random_uuid(), ${id}, '310 000 0000', '+573100000000', 'mobile')`)
  expect(counts(await run(text.replace('7421234', '7429999')))).toEqual([2, 0, 1, 1, 0])
  const numbers = await ground.db.asOwner((tx) => tx<{ original: string }>`select original from customer_telephones where customer_id = ${id} order by original`)
  expect(numbers.map(({ original }) => original)).toEqual(['310 000 0000', '7429999'])
  const [history] = await ground.db.asOwner((tx) => tx<{ n: number }>`select count(*) as n from history where organisation_id = ${base.organisationId} and subject_kind = 'customer'`)
  expect(history?.n).toBe(3)
})

test('refused rows come back as a file that, mended, is imported as it is', async () => {
  const base = await aCustomerBase(ground)
  const reportPath = join(folder, 'report.csv')
  const text = `${HEAD}C1;=cmd|' /C calc'!A1;900.123.456-1;+57 12;arroba;;\r\nC2;Bien;;;;;\r\nC2;Otra vez;;;;;\r\n`
  const first = await importCustomers(ground, base.actor, { path: file(text), reportPath })
  expect([counts(first), first.report]).toEqual([[3, 1, 0, 0, 2], reportPath])
  const report = readFileSync(reportPath, 'utf8')
  expect(report.split('\r\n').slice(0, 3)).toEqual([
    '\ufeffFila;Columna;Valor;Problema;Código;Razón Social;NIT;Teléfono;Correo;Ciudad;Dirección',
    `2;NIT | Teléfono | Correo;900.123.456-1 | +57 12 | arroba;"El dígito de verificación no corresponde: dice 1 y debería ser 8. | Ahí no se reconoce ningún teléfono; tiene menos de siete cifras. | El correo no parece completo; revise que tenga la forma nombre@empresa.com.";C1;'=cmd|' /C calc'!A1;900.123.456-1;'+57 12;arroba;;`,
    '4;Código;C2;El código ya vino en la fila 3 de este archivo.;C2;Otra vez;;;;;',
  ])
  const mended = report.replace('900.123.456-1;', '900.123.456-8;').replace("'+57 12", "'+57 300 123 4567").replace(';arroba;;', ';x@y.co;;').replace(';C2;Otra', ';C3;Otra')
  expect(counts(await importCustomers(ground, base.actor, { path: file(mended) }))).toEqual([2, 2, 0, 0, 0])
  expect((await base.find('+57 300 123 4567'))[0]?.name).toBe("=cmd|' /C calc'!A1")
})

test('killed anywhere, an import goes on from there and does nothing twice', async () => {
  const base = await aCustomerBase(ground)
  const path = file(HEAD + Array.from({ length: 2600 }, (_, i) => `K${i};Cliente ${i};;30${String(i).padStart(8, '0')};c${i}@x.co;Cali;Calle ${i}\r\n`).join(''))
  const mapping = { code: 'Código', name: 'Razón Social', telephones: ['Teléfono'], emails: ['Correo'], city: 'Ciudad', address: 'Dirección' }
  const importId = await base.work((work) => beginImport(work, { fileId: null, fileName: 'x.csv', path, source: 'prax', mapping, reading: {}, dryRun: false }))
  let done = null
  let lives = 0
  for (; !done; lives++) done = await runImport({ ground: dyingAfter(ground, 3 + (lives % 3)), organisationId: base.organisationId, importId, path }).catch((error: Error) => {
    if (error.message !== 'killed') throw error
    return null
  })
  expect(lives).toBeGreaterThan(3)
  expect(done).toMatchObject({ state: 'done', read: 2600, created: 2600, updated: 0, unchanged: 0, refused: 0 })
  const [sums] = await ground.db.asOwner((tx) => tx`
    select (select count(*) from customers where organisation_id = ${base.organisationId}) as customers,
      (select count(*) from customer_telephones where organisation_id = ${base.organisationId}) as telephones,
      (select count(*) from history where organisation_id = ${base.organisationId} and subject_kind = 'customer') as history,
      (select count(*) from customer_import_rows where organisation_id = ${base.organisationId}) as left`)
  expect(sums).toEqual({ customers: 2600, telephones: 2600, history: 2600, left: 0 })
})

/** Its database dies at the nth transaction, before or after the commit, by turns. */
function dyingAfter(whole: TestGround, transactions: number): TestGround {
  let left = transactions
  const transaction: TestGround['db']['transaction'] = async (scope, body, options) => {
    left -= 1
    if (left === 0 && transactions % 2 === 0) throw new Error('killed')
    const result = await whole.db.transaction(scope, body, options)
    if (left === 0) throw new Error('killed')
    return result
  }
  return { ...whole, db: { ...whole.db, transaction } }
}

test('two that carry on the same import take turns', async () => {
  const base = await aCustomerBase(ground)
  const path = file(HEAD + Array.from({ length: 2100 }, (_, i) => `K${i};Cliente ${i};;;;;\r\n`).join(''))
  const importId = await base.work((work) => beginImport(work, { fileId: null, fileName: 'x.csv', path, source: 'prax', mapping: { code: 'Código', name: 'Razón Social' }, reading: {}, dryRun: false }))
  const run = () => runImport({ ground, organisationId: base.organisationId, importId, path })
  const [one, two] = await Promise.all([run(), run()])
  expect([one, two].map(({ created, read }) => [read, created])).toEqual([[2100, 2100], [2100, 2100]])
})

test('a file that breaks half-way is not imported at all, and says where', async () => {
  const base = await aCustomerBase(ground)
  const broken = `${HEAD}${'C;Bien;;;;;\r\n'.replace('C', 'C1')}C2;"${'x'.repeat(400_000)}\r\n`
  await expect(importCustomers(ground, base.actor, { path: file(broken) })).rejects.toThrow(/La fila 3 es desmedidamente larga/)
  expect(await base.find('bien')).toEqual([])
  await expect(importCustomers(ground, base.actor, { path: file('a;b\n1;2\n') })).rejects.toBeInstanceOf(ImportFailed)
  await expect(importCustomers(ground, base.actor, { path: file(`${HEAD}C1;x;;;;;\r\n`), map: { columns: { code: 'Código', name: 'No está' } } })).rejects.toThrow('El archivo no tiene la columna «No está».')
  await expect(importCustomers(ground, base.actor, { path: file(HEAD), map: { columns: { code: 'Código', name: 'Razón Social', admin: 'x' } } })).rejects.toBeInstanceOf(ImportFailed)
})
