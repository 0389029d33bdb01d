import type { Instant } from '#kernel/actor.ts'
import { NotFound, refuseIf } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { AreaRequestStatus } from '../contract.ts'
import { lockCaseById, type TheCase } from './the-case.ts'

export type AreaRequest = { id: string; caseId: string; areaId: string; askedBy: string; dueAt: Instant; status: AreaRequestStatus }

/** Locks an open request to an area, and its case. */
export async function lockAreaRequest({ tx, actor }: Work, id: string): Promise<{ request: AreaRequest; theCase: TheCase }> {
  const [found] = await tx<{ caseId: string }>`select case_id from area_requests where organisation_id = ${actor.organisationId} and id = ${id}`
  if (!found) throw new NotFound('area request')
  // The case first, always: two verbs that lock in one order never wait for each other in a ring.
  const theCase = await lockCaseById(tx, actor.organisationId, found.caseId)
  const [request] = await tx<AreaRequest>`
    select id, case_id, area_id, asked_by, due_at, status from area_requests where organisation_id = ${actor.organisationId} and id = ${id} for update`
  refuseIf(request!.status === 'open' ? null : 'area-request-not-open')
  return { request: request!, theCase }
}

/** Stops the clock of the request: met when the area answered, else of no more use. */
export function endAreaTerm({ tx, actor, now }: Work, requestId: string, state: 'met' | 'cancelled'): void {
  void tx`
    update case_terms set state = ${state}, met_at = case when ${state} = 'met' then ${now}::timestamptz end
    where organisation_id = ${actor.organisationId} and area_request_id = ${requestId} and state in ('running', 'paused')`
}
