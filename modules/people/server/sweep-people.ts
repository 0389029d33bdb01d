import { DAY_MS } from '#kernel/day.ts'
import { later } from '#kernel/instant.ts'
import type { Ground } from '#platform/server/ground.ts'
import { sweepAttempts } from './attempts.ts'
import { sweepInvitations, sweepSessions } from './store-session.ts'

/** Forgets what nobody asks for any more: once a day, and again does no harm. The history keeps what happened. */
export const sweepPeople = ({ db, now }: Pick<Ground, 'db' | 'now'>): Promise<void> =>
  db.asOwner(async (tx) => {
    await sweepAttempts(tx, later(now(), -2 * DAY_MS))
    await sweepSessions(tx, later(now(), -30 * DAY_MS))
    await sweepInvitations(tx, later(now(), -30 * DAY_MS))
  })
