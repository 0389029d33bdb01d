import type { BodyOf, QueryOf, ReplyOf } from '#kernel/endpoint.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import { newId } from '#kernel/id.ts'
import { asRead, NotFound, Refusal } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import { mailHeld } from '#platform/server/outgoing-mail.ts'
import type { Work } from '#platform/server/work.ts'
import type { EditStaffMember, InviteStaff, ListStaff, StaffMember } from '../contract-staff.ts'
import { refuseGranting, staffSeen } from '../rules/granting.ts'
import { giveGrant, refuseNoAdmin } from './keep-grants.ts'
import { sendLink } from './invitations.ts'
import { lockManaged } from './lock-managed.ts'
import type { PeopleNeeds } from './needs.ts'
import { apiTokensMadeBy, endInvitations, removeTotp } from './store-account.ts'
import { lockOrganisation, readOrganisation } from './store-places.ts'
import { endSessions, readToday } from './store-session.ts'
import { EVERYBODY, insertPerson, personByEmail, saveActive, savePerson, staff } from './store-staff.ts'

export async function listStaff({ tx, actor, now }: Work, { limit, cursor, text, role, branchId, areaId, supplierId, state }: QueryOf<typeof ListStaff>) {
  const today = await readToday(tx, actor.organisationId, now)
  const after = readCursor(cursor, ['text', 'id'])
  const rows = await staff(tx, actor.organisationId, today, {
    text: text?.trim() ? text.trim().replace(/[\\%_]/g, '\\$&') : null,
    role: role ?? null,
    branchId: branchId ?? null,
    areaId: areaId ?? null,
    supplierId: supplierId ?? null,
    state: state ?? null,
    suppliers: staffSeen(actor),
    personId: null,
    after: after && { name: after[0], id: after[1] },
    limit: limit + 1,
  })
  const { items, nextCursor } = pageOf(rows, limit, ({ sortedBy, id }) => [sortedBy, id])
  return { items: items.map(shown), nextCursor }
}

function shown({ id: personId, name, post, email, language, state, secondFactor, awayUntilOn, grants, version }: StaffMember): StaffMember {
  return { id: personId, name, post, email, language, state, secondFactor, awayUntilOn, grants, version }
}

/** Throws when there is nobody by that id, or nobody whom the actor may see. */
export async function readStaffMember({ tx, actor, now }: Work, personId: string): Promise<StaffMember> {
  const today = await readToday(tx, actor.organisationId, now)
  const [member] = await staff(tx, actor.organisationId, today, { ...EVERYBODY, personId, suppliers: staffSeen(actor) })
  if (!member) throw new NotFound('person')
  return shown(member)
}

export async function inviteStaff(needs: Pick<PeopleNeeds, 'publicUrl' | 'hasMailServer'>, work: Work, asked: BodyOf<typeof InviteStaff>): Promise<ReplyOf<typeof InviteStaff>> {
  const { tx, actor, now } = work
  const personId = newId()
  const [person] = await insertPerson(tx, actor.organisationId, { id: personId, name: asked.name, email: asked.email, post: asked.post, language: asked.language ?? null, now })
  if (!person) throw new Refusal('email-taken', { email: asked.email })
  note(work, { action: 'person.invited', subject: ['person', personId] })
  for (const [i, grant] of asked.grants.entries()) await giveGrant(work, personId, grant, `grants.${i}.`)
  const organisation = (await readOrganisation(tx, actor.organisationId))!
  sendLink(needs, work, { id: personId, name: asked.name, email: asked.email, language: person.language }, { purpose: 'invitation', organisation: organisation.name })
  return { ...(await readStaffMember(work, personId)), mailHeld: await mailHeld(work, needs) }
}

export async function editStaffMember({ authenticator }: PeopleNeeds, work: Work, personId: string, asked: BodyOf<typeof EditStaffMember>, ifMatch: number | null) {
  const { tx, actor, now } = work
  const { person } = await lockManaged(work, personId)
  asRead(person, ifMatch, 'person')
  if (asked.email && asked.email !== person.email) {
    if ((await personByEmail(tx, actor.organisationId, asked.email)).length > 0) throw new Refusal('email-taken', { email: asked.email })
    // A link on its way to the old address is no longer this person's.
    void endInvitations(tx, actor.organisationId, personId, now)
  }
  await savePerson(tx, actor.organisationId, personId, asked)
  note(work, { action: 'person.edited', subject: ['person', personId], details: { fields: Object.keys(asked) } })
  work.afterCommit(authenticator.forget)
  return readStaffMember(work, personId)
}

export async function inviteAgain(needs: PeopleNeeds, work: Work, personId: string) {
  const { tx, actor } = work
  const { person } = await lockManaged(work, personId)
  if (!person.active) throw new Refusal('person-disabled')
  const organisation = (await readOrganisation(tx, actor.organisationId))!
  const { link, expiresAt } = sendLink(needs, work, { id: personId, ...person }, { purpose: person.invited ? 'invitation' : 'new-password', organisation: organisation.name })
  // To a person, who hands it over: a program would come in as somebody else.
  const byHand = actor.kind === 'person' && (await mailHeld(work, needs)) !== null
  if (byHand) note(work, { action: 'person.link-shown', subject: ['person', personId], details: { expiresAt } })
  return { expiresAt, link: byHand ? link : null }
}

export async function disableStaffMember(needs: PeopleNeeds, work: Work, personId: string, { reason }: { reason: string }) {
  const { tx, actor, now } = work
  if (personId === actor.id) throw new Refusal('not-yourself')
  await lockOrganisation(tx, actor.organisationId)
  const { grants, today } = await lockManaged(work, personId)
  await saveActive(tx, actor.organisationId, personId, false)
  if (grants.some(({ role }) => role === 'admin')) await refuseNoAdmin(work, today)
  void endSessions(tx, { organisationId: actor.organisationId, personId, now })
  void endInvitations(tx, actor.organisationId, personId, now)
  note(work, { action: 'person.disabled', subject: ['person', personId], reason: reason || null })
  work.afterCommit(needs.authenticator.forget)
  // A program goes on without whoever set it up; that they may still know its token is for whoever lets them go to weigh.
  const tokens = (await apiTokensMadeBy(tx, actor.organisationId, personId)).filter((token) => !refuseGranting(actor, token, 'program')).map(({ id, name }) => ({ id, name }))
  return { openCases: await needs.openCasesOf(work, personId), tokens }
}

export async function enableStaffMember({ authenticator }: PeopleNeeds, work: Work, personId: string) {
  await lockManaged(work, personId)
  await saveActive(work.tx, work.actor.organisationId, personId, true)
  note(work, { action: 'person.enabled', subject: ['person', personId] })
  work.afterCommit(authenticator.forget)
  return readStaffMember(work, personId)
}

export async function resetSecondFactor({ authenticator }: PeopleNeeds, work: Work, personId: string) {
  const { tx, actor, now } = work
  await lockManaged(work, personId)
  await removeTotp(tx, actor.organisationId, personId)
  await endSessions(tx, { organisationId: actor.organisationId, personId, now })
  note(work, { action: 'person.second-factor-reset', subject: ['person', personId] })
  work.afterCommit(authenticator.forget)
  return {}
}
