import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { later } from '#kernel/instant.ts'
import { NotFound, Refusal } from '#kernel/refusal.ts'
import { doWork, systemActor } from '#platform/server/ground.ts'
import { note } from '#platform/server/history.ts'
import { cancelMailsAbout, queueMail } from '#platform/server/outgoing-mail.ts'
import { TooManyAttempts } from '#platform/server/throttle.ts'
import type { Work } from '#platform/server/work.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { countAttempt, countFailure } from './attempts.ts'
import { refuseWeak } from './my-account.ts'
import type { PeopleNeeds } from './needs.ts'
import { newToken, readToken } from './opaque-token.ts'
import { hashPassword } from './password-hash.ts'
import { asActor, openSession } from './sign-in.ts'
import { candidatesByEmail, endInvitations, insertInvitation, invitationsOf, readInvitation, savePassword, spendInvitation, type Invited, type Purpose } from './store-account.ts'
import { endSessions } from './store-session.ts'

const words = { es, en }
const INVITATION_SECONDS = 72 * 3600
/** Whoever asked for it is waiting for it. */
const NEW_PASSWORD_SECONDS = 3600

/** A link that works once; the ones before stop working. Returns it for whoever hands it over themselves (the command line). */
export function sendLink(
  needs: Pick<PeopleNeeds, 'publicUrl'>,
  work: Work,
  person: { id: string; name: string; email: string; language: Language },
  { purpose, organisation }: { purpose: Purpose; organisation: string },
): { link: string; expiresAt: string } {
  const { tx, actor, now } = work
  const { organisationId } = actor
  const { token, hash } = newToken(organisationId)
  const id = newId()
  const expiresAt = later(now, (purpose === 'invitation' ? INVITATION_SECONDS : NEW_PASSWORD_SECONDS) * 1000)
  void endInvitations(tx, organisationId, person.id, now)
  // A mail with a link that works no more would only mislead.
  cancelMailsAbout(work, 'invitation', invitationsOf(organisationId, person.id))
  void insertInvitation(tx, { organisationId, id, personId: person.id, purpose, hash, invitedBy: actor.id, now, expiresAt })
  // After '#': browsers keep it to themselves, so no proxy and no log learns it.
  const link = new URL(`/invitacion#${token}`, needs.publicUrl).href
  queueMail(work, {
    purpose: `people.${purpose}`,
    subject: ['invitation', id],
    recipient: person.email,
    recipientName: person.name,
    language: person.language,
    content: { ...words[person.language].mails[purpose]({ name: person.name, organisation, inviter: actor.name, link }), automatic: true },
  })
  note(work, { action: `person.${purpose}-sent`, subject: ['person', person.id], details: { invitationId: id, expiresAt } })
  return { link, expiresAt }
}

export const readLink = ({ ground }: PeopleNeeds, { token }: { token: string }) =>
  ground.db.asOwner(async (tx) => {
    const { purpose, name, email, organisation, language } = refuseSpent(await readInvitation(tx, readToken(token)!), ground.now())
    return { purpose, name, email, organisation, language }
  })

function refuseSpent(invited: Invited | undefined, now: string): Invited {
  if (!invited || !invited.active) throw new NotFound('invitation')
  if (invited.usedAt) throw new Refusal('invitation-used')
  if (invited.endedAt || invited.expiresAt <= now) throw new Refusal('invitation-expired')
  return invited
}

/** Sets the password and signs in; whoever has a second factor signs in with it as always. */
export async function acceptInvitation(needs: PeopleNeeds, { token, password }: { token: string; password: string }, http: { request: FastifyRequest; reply: FastifyReply }) {
  const { ground, authenticator } = needs
  const read = readToken(token)!
  const seen = await ground.db.asOwner(async (tx) => refuseSpent(await readInvitation(tx, read), ground.now()))
  refuseWeak(password, seen)
  const hash = await hashPassword(password)
  const { organisationId } = read
  const person = { id: seen.personId, organisationId, name: seen.name, language: seen.language, roles: seen.roles }
  return doWork(ground, asActor(person), async (work) => {
    const { tx, now } = work
    // Read again and locked: the hashing above took its time, and the link works once.
    const spent = await spendInvitation(tx, organisationId, refuseSpent(await readInvitation(tx, read), now).id, now)
    if (spent.length === 0) throw new Refusal('invitation-used')
    void savePassword(tx, organisationId, person.id, hash)
    void endSessions(tx, { organisationId, personId: person.id, now })
    note(work, { action: 'person.password-set', subject: ['person', person.id], details: { purpose: seen.purpose } })
    work.afterCommit(authenticator.forget)
    if (seen.secondFactor) return { state: 'sign-in-needed' as const }
    await openSession(work, needs, person, http)
    return { state: 'signed-in' as const }
  })
}

/** As long as the slower of the two answers, so that the time does not tell whether the address is known. */
const ANSWERED_AFTER_MILLIS = 400

export async function askNewPassword(needs: PeopleNeeds, { email }: { email: string }, { request }: { request: FastifyRequest }) {
  const { ground } = needs
  const attempt = { email: `new-password ${email}`, ip: request.ip }
  const waitSeconds = await countAttempt(ground, attempt)
  if (waitSeconds > 0) throw new TooManyAttempts(waitSeconds)
  await countFailure(ground, attempt)
  const answered = new Promise<void>((go) => setTimeout(go, ANSWERED_AFTER_MILLIS))
  const candidates = await ground.db.asOwner((tx) => candidatesByEmail(tx, email, 5))
  for (const person of candidates) {
    await doWork(ground, systemActor(person.organisationId), async (work) =>
      sendLink(needs, work, person, { purpose: person.passwordHash ? 'new-password' : 'invitation', organisation: person.organisation }),
    )
  }
  await answered
  return {}
}
