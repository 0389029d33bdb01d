import { may, type Instant, type Place } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'
import { grantOf } from '../rules/granting.ts'
import { heldBy } from './store-staff.ts'

/** Whether somebody may be the owner of a case at that place: active, and with a role that works cases there. */
export async function canWork(tx: Tx, organisationId: string, personId: string, place: Place, now: Instant = new Date().toISOString()): Promise<boolean> {
  const held = await heldBy(tx, organisationId, personId, now)
  return may({ kind: 'person', grants: held.map((grant) => grantOf(grant.role, grant)) }, 'cases.work', place)
}
