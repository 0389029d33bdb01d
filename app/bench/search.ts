import type { Actor } from '#kernel/actor.ts'
import { Search } from '#modules/cases/contract-lists.ts'
import { searchCases } from '#modules/cases/server/search-cases.ts'
import { doWork } from '#platform/server/ground.ts'
import { quietGround } from '../installation.ts'
import { benchActors } from './bench-actors.ts'
import type { BenchCompany } from './bench-company.ts'
import { measured, millisOf, percentile, type Measured } from './measure.ts'

const WORDS = 12
const ROUNDS = 6
const RARE = { most: 20, millis: 20 }
const COMMON_MILLIS = 100

/**
 * Searching for words that a handful of cases hold, and for those that most hold, by the verb and as each kind of reader; what is
 * held against the limit is what a search takes beyond a statement that asks nothing.
 */
export async function benchSearch(company: BenchCompany): Promise<Measured[]> {
  const words = { rare: await rareWords(company), common: await commonWords(company) }
  const ground = quietGround(company.db)
  const results: Measured[] = []
  for (const { name, actor } of await benchActors(company))
    for (const [kind, limit] of [['rare', RARE.millis], ['common', COMMON_MILLIS]] as const) {
      if (words[kind].length === 0) continue
      const ours: number[] = []
      const nothing: number[] = []
      for (let round = 0; round < ROUNDS; round++)
        for (const find of words[kind]) {
          nothing.push(await millisOf(() => ask(ground, actor)))
          ours.push(await millisOf(() => doWork(ground, actor, (work) => searchCases(work, Search.query!.parse({ find, limit: 50 })), { readOnly: true })))
        }
      const beyond = percentile(ours.slice(words[kind].length), 0.95) - percentile(nothing, 0.5)
      results.push(measured(`search, ${name}: a ${kind} word`, beyond, limit, `ms p95 beyond the round trip (words: ${words[kind].slice(0, 4).join(', ')}…)`))
    }
  return results
}

const ask = (ground: ReturnType<typeof quietGround>, actor: Actor) => doWork(ground, actor, ({ tx }) => tx`select 1 as one`, { readOnly: true })

/** The stems that most cases hold, by the statistics of the table; a number or a letter is no word. */
async function commonWords({ db }: BenchCompany): Promise<string[]> {
  const rows = await db.asOwner((tx) => tx<{ word: string }>`
    select word from (
      select unnest(most_common_elems::text::text[]) as word, unnest(most_common_elem_freqs) as share from pg_stats where schemaname = 'public' and tablename = 'cases' and attname = 'search'
    ) s where word ~ '^[[:alpha:]]{4,}$' order by share desc limit ${WORDS}`)
  return rows.map(({ word }) => word)
}

/** Words of some cases that no more than a handful of all cases hold. */
async function rareWords({ db, organisationId }: BenchCompany): Promise<string[]> {
  const rows = await db.asOwner((tx) => tx<{ word: string }>`
    select word from (
      select distinct unnest(tsvector_to_array(search)) as word from (select search from cases tablesample system (0.2) where organisation_id = ${organisationId} limit 400) c
    ) w
    where word ~ '^[[:alnum:]-]{5,}$' and not exists (
      select from (select unnest(most_common_elems::text::text[]) as known from pg_stats where schemaname = 'public' and tablename = 'cases' and attname = 'search') s where s.known = word)
    order by word ~ '^[[:alpha:]]+$' desc, md5(word) limit 300`)
  const rare: string[] = []
  for (const { word } of rows) {
    const [row] = await db.asOwner((tx) => tx<{ n: number }>`select count(*) as n from (select from cases where organisation_id = ${organisationId} and search @@ plainto_tsquery('simple', ${word}) limit ${RARE.most + 1}) c`)
    if (row!.n > 0 && row!.n <= RARE.most) rare.push(word)
    if (rare.length === WORDS) break
  }
  return rare
}
