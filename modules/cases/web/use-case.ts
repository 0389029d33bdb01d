import { useQuery } from '@tanstack/react-query'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { call, useReply, type ProblemError } from '#platform/web/data.ts'
import { CountCases, ListAreaRequests, ListCases, ReadBoard } from '../contract-lists.ts'
import { ReadCase, ReadTerms, ReadTimeline } from '../contract-sheet.ts'
import { ReadDrafts } from '../contract-work.ts'

/** What anything done to a case touches. */
export const CASE_REREADS = [ReadCase, ReadTimeline, ReadTerms, ReadDrafts, ListCases, CountCases, ListAreaRequests, ReadBoard]

export type Entry = ReplyOf<typeof ReadTimeline>['items'][number]

const PAGE = 200

/** Everything that happened, oldest first: the newest stands at the bottom, so all of it is read. */
async function readWhole(number: string, signal: AbortSignal): Promise<Entry[]> {
  const entries: Entry[] = []
  let cursor: string | undefined
  do {
    const page = await call(ReadTimeline, { params: { number }, query: { limit: PAGE, ...(cursor && { cursor }) }, signal })
    entries.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return entries
}

/** One case with its story and its clocks; never what was read of another. */
export function useCase(number: string) {
  const sheet = useReply(ReadCase, { params: { number } })
  const shown = sheet.data && sameCase(sheet.data, number) ? sheet.data : undefined
  const entries = useQuery<Entry[], ProblemError>({ queryKey: [ReadTimeline.name, { number }, 'whole'], queryFn: ({ signal }) => readWhole(number, signal) })
  const terms = useReply(ReadTerms, { params: { number } }, { enabled: shown !== undefined })
  return {
    sheet: shown,
    // A case of which everything but the number was forgotten is not shown under it.
    error: shown ? null : sheet.error,
    entries: entries.data,
    entriesError: entries.error,
    terms: shown && terms.data?.items.every(({ id }) => shown.terms.some((term) => term.id === id)) ? terms.data.items : undefined,
    again: () => Promise.all([sheet.refetch(), entries.refetch(), terms.refetch()]),
  }
}

const sameCase = (sheet: { number: string; alias: string | null }, asked: string) => [sheet.number, sheet.alias].includes(asked.toUpperCase())
