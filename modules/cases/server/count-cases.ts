import type { ReplyOf } from '#kernel/endpoint.ts'
import type { Work } from '#platform/server/work.ts'
import type { CountCases } from '../contract-lists.ts'
import { readCounts } from './store-tallies.ts'

/** How many each list holds for this actor, from what is kept as cases change. */
export async function countCases({ tx, actor, now }: Work): Promise<ReplyOf<typeof CountCases>> {
  const [counts] = await readCounts(tx, actor, now)
  return counts!
}
