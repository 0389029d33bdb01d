import type { Logger } from 'pino'
import { scopeOf, type Actor, type Instant } from '#kernel/actor.ts'
import type { Database } from './database.ts'
import type { Change, Work } from './work.ts'

/** What every module stands on. A clock that a test may move; a listener for what is committed. */
export type Ground = {
  db: Database
  log: Logger
  now: () => Instant
  announce(organisationId: string, changes: Change[]): void
}

/** One piece of work in one transaction, seen with the actor's eyes; what it changed is announced when it is committed. */
export async function doWork<T>(
  ground: Ground,
  actor: Actor,
  body: (work: Work) => Promise<T>,
  options: { readOnly?: boolean; sees?: string } = {},
): Promise<T> {
  let changes: Change[] = []
  let wakes: (() => void)[] = []
  const now = ground.now()
  const scope = scopeOf(actor, options.sees ?? 'cases.read')
  const result = await ground.db.transaction(
    scope,
    (tx) => {
      // The database may ask for this again: only what the committed run noted counts.
      changes = []
      wakes = []
      return body({ tx, actor, now, changed: (change) => void changes.push(change), afterCommit: (wake) => void wakes.push(wake) })
    },
    options,
  )
  if (changes.length > 0) ground.announce(actor.organisationId, changes)
  for (const wake of wakes) wake()
  return result
}

/** The ids of all, for what is done by the clock in one after another. */
export async function everyOrganisation({ db }: Pick<Ground, 'db'>): Promise<string[]> {
  const rows = await db.asOwner((tx) => tx<{ id: string }>`select organisation_id as id from organisations order by organisation_id`)
  return rows.map(({ id }) => id)
}

/** The product itself, acting in an organisation: reminders, imports, seals. */
export const systemActor = (organisationId: string): Actor => ({
  kind: 'system',
  id: organisationId,
  organisationId,
  name: 'Acuse',
  language: 'es',
  grants: [],
  sessionId: null,
})
