import type { FastifyReply, FastifyRequest } from 'fastify'
import { scopeOf, type Language } from '#kernel/actor.ts'
import { BadInput, NotFound, Refusal } from '#kernel/refusal.ts'
import { doWork } from '#platform/server/ground.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { Me, Preferences } from '../contract-account.ts'
import { PERMISSIONS, type Role } from '../contract.ts'
import { permissionsHeld } from '../rules/granting.ts'
import { refusePassword } from '../rules/password.ts'
import { IDLE_SECONDS, SESSION_COOKIE, type Authenticator } from './authenticate.ts'
import type { PeopleNeeds } from './needs.ts'
import { hashPassword, passwordFits } from './password-hash.ts'
import { cookieOptions } from './sign-in.ts'
import { readAccount, savePassword, savePreferences, type Account } from './store-account.ts'
import { readOrganisation } from './store-places.ts'
import { endSessions, sessionsOf } from './store-session.ts'
import { rolesOf } from './store-staff.ts'

const PLAIN: Preferences = { theme: 'system', density: 'normal', shortcuts: true, areaAnswerMails: true, caseColumns: [] }

export async function readMe({ tx, actor, now }: Work): Promise<Me> {
  const account = actor.kind === 'person' ? await ownAccount(tx, actor) : null
  const organisation = (await readOrganisation(tx, actor.organisationId))!
  const { all, branches, areas, suppliers } = scopeOf(actor, 'cases.read')
  const roles = account ? await rolesOf(tx, actor.organisationId, actor.id, now) : []
  return {
    kind: actor.kind,
    id: actor.id,
    name: actor.name,
    email: account?.email ?? null,
    post: account?.post ?? '',
    language: actor.language,
    preferences: { ...PLAIN, ...account?.preferences },
    organisation: { id: organisation.id, name: organisation.name, country: organisation.country, language: organisation.language, timeZone: organisation.timeZone },
    permissions: permissionsHeld(actor, PERMISSIONS),
    grants: actor.grants.map(({ role, branchId, areaId, supplierId }) => ({ role: role as Role, branchId, areaId, supplierId })),
    places: { all, branchIds: branches, areaIds: areas, supplierIds: suppliers },
    secondFactor: { enrolled: Boolean(account?.totpSecret), required: roles.some((role) => organisation.secondFactorRoles.includes(role)) },
  }
}

/** Of a browser alone: a program that has no good token is told so. */
export async function readSession({ ground, authenticator }: PeopleNeeds, request: FastifyRequest): Promise<{ me: Me | null }> {
  const actor = await authenticator.authenticate(request)
  return { me: actor?.kind === 'person' ? await doWork(ground, actor, readMe, { readOnly: true }) : null }
}

/** A program has no account of its own to change. */
export async function ownAccount(tx: Work['tx'], { kind, organisationId, id }: Work['actor']): Promise<Account> {
  const account = kind === 'person' ? await readAccount(tx, organisationId, id) : undefined
  if (!account) throw new NotFound('account')
  return account
}

export async function editMe({ authenticator }: Pick<PeopleNeeds, 'authenticator'>, { tx, actor, afterCommit }: Work, asked: Partial<Preferences> & { language?: Language | undefined }) {
  const [saved] = await savePreferences(tx, actor.organisationId, actor.id, asked)
  if (!saved || actor.kind !== 'person') throw new NotFound('account')
  afterCommit(authenticator.forget)
  return { ...PLAIN, ...saved.preferences, language: saved.language }
}

/** Whoever came in by an old password is shown out: every other session ends. */
export async function changePassword({ authenticator }: Pick<PeopleNeeds, 'authenticator'>, work: Work, { current, password }: { current: string; password: string }) {
  const { tx, actor } = work
  const account = await ownAccount(tx, actor)
  await refuseWrongPassword(account, current)
  refuseWeak(password, account)
  void savePassword(tx, actor.organisationId, actor.id, await hashPassword(password))
  await endOtherSessions({ authenticator }, work)
  note(work, { action: 'person.password-changed', subject: ['person', actor.id] })
  return {}
}

export async function refuseWrongPassword({ passwordHash }: Account, password: string): Promise<void> {
  if (!(await passwordFits(password, passwordHash))) throw new Refusal('wrong-password')
}

export function refuseWeak(password: string, person: { email: string; name: string }): void {
  const code = refusePassword(password, person)
  if (code) throw new BadInput([{ path: 'password', code }])
}

export async function listMySessions({ tx, actor, now }: Work) {
  const open = await sessionsOf(tx, actor.organisationId, actor.id, { now, idleSeconds: IDLE_SECONDS })
  return { items: open.map((session) => ({ ...session, current: session.id === actor.sessionId })), nextCursor: null }
}

export async function endMySession({ authenticator }: { authenticator: Authenticator }, work: Work, { sessionId }: { sessionId: string }) {
  const { tx, actor, now } = work
  const ended = await endSessions(tx, { organisationId: actor.organisationId, personId: actor.id, only: sessionId, now })
  if (ended.length === 0) throw new NotFound('session')
  noteEnded({ authenticator }, work, ended)
  return {}
}

export async function endOtherSessions({ authenticator }: { authenticator: Authenticator }, work: Work) {
  const { tx, actor, now } = work
  const ended = await endSessions(tx, { organisationId: actor.organisationId, personId: actor.id, but: actor.sessionId, now })
  if (ended.length > 0) noteEnded({ authenticator }, work, ended)
  return { ended: ended.length }
}

export async function signOut({ authenticator, publicUrl }: Pick<PeopleNeeds, 'authenticator' | 'publicUrl'>, work: Work, reply: FastifyReply) {
  const { tx, actor, now, afterCommit } = work
  if (actor.kind !== 'person' || !actor.sessionId) throw new NotFound('session')
  noteEnded({ authenticator }, work, await endSessions(tx, { organisationId: actor.organisationId, personId: actor.id, only: actor.sessionId, now }))
  afterCommit(() => void reply.clearCookie(SESSION_COOKIE, cookieOptions(publicUrl)))
  return {}
}

function noteEnded({ authenticator }: { authenticator: Authenticator }, work: Work, ended: { id: string }[]): void {
  note(work, { action: 'person.sessions-ended', subject: ['person', work.actor.id], details: { sessionIds: ended.map(({ id }) => id) } })
  work.afterCommit(authenticator.forget)
}

