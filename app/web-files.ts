import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { html } from '#platform/server/html.ts'

const FOLDER = join(import.meta.dirname, '../dist/web')

const NOT_BUILT = html`<!doctype html><html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Acuse</title></head>
<body><main><h1>Faltan las pantallas de Acuse</h1><p>El servidor responde, pero sus pantallas no se han construido. Ejecute <code>npm run build</code> y empiece de nuevo; <code>npm start</code> hace las dos cosas.</p>
<hr><h2 lang="en">The screens of Acuse are missing</h2><p lang="en">The server answers, but its screens have not been built. Run <code>npm run build</code> and start again; <code>npm start</code> does both.</p></main></body></html>`.text

/** The built web application. Its files carry their hash in their name and are kept for a year; the page that names them is read each time. */
export async function mountWeb(server: FastifyInstance): Promise<void> {
  const page = join(FOLDER, 'index.html')
  const built = existsSync(page)
  if (built) await server.register(async (scope) => {
    scope.addHook('onRoute', (route) => void (route.config = { ...route.config, always: true }))
    await scope.register(fastifyStatic, {
      root: FOLDER, index: false, wildcard: false, serveDotFiles: false, preCompressed: true,
      setHeaders: (reply, path) => void reply.setHeader('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    })
  })
  const text = built ? readFileSync(page, 'utf8') : NOT_BUILT
  const send = (reply: FastifyReply) => reply.code(built ? 200 : 503).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(text)
  // Whatever a probe or a preview says it accepts, there is something at the root.
  server.get('/', { config: { always: true } }, (_, reply) => send(reply))
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
    if (wantsPage) return send(reply)
    return reply.code(404).type('application/problem+json').send(JSON.stringify({ status: 404, code: 'not-found', title: 'No existe esa dirección. / There is no such address.' }))
  })
}
