import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor, Language } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { later } from '#kernel/instant.ts'
import { NotRecognised } from '#kernel/refusal.ts'
import { doWork, type Ground } from '#platform/server/ground.ts'
import { note } from '#platform/server/history.ts'
import { TooManyAttempts } from '#platform/server/throttle.ts'
import type { Work } from '#platform/server/work.ts'
import type { Role } from '../contract.ts'
import { isExternal } from '../rules/roles.ts'
import { countAttempt, countFailure, takeAttemptBack } from './attempts.ts'
import { EXTERNAL_SESSION_SECONDS, LONGEST_SESSION_SECONDS, SESSION_COOKIE } from './authenticate.ts'
import { deviceOf } from './device.ts'
import type { PeopleNeeds } from './needs.ts'
import { hashOf, newToken, readToken } from './opaque-token.ts'
import { passwordFits } from './password-hash.ts'
import { secretBox } from './secret-box.ts'
import { candidatesByEmail, spendRecoveryCode, spendStep, type Candidate } from './store-account.ts'
import { endSessionByToken, insertSession } from './store-session.ts'
import { plainRecoveryCode, stepOf } from './totp.ts'

type Http = { request: FastifyRequest; reply: FastifyReply }
type Asked = { email: string; password: string; code?: string | undefined; organisationId?: string | undefined }
type Answer = { state: 'signed-in' } | { state: 'code-needed' } | { state: 'choose-organisation'; organisations: { id: string; name: string }[] }

/** A mail address may be known to several companies; each password is tried, and which company is asked only if it fits several. */
const MOST_CANDIDATES = 5

export async function signIn(needs: PeopleNeeds, asked: Asked, http: Http): Promise<Answer> {
  const { ground } = needs
  const attempt = { email: asked.email, ip: http.request.ip }
  const waitSeconds = await countAttempt(ground, attempt)
  if (waitSeconds > 0) throw new TooManyAttempts(waitSeconds)
  try {
    const answer = await tryToSignIn(needs, asked, http)
    await takeAttemptBack(ground, { ...attempt, signedIn: answer.state === 'signed-in' })
    return answer
  } catch (error) {
    if (error instanceof NotRecognised) await countFailure(ground, attempt)
    throw error
  }
}

async function tryToSignIn(needs: PeopleNeeds, asked: Asked, http: Http): Promise<Answer> {
  const { ground } = needs
  const fitting = await whosePassword(ground, asked)
  const one = asked.organisationId ? fitting.find(({ organisationId }) => organisationId === asked.organisationId) : fitting[0]
  if (!one) throw new NotRecognised('wrong-credentials')
  if (fitting.length > 1 && !asked.organisationId)
    return { state: 'choose-organisation', organisations: fitting.map(({ organisationId, organisation }) => ({ id: organisationId, name: organisation })) }
  if (one.totpSecret && !asked.code) return { state: 'code-needed' }
  await doWork(ground, asActor(one), async (work) => {
    if (one.totpSecret) await spendCode(needs, work, one, asked.code!)
    return openSession(work, needs, one, http)
  })
  return { state: 'signed-in' }
}

async function whosePassword({ db }: Ground, { email, password }: Asked): Promise<Candidate[]> {
  const candidates = await db.asOwner((tx) => candidatesByEmail(tx, email, MOST_CANDIDATES))
  if (candidates.length === 0) await passwordFits(password, null)
  const fitting: Candidate[] = []
  for (const candidate of candidates) if (await passwordFits(password, candidate.passwordHash)) fitting.push(candidate)
  return fitting
}

/** A code of the telephone, each step once; or a recovery code, each once. Throws when it is neither. */
async function spendCode({ ground, secret }: PeopleNeeds, { tx, now }: Work, { organisationId, id, totpSecret, totpLastStep }: Candidate, code: string): Promise<void> {
  const opened = secretBox(secret, 'totp').open(totpSecret!, id)
  const step = opened && stepOf(opened, code, { now: Date.parse(now), lastStep: totpLastStep })
  const spent = step
    ? await spendStep(tx, { organisationId, personId: id, step })
    : await spendRecoveryCode(tx, { organisationId, personId: id, hash: hashOf(plainRecoveryCode(code)), now })
  if (!opened) ground.log.error({ personId: id }, 'a second factor cannot be read: ACUSE_SECRET is not the one it was enrolled with')
  if (spent.length === 0) throw new NotRecognised('wrong-code')
}

export const asActor = ({ id, organisationId, name, language }: { id: string; organisationId: string; name: string; language: Language }): Actor => ({
  kind: 'person',
  id,
  organisationId,
  name,
  language,
  grants: [],
  sessionId: null,
})

/** A new session for a person who has shown who they are; its cookie leaves with the reply, once it is committed. */
export async function openSession(
  work: Work,
  { ground, publicUrl }: Pick<PeopleNeeds, 'ground' | 'publicUrl'>,
  person: { id: string; organisationId: string; roles: Role[] },
  { request, reply }: Http,
): Promise<void> {
  const { tx, now } = work
  const { token, hash } = newToken(person.organisationId)
  const id = newId()
  const external = person.roles.length > 0 && person.roles.every(isExternal)
  const seconds = external ? EXTERNAL_SESSION_SECONDS : LONGEST_SESSION_SECONDS
  void insertSession(tx, { organisationId: person.organisationId, id, personId: person.id, hash, now, expiresAt: later(now, seconds * 1000), device: deviceOf(request) })
  note(work, { action: 'person.signed-in', subject: ['person', person.id], details: { sessionId: id } })
  const before = readToken(request.cookies[SESSION_COOKIE])
  if (before) work.afterCommit(() => void ground.db.asOwner((owner) => endSessionByToken(owner, before, now)).catch((error: Error) => ground.log.error(error.message)))
  work.afterCommit(() => void reply.setCookie(SESSION_COOKIE, token, { ...cookieOptions(publicUrl), maxAge: seconds }))
}

export const cookieOptions = (publicUrl: URL) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.protocol === 'https:' }) as const
