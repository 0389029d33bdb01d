import type { Actor } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import type { Status } from '../contract.ts'

/** What bulk acts change of a case, with the names that tell a person what changed. */
export type Before = {
  id: string
  number: string
  status: Status
  branchId: string
  ownerId: string | null
  ownerName: string | null
  areaId: string | null
  areaCode: string | null
  areaIds: string[]
  rerouted: number
  causeId: string | null
  causeVersion: number | null
  causeName: string | null
  severity: string
  procedureUndefined: boolean
  snoozedUntil: string | null
  snoozeReason: string | null
}

export const readBefore = (tx: Tx, { organisationId }: Actor, numbers: readonly string[]) => tx<Before>`
  select c.id, c.number, c.status, c.branch_id, c.owner_id, o.name as owner_name, c.area_id, a.code as area_code, c.area_ids, c.rerouted, c.cause_id, c.cause_version,
    ca.name as cause_name, c.severity, c.procedure_undefined, c.snoozed_until, c.snooze_reason
  from cases c
  left join people o on o.organisation_id = ${organisationId} and o.id = c.owner_id
  left join areas a on a.organisation_id = ${organisationId} and a.id = c.area_id
  left join causes ca on ca.organisation_id = ${organisationId} and ca.id = c.cause_id
  where c.organisation_id = ${organisationId} and c.number = any (${numbers}::text[])`

export const insertBulk = (tx: Tx, { actor, now }: Work, { id, verb }: { id: string; verb: string }) => tx`
  insert into case_bulks (organisation_id, id, verb, done_by, done_at) values (${actor.organisationId}, ${id}, ${verb}, ${actor.id}, ${now})`

export const insertBulkRow = (tx: Tx, { organisationId }: Actor, bulkId: string, before: Before, version: number) => tx`
  insert into case_bulk_rows (organisation_id, bulk_id, case_id, number, before, version)
  values (${organisationId}, ${bulkId}, ${before.id}, ${before.number}, ${JSON.stringify(before)}, ${version})`

/** A bulk act is undone once, by whoever did it. */
export const lockBulk = (tx: Tx, { actor, now }: Work, id: string) => tx<{ verb: string }>`
  update case_bulks set undone_at = ${now} where organisation_id = ${actor.organisationId} and id = ${id} and done_by = ${actor.id} and undone_at is null returning verb`

export const bulkRows = (tx: Tx, { organisationId }: Actor, bulkId: string) => tx<{ caseId: string; number: string; before: Before; version: number }>`
  select case_id, number, before, version from case_bulk_rows where organisation_id = ${organisationId} and bulk_id = ${bulkId} order by case_id`

export const restore = (tx: Tx, { organisationId }: Actor, caseId: string, was: Before) => tx`
  update cases set branch_id = ${was.branchId}, owner_id = ${was.ownerId}, area_id = ${was.areaId}, area_ids = ${was.areaIds}, rerouted = ${was.rerouted},
    cause_id = ${was.causeId}, cause_version = ${was.causeVersion}, severity = ${was.severity}, procedure_undefined = ${was.procedureUndefined},
    snoozed_until = ${was.snoozedUntil}, snooze_reason = ${was.snoozeReason}
  where organisation_id = ${organisationId} and id = ${caseId}`
