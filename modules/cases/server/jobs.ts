import type { Ground } from '#platform/server/ground.ts'
import { job, type Job } from '#platform/server/jobs.ts'
import { compactTallies } from './compact-tallies.ts'
import type { CasesNeeds } from './needs.ts'
import { warnEverywhere } from './warn.ts'

/** What cases do by the clock. */
export const caseJobs = (ground: Ground, needs: CasesNeeds): Job[] => [
  job('cases.warn', { everySeconds: 60 }, () => warnEverywhere(ground, needs)),
  job('cases.compact-tallies', { everySeconds: 60 }, () => compactTallies(ground)),
]
