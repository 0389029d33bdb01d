import { newId } from '#kernel/id.ts'
import type { Day } from '#kernel/actor.ts'
import { NotFound, Refusal, refuseIf } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AskedGrant, GivenGrant } from '../contract.ts'
import { refuseGranting, refusePlace } from '../rules/granting.ts'
import type { Authenticator } from './authenticate.ts'
import { lockManaged } from './lock-managed.ts'
import { lockOrganisation, refuseUnknownPlaces } from './store-places.ts'
import { readToday } from './store-session.ts'
import { endGrant, insertGrant, lastingAdmins, saveGrantEnd, titularsOf } from './store-staff.ts'

/** Gives a role to somebody whom the caller has already found manageable (or just made). `under` begins the names of fields at fault. */
export async function giveGrant(work: Work, personId: string, asked: AskedGrant, under = ''): Promise<GivenGrant> {
  const { tx, actor, now, changed } = work
  refuseIf(refusePlace(asked) ?? refuseGranting(actor, asked))
  await refuseUnknownPlaces(tx, actor.organisationId, asked, under)
  const today = await readToday(tx, actor.organisationId, now)
  const grant: GivenGrant = { ...asked, id: newId(), fromOn: asked.fromOn ?? today }
  if (grant.untilOn !== null && grant.untilOn < grant.fromOn) throw new Refusal('grant-dates')
  await refuseSecondTitular(work, grant)
  await insertGrant(tx, actor.organisationId, personId, grant)
  note(work, { action: 'grant.given', subject: ['person', personId], details: grant })
  changed({ kind: 'grant', id: grant.id, action: 'given', branchId: grant.branchId })
  return grant
}

/** One titular a branch at a time: two would each believe it is the other's. */
async function refuseSecondTitular({ tx, actor }: Work, { id, role, substitute, branchId, fromOn, untilOn }: GivenGrant): Promise<void> {
  if (role !== 'branch-responsible' || substitute) return
  await lockOrganisation(tx, actor.organisationId)
  const [other] = await titularsOf(tx, actor.organisationId, branchId!, { fromOn, untilOn, but: id })
  if (other) throw new Refusal('titular-taken', { name: other.name })
}

/** A company nobody administers could not be mended from inside. */
export async function refuseNoAdmin({ tx, actor }: Work, today: Day): Promise<void> {
  if ((await lastingAdmins(tx, actor.organisationId, today)).length === 0) throw new Refusal('last-admin')
}

export async function addGrant({ authenticator }: { authenticator: Authenticator }, work: Work, personId: string, asked: AskedGrant) {
  const { person } = await lockManaged(work, personId)
  if (!person.active) throw new Refusal('person-disabled')
  const grant = await giveGrant(work, personId, asked)
  work.afterCommit(authenticator.forget)
  return grant
}

export async function editGrant({ authenticator }: { authenticator: Authenticator }, work: Work, { personId, grantId }: { personId: string; grantId: string }, untilOn: Day | null) {
  const { tx, actor } = work
  const { grant, today } = await lockGrant(work, personId, grantId)
  if (untilOn !== null && untilOn < grant.fromOn) throw new Refusal('grant-dates')
  const edited = { ...grant, untilOn }
  await refuseSecondTitular(work, edited)
  await saveGrantEnd(tx, actor.organisationId, grantId, untilOn)
  if (grant.role === 'admin') await refuseNoAdmin(work, today)
  note(work, { action: 'grant.dated', subject: ['person', personId], details: { grantId, untilOn } })
  work.afterCommit(authenticator.forget)
  return edited
}

export async function takeGrantAway({ authenticator }: { authenticator: Authenticator }, work: Work, { personId, grantId }: { personId: string; grantId: string }) {
  const { tx, actor, now } = work
  const { grant, today } = await lockGrant(work, personId, grantId)
  await endGrant(tx, actor.organisationId, grantId, now)
  if (grant.role === 'admin') await refuseNoAdmin(work, today)
  note(work, { action: 'grant.ended', subject: ['person', personId], details: { grantId, role: grant.role } })
  work.changed({ kind: 'grant', id: grantId, action: 'ended', branchId: grant.branchId })
  work.afterCommit(authenticator.forget)
  return {}
}

async function lockGrant(work: Work, personId: string, grantId: string) {
  await lockOrganisation(work.tx, work.actor.organisationId)
  const { grants, today } = await lockManaged(work, personId)
  const grant = grants.find(({ id }) => id === grantId)
  if (!grant) throw new NotFound('grant')
  return { grant, today }
}
