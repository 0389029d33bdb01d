import type { BodyOf, QueryOf } from '#kernel/endpoint.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { newId } from '#kernel/id.ts'
import { may } from '#kernel/actor.ts'
import { NotFound, Refusal } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { Absence, AddAbsence, ListAbsences } from '../contract-staff.ts'
import { staffSeen } from '../rules/granting.ts'
import { isExternal } from '../rules/roles.ts'
import type { Authenticator } from './authenticate.ts'
import { lockManaged } from './lock-managed.ts'
import { readToday } from './store-session.ts'
import { absences, grantsOf, insertAbsence, lockPerson, overlappingAbsences, removeAbsence } from './store-staff.ts'

export async function listAbsences({ tx, actor, now }: Work, { limit, cursor, personId }: QueryOf<typeof ListAbsences>) {
  const today = await readToday(tx, actor.organisationId, now)
  const after = readCursor(cursor, ['day', 'id'])
  const rows = await absences(tx, actor.organisationId, {
    today,
    personId: personId ?? null,
    suppliers: staffSeen(actor),
    after: after && { fromOn: after[0], id: after[1] },
    limit: limit + 1,
  })
  return pageOf(rows, limit, ({ fromOn, id }) => [fromOn, id])
}

/** One's own, or that of somebody one manages. The substitute named takes over the daily duties of those days. */
export async function addAbsence({ authenticator }: { authenticator: Authenticator }, work: Work, { personId, ...asked }: BodyOf<typeof AddAbsence>): Promise<Absence> {
  const { tx, actor, now } = work
  const absent = personId ?? actor.id
  await lockAbsent(work, absent)
  const today = await readToday(tx, actor.organisationId, now)
  if (asked.untilOn < asked.fromOn || asked.untilOn < today) throw new Refusal('absence-dates')
  if ((await overlappingAbsences(tx, actor.organisationId, absent, asked)).length > 0) throw new Refusal('absence-overlaps')
  if (asked.substituteId) await refuseSubstitute(work, absent, asked.substituteId, today)
  const absenceId = newId()
  await insertAbsence(tx, actor.organisationId, { ...asked, id: absenceId, personId: absent })
  note(work, { action: 'absence.noted', subject: ['person', absent], details: { absenceId, fromOn: asked.fromOn, untilOn: asked.untilOn, substituteId: asked.substituteId } })
  work.afterCommit(authenticator.forget)
  const [absence] = await absences(tx, actor.organisationId, { today, personId: null, suppliers: null, after: null, limit: 1, absenceId })
  return absence!
}

export async function endAbsence({ authenticator }: { authenticator: Authenticator }, work: Work, absenceId: string) {
  const { tx, actor, now } = work
  const today = await readToday(tx, actor.organisationId, now)
  const [absence] = await absences(tx, actor.organisationId, { today, personId: null, suppliers: null, after: null, limit: 1, absenceId })
  if (!absence) throw new NotFound('absence')
  await lockAbsent(work, absence.personId)
  await removeAbsence(tx, actor.organisationId, absenceId, today)
  note(work, { action: 'absence.ended', subject: ['person', absence.personId], details: { absenceId } })
  work.afterCommit(authenticator.forget)
  return {}
}

async function lockAbsent(work: Work, personId: string): Promise<void> {
  const { tx, actor } = work
  if (personId !== actor.id && may(actor, 'staff.manage')) await lockManaged(work, personId)
  else if (personId !== actor.id || !(await lockPerson(tx, actor.organisationId, personId))) throw new NotFound('person')
}

/** Never from our people to a supplier's: an absence is no way round least privilege. */
async function refuseSubstitute({ tx, actor }: Work, absent: string, substituteId: string, today: string): Promise<void> {
  const substitute = await lockPerson(tx, actor.organisationId, substituteId)
  if (!substitute) throw new NotFound('person')
  if (substituteId === absent) throw new Refusal('not-yourself')
  if (!substitute.active) throw new Refusal('substitute-disabled')
  const [theirs, own] = await Promise.all([grantsOf(tx, actor.organisationId, substituteId, today), grantsOf(tx, actor.organisationId, absent, today)])
  const external = (grants: { role: Parameters<typeof isExternal>[0] }[]) => grants.some(({ role }) => isExternal(role))
  if (external(theirs) !== external(own) && theirs.length > 0) throw new Refusal('substitute-external')
}
