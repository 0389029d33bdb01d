import { useInfiniteQuery, useMutation, useQuery, useQueryClient, keepPreviousData, type UseQueryOptions } from '@tanstack/react-query'
import type { AskedOf, Endpoint, ReplyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'

/** What the server said no with: a sentence for the person and, for input, one a field. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly errors: { path: string; code: string; message: string }[]
  readonly details: Record<string, string | number>
  constructor(status: number, problem: { code?: string; title?: string; errors?: ProblemError['errors']; details?: ProblemError['details'] }) {
    super(problem.title ?? '')
    this.status = status
    this.code = problem.code ?? 'unreachable'
    this.errors = problem.errors ?? []
    this.details = problem.details ?? {}
  }
}

type Asked<E> = {
  params?: AskedOf<E>['params']
  query?: AskedOf<E>['query']
  body?: AskedOf<E>['body']
  /** The version that was read, where two people may edit. */
  ifMatch?: number
  /** The same for each try of one intention; made here when absent. */
  key?: string
  signal?: AbortSignal
}
/** What is asked of the server; of what two people may edit, with the version that was read. */
export type ToDo<E> = Asked<E> & (E extends { ifMatch: true } ? { ifMatch: number } : { ifMatch?: never })

/** Asks the server once; throws a ProblemError, also when it could not be reached (status 0). */
export async function call<E extends Endpoint>(endpoint: E, asked: Asked<E> = {}): Promise<ReplyOf<E>> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (endpoint.method !== 'GET') headers['content-type'] = 'application/json'
  if (endpoint.method === 'POST') headers['idempotency-key'] = asked.key ?? newId()
  if (asked.ifMatch !== undefined) headers['if-match'] = `"${asked.ifMatch}"`
  const answer = await fetch(addressOf(endpoint, asked), {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    ...(endpoint.method !== 'GET' && { body: JSON.stringify(asked.body ?? {}) }),
    ...(asked.signal && { signal: asked.signal }),
  }).catch((error: Error) => {
    if (error.name === 'AbortError') throw error
    throw new ProblemError(0, {})
  })
  const body = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new ProblemError(answer.status, body)
  return body as ReplyOf<E>
}

function addressOf<E extends Endpoint>(endpoint: E, { params, query }: Asked<E>): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one))
  }
  const text = search.toString()
  return `/api/v1${path}${text && `?${text}`}`
}

const keyOf = <E extends Endpoint>(endpoint: E, asked: Asked<E>) => [endpoint.name, asked.params ?? {}, asked.query ?? {}]

/** What the server answers, kept fresh; while new arguments are fetched the former answer stays on the screen. */
export function useReply<E extends Endpoint>(
  endpoint: E,
  asked: Omit<Asked<E>, 'signal'> = {},
  options: Pick<UseQueryOptions<ReplyOf<E>, ProblemError>, 'enabled' | 'staleTime' | 'refetchInterval'> = {},
) {
  return useQuery<ReplyOf<E>, ProblemError>({
    queryKey: keyOf(endpoint, asked),
    queryFn: ({ signal }) => call(endpoint, { ...asked, signal }),
    placeholderData: keepPreviousData,
    ...options,
  })
}

type RowOf<E> = ReplyOf<E> extends { items: (infer Row)[] } ? Row : never

/** The rows of a list as far as one has scrolled; the next page is fetched when its end comes in sight. */
export function usePages<E extends Endpoint>(endpoint: E, query: AskedOf<E>['query']) {
  const pages = useInfiniteQuery<ReplyOf<E>, ProblemError, { pages: ReplyOf<E>[] }, readonly unknown[], string | undefined>({
    queryKey: [...keyOf(endpoint, { query }), 'pages'],
    queryFn: ({ signal, pageParam }) => call(endpoint, { query: pageParam ? { ...(query as object), cursor: pageParam } : query, signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last as { nextCursor?: string | null }).nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  return {
    rows: pages.data?.pages.flatMap((page) => (page as { items: RowOf<E>[] }).items),
    /** What the list says of itself beside its rows. */
    first: pages.data?.pages[0],
    error: pages.error,
    again: () => pages.refetch(),
    more: () => {
      if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
    },
  }
}

/** Does something, then reads again what it touched: the names of endpoints in `rereads`. */
export function useVerb<E extends Endpoint>(endpoint: E, { rereads = [] }: { rereads?: readonly Endpoint[] } = {}) {
  const client = useQueryClient()
  return useMutation<ReplyOf<E>, ProblemError, ToDo<E>>({
    mutationFn: (asked) => call(endpoint, asked),
    // Not waited for: the re-read may take away the very form that asked, and with it what it still had to say.
    onSuccess: () => {
      for (const { name } of rereads) void client.invalidateQueries({ queryKey: [name] })
    },
  })
}
