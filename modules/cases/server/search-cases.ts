import { may } from '#kernel/actor.ts'
import { readCursor, writeCursor } from '#kernel/cursor.ts'
import type { QueryOf, ReplyOf } from '#kernel/endpoint.ts'
import { ListCustomers } from '#modules/customers/contract.ts'
import { findCustomers } from '#modules/customers/public.ts'
import type { Work } from '#platform/server/work.ts'
import type { Search } from '../contract-lists.ts'
import { caseRow } from './list-cases.ts'
import { readAfter } from './read-after.ts'
import { readExcerpts, readFound } from './store-search.ts'

/** The best are looked for among so many of the newest; filters narrow so many. */
const MOST_RANKED = 500
const MOST_FILTERED = 2_000

/** Cases and their messages by words, numbers and serials; customers beside the first page. */
export async function searchCases(work: Work, asked: QueryOf<typeof Search>): Promise<ReplyOf<typeof Search>> {
  const { tx, actor, now } = work
  const { find, sort, limit, cursor, ...narrowing } = asked
  const best = sort === 'best'
  const narrowed = Object.values(narrowing).some((value) => value !== undefined)
  const skip = best ? readCursor(cursor, ['count'])?.[0] ?? 0 : 0
  const [rows, customers] = await Promise.all([
    readFound(tx, actor, now, {
      find, sort, shown: limit + 1, skip: Math.min(skip, MOST_RANKED), before: best ? null : readAfter(cursor),
      most: best ? MOST_RANKED : narrowed ? MOST_FILTERED : limit + 1,
      filter: { ...narrowing, list: 'everything' },
    }),
    !cursor && may(actor, 'customers.read') ? findCustomers(work, ListCustomers.query!.parse({ find, limit: 5 })) : { items: [] },
  ])
  const shown = rows.slice(0, limit)
  const excerpts = new Map((await readExcerpts(tx, actor, find, shown.map(({ id }) => id))).map(({ id, excerpt }) => [id, excerpt]))
  const last = shown.at(-1)
  return {
    cases: shown.map((row) => ({ ...caseRow(row), excerpt: excerpts.get(row.id) ?? '' })),
    customers: customers.items.map(({ id, name, code, why }) => ({ id, name, code: code ?? '', why: why ?? '' })),
    nextCursor: !last || rows.length <= limit ? null : best ? writeCursor([skip + limit]) : writeCursor([last.receivedAt, last.id]),
  }
}
