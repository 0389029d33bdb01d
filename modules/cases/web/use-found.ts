import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { AskedOf, ReplyOf } from '#kernel/endpoint.ts'
import { call, type ProblemError } from '#platform/web/data.ts'
import { Search } from '../contract-lists.ts'
import { PAGE } from './use-case-pages.ts'

type Found = ReplyOf<typeof Search>

/** What a search finds as far as one has scrolled, and the customers that came with its first page; nothing is asked before something is written. */
export function useFound(query: AskedOf<typeof Search>['query']) {
  const pages = useInfiniteQuery<Found, ProblemError, { pages: Found[] }, readonly unknown[], string | undefined>({
    queryKey: [Search.name, query],
    queryFn: ({ signal, pageParam }) => call(Search, { query: { ...query, find: query?.find ?? '', limit: PAGE, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: Boolean(query?.find.trim()),
  })
  return {
    cases: pages.data?.pages.flatMap(({ cases }) => cases),
    customers: pages.data?.pages[0]?.customers ?? [],
    error: pages.error,
    again: () => pages.refetch(),
    more: () => {
      if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
    },
  }
}
