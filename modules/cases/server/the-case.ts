import { may, type Day, type Instant } from '#kernel/actor.ts'
import { Forbidden, NotFound } from '#kernel/refusal.ts'
import type { TermFacts } from '#modules/calendars/rules/facts-asked.ts'
import { note } from '#platform/server/history.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import type { Channel, Kind, Severity, Status, WaitingFor } from '../contract.ts'
import { numbers } from './case-alias.ts'

/** A case as verbs need it, locked until the transaction ends. */
export type TheCase = {
  id: string
  number: string
  branchId: string
  areaId: string | null
  areaIds: string[]
  supplierId: string | null
  ownerId: string | null
  status: Status
  kind: Kind
  channel: Channel
  severity: Severity
  language: 'es' | 'en'
  causeId: string | null
  productId: string | null
  customerId: string | null
  serial: string
  reporter: { name?: string; telephone?: string; email?: string }
  receivedAt: Instant
  incidentOn: Day | null
  dueAt: Instant | null
  owedAt: Instant | null
  waitingFor: WaitingFor | null
  snoozedUntil: Instant | null
  answeredAt: Instant | null
  closedAt: Instant | null
  rerouted: number
  mergedInto: string | null
  termFacts: Partial<TermFacts>
  version: number
}

/** Locks the case of that number, or the one it was merged into. What the actor may not see is not there. */
export async function lockCase({ tx, actor }: Work, number: string): Promise<TheCase> {
  const id = await numbers.caseId(tx, actor.organisationId, number)
  return lockCaseById(tx, actor.organisationId, id)
}

export async function lockCaseById(tx: Tx, organisationId: string, id: string): Promise<TheCase> {
  const [row] = await tx<TheCase>`
    select id, number, branch_id, area_id, area_ids, supplier_id, owner_id, status, kind, channel, severity, language, cause_id, product_id, customer_id, serial,
      reporter, received_at, incident_on, due_at, owed_at, waiting_for, snoozed_until, answered_at, closed_at, rerouted, merged_into, term_facts, version
    from cases
    where organisation_id = ${organisationId} and id = ${id}
    for update`
  if (!row) throw new NotFound('case')
  return row
}

export const placeOf = ({ branchId, areaIds, supplierId }: Pick<TheCase, 'branchId' | 'areaIds' | 'supplierId'>) => ({ branchId, areaIds, supplierId })

/** The fine check: some grant with the permission reaches this case. */
export function refuseUnlessMay({ actor }: Work, permission: string, theCase: Pick<TheCase, 'branchId' | 'areaIds' | 'supplierId'>): void {
  if (!may(actor, permission, placeOf(theCase))) throw new Forbidden(permission)
}

type Happened = { action: string; reason?: string | null; details?: Record<string, unknown>; areaIds?: readonly string[] }

/** Notes what happened to a case, raises its version and tells the live screens; returns what the caller is answered. */
export function happened(work: Work, theCase: TheCase, { action, reason = null, details = {}, areaIds }: Happened): { number: string; version: number } {
  const { tx, actor } = work
  note(work, { action, subject: ['case', theCase.id], reason: reason || null, details })
  void tx`update cases set version = version + 1 where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  // Whoever saw it before and whoever sees it now both hear of it.
  work.changed({ kind: 'case', id: theCase.id, action, branchId: theCase.branchId, areaIds: areaIds ?? theCase.areaIds, supplierId: theCase.supplierId })
  return { number: theCase.number, version: theCase.version + 1 }
}
