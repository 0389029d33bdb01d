import type { Day, Instant } from '#kernel/actor.ts'
import type { CaseRefusal } from '../contract.ts'

/** Letters are found in a drawer months later; what is older is a year written wrong. */
export const OLDEST_RECEPTION_MONTHS = 12

/** Why a case cannot be told to have been received then; null where it can. One of long ago would be born overdue and head every list. */
export function refuseReception(receivedAt: Instant, now: Instant): CaseRefusal | null {
  if (receivedAt > now) return 'received-in-future'
  const oldest = new Date(now)
  oldest.setUTCMonth(oldest.getUTCMonth() - OLDEST_RECEPTION_MONTHS)
  return receivedAt < oldest.toISOString() ? 'received-long-ago' : null
}

/** Told to have happened longer ago than this, it is a year written wrong. */
const OLDEST_YEARS = 5
export const isLongAgo = (on: Day, today: Day): boolean => on < `${Number(today.slice(0, 4)) - OLDEST_YEARS}${today.slice(4)}`

/** Why it cannot have happened on that day; null where it can. `today` is the day where the branch is. */
export function refuseIncident(incidentOn: Day | undefined, today: Day): CaseRefusal | null {
  if (incidentOn === undefined) return null
  if (incidentOn > today) return 'incident-in-future'
  return isLongAgo(incidentOn, today) ? 'happened-long-ago' : null
}
