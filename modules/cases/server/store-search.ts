import type { Actor, Instant } from '#kernel/actor.ts'
import { seesMasked } from '#modules/customers/rules/mask.ts'
import { joined, sql, type Sql, type Tx } from '#platform/server/database.ts'
import type { CaseFilter } from '../contract-lists.ts'
import { readCode, wholeTelephones } from '../rules/read-code.ts'
import { datesOf, filtersOf } from './store-filter.ts'
import { named, OF_CASE, type ListRow } from './store-list.ts'

/** `outside`: whoever asks may not read what the company says within, and finds nothing by it. */
type Found = { find: string; most: number; before: { at: string; id: string } | null; outside: boolean }

/** Ids of the newest cases that hold what was typed. Whoever sees telephones only in part finds by a whole one, not by pieces until they know the rest. */
function found({ find, most, before, outside }: Found, country: string): Sql {
  const { code, tail, piece, telephones } = readCode(find, country)
  return sql`acuse.find_cases(acuse.words_of(${find}), ${code}, ${piece}, ${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid, ${most}, ${outside},
    ${tail?.branch ?? null}, ${tail?.year ?? null}, ${tail?.seq ?? null}, ${outside ? wholeTelephones(find, country) : telephones})`
}

/** Where a telephone without its country is dialled. */
async function countryOf(tx: Tx, { organisationId }: Actor): Promise<string> {
  const [organisation] = await tx<{ country: string }>`select country from organisations where organisation_id = ${organisationId}`
  return organisation!.country
}

export async function matchingCases(tx: Tx, actor: Actor, find: string, most: number): Promise<string[]> {
  const country = await countryOf(tx, actor)
  const rows = await tx<{ caseId: string }>`select case_id from ${found({ find, most, before: null, outside: seesMasked(actor) }, country)} f`
  return rows.map(({ caseId }) => caseId)
}

type Asked = Omit<Found, 'outside'> & { sort: 'newest' | 'best'; shown: number; skip: number; filter: CaseFilter }

/** Newest first, or of the newest those first in which the words weigh most. */
export async function readFound(tx: Tx, actor: Actor, now: Instant, asked: Asked): Promise<ListRow[]> {
  const country = await countryOf(tx, actor)
  const filters = [...filtersOf(actor, now, asked.filter), ...datesOf(actor, now, asked.filter, OF_CASE)]
  const order = asked.sort === 'newest' ? sql`order by c.received_at desc, c.id desc` : sql`order by c.rank desc, c.received_at desc, c.id desc`
  const page = sql`
    select c.*, ${asked.sort === 'best' ? sql`ts_rank(c.search, acuse.words_of(${asked.find}))` : sql`0`} as rank
    from ${found({ ...asked, outside: seesMasked(actor) }, country)} f join cases c on c.organisation_id = ${actor.organisationId} and c.id = f.case_id
    where ${filters.length > 0 ? joined(filters, ' and ') : sql`true`}`
  return tx.run<ListRow>(named(actor, sql`select * from (${page}) c ${order} offset ${asked.skip} limit ${asked.shown}`, order))
}

/**
 * The words around what was found, in the case or else in its newest message that holds it; what was found stands between ⟦ and ⟧. Looked
 * for in some pages' worth of text: in a long one of few words over and over PostgreSQL would look for seconds.
 */
export const readExcerpts = (tx: Tx, { organisationId, ...actor }: Actor, find: string, ids: readonly string[]) => tx<{ id: string; excerpt: string }>`
  select c.id, ts_headline('spanish', acuse.searchable(left(case when c.search @@ q.words then c.title || '. ' || c.description else coalesce(m.body, c.description) end, 6000)), q.words,
    'StartSel=⟦, StopSel=⟧, MaxWords=30, MinWords=15, MaxFragments=1') as excerpt
  from (select acuse.words_of(${find}) as words) q
  join cases c on c.organisation_id = ${organisationId} and c.id = any (${ids}::uuid[])
  left join lateral (
    select m.body from case_messages m
    where m.organisation_id = ${organisationId} and m.case_id = c.id and m.search @@ q.words and (not ${seesMasked(actor)} or acuse.reads_outside(m)) order by m.id desc limit 1
  ) m on true`
