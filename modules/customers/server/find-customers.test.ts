import { afterAll, beforeAll, expect, test } from 'vitest'
import pg from 'pg'
import { ListCustomers } from '#modules/customers/contract.ts'
import { aCustomerBase } from '#test/customers-ground.ts'
import { aGround } from '#test/harness.ts'
import { listCustomers } from './find-customers.ts'

const ground = await aGround()
const base = await aCustomerBase(ground)
const other = await aCustomerBase(ground)

beforeAll(async () => {
  await base.add({ name: 'Ferretería El Tornillo S.A.S.', identity: { number: '900.123.456-8' }, code: 'BOG-00123', telephones: [{ text: '7421234' }], sites: [{ address: 'Cra 7 # 12-34', city: 'Bogotá' }] })
  await base.add({ name: 'José Gutiérrez Muñoz', kind: 'person', identity: { type: 'CC', number: '79.123.456' }, telephones: [{ text: '300 123 4567' }], emails: [{ address: 'jose@correo.com.co' }] })
  await base.add({ name: 'Clínica San Rafael', telephones: [{ text: '(601) 7421234 ext. 12' }], contacts: [{ name: 'Yolanda Peña' }] })
  await other.add({ name: 'Ferretería El Tornillo de otra empresa', identity: { number: '900.123.456-8' }, telephones: [{ text: '7421234' }] })
})

test.each<[typed: string, name: string, why: string, reason: string]>([
  ['ferreteria', 'Ferretería El Tornillo S.A.S.', 'name', 'without its accent'],
  ['torn', 'Ferretería El Tornillo S.A.S.', 'name', 'the beginning of any word'],
  ['tornillo sas', 'Ferretería El Tornillo S.A.S.', 'name', 'dots are no matter'],
  ['MUNOZ gut', 'José Gutiérrez Muñoz', 'name', 'any order, ñ as n'],
  ['gutierez', 'José Gutiérrez Muñoz', 'name-alike', 'a letter forgotten'],
  ['clinca rafael', 'Clínica San Rafael', 'name-alike', 'a letter forgotten in one of two words'],
  ['tornilo ferretria', 'Ferretería El Tornillo S.A.S.', 'name-alike', 'both words mistyped'],
  ['900123456', 'Ferretería El Tornillo S.A.S.', 'identity', 'NIT without its digit'],
  ['NIT 900.123.456-8', 'Ferretería El Tornillo S.A.S.', 'identity', 'NIT as it is printed'],
  ['9001234568', 'Ferretería El Tornillo S.A.S.', 'identity', 'NIT run together with its digit'],
  ['79123456', 'José Gutiérrez Muñoz', 'identity', 'a cédula'],
  ['bog00123', 'Ferretería El Tornillo S.A.S.', 'code', 'code without hyphen'],
  ['BOG-001', 'Ferretería El Tornillo S.A.S.', 'code', 'the beginning of a code'],
  ['3456', 'Ferretería El Tornillo S.A.S.', 'digits', 'four digits in a row of the NIT'],
  ['+57 300 1234567', 'José Gutiérrez Muñoz', 'telephone', 'a mobile with its country'],
  ['(1) 742 12 34', 'Clínica San Rafael', 'telephone', 'a fixed number as it was written before 2021'],
  ['jose@corr', 'José Gutiérrez Muñoz', 'email', 'the beginning of an address'],
  ['yolanda pena', 'Clínica San Rafael', 'contact', 'somebody who works there'],
])('%s finds %s: %s, %s', async (typed, name, why) => {
  const hits = await base.find(typed)
  expect(hits.map((hit) => [hit.name, hit.why])).toContainEqual([name, why])
  expect(hits.map((hit) => hit.name)).not.toContain('Ferretería El Tornillo de otra empresa')
})

test('a number of seven digits of 2010 finds its owner as a candidate, and says so', async () => {
  const hits = await base.calling('+576017421234')
  expect(hits.map(({ name, why }) => [name, why])).toEqual([['Clínica San Rafael', 'telephone'], ['Ferretería El Tornillo S.A.S.', 'telephone-candidate']])
  expect((await base.find('7421234')).every(({ why }) => why === 'telephone-candidate')).toBe(true)
})

test('nobody is found by nothing, by signs, or by what nobody has', async () => {
  for (const typed of ['%', '%%%%', "' or 1=1 --", '_____', '\\', 'xqzwvkk', '99999999', '🙂', '\u0000', "');--"]) expect([typed, await base.find(typed)]).toEqual([typed, []])
})

test('whoever has ids alone is told which customers they are, and nobody of another company', async () => {
  const [[tornillo], [jose], [theirs]] = [await base.find('tornillo'), await base.find('gutierrez'), await other.find('tornillo')]
  const { items } = await base.work((one) => listCustomers(one, ListCustomers.query!.parse({ id: [jose!.id, tornillo!.id, theirs!.id] })))
  expect(items.map(({ id, name }) => [id, name])).toEqual([[tornillo!.id, 'Ferretería El Tornillo S.A.S.'], [jose!.id, 'José Gutiérrez Muñoz']])
})

test('a supplier’s agent sees numbers in part, but for the one they were told in full', async () => {
  const [by] = await base.find('ferreteria', base.supplierAgent)
  expect(by!.identity).toBe('NIT •••.•••.•56-8'.replace('NIT', '•••'))
  const [told] = await base.find('3001234567', base.supplierAgent)
  expect(told).toMatchObject({ why: 'telephone', matched: '300 123 4567', identity: expect.stringContaining('•') })
})

// Twenty thousand of another sort: enough for the planner to be tempted.
const explained = new pg.Client(ground.connection)
beforeAll(async () => {
  await ground.db.asOwner((tx) => tx`
    insert into customers (organisation_id, id, kind, name, identity_type, identity_number, source, code)
    select ${base.organisationId}, gen_random_uuid(), 'company', 'Taller ' || md5(i::text) || ' ' || (array['norte', 'sur', 'centro'])[1 + i % 3], 'NIT', (800000000 + i * 7)::text, 'seed', 'S' || i
    from generate_series(1, 20000) i`)
  await ground.db.asOwner((tx) => tx`
    insert into customer_telephones (organisation_id, id, customer_id, original, e164, kind)
    select organisation_id, gen_random_uuid(), id, '3' || lpad((row_number() over ())::text, 9, '0'), '+573' || lpad((row_number() over ())::text, 9, '0'), 'mobile' from customers where source = 'seed'`)
  await explained.connect()
  await explained.query('vacuum analyze customers, customer_telephones, customer_words, customer_contacts, customer_emails')
})
afterAll(() => explained.end())

test('no table that grows is read from end to end to find somebody', async () => {
  // Counted inside the transaction that reads: what other sessions tell late is theirs.
  const read = await base.work(async (work) => {
    for (const find of ['taller', 'taller cent', 'tallr nrte', '800012345', '4827', '3000012345', 'S123', 'x@y.co', 'zzzzz']) await listCustomers(work, ListCustomers.query!.parse({ find }))
    return work.tx<{ relname: string; seqScan: number }>`
      select relname::text, seq_scan from pg_stat_xact_user_tables
      where relname in ('customers', 'customer_telephones', 'customer_emails', 'customer_contacts', 'customer_words') and seq_scan > 0 order by relname`
  })
  expect(read).toEqual([])
  expect((await base.find('taller norte')).length).toBeGreaterThan(10)
})
