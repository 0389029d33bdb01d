import { may, type Instant, type Place } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'
import { grantOf } from '../rules/granting.ts'
import { heldBy } from './store-staff.ts'

/** Whether somebody may be the owner of a case at that place: active, and with a role that works cases there. */
export const canWork = (tx: Tx, organisationId: string, personId: string, place: Place, now?: Instant) =>
  mayPerson(tx, { organisationId, personId, permission: 'cases.work', place, now })

/** Whether another person, not the one who acts, has a permission at a place today. */
export async function mayPerson(
  tx: Tx,
  { organisationId, personId, permission, place, now = new Date().toISOString() }: { organisationId: string; personId: string; permission: string; place: Place; now?: Instant | undefined },
): Promise<boolean> {
  const held = await heldBy(tx, organisationId, personId, now)
  return may({ kind: 'person', grants: held.map((grant) => grantOf(grant.role, grant)) }, permission, place)
}
