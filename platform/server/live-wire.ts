import pg from 'pg'
import type { Logger } from 'pino'
import type { Presence } from './live.ts'
import type { Change } from './work.ts'

/** What goes from node to node about one organisation. `reread`: more happened than was said. */
export type WireMessage = { organisationId: string; changes: Change[]; presence: Presence[]; reread: boolean }

export type Wire = {
  /** Said to every node, this one too, within some 50 ms; kept while the database is away. */
  say(this: void, organisationId: string, said: { changes?: readonly Change[]; presence?: Presence }): void
  close(): Promise<void>
}

type WireNeeds = {
  connection: pg.ClientConfig
  log: Logger
  hear(this: void, message: WireMessage): void
  /** The wire was down: something may have been said that was not heard. */
  missed(this: void): void
}

const CHANNEL = 'acuse'
const EVERY_MS = 50
/** PostgreSQL takes less than 8000 bytes a message. */
const LONGEST = 7900
const KEPT = 500

/**
 * One connection of its own for speaking and hearing. What is said is gathered, so that NOTIFY, which makes commits wait for one
 * another, is done twenty times a second at most, and never by a transaction that registers something.
 */
export function openWire({ connection, log, hear, missed }: WireNeeds): Wire {
  let client: pg.Client | null = null
  let closed = false
  let failures = 0
  let flushing: NodeJS.Timeout | null = null
  let connecting: NodeJS.Timeout | null = null
  let waiting = new Map<string, WireMessage>()
  /** One statement at a time: what comes meanwhile goes with the next. */
  let underWay: Promise<unknown> | null = null

  const ask = (to: pg.Client, text: string, values: unknown[] = []) => {
    underWay = to.query(text, values).catch((error: Error) => lost(to, error)).finally(() => {
      underWay = null
      schedule()
    })
  }

  const connect = async () => {
    const next = new pg.Client({ ...connection, application_name: 'acuse live events', keepAlive: true, query_timeout: 10_000 })
    next.on('error', (error) => lost(next, error))
    next.on('end', () => lost(next, new Error('the connection ended')))
    next.on('notification', ({ payload }) => payload && hear(JSON.parse(payload) as WireMessage))
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
    } catch (error) {
      return lost(next, error as Error)
    }
    if (closed) return void next.end()
    client = next
    if (failures > 0) missed()
    failures = 0
    schedule()
  }

  const lost = (from: pg.Client, error: Error) => {
    if (closed || (client !== null && from !== client)) return
    client = null
    from.removeAllListeners()
    // It may be ended already, or in the middle of connecting: either way no more of it is wanted.
    from.on('error', () => {})
    void from.end().catch(() => {})
    if (failures++ === 0) log.warn(`live events: ${error.message}`)
    connecting ??= setTimeout(() => {
      connecting = null
      void connect()
    }, Math.min(5000, 100 * 2 ** failures)).unref()
  }

  const schedule = () => {
    if (client && !closed && !underWay && waiting.size > 0) flushing ??= setTimeout(flush, EVERY_MS)
  }

  const flush = () => {
    flushing = null
    if (!client || underWay) return
    const messages = [...waiting.values()].map(written)
    waiting = new Map()
    ask(client, 'select pg_notify($1, message) from unnest($2::text[]) message', [CHANNEL, messages])
  }

  // A connection that died without a word is found out.
  const beating = setInterval(() => {
    if (client && !underWay) ask(client, 'select 1')
  }, 15_000).unref()

  void connect()
  return {
    say(organisationId, { changes = [], presence }) {
      const message = waiting.get(organisationId) ?? { organisationId, changes: [], presence: [], reread: false }
      message.changes.push(...changes)
      if (presence) message.presence.push(presence)
      // While the database is away it is not worth remembering everything.
      if (message.changes.length > KEPT) Object.assign(message, { changes: [], reread: true })
      message.presence = message.presence.slice(-KEPT)
      waiting.set(organisationId, message)
      schedule()
    },
    async close() {
      closed = true
      clearInterval(beating)
      if (connecting) clearTimeout(connecting)
      if (flushing) clearTimeout(flushing)
      await client?.end()
    },
  }
}

/** As it is sent: what is too long is not said, only that there was something. */
function written({ organisationId, changes, presence, reread }: WireMessage): string {
  const whole = JSON.stringify({ organisationId, changes, presence, reread })
  if (Buffer.byteLength(whole) <= LONGEST) return whole
  const without = JSON.stringify({ organisationId, changes: [], presence, reread: reread || changes.length > 0 })
  if (Buffer.byteLength(without) <= LONGEST) return without
  // Presence is said again every few seconds.
  return JSON.stringify({ organisationId, changes: [], presence: [], reread: true })
}
