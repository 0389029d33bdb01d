import { BlockList, isIPv6 } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Database } from '#platform/server/database.ts'
import { describeApi, describeApiPage, type BytesDoor } from '#platform/server/openapi.ts'
import type { Route } from '#platform/server/route.ts'

const NEAR = new BlockList()
for (const [network, prefix] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16]] as const) NEAR.addSubnet(network, prefix)
for (const [network, prefix] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const) NEAR.addSubnet(network, prefix, 'ipv6')

/** Asked straight from a private network, and by nobody in between. */
export function isNear({ headers, socket: { remoteAddress = '' } }: Pick<FastifyRequest, 'headers'> & { socket: { remoteAddress?: string } }): boolean {
  const address = remoteAddress.replace(/^::ffff:/, '')
  return !headers['x-forwarded-for'] && !headers['forwarded'] && NEAR.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

const READY_WITHIN_MS = 2000

/** What those who run it ask: is it alive, is it ready, how does it do; and what programs read of its API. */
export function mountOperations(server: FastifyInstance, { db, routes, bytesDoors, publicUrl }: { db: Database; routes: readonly Route[]; bytesDoors: readonly BytesDoor[]; publicUrl: URL }): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'acuse_' })
  const seconds = new Histogram({
    name: 'acuse_request_seconds', help: 'Time from request to answer', labelNames: ['route', 'status'], registers: [registry],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  })
  server.addHook('onResponse', (request, reply, done) => {
    seconds.observe({ route: `${request.method} ${request.routeOptions.url ?? 'unknown'}`, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    done()
  })
  const always = { config: { always: true } }
  server.get('/healthz', always, () => ({ status: 'ok' }))
  server.get('/readyz', always, async (_, reply) => {
    const answered = await Promise.race([db.pool.query('select 1').then(() => true, () => false), wait(READY_WITHIN_MS, false, { ref: false })])
    return reply.code(answered ? 200 : 503).send({ status: answered ? 'ready' : 'database-away' })
  })
  // For who runs it, on its machine or in its network: to whoever comes through a proxy from outside it is not there.
  server.get('/metrics', always, async (request, reply) => (isNear(request) ? reply.type(registry.contentType).send(await registry.metrics()) : reply.callNotFound()))
  const description = describeApi(routes, bytesDoors, publicUrl)
  server.get('/api/v1/openapi.json', () => description)
  server.get('/api/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(describeApiPage(description)))
}
