import type { QueryOf, ReplyOf } from '#kernel/endpoint.ts'
import { dayText, epochDay, type EpochDay } from '#kernel/day.ts'
import { dayAt, zoneOf } from '#kernel/zone.ts'
import { scopeOf } from '#kernel/actor.ts'
import { uncoveredToday } from '#modules/people/public.ts'
import type { Work } from '#platform/server/work.ts'
import type { ReadBoard } from '../contract-lists.ts'
import { AGES, firstDaysOfAges, soonEndsOn } from '../rules/case-age.ts'
import { readCaseSettings } from './case-settings.ts'
import { countLateRequests } from './store-area-requests.ts'
import { readBoardRows, type BoardDays, type BoardRow } from './store-board.ts'

type Board = ReplyOf<typeof ReadBoard>
const NONE: BoardRow = { what: 'all', key: null, name: null, total: 0, overdue: 0, dueToday: 0, dueSoon: 0, unassigned: 0, answered: 0, dueTodayWithoutArea: 0, awaitingApproval: 0 }

/**
 * Open cases as they stand. Counted in one pass over what is unfinished (some twenty thousand in a million), for it is asked for by few
 * and seldom; ages are in working days of each branch's calendar, and due soon is within its next three.
 */
export async function readBoard(work: Work, { branchId }: QueryOf<typeof ReadBoard>): Promise<Board> {
  const { tx, actor, now } = work
  const { branches, terms } = await readCaseSettings(tx, actor.organisationId)
  const today = dayAt(zoneOf(terms.timeZone), Date.parse(now))
  const days: BoardDays = { branchIds: [...branches.keys()].filter((id) => !branchId || branchId.includes(id)), ages: [[], [], []], soon: [] }
  for (const id of days.branchIds) {
    const calendar = terms.calendarOf(id)
    firstDaysOfAges(calendar, today).forEach((day, age) => days.ages[age]!.push(dayText(day)))
    days.soon.push(dayText(soonEndsOn(calendar, today)))
  }
  const [rows, lateRequests, uncovered] = await Promise.all([readBoardRows(tx, actor, now, branchId ?? null, days), countLateRequests(tx, actor, now, branchId ?? null), readUncovered(work, branchId)])
  const of = (what: BoardRow['what']) => rows.filter((row) => row.what === what)
  const counts = (what: BoardRow['what']) => of(what).map(({ key, name, total, overdue, dueSoon }) => ({ key: key ?? '', name: name ?? key ?? '', total, overdue, dueSoon }))
  const all = of('all')[0] ?? NONE
  return {
    at: now, open: all.total, overdue: all.overdue, dueToday: all.dueToday, dueSoon: all.dueSoon, unassigned: all.unassigned, answeredNotClosed: all.answered,
    soon: soonOf(days, today),
    byAge: AGES.map(({ from, to }, age) => {
      const row = of('age').find(({ key }) => key === String(age)) ?? NONE
      return { from, to, total: row.total, overdue: row.overdue, filter: ageOf(days, age) }
    }),
    byBranch: counts('branch'), byArea: counts('area'), byCause: counts('cause'), byKind: counts('kind'), byProduct: counts('product'), byChannel: counts('channel'),
    decisions: decisionsOf(all, { lateRequests, uncovered }, branchId),
  }
}

/** The day that every branch's calendar sets; null where they set different ones. */
const common = (days: readonly string[]): string | null => (new Set(days).size === 1 ? days[0]! : null)
const dayBefore = (day: string): string => dayText(epochDay(day) - 1)

/** An age as the days of reception that it holds. */
function ageOf({ ages }: BoardDays, age: number): Record<string, string> | null {
  const [oldest, younger] = [age < ages.length ? common(ages[age]!) : undefined, age > 0 ? common(ages[age - 1]!) : undefined]
  if (oldest === null || younger === null) return null
  return { ...(oldest && { receivedFrom: oldest }), ...(younger && { receivedTo: dayBefore(younger) }) }
}

function soonOf({ soon }: BoardDays, today: EpochDay): Record<string, string> | null {
  const last = common(soon)
  return last === null ? null : { dueFrom: dayText(today + 1), dueTo: last }
}

/** Branches that nobody answers for today, for whoever can see to it: the coverage is shown to those who read the settings of all. */
async function readUncovered(work: Work, branchId: string[] | undefined): Promise<number> {
  if (!scopeOf(work.actor, 'settings.read').all) return 0
  const ids = await uncoveredToday(work)
  return ids.filter((id) => !branchId || branchId.includes(id)).length
}

/** What asks for somebody's decision today; each filter opens a list of exactly as many rows. */
function decisionsOf(all: BoardRow, { lateRequests, uncovered }: { lateRequests: number; uncovered: number }, branchId: string[] | undefined): Board['decisions'] {
  const within: Record<string, string> = branchId?.length === 1 ? { branchId: branchId[0]! } : {}
  const decisions: { code: string; count: number; opens?: 'area-requests' | 'branches'; filter: Record<string, string> }[] = [
    { code: 'overdue', count: all.overdue, filter: { list: 'overdue' } },
    { code: 'due-today-without-area-answer', count: all.dueTodayWithoutArea, filter: { list: 'due-today', waitingFor: 'area' } },
    { code: 'area-late', count: lateRequests, opens: 'area-requests', filter: { late: 'true' } },
    { code: 'answers-awaiting-approval', count: all.awaitingApproval, filter: { list: 'waiting', waitingFor: 'approval' } },
    { code: 'unassigned', count: all.unassigned, filter: { list: 'unassigned' } },
    { code: 'branches-uncovered', count: uncovered, opens: 'branches', filter: { uncovered: 'today' } },
  ]
  return decisions.filter(({ count }) => count > 0).map((decision) => ({ opens: 'cases' as const, ...decision, name: decision.code, filter: { ...decision.filter, ...within } }))
}
