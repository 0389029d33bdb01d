import type { Work } from '#platform/server/work.ts'
import { CaseFilter, type ListName } from '../contract-lists.ts'
import { readList, type ListRow } from './store-list.ts'

const PAGE = 50
/** Beyond so many put aside or waiting there is nothing urgent to be found. */
const MOST_PAGES = 10

/** The case nearest to its term: one's own first, then one that nobody owns; never one put aside, or that waits for somebody. */
export async function nextCase(work: Work, after: string | undefined): Promise<{ number: string | null }> {
  const found = (await firstOf(work, 'mine', after)) ?? (await firstOf(work, 'unassigned', after))
  return { number: found?.number ?? null }
}

async function firstOf({ tx, actor, now }: Work, list: ListName, done: string | undefined): Promise<ListRow | null> {
  let after: { at: string; id: string } | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const rows: ListRow[] = await readList(tx, actor, now, { ...CaseFilter.parse({ list, status: 'open' }), sort: 'due', limit: PAGE, after })
    const next = rows.find((row) => row.number !== done?.toUpperCase() && !row.waitingFor && !(row.snoozedUntil && row.snoozedUntil > now))
    if (next || rows.length <= PAGE) return next ?? null
    const last = rows[PAGE - 1]!
    after = { at: last.dueAt ?? 'infinity', id: last.id }
  }
  return null
}
