import { isIPv6 } from 'node:net'
import type { Instant } from '#kernel/actor.ts'
import type { Ground } from '#platform/server/ground.ts'
import type { Tx } from '#platform/server/database.ts'
import { waitAfter, waitAtAddress } from '../rules/throttling.ts'
import { hashOf } from './opaque-token.ts'

/** Attempts are forgiven after a day without any on an account, a quarter of an hour at an address. */
const ACCOUNT_MEMORY_SECONDS = 86_400
const ADDRESS_MEMORY_SECONDS = 900

type Counted = { subject: string; wait: (failures: number) => number; memorySeconds: number }

const account = (email: string): Counted => ({ subject: `account:${hashOf(email).toString('base64url')}`, wait: waitAfter, memorySeconds: ACCOUNT_MEMORY_SECONDS })
const address = (ip: string): Counted => ({ subject: `address:${hashOf(network(ip)).toString('base64url')}`, wait: waitAtAddress, memorySeconds: ADDRESS_MEMORY_SECONDS })

/** One household or company of IPv6 has a whole /64. */
function network(ip: string): string {
  if (!isIPv6(ip) || ip.includes('.')) return ip
  const [head = '', tail] = ip.split('::')
  const first = head ? head.split(':') : []
  const rest = tail ? tail.split(':') : []
  const whole = tail === undefined ? first : [...first, ...Array.from({ length: 8 - first.length - rest.length }, () => '0'), ...rest]
  return `${whole.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

/**
 * Counts an attempt on an account before it is looked at, so that many at once cannot slip past the count; gives the seconds
 * to wait when it is not to be looked at. A mail address nobody has is counted like any other.
 */
export function countAttempt({ db, now }: Pick<Ground, 'db' | 'now'>, { email, ip }: { email: string; ip: string }): Promise<number> {
  return db.asOwner(async (tx) => (await waitAt(tx, address(ip).subject, now())) || count(tx, account(email), now()))
}

/** At a network address only failures count, and only once they are known: a whole company may sign in there at eight o'clock. */
export const countFailure = ({ db, now }: Pick<Ground, 'db' | 'now'>, { ip }: { ip: string }): Promise<number> => db.asOwner((tx) => count(tx, address(ip), now()))

async function waitAt(tx: Tx, subject: string, now: Instant): Promise<number> {
  const [row] = await tx<{ lockedUntil: Instant | null }>`select locked_until from acuse.sign_in_attempts where subject = ${subject}`
  return secondsTo(row?.lockedUntil ?? null, now)
}

const secondsTo = (lockedUntil: Instant | null, now: Instant): number =>
  lockedUntil !== null && lockedUntil > now ? Math.ceil((Date.parse(lockedUntil) - Date.parse(now)) / 1000) : 0

async function count(tx: Tx, { subject, wait, memorySeconds }: Counted, now: Instant): Promise<number> {
  void tx`insert into acuse.sign_in_attempts (subject, failures, last_at) values (${subject}, 0, ${now}) on conflict (subject) do nothing`
  const [row] = await tx<{ failures: number; lastAt: Instant; lockedUntil: Instant | null }>`
    select failures, last_at, locked_until from acuse.sign_in_attempts where subject = ${subject} for update`
  const { failures: before, lastAt, lockedUntil } = row!
  const seconds = secondsTo(lockedUntil, now)
  if (seconds > 0) return seconds
  const forgiven = Date.parse(now) - Date.parse(lastAt) > memorySeconds * 1000
  const failures = forgiven ? 1 : before + 1
  await tx`
    update acuse.sign_in_attempts
    set failures = ${failures}, last_at = ${now}, locked_until = ${now}::timestamptz + make_interval(secs => ${wait(failures)})
    where subject = ${subject}`
  return 0
}

/**
 * Takes an attempt back that was no failure. Only a whole sign-in clears the account: the right password without its code
 * must not give another round of guesses at the code.
 */
export function takeAttemptBack({ db }: Pick<Ground, 'db'>, { email, signedIn }: { email: string; signedIn: boolean }): Promise<unknown> {
  const { subject } = account(email)
  return db.asOwner((tx) =>
    signedIn
      ? tx`delete from acuse.sign_in_attempts where subject = ${subject}`
      : tx`update acuse.sign_in_attempts set failures = greatest(failures - 1, 0), locked_until = null where subject = ${subject}`,
  )
}

export const sweepAttempts = (tx: Tx, before: Instant) => tx`delete from acuse.sign_in_attempts where last_at < ${before}`
