import fastifyCookie from '@fastify/cookie'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import helmet from 'helmet'
import type { z } from 'zod'
import { may, type Actor, type Language } from '#kernel/actor.ts'
import { BadInput, VersionNotSaid } from '#kernel/refusal.ts'
import type { Ground } from './ground.ts'
import { doOnce, keyOf, readKey } from './once.ts'
import { servedAfter, shedLoad } from './overload.ts'
import { fieldsOf, Problems, type Problem } from './problem.ts'
import { watchReadings, type Reading } from './readings.ts'
import { strict, type OpenRoute, type Route } from './route.ts'

export type ServerNeeds = {
  ground: Ground
  problems: Problems
  routes: Route[]
  /** Whoever the cookie or token of the request stands for; null when it has none that is good. */
  authenticate(request: FastifyRequest): Promise<Actor | null>
  /** The address by which people reach the product; its origin is the only one whose pages may act. */
  publicUrl: URL
  trustProxy?: boolean
}

const actors = new WeakMap<FastifyRequest, Actor>()
const NO_SNIFFING = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
const PREFIX = '/api/v1'
const CLOSING_MS = 5000

export async function createServer(needs: ServerNeeds): Promise<FastifyInstance> {
  const { ground, routes, publicUrl, trustProxy = false } = needs
  const server = Fastify({
    loggerInstance: ground.log,
    logController: new LogController({ disableRequestLogging: true }),
    // One proxy: what it added at the end. What stands before that, whoever asks may have written.
    trustProxy: trustProxy && ((_, hop) => hop === 0),
    bodyLimit: 4 * 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    genReqId: () => crypto.randomUUID(),
    // An address that cannot be read is one that is not there.
    frameworkErrors: (_, request, reply) => void sendProblem(reply, needs.problems.plain(404, 'not-found', languageOf(request, null))),
  }) as unknown as FastifyInstance
  await server.register(fastifyCookie)
  // Worked out once: the same for every answer.
  const secure = helmet({
    hsts: publicUrl.protocol === 'https:',
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
  })
  server.addHook('onRequest', (request, reply, next) => secure(request.raw, reply.raw, (error) => next(error as Error | undefined)))
  // What is under way may end; the connections that browsers hold open without a request are not waited for.
  server.addHook('preClose', async () => void setTimeout(() => server.server.closeAllConnections(), CLOSING_MS).unref())
  shedLoad(server, ground.db)
  server.setErrorHandler((error, request, reply) => answerError(needs, error, request, reply))
  const noteReadings = watchReadings(ground)
  for (const route of routes) mount(server, needs, route, noteReadings)
  return server
}

function mount(server: FastifyInstance, needs: ServerNeeds, route: Route, noteReadings: ReturnType<typeof watchReadings>): void {
  const { endpoint } = route
  if ('open' in route) return mountOpen(server, needs, route)
  const schemas = { params: strict(endpoint.params), query: strict(endpoint.query), body: strict(endpoint.body), ifMatch: endpoint.ifMatch }
  server.route({
    method: endpoint.method,
    url: PREFIX + endpoint.path,
    handler: async (request, reply) => {
      const actor = await admit(needs, route.permission, request)
      if ('status' in actor) return sendProblem(reply, actor)
      const asked = readAsked(schemas, request, reply)
      const key = keyOf(request, route.secret ? null : readKey(request), endpoint.status)
      const options = { readOnly: endpoint.method === 'GET', ...(route.sees ? { sees: route.sees } : {}) }
      let readings: readonly Reading[] = []
      const answer = await doOnce(needs.ground, actor, key, async (work) => {
        const reply = await route.handle(work, asked)
        readings = [await route.shows?.(work, asked, reply as never) ?? []].flat()
        return reply
      }, options)
      await noteReadings(actor, readings)
      return sendAnswer(reply, endpoint.status, answer)
    },
  })
}

/** A door without an actor: signing in, setting up. What it does it does as the verb says, in transactions of its own. */
function mountOpen(server: FastifyInstance, needs: ServerNeeds, { endpoint, open }: OpenRoute): void {
  const schemas = { params: strict(endpoint.params), query: strict(endpoint.query), body: strict(endpoint.body), ifMatch: endpoint.ifMatch }
  server.route({
    method: endpoint.method,
    url: PREFIX + endpoint.path,
    handler: async (request, reply) => {
      if (endpoint.method !== 'GET' && !sameOrigin(request, needs.publicUrl))
        return sendProblem(reply, needs.problems.plain(403, 'cross-site', languageOf(request, null)))
      return sendAnswer(reply, endpoint.status, await open(readAsked(schemas, request, reply)))
    },
  })
}

/** Who asks, or the problem that says why they may not even ask; the verb itself refuses what lies outside the reach of a grant. */
export async function admit(needs: Pick<ServerNeeds, 'authenticate' | 'problems' | 'publicUrl'>, permission: string, request: FastifyRequest): Promise<Actor | Problem> {
  const { problems, publicUrl } = needs
  const known = await needs.authenticate(request)
  // A person has a language of their own; a program says whom it speaks for.
  const actor = known?.kind === 'token' ? { ...known, language: wantedLanguage(request) ?? known.language } : known
  if (actor) actors.set(request, actor)
  const language = languageOf(request, actor)
  if (!actor) return problems.plain(401, 'sign-in', language)
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (actor.kind === 'person' && !reads && !sameOrigin(request, publicUrl)) return problems.plain(403, 'cross-site', language)
  if (permission !== 'signed-in' && !may(actor, permission)) return problems.plain(403, 'forbidden', language)
  return actor
}

/** A browser says where a request comes from; another site's page may not act with our cookie. */
export function sameOrigin(request: FastifyRequest, publicUrl: URL): boolean {
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return true
  const { origin } = request.headers
  if (!origin) return site === undefined
  return origin === publicUrl.origin || origin === `${request.protocol}://${request.host}`
}

type Schemas = { params: z.ZodType; query: z.ZodType; body: z.ZodType; ifMatch: boolean }

function readAsked(schemas: Schemas, request: FastifyRequest, reply: FastifyReply) {
  const refusals = []
  const asked: Record<string, unknown> = {}
  for (const part of ['params', 'query', 'body'] as const) {
    const read = schemas[part].safeParse(request[part] ?? {}, { reportInput: true })
    if (read.success) asked[part] = read.data
    else refusals.push(...fieldsOf(read.error.issues))
  }
  if (refusals.length > 0) throw new BadInput(refusals)
  const ifMatch = schemas.ifMatch ? readVersion(request.headers['if-match']) : null
  return { params: asked['params'], query: asked['query'], body: asked['body'], ifMatch, request, reply } as never
}

/** The version that the caller read; one that nothing has when it cannot be read. `*` names none: nobody overwrites what they have not seen. */
function readVersion(header: string | undefined): number {
  if (header === undefined || header === '*') throw new VersionNotSaid()
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header)?.[1]
  return version === undefined ? -1 : Number(version)
}

function sendAnswer(reply: FastifyReply, status: number, answer: unknown): FastifyReply {
  // A verb that answers with a file has sent it itself, and it may still be on its way.
  if (reply.sent || reply.raw.headersSent) return reply
  const version = (answer as { version?: unknown } | null)?.version
  if (typeof version === 'number') void reply.header('etag', `"${version}"`)
  return reply.code(status).headers(NO_SNIFFING).send(answer ?? {})
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).headers(NO_SNIFFING).type('application/problem+json').send(JSON.stringify(problem))
}

function answerError(needs: ServerNeeds, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request, null)
  const known = needs.problems.of(error, language)
  const { code, retryAfterSeconds } = error as { code?: string; retryAfterSeconds?: number }
  if (retryAfterSeconds) void reply.header('retry-after', String(retryAfterSeconds))
  if (known) return sendProblem(reply, known)
  const wrong = wrongForDatabase(error as { code?: string; constraint?: string })
  if (wrong) return sendProblem(reply, needs.problems.plain(...wrong, language))
  if (TAKES_NOTHING.has(code ?? '')) return sendProblem(reply.header('retry-after', '5'), needs.problems.plain(503, 'read-only', language))
  const after = servedAfter(error)
  if (after) return sendProblem(reply.header('retry-after', String(after)), needs.problems.plain(503, 'busy', language))
  request.log.error({ err: withoutRow(error), requestId: request.id, route: request.routeOptions.url }, 'a request failed')
  return sendProblem(reply, needs.problems.plain(500, 'server-failed', language, { requestId: request.id }))
}

/** The database only reads: a standby; a disk that is full. */
const TAKES_NOTHING = new Set(['25006', '53100'])

/** An error as it may stand in a log: the database names the row that it refused, with what people wrote in it. */
export function withoutRow(error: unknown): unknown {
  if (error instanceof Error && 'detail' in error) error.detail = undefined
  return error
}

/** What no schema sees: a NUL in a text; an id made by the caller that another thing has, maybe one that they may not see. */
function wrongForDatabase({ code, constraint }: { code?: string; constraint?: string }): [status: number, code: string] | null {
  if (code === '22021' || code === '22P05') return [400, 'unreadable-character']
  return code === '23505' && constraint?.endsWith('_pkey') ? [409, 'id-taken'] : null
}

/** The language of the actor, else the first of ours that the browser asks for, else Spanish. */
export function languageOf(request: FastifyRequest, actor: Actor | null): Language {
  if (actor) return actor.language
  const known = actors.get(request)
  if (known) return known.language
  return wantedLanguage(request) ?? 'es'
}

/** The first of our languages that the request asks for. */
const wantedLanguage = ({ headers }: FastifyRequest): Language | null =>
  (/\b(es|en)\b/.exec((headers['accept-language'] ?? '').toLowerCase())?.[1] as Language | undefined) ?? null
