import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { call, type ProblemError } from '#platform/web/data.ts'
import { ListCustomers } from '../contract.ts'

type Reply = ReplyOf<typeof ListCustomers>

/** Customers by name as far as one has scrolled, or those found. */
export function useCustomerPages(find: string) {
  const query = find ? { find, limit: 50 } : { limit: 50 }
  const pages = useInfiniteQuery<Reply, ProblemError, { pages: Reply[] }, readonly unknown[], string | undefined>({
    queryKey: [ListCustomers.name, {}, query, 'pages'],
    queryFn: ({ signal, pageParam }) => call(ListCustomers, { query: { ...query, ...(pageParam && { cursor: pageParam }) }, signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (before) => before,
  })
  return {
    rows: pages.data?.pages.flatMap(({ items }) => items),
    masked: pages.data?.pages[0]?.masked ?? false,
    error: pages.error,
    again: () => pages.refetch(),
    more: () => {
      if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
    },
  }
}
