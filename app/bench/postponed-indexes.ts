import type pg from 'pg'

/** Tables that grow by a load. */
const GROWING = ['cases', 'case_areas', 'case_terms', 'case_messages']

/**
 * How many cases were loaded before. That, and the indexes that a load took down, are kept in the database: a load killed at any
 * moment is carried on, and no index stays away.
 */
export async function openLoad(client: pg.Client): Promise<number> {
  await client.query(`create table if not exists bench_load (one boolean primary key default true, loaded integer not null, indexes text[] not null)`)
  await client.query(`insert into bench_load (loaded, indexes) values (0, '{}') on conflict do nothing`)
  const { rows: [row] } = await client.query<{ loaded: number }>('select loaded from bench_load')
  return row!.loaded
}

export const noteLoaded = (client: pg.Client, loaded: number) => client.query('update bench_load set loaded = $1', [loaded])

/** Takes down every index that keeps no constraint: built once over all rows they cost a fraction of what they cost row by row. */
export async function dropIndexes(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select c.oid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i
     join pg_class c on c.oid = i.indexrelid
     join pg_class t on t.oid = i.indrelid
     where t.relnamespace = 'public'::regnamespace and t.relname = any ($1) and not i.indisunique
     order by c.relname`, [GROWING])
  await client.query('begin')
  await client.query('update bench_load set indexes = indexes || $1::text[]', [rows.map(({ definition }) => definition)])
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await client.query('commit')
}

export async function buildIndexes(client: pg.Client, onBuilt: (index: string) => void): Promise<void> {
  const { rows: [row] } = await client.query<{ indexes: string[] }>('select indexes from bench_load')
  await client.query(`set maintenance_work_mem = '1GB'`)
  for (const definition of row!.indexes) {
    await client.query('begin')
    await client.query(definition)
    await client.query('update bench_load set indexes = array_remove(indexes, $1)', [definition])
    await client.query('commit')
    onBuilt(/INDEX (\S+)/.exec(definition)?.[1] ?? definition)
  }
}
