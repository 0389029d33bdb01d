import { useQueries, useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/web/data.ts'
import { presenceKey } from '#platform/web/live.ts'
import type { CaseRow } from '../contract.ts'
import { ListPresence } from '../contract-sheet.ts'

/** As many as are asked about at once. */
const TOGETHER = 50

/** Reads who is at the cases of a list, for each row to show; what changes afterwards is heard as it happens. */
export function usePresenceOf(rows: readonly CaseRow[] = []): void {
  const client = useQueryClient()
  const ids = rows.map(({ id }) => id)
  const parts = Array.from({ length: Math.ceil(ids.length / TOGETHER) }, (_, part) => ids.slice(part * TOGETHER, (part + 1) * TOGETHER))
  useQueries({
    queries: parts.map((caseId) => ({
      queryKey: [ListPresence.name, {}, { caseId }], staleTime: 30_000,
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const { items } = await call(ListPresence, { query: { caseId }, signal })
        for (const id of caseId) client.setQueryData(presenceKey('case', id), items.find((one) => one.caseId === id)?.people ?? [])
        return items.length
      },
    })),
  })
}
