import { expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { defaultTargets } from '#modules/cases/server/seed.ts'
import { aCase, aCompany, anActor } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'

// Whatever a statement says, the database itself keeps it within its organisation and its reach. Formbricks: own organisation, another's id (CVE-2026-110620).
const ground = await aGround()
const [one, other] = [await aCompany(ground, { targets: defaultTargets() }), await aCompany(ground, { targets: defaultTargets() })]
const theirs = await aCase(other, await anActor(other, 'head'))
const scope = { organisationId: one.organisationId, actorId: newId(), all: true, branches: [], areas: [], suppliers: [] }

test('what runs with the owner’s rights looks names up where nobody else may put them, and is not for everybody', async () => {
  const { rows } = await ground.db.pool.query<{ name: string; settings: string[] | null; everybody: boolean; trigger: boolean }>(`
    select p.oid::regprocedure::text as name, p.proconfig as settings, p.prorettype = 'trigger'::regtype as trigger, has_function_privilege('public', p.oid, 'execute') as everybody
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname in ('public', 'acuse')`)
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.filter(({ settings }) => !settings?.some((setting) => /^search_path=.*, pg_temp$/.test(setting))).map(({ name }) => name)).toEqual([])
  expect(rows.filter(({ everybody, trigger }) => everybody && !trigger).map(({ name }) => name)).toEqual([])
})

test('the program owns nothing, makes nothing, and has no way round a policy by a part of a table', async () => {
  const { rows } = await ground.db.pool.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'acuse', 'graphile_worker') and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and (c.relowner = 'acuse_app'::regrole or (not c.relrowsecurity and has_table_privilege('acuse_app', c.oid, 'select, insert, update, delete, truncate')))`)
  expect(rows).toEqual([])
  const { rows: makes } = await ground.db.pool.query<{ name: string }>(`select nspname as name from pg_namespace where has_schema_privilege('acuse_app', oid, 'create') and nspname !~ '^pg_temp'`)
  expect(makes).toEqual([])
  const { rows: role } = await ground.db.pool.query(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname = 'acuse_app'`)
  expect(role).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false }])
})

test('no table shows a row of another organisation, whatever it is asked', async () => {
  const { rows } = await ground.db.pool.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and has_table_privilege('acuse_app', c.oid, 'select')`)
  const client = await ground.db.pool.connect()
  try {
    await client.query(`begin; set local role acuse_app; select set_config('acuse.organisation', '${one.organisationId}', true), set_config('acuse.all', 'on', true)`)
    for (const { name } of rows) {
      const found = await client.query<{ n: string }>(`select count(*) as n from ${name} where organisation_id = '${other.organisationId}'`)
      expect([name, Number(found.rows[0]!.n)]).toEqual([name, 0])
    }
    await client.query(`select set_config('acuse.organisation', '', true)`)
    for (const { name } of rows) expect([name, Number((await client.query<{ n: string }>(`select count(*) as n from ${name}`)).rows[0]!.n)]).toEqual([name, 0])
  } finally {
    await client.query('rollback')
    client.release()
  }
})

test('nor is anything written into another organisation, or moved there', async () => {
  const insert = ground.db.transaction(scope, async (tx) => void (await tx`insert into products (organisation_id, id, code, name) values (${other.organisationId}, ${newId()}, 'X', 'X')`))
  await expect(insert).rejects.toMatchObject({ code: '42501' })
  const move = ground.db.transaction(scope, async (tx) => void (await tx`update products set organisation_id = ${other.organisationId}`))
  await expect(move).rejects.toMatchObject({ code: '42501' })
  expect(await ground.db.transaction(scope, (tx) => tx`update cases set title = 'x' where id = ${theirs.id} returning id`)).toEqual([])
  expect(await ground.db.transaction(scope, (tx) => tx`delete from customers where organisation_id = ${other.organisationId} returning id`)).toEqual([])
})

test('the searches that run as the owner find nothing without an organisation, and nothing of another', async () => {
  const searches = async (organisationId: string) => ground.db.transaction({ ...scope, organisationId }, async (tx) => [
    ...(await tx`select * from acuse.find_customers('clinica', null, '{}', '{}', 50)`),
    ...(await tx`select * from acuse.find_customers_roughly('clinca', 50)`),
    ...(await tx`select * from acuse.find_cases(acuse.words_of('cilindro'), ${theirs.number}, null, null, null, 50, false)`),
    ...(await tx`select * from acuse.cases_alike('El cilindro llegó tarde y vacío', '2000-01-01', 50)`),
  ])
  expect(await searches('')).toEqual([])
  const ids = (await searches(one.organisationId)).flatMap((row) => Object.values(row))
  const strangers = await ground.db.asOwner((tx) => tx<{ id: string }>`
    select id from customers where organisation_id = ${other.organisationId} union all select id from cases where organisation_id = ${other.organisationId}`)
  expect(ids.filter((id) => strangers.some((stranger) => stranger.id === id))).toEqual([])
  expect(ids.length).toBeGreaterThan(0)
})
