import type { FastifyInstance } from 'fastify'
import type { Database } from './database.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Served however much there is to do: it costs next to nothing, or tells how the server does. */
    always?: boolean
  }
}

/** More work than can be served; nothing of it was begun. Answered as 503. */
export class Overloaded extends Error {
  readonly statusCode = 503
  readonly retryAfterSeconds = 5
}

/** Tried thrice and met others each time; refused a lock that somebody held for long; cut off in a transaction in which nothing was done for long. The database away, or gone in the middle. */
const LATER = new Set(['40001', '40P01', '55P03', '25P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'])

/** Seconds after which the same may be asked again, because there was too much to do or the database was away; null when the error is another. */
export function servedAfter(error: unknown): number | null {
  if (error instanceof Overloaded) return error.retryAfterSeconds
  const { code, message } = error as { code?: string; message?: string }
  const away = LATER.has(code ?? '') || code?.startsWith('57') || code?.startsWith('08') || /Connection terminated|exceeded when trying to connect|not queryable/.test(message ?? '')
  return away ? 2 : null
}

/** How far behind the server may be: reading can be asked again and is refused first, so that what registers is still served. */
const PATIENCE_MS = { reading: 1000, writing: 4000 }
const LOOK_MS = 250

/** Refuses at the door what would only wait inside: while work queues for a connection of the database, or for its turn of the event loop. */
export function shedLoad(server: FastifyInstance, db: Pick<Database, 'behindMs'>): void {
  const turns = watchTurns()
  server.addHook('onClose', async () => turns.end())
  server.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.always || request.is404) return
    const reads = request.method === 'GET' || request.method === 'HEAD'
    // Who reads must also be recognised, which may write.
    const behindMs = Math.max(turns.behindMs(), db.behindMs.writing(), reads ? db.behindMs.reading() : 0)
    if (behindMs > PATIENCE_MS[reads ? 'reading' : 'writing']) throw new Overloaded()
  })
}

/** How late the event loop comes to what is due: one late turn is a hiccup, two after one another are a crowd. */
function watchTurns() {
  let looked = performance.now()
  let [late, lateBefore] = [0, 0]
  const looking = setInterval(() => {
    const now = performance.now()
    ;[late, lateBefore] = [now - looked - LOOK_MS, late]
    looked = now
  }, LOOK_MS).unref()
  return { behindMs: () => Math.min(late, lateBefore), end: () => clearInterval(looking) }
}
