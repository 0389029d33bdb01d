import { newId } from '#kernel/id.ts'
import { NotFound, Refusal } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AskedGrant } from '../contract.ts'
import { sendLink } from './invitations.ts'
import { giveGrant, refuseNoAdmin } from './keep-grants.ts'
import type { PeopleNeeds } from './needs.ts'
import { endInvitations } from './store-account.ts'
import { readOrganisation } from './store-places.ts'
import { endSessions, readToday } from './store-session.ts'
import { insertPerson, lockPerson, personByEmail, saveActive } from './store-staff.ts'

type Needs = Pick<PeopleNeeds, 'publicUrl'>

/** Adds a person from the terminal; the link by which they choose a password is for whoever sits there. */
export async function addFromConsole(needs: Needs, work: Work, { name, email, grant }: { name: string; email: string; grant: AskedGrant }): Promise<{ id: string; link: string }> {
  const { tx, actor, now } = work
  const id = newId()
  const [person] = await insertPerson(tx, actor.organisationId, { id, name, email, post: '', language: null, now })
  if (!person) throw new Refusal('email-taken', { email })
  note(work, { action: 'person.invited', subject: ['person', id] })
  await giveGrant(work, id, grant)
  return { id, link: await linkFor(needs, work, { id, name, email, language: person.language }, 'invitation') }
}

/** A new link to choose a password; whoever forgot theirs, or lost the mail, gets in again. */
export async function resetFromConsole(needs: Needs, work: Work, email: string): Promise<{ link: string }> {
  const { tx, actor } = work
  const id = await idOf(work, email)
  const person = (await lockPerson(tx, actor.organisationId, id))!
  if (!person.active) throw new Refusal('person-disabled')
  return { link: await linkFor(needs, work, { id, name: person.name, email: person.email, language: person.language }, person.invited ? 'invitation' : 'new-password') }
}

/** Takes a person out of service: their sessions and links end. What they did stays theirs. */
export async function disableFromConsole(work: Work, email: string): Promise<void> {
  const { tx, actor, now } = work
  const id = await idOf(work, email)
  await saveActive(tx, actor.organisationId, id, false)
  await refuseNoAdmin(work, await readToday(tx, actor.organisationId, now))
  await endSessions(tx, { organisationId: actor.organisationId, personId: id, now })
  void endInvitations(tx, actor.organisationId, id, now)
  note(work, { action: 'person.disabled', subject: ['person', id] })
}

async function idOf({ tx, actor }: Work, email: string): Promise<string> {
  const [person] = await personByEmail(tx, actor.organisationId, email)
  if (!person) throw new NotFound('person')
  return person.id
}

type Person = Parameters<typeof sendLink>[2]

async function linkFor(needs: Needs, work: Work, person: Person, purpose: 'invitation' | 'new-password'): Promise<string> {
  const organisation = (await readOrganisation(work.tx, work.actor.organisationId))!
  return sendLink(needs, work, person, { purpose, organisation: organisation.name }).link
}
