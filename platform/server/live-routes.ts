import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#kernel/actor.ts'
import { admit, languageOf, sendProblem, type ServerNeeds } from './http.ts'
import type { Live, LiveEvent, Subscriber } from './live.ts'
import type { BytesDoor } from './openapi.ts'

export type LiveRoutesNeeds = Pick<ServerNeeds, 'authenticate' | 'problems' | 'publicUrl'> & {
  live: Live
  /** Who the request stands for now, without counting as use of the session; `authenticate` unless given. */
  recheck?: (request: FastifyRequest) => Promise<Actor | null>
  /** Kinds of change after which rights may be others: streams of that organisation are looked at at once. */
  accessKinds?: readonly string[]
  /** With the two seconds that an authenticator may believe what it read, an ended session is out within five. */
  recheckMs?: number
  heartbeatMs?: number
  streamsPerActor?: number
}

/** Beyond what a screen should ever be behind: it is cut, and reads everything again when it comes back. */
const BEHIND_BYTES = 256 * 1024

type Stream = Subscriber & { request: FastifyRequest; raw: ServerResponse }

export const LIVE_DOORS: readonly BytesDoor[] = [
  { method: 'GET', path: '/events', name: 'ListenToEvents', summary: 'What changes within reach, as it does: `change`, `presence`, `reread`, `ended`.', gives: 'text/event-stream' },
]

/** GET /events: server-sent events of what changes within the reach of whoever listens. */
export function mountLive(server: FastifyInstance, needs: LiveRoutesNeeds): void {
  const { live, accessKinds = ['grant', 'session', 'person'], recheckMs = 2500, heartbeatMs = 15_000, streamsPerActor = 12 } = needs
  const streams = new Set<Stream>()

  server.get('/api/v1/events', async (request, reply) => {
    const actor = await admit(needs, 'signed-in', request)
    if ('status' in actor) return sendProblem(reply, actor)
    const others = [...streams].filter((stream) => stream.actor.id === actor.id).length
    if (others >= streamsPerActor) return sendProblem(reply.header('retry-after', '30'), needs.problems.plain(429, 'too-many-streams', languageOf(request, actor)))
    open(streams, live, request, reply, actor)
    return reply
  })

  const beating = setInterval(() => streams.forEach(({ raw }) => write(raw, ':\n\n')), heartbeatMs)
  const looking = setInterval(() => void recheckAll(needs, [...streams]), recheckMs)
  live.onChange((organisationId, { kind }) => {
    if (accessKinds.includes(kind)) void recheckAll(needs, [...streams].filter(({ actor }) => actor.organisationId === organisationId))
  })
  // Else the server would wait for them for ever.
  server.addHook('preClose', async () => {
    clearInterval(beating)
    clearInterval(looking)
    streams.forEach(({ raw }) => raw.destroy())
  })
}

function open(streams: Set<Stream>, live: Live, request: FastifyRequest, reply: FastifyReply, actor: Actor): void {
  const { raw } = reply
  reply.hijack()
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // A proxy that gathers an answer would keep the events back.
    'x-accel-buffering': 'no',
  })
  let number = 0
  const stream: Stream = {
    actor,
    request,
    raw,
    send: ({ event, data }: LiveEvent) => write(raw, `id: ${Date.now()}.${++number}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
  }
  streams.add(stream)
  const leave = live.subscribe(stream)
  raw.on('close', () => {
    streams.delete(stream)
    leave()
  })
  raw.on('error', () => {})
  write(raw, 'retry: 3000\n\n')
  // Nothing is kept of what went by in between.
  if (request.headers['last-event-id'] !== undefined) stream.send({ event: 'reread', data: {} })
}

function write(raw: ServerResponse, text: string): void {
  if (raw.destroyed || raw.writableEnded) return
  raw.write(text)
  if (raw.writableLength > BEHIND_BYTES) raw.destroy()
}

const AT_ONCE = 16

/** A session that has ended ends its streams; grants that have changed change what is heard from now on. */
async function recheckAll(needs: LiveRoutesNeeds, streams: Stream[]): Promise<void> {
  const known = new Map<string, Promise<Actor | null>>()
  for (let from = 0; from < streams.length; from += AT_ONCE)
    await Promise.all(streams.slice(from, from + AT_ONCE).map((stream) => recheckOne(needs, known, stream)))
}

async function recheckOne({ authenticate, recheck = authenticate }: LiveRoutesNeeds, known: Map<string, Promise<Actor | null>>, stream: Stream): Promise<void> {
  const { actor, request, raw } = stream
  const key = actor.sessionId ?? request.id
  const asking = known.get(key) ?? recheck(request)
  known.set(key, asking)
  try {
    const now = await asking
    if (!now) {
      stream.send({ event: 'ended', data: {} })
      raw.end()
    } else {
      stream.actor = now
      if (reachOf(now) !== reachOf(actor)) stream.send({ event: 'reread', data: {} })
    }
  } catch (error) {
    // The database is away: nothing is heard from it either, and it is asked again soon.
    request.log.debug({ err: error }, 'a stream could not be looked at')
  }
}

const reachOf = ({ grants }: Actor) => grants.map((grant) => [grant.role, grant.branchId, grant.areaId, grant.supplierId].join()).toSorted().join(';')
