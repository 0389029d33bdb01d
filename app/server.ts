import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import pino, { type Logger } from 'pino'
import type { Instant } from '#kernel/actor.ts'
import { calendarRoutes } from '#modules/calendars/server/routes.ts'
import { PROPOSED_TARGETS } from '#modules/cases/rules/targets.ts'
import { caseRoutes } from '#modules/cases/server/routes.ts'
import { presenceRoutes } from '#modules/cases/server/presence.ts'
import { caseOfFile } from '#modules/cases/server/case-files.ts'
import { mountPapers, PAPER_DOORS } from '#modules/cases/server/paper-routes.ts'
import { customerRoutes } from '#modules/customers/server/routes.ts'
import { outboxRoutes } from '#modules/channels/server/outbox-routes.ts'
import { mountPublicPages } from '#modules/channels/server/public-pages.ts'
import { createAuthenticator } from '#modules/people/public.ts'
import { peopleRoutes } from '#modules/people/server/routes.ts'
import { openDiskStore, type BlobStore } from '#platform/server/blob-store.ts'
import { openDatabase, type Database } from '#platform/server/database.ts'
import { FILE_DOORS, mountFiles } from '#platform/server/file-routes.ts'
import type { Ground } from '#platform/server/ground.ts'
import { createServer } from '#platform/server/http.ts'
import { openLive } from '#platform/server/live.ts'
import { LIVE_DOORS, mountLive } from '#platform/server/live-routes.ts'
import { Problems } from '#platform/server/problem.ts'
import type { Route } from '#platform/server/route.ts'
import { smtpTransport, type MailTransport } from '#platform/server/smtp.ts'
import { startBackground } from './background.ts'
import type { Config } from './config.ts'
import { SENTENCES } from './sentences.ts'
import { COUNTRIES } from './countries.ts'
import { mountOperations } from './operations.ts'
import { onOrganisationCreated, openCasesOf, termChanges } from './reactions.ts'
import { secretsOf } from './secret.ts'
import { mountWeb } from './web-files.ts'

export type AppOptions = {
  config: Config
  connection: pg.PoolConfig
  secret: string
  log?: Logger
  /** A test moves the clock, and listens to the mail. */
  now?: () => Instant
  transport?: MailTransport | null
  /** The demonstration company, on wish; absent where it may not be. */
  demonstration?: (app: () => App) => NonNullable<Parameters<typeof peopleRoutes>[0]['demonstration']>
}

export type App = {
  server: FastifyInstance
  ground: Ground
  db: Database
  blobs: BlobStore
  routes: Route[]
  secretOf: (name: string) => string
  publicUrl: URL
  close(): Promise<void>
}

export const BYTES_DOORS = [...FILE_DOORS, ...LIVE_DOORS, ...PAPER_DOORS]

/** The whole product, put together by plain calls; tests call the same with a clock and a mail of their own. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, connection, secret } = options
  const log = options.log ?? pino({ level: config.log })
  const db = openDatabase({ connection, connections: 20, onError: (message) => log.warn({ message }, 'a database connection ended') })
  const live = openLive({ connection, log })
  const ground: Ground = { db, log, now: options.now ?? (() => new Date().toISOString()), announce: live.announce }
  const blobs = await openDiskStore(join(config.dataDir, 'files'))
  const authenticator = createAuthenticator(ground)
  const { authenticate } = authenticator
  const problems = new Problems(SENTENCES)
  const secretOf = secretsOf(secret)
  const transport = options.transport === undefined ? (config.smtpUrl ? smtpTransport(config.smtpUrl) : null) : options.transport
  const hasMailServer = transport !== null
  const needs = { secretOf, publicUrl: config.publicUrl, hasMailServer, blobs, log }

  const routes: Route[] = [
    ...peopleRoutes({
      ground, authenticator, secret, publicUrl: config.publicUrl, hasMailServer, countries: COUNTRIES, proposedTargets: PROPOSED_TARGETS, onOrganisationCreated, openCasesOf,
      ...(options.demonstration && { demonstration: options.demonstration(() => app) }),
    }),
    ...calendarRoutes(termChanges),
    ...customerRoutes({ ground, blobs }),
    ...caseRoutes(needs),
    ...presenceRoutes({ live }),
    ...outboxRoutes({ hasMailServer }),
  ]
  const server = await createServer({ ground, problems, routes, authenticate, publicUrl: config.publicUrl, trustProxy: config.trustProxy })
  const doors = { ground, authenticate, problems, publicUrl: config.publicUrl }
  await mountFiles(server, {
    ...doors, blobs, limit: 100 * 1024 * 1024,
    links: [{ kind: 'case', seen: caseOfFile }],
  })
  mountLive(server, { ...doors, live })
  mountPapers(server, doors, needs)
  await mountPublicPages(server, { ...needs, ground, problems })
  mountOperations(server, { db, routes, bytesDoors: BYTES_DOORS, publicUrl: config.publicUrl })
  await mountWeb(server)

  const background = config.role === 'web' ? null : await startBackground({ ground, connection, config, blobs, transport, needs, live })
  const app: App = {
    server, ground, db, blobs, routes, secretOf, publicUrl: config.publicUrl,
    async close() {
      await server.close()
      await background?.stop()
      await live.close()
      await db.close()
    },
  }
  return app
}
