import { useInfiniteQuery } from '@tanstack/react-query'
import type { AskedOf, ReplyOf } from '#kernel/endpoint.ts'
import { call, type ProblemError } from '#platform/web/data.ts'
import { ListCases, type CaseRow } from '../contract.ts'

const PAGE = 50

/** The rows of a list as far as one has scrolled; the next page is fetched when the end comes in sight. */
export function useCasePages(query: AskedOf<typeof ListCases>['query']) {
  const pages = useInfiniteQuery<ReplyOf<typeof ListCases>, ProblemError, { pages: ReplyOf<typeof ListCases>[] }, readonly unknown[], string | undefined>({
    queryKey: [ListCases.name, {}, query, 'pages'],
    queryFn: ({ signal, pageParam }) => call(ListCases, { query: { ...query, limit: PAGE, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  })
  const rows: CaseRow[] | undefined = pages.data?.pages.flatMap(({ items }) => items)
  return {
    rows,
    error: pages.error,
    again: () => pages.refetch(),
    more: () => {
      if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
    },
  }
}
