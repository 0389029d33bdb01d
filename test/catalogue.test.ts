import { beforeAll, expect, test } from 'vitest'
import { aGround, type TestGround } from './harness.ts'

let ground: TestGround
beforeAll(async () => void (ground = await aGround()))

/** Tables that belong to no organisation: the list of migrations, what counts attempts of people nobody knows, and the workers' own. */
const WITHOUT = ['acuse_migrations']

const organisationTables = () =>
  ground.db.pool
    .query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    )
    .then(({ rows }) => rows.map(({ name }) => name).filter((name) => !WITHOUT.includes(name)))

test('every table starts with organisation_id, which is not null', async () => {
  const { rows } = await ground.db.pool.query<{ name: string }>(
    `select a.attrelid::regclass::text as name from pg_attribute a where a.attnum = 1 and a.attname = 'organisation_id' and a.attnotnull`,
  )
  const first = new Set(rows.map(({ name }) => name))
  expect((await organisationTables()).filter((name) => !first.has(name))).toEqual([])
})

test('every primary, unique and exclusion key includes organisation_id', async () => {
  const { rows } = await ground.db.pool.query<{ name: string }>(
    `select i.indexrelid::regclass::text as name
     from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and (i.indisunique or i.indisexclusion) and c.relname <> 'acuse_migrations' and not c.relispartition
       and not exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey) and a.attname = 'organisation_id')`,
  )
  expect(rows.map(({ name }) => name)).toEqual([])
})

test('every foreign key between organisation tables includes organisation_id on both sides', async () => {
  const { rows } = await ground.db.pool.query<{ name: string }>(
    `select k.conrelid::regclass || '.' || k.conname as name
     from pg_constraint k join pg_namespace n on n.oid = k.connamespace
     where n.nspname = 'public' and k.contype = 'f' and not exists (
       select from unnest(k.conkey, k.confkey) as pair (own, other)
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.own
       join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.other
       where a.attname = 'organisation_id' and b.attname = 'organisation_id')`,
  )
  expect(rows.map(({ name }) => name)).toEqual([])
})

test('every table has row-level security with a policy on the organisation, and the program owns none', async () => {
  const { rows } = await ground.db.pool.query<{ name: string; secured: boolean; policies: number; owner: string }>(
    `select c.relname as name, c.relrowsecurity as secured, pg_get_userbyid(c.relowner) as owner,
       (select count(*)::int from pg_policy p where p.polrelid = c.oid and pg_get_expr(p.polqual, c.oid) like '%acuse.organisation()%') as policies
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'acuse_migrations'`,
  )
  expect(rows.filter(({ secured, policies, owner }) => !secured || policies === 0 || owner === 'acuse_app').map(({ name }) => name)).toEqual([])
})

test('instants keep their zone, money its exact amount, and every foreign key has an index that begins with it', async () => {
  const wrong = await ground.db.pool.query<{ name: string }>(
    `select a.attrelid::regclass || '.' || a.attname as name
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and (a.atttypid in ('timestamp'::regtype, 'money'::regtype)
       or (a.attname ~ '(amount|price)' and a.atttypid in ('float4'::regtype, 'float8'::regtype)))`,
  )
  expect(wrong.rows.map(({ name }) => name)).toEqual([])
})

test('what only grows can only be added to by the program', async () => {
  const { rows } = await ground.db.pool.query<{ name: string }>(
    `select t as name from unnest(array['history', 'history_seals', 'calendar_versions', 'cause_versions']) t
     where has_table_privilege('acuse_app', t, 'update') or has_table_privilege('acuse_app', t, 'delete') or has_table_privilege('acuse_app', t, 'truncate')`,
  )
  expect(rows).toEqual([])
})
