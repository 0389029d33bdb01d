import type { FastifyRequest } from 'fastify'
import type { Actor } from '#kernel/actor.ts'
import type { Ground } from '#platform/server/ground.ts'
import { grantOf } from '../rules/granting.ts'
import { DELEGATED } from '../rules/roles.ts'
import { readApiToken, readToken, type ReadToken } from './opaque-token.ts'
import { readApiTokenHolder, readSession } from './store-session.ts'

export const SESSION_COOKIE = 'acuse_session'
/** A desk left alone for a shift signs itself out; nobody stays in longer than a week without their password. */
export const IDLE_SECONDS = 8 * 3600
export const LONGEST_SESSION_SECONDS = 7 * 24 * 3600
/** Of a supplier's people: a day's work. */
export const EXTERNAL_SESSION_SECONDS = 12 * 3600

/** An answer is believed this long: a change made on another node bites within it, and well within five seconds. */
const BELIEVED_MILLIS = 2000
const MOST_REMEMBERED = 10_000

export type Authenticator = {
  /** Whoever the request's token or cookie stands for, with what they may do today; null when it has none that is good. */
  authenticate: (request: Pick<FastifyRequest, 'headers' | 'cookies'>) => Promise<Actor | null>
  /** Believes nothing any more: rights or sessions have just changed here. */
  forget: () => void
}

type Remembered = { actor: Promise<Actor | null>; at: number; clock: number }

export function createAuthenticator({ db, now }: Pick<Ground, 'db' | 'now'>): Authenticator {
  const remembered = new Map<string, Remembered>()

  function recall(token: ReadToken, ask: () => Promise<Actor | null>): Promise<Actor | null> {
    const key = token.hash.toString('base64')
    const known = remembered.get(key)
    // Both clocks: the server's own may be stopped or moved by a test, and then still has to count.
    if (known && performance.now() - known.at < BELIEVED_MILLIS && Math.abs(Date.parse(now()) - known.clock) < BELIEVED_MILLIS) return known.actor
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    const actor = ask()
    // Put in before it is answered: `forget` meanwhile takes it out, so that what was read before a change is not kept after.
    const entry = { actor, at: performance.now(), clock: Date.parse(now()) }
    remembered.set(key, entry)
    const drop = () => remembered.get(key) === entry && remembered.delete(key)
    actor.then((found) => found ?? drop(), drop)
    return actor
  }

  return {
    async authenticate(request) {
      const { authorization } = request.headers
      // A request with a token is the program's, never also the browser's.
      if (authorization !== undefined) {
        const token = readApiToken(/^Bearer (\S+)$/i.exec(authorization)?.[1])
        return token && recall(token, () => ofApiToken({ db, now }, token))
      }
      const token = readToken(request.cookies[SESSION_COOKIE])
      return token && recall(token, () => ofSession({ db, now }, token))
    },
    forget: () => remembered.clear(),
  }
}

async function ofSession({ db, now }: Pick<Ground, 'db' | 'now'>, token: ReadToken): Promise<Actor | null> {
  const [holder] = await db.asOwner((tx) => readSession(tx, token, { now: now(), idleSeconds: IDLE_SECONDS, delegated: DELEGATED }))
  if (!holder) return null
  const { id, name, language, sessionId, enrolled, secondFactorRoles } = holder
  // Whoever must have a second factor and has none may only enrol it.
  const held = !enrolled && holder.grants.some(({ role }) => secondFactorRoles.includes(role)) ? [] : holder.grants
  return { kind: 'person', id, organisationId: token.organisationId, name, language, grants: held.map((grant) => grantOf(grant.role, grant)), sessionId }
}

async function ofApiToken({ db, now }: Pick<Ground, 'db' | 'now'>, token: ReadToken): Promise<Actor | null> {
  const [holder] = await db.asOwner((tx) => readApiTokenHolder(tx, token, now()))
  if (!holder) return null
  const { id, name, language, grants } = holder
  return { kind: 'token', id, organisationId: token.organisationId, name, language, grants: grants.map((grant) => grantOf(grant.role, grant)), sessionId: id }
}
