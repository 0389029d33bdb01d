import type { Day } from '#kernel/actor.ts'
import { dayText, epochDay } from '#kernel/day.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import { responsibleOn, uncovered } from '../rules/coverage.ts'
import { readCoverage } from './store-places.ts'
import { readToday } from './store-session.ts'

const DAYS_AHEAD = 30

/** Who answers for a branch on a day; null when nobody does, and the head of service has to know. One query. */
export async function responsibleOf(tx: Tx, organisationId: string, branchId: string, day: Day): Promise<string | null> {
  const [branch] = await readCoverage(tx, organisationId, { fromOn: day, untilOn: day, branchId })
  return branch ? responsibleOn(day, branch.responsibles, branch.absences) : null
}

/** The open branches for which nobody answers today. */
export async function uncoveredToday({ tx, actor, now }: Pick<Work, 'tx' | 'actor' | 'now'>): Promise<string[]> {
  const today = await readToday(tx, actor.organisationId, now)
  const rows = await readCoverage(tx, actor.organisationId, { fromOn: today, untilOn: today })
  return rows.filter(({ responsibles, absences }) => responsibleOn(today, responsibles, absences) === null).map(({ branchId }) => branchId)
}

export async function showCoverage({ tx, actor, now }: Work) {
  const today = await readToday(tx, actor.organisationId, now)
  const first = epochDay(today)
  const days = Array.from({ length: DAYS_AHEAD + 1 }, (_, i) => dayText(first + i))
  const rows = await readCoverage(tx, actor.organisationId, { fromOn: today, untilOn: days.at(-1)! })
  return {
    today,
    branches: rows.map(({ absences, responsibles, ...branch }) => ({
      ...branch,
      responsibles,
      todayId: responsibleOn(today, responsibles, absences),
      uncovered: uncovered(days, responsibles, absences),
    })),
  }
}
