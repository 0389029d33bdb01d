import type { QueryOf, ReplyOf } from '#kernel/endpoint.ts'
import type { Work } from '#platform/server/work.ts'
import type { CountCases } from '../contract-lists.ts'
import { readCounts } from './store-tallies.ts'

/** How many each list holds for this actor, from what is kept as cases change; with branches, of their cases alone. */
export async function countCases({ tx, actor, now }: Work, { branchId }: QueryOf<typeof CountCases> = {}): Promise<ReplyOf<typeof CountCases>> {
  const [counts] = await readCounts(tx, actor, now, branchId ?? null)
  return counts!
}
