import { daily, every } from '#platform/server/cadence.ts'
import type { Ground } from '#platform/server/ground.ts'
import { job, type Job } from '#platform/server/jobs.ts'
import { beginExpired } from './begin-expired.ts'
import { compactTallies } from './compact-tallies.ts'
import type { CasesNeeds } from './needs.ts'
import { RECOMPUTE, recomputeTerms, type Recomputation } from './recompute-terms.ts'
import { trainEverywhere, trainYoung } from './train-suggestions.ts'
import { warnEverywhere } from './warn.ts'

/** What cases do by the clock. */
export const caseJobs = (ground: Ground, needs: Pick<CasesNeeds, 'publicUrl'>): Job[] => [
  job('cases.warn', every(60), () => warnEverywhere(ground, needs)),
  job('cases.begin-expired', every(60), () => beginExpired(ground)),
  job('cases.compact-tallies', every(60), () => compactTallies(ground)),
  job<Recomputation>(RECOMPUTE, (asked, { signal }) => recomputeTerms(ground, asked, signal)),
  job('cases.train-young-suggestions', every(120), (_, { signal }) => trainYoung(ground, signal)),
  job('cases.train-suggestions', daily('02:30', 'America/Bogota'), (_, { signal }) => trainEverywhere(ground, signal)),
]
