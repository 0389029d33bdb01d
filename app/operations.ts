import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Database } from '#platform/server/database.ts'
import { describeApi, describeApiPage } from '#platform/server/openapi.ts'
import type { Route } from '#platform/server/route.ts'

/** What those who run it ask: is it alive, is it ready, how does it do; and what programs read of its API. */
export function mountOperations(server: FastifyInstance, { db, routes, publicUrl }: { db: Database; routes: readonly Route[]; publicUrl: URL }): void {
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
  server.get('/healthz', () => ({ status: 'ok' }))
  server.get('/readyz', async (_, reply) => {
    const answered = await db.pool.query('select 1').then(() => true, () => false)
    return reply.code(answered ? 200 : 503).send({ status: answered ? 'ready' : 'database-away' })
  })
  server.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()))
  const description = describeApi(routes, publicUrl)
  server.get('/api/v1/openapi.json', () => description)
  server.get('/api/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(describeApiPage(description)))
}
