import { NotFound, refuseIf } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { refuseManaging, staffSeen } from '../rules/granting.ts'
import { readToday } from './store-session.ts'
import { grantsOf, lockPerson } from './store-staff.ts'

/** Locks a person whom the actor may manage; throws when they may not be seen, or hold more than the actor does. */
export async function lockManaged({ tx, actor, now }: Work, personId: string) {
  const person = await lockPerson(tx, actor.organisationId, personId)
  if (!person) throw new NotFound('person')
  const today = await readToday(tx, actor.organisationId, now)
  const grants = await grantsOf(tx, actor.organisationId, personId, today)
  const seen = staffSeen(actor)
  if (seen && !grants.some(({ supplierId }) => supplierId && seen.includes(supplierId))) throw new NotFound('person')
  refuseIf(refuseManaging(actor, grants))
  return { person, grants, today }
}
