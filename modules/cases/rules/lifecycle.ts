import type { CaseRefusal, Status } from '../contract.ts'

type Standing = { status: Status }

/** Why the case cannot be worked on now; null when it can. */
export function refuseWork({ status }: Standing): CaseRefusal | null {
  if (status === 'merged') return 'case-merged'
  if (status === 'closed' || status === 'withdrawn') return 'case-not-open'
  return null
}

/** Why the case cannot be closed now: an area still owes its answer, the company something that the law asks of it, an answer waits for somebody, or the customer was not told. */
export function refuseClosing(theCase: Standing, { openAreaRequests, openDuties, pendingAnswers, told }: { openAreaRequests: number; openDuties: number; pendingAnswers: number; told: boolean }): CaseRefusal | null {
  const refusal = refuseWork(theCase)
  if (refusal) return refusal
  if (openAreaRequests > 0) return 'area-request-open'
  if (openDuties > 0) return 'duty-open'
  if (pendingAnswers > 0) return 'answer-pending'
  if (!told) return 'not-answered-yet'
  return null
}

/** An answer that waits to be approved, or to be told: what it says is not said yet. */
export const isPending = ({ status }: { status: string }): boolean => status === 'awaiting-approval' || status === 'to-tell'

/** Why the customer's desisting cannot be noted now. */
export const refuseWithdrawing = (theCase: Standing, { openDuties, pendingAnswers }: { openDuties: number; pendingAnswers: number }): CaseRefusal | null =>
  refuseWork(theCase) ?? (openDuties > 0 ? 'duty-open' : pendingAnswers > 0 ? 'answer-pending' : null)

export function refuseReopening({ status }: Standing): CaseRefusal | null {
  if (status === 'merged') return 'case-merged'
  return status === 'closed' || status === 'withdrawn' || status === 'answered' ? null : 'case-not-closed'
}

type Mergeable = Standing & { id: string; customerId: string | null }

/** Why one case cannot be merged into another. Two named customers are two cases, whatever they tell. */
export function refuseMerging(theCase: Mergeable, into: Mergeable): CaseRefusal | null {
  if (theCase.id === into.id) return 'merge-with-itself'
  if (theCase.status === 'merged' || into.status === 'merged') return 'case-merged'
  if (refuseWork(theCase) || refuseWork(into)) return 'merge-closed'
  if (theCase.customerId && into.customerId && theCase.customerId !== into.customerId) return 'merge-other-customer'
  return null
}

/**
 * Until when at most a case may be put aside: its date; where that is past and was a target of the house, the date of law or contract;
 * where everything is past, the end of the next working day, for such a case is looked at every day. Null: it waits for no date.
 */
export const snoozeLimit = ({ dueAt, owedAt }: { dueAt: string | null; owedAt: string | null }, now: string, nextDayEnds: string): string | null =>
  dueAt === null ? null : [dueAt, owedAt].find((at) => at !== null && at > now) ?? nextDayEnds

/** Why a case cannot be put aside until then. */
export function refuseSnoozing(theCase: Standing, until: string, now: string, limit: string | null): CaseRefusal | null {
  const refusal = refuseWork(theCase)
  if (refusal) return refusal
  if (until <= now) return 'snooze-in-past'
  return limit !== null && until > limit ? 'snooze-beyond-due' : null
}
