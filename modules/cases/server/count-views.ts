import type { ReplyOf } from '#kernel/endpoint.ts'
import type { Work } from '#platform/server/work.ts'
import { CaseFilter, type CountViews } from '../contract-lists.ts'
import { MOST_VIEWS } from '../rules/view-audience.ts'
import { countCases } from './count-cases.ts'
import { MOST_MATCHING } from './list-cases.ts'
import { matchingCases } from './store-search.ts'
import { countAmongFirst, MOST_READ } from './store-view-counts.ts'
import { readViews } from './store-views.ts'

type Count = { count: number | null; more: boolean }
type Counts = Awaited<ReturnType<typeof countCases>>

const TALLIED: Partial<Record<CaseFilter['list'], keyof Counts>> = { mine: 'mine', branch: 'branch', unassigned: 'unassigned', 'due-today': 'dueToday', overdue: 'overdue', waiting: 'waiting', open: 'open' }
/** Nobody reads the difference between so many and more. */
const MOST_SAID = 500
/** One's own, the team's and a branch's; of those of more branches nothing is said. */
const MOST_COUNTED = 3 * MOST_VIEWS
const UNKNOWN: Count = { count: null, more: false }

/** How many each view holds for this actor, none counted for longer than a page is read. */
export async function countViews(work: Work): Promise<ReplyOf<typeof CountViews>> {
  const views = await readViews(work.tx, work.actor)
  const tallied = talliedOnce(work)
  return { items: await Promise.all(views.map(async ({ id, filter }, i) => ({ id, ...(i < MOST_COUNTED ? await countView(work, tallied, filter) : UNKNOWN) }))) }
}

/** Many views differ in their list alone, and one answer counts every list of the same branches. */
function talliedOnce(work: Work): (branchId: CaseFilter['branchId']) => Promise<Counts> {
  const asked = new Map<string | undefined, Promise<Counts>>()
  return (branchId) => {
    const key = branchId?.join()
    const counts = asked.get(key) ?? countCases(work, { branchId })
    asked.set(key, counts)
    return counts
  }
}

async function countView(work: Work, tallied: ReturnType<typeof talliedOnce>, kept: Record<string, unknown>): Promise<Count> {
  const { sort: _sort, columns: _columns, ...filter } = kept
  // Of another version, and no longer understood: nothing is known of it.
  const asked = CaseFilter.strict().safeParse(filter)
  if (!asked.success) return UNKNOWN
  const { list, branchId, ...narrowing } = asked.data
  const counted = Object.values(narrowing).every((value) => value === undefined) ? TALLIED[list] : undefined
  if (counted) return { count: (await tallied(branchId))[counted], more: false }
  return countFirst(work, asked.data)
}

async function countFirst({ tx, actor, now }: Work, filter: CaseFilter): Promise<Count> {
  const matching = filter.find?.trim() ? await matchingCases(tx, actor, filter.find, MOST_MATCHING) : null
  const [first] = await countAmongFirst(tx, actor, now, filter, matching)
  const more = first!.held > MOST_SAID || first!.read > MOST_READ || matching?.length === MOST_MATCHING
  return more && first!.held === 0 ? UNKNOWN : { count: Math.min(first!.held, MOST_SAID), more }
}
