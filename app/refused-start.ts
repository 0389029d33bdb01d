import { createServer } from 'node:http'
import { html } from '#platform/server/html.ts'
import type { SchemaState } from '#platform/server/migrations.ts'
import { many } from './command.ts'
import type { Config } from './config.ts'

export type Sentence = { es: string; en: string }

/** Why a database of this state is not used by this program; null when it is as it should be. */
export function schemaSentence(state: SchemaState): Sentence | null {
  switch (state.state) {
    case 'empty':
    case 'current':
      return null
    case 'older':
      return {
        es: `La base de datos es de una versión anterior de Acuse: ${many(state.missing.length, 'paso', 'pasos')} por dar, desde ${state.missing[0]}. Haga una copia de seguridad y ejecute «acuse migrate»; nada se ha cambiado.`,
        en: `The database is of an earlier version of Acuse: ${many(state.missing.length, 'step', 'steps')} to go, from ${state.missing[0]}. Make a backup and run 'acuse migrate'; nothing has been changed.`,
      }
    case 'newer':
      return {
        es: `La base de datos es de una versión más nueva de Acuse (tiene ${state.unknown[0]}). Instale aquella versión; nada se ha cambiado.`,
        en: `The database is of a newer version of Acuse (it has ${state.unknown[0]}). Install that version; nothing has been changed.`,
      }
    case 'changed':
      return {
        es: `La base de datos se formó con otro texto de ${state.unknown[0]} que el de esta versión. Instale la versión que la formó; nada se ha cambiado.`,
        en: `The database was made with another text of ${state.unknown[0]} than this version has. Install the version that made it; nothing has been changed.`,
      }
  }
}

/** Says at every address why the product does not run, until it is stopped. */
export function serveRefusal(config: Config, { es, en }: Sentence): Promise<{ close(): Promise<void> }> {
  const page = html`<!doctype html><html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Acuse no puede empezar</title></head>
<body><main><h1>Acuse no puede empezar</h1><p>${es}</p><hr><h2 lang="en">Acuse cannot start</h2><p lang="en">${en}</p></main></body></html>`.text
  const server = createServer((request, response) => {
    const program = request.url?.startsWith('/api/') || request.url === '/readyz' || request.url === '/healthz'
    response.writeHead(503, { 'content-type': program ? 'application/problem+json' : 'text/html; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '60' })
    response.end(program ? JSON.stringify({ status: 503, code: 'schema', title: en }) : page)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, '0.0.0.0', () => resolve({ close: () => new Promise((done) => server.close(() => done())) }))
  })
}
