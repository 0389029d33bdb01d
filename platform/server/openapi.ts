import { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { html } from './html.ts'
import { strict, type Route } from './route.ts'

type Described = { openapi: '3.1.0'; info: object; servers: object[]; paths: Record<string, Record<string, Operation>>; components: object; security: object[] }
type Operation = { operationId: string; summary: string; description: string; tags: string[]; parameters: object[]; requestBody?: object; responses: Record<string, object> }

/** A door, under /api/v1 as the others, through which something else than JSON goes; whoever mounts it describes it. */
export type BytesDoor = { method: 'GET' | 'POST'; path: string; name: string; summary: string; takes?: string; gives: string }

/** OpenAPI 3.1, drawn from the same endpoints that are mounted: it cannot say what is not so. */
export function describeApi(routes: readonly Route[], bytesDoors: readonly BytesDoor[], publicUrl: URL): Described {
  const paths: Described['paths'] = {}
  const add = (path: string, method: string, described: Operation) => void ((paths[path.replace(/:(\w+)/g, '{$1}')] ??= {})[method.toLowerCase()] = described)
  for (const route of routes) add(route.endpoint.path, route.endpoint.method, operation(route))
  for (const door of bytesDoors) add(door.path, door.method, operationOfBytes(door))
  return {
    openapi: '3.1.0',
    info: { title: 'Acuse', version: 'v1', description: 'The customer-service process of a company with branches.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: new URL('/api/v1', publicUrl).href }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' }, session: { type: 'apiKey', in: 'cookie', name: 'acuse_session' } },
      schemas: { Problem: PROBLEM },
    },
    security: [{ token: [] }, { session: [] }],
  }
}

const PROBLEM = {
  type: 'object',
  required: ['status', 'code', 'title'],
  properties: {
    status: { type: 'integer' }, code: { type: 'string' }, title: { type: 'string' }, detail: { type: 'string' },
    errors: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } } } },
  },
}
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })

const REFUSED = {
  400: problem('What was sent is not what is asked for'), 409: problem('A rule says no'),
  503: problem('More than can be served, or the database is away; nothing of it was begun: again after `Retry-After`'),
}
const GUARDED = { 401: problem('No session or token that is good'), 403: problem('The role does not allow it'), 404: problem('Not there, or not within reach') }

function operation(route: Route): Operation {
  const { endpoint } = route
  const permission = 'permission' in route ? route.permission : 'anyone'
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    description: permission === 'anyone' ? 'For anyone.' : `Needs: ${permission}.`,
    tags: [endpoint.path.split('/')[1] ?? ''],
    parameters: [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query'), ...(endpoint.method === 'POST' ? [IDEMPOTENCY_KEY] : []), ...(endpoint.ifMatch ? [IF_MATCH] : [])],
    ...(endpoint.body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(strict(endpoint.body), 'input') } } } }),
    responses: {
      [endpoint.status]: { description: 'Done', content: { 'application/json': { schema: schemaOf(endpoint.reply, 'output') } } },
      ...REFUSED,
      ...(endpoint.ifMatch && { 412: problem('Changed since it was read; `details.version` is the one of now'), 428: problem('`If-Match` names no version') }),
      ...(permission === 'anyone' ? { 429: problem('Too often; again after `Retry-After`') } : GUARDED),
    },
  }
}

function operationOfBytes({ method, path, name, summary, takes, gives }: BytesDoor): Operation {
  return {
    operationId: name,
    summary,
    description: 'Needs: signed-in.',
    tags: [path.split('/')[1] ?? ''],
    parameters: [...[...path.matchAll(/:(\w+)/g)].map(([, param]) => ({ name: param, in: 'path', required: true, schema: { type: 'string' } })), ...(method === 'POST' ? [IDEMPOTENCY_KEY] : [])],
    ...(takes && { requestBody: { required: true, content: { [takes]: { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } } } } }),
    responses: { [method === 'POST' ? 201 : 200]: { description: 'Done', content: { [gives]: {} } }, ...REFUSED, ...GUARDED, 429: problem('Too often, or too much; again after `Retry-After`') },
  }
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 200 }, description: 'The same key, the same answer: done once.',
}

const IF_MATCH = {
  name: 'If-Match', in: 'header', required: true, schema: { type: 'string', pattern: '^"\\d+"$' }, description: 'The `ETag`, or the `version` in quotes, of what was read.',
}

function parametersOf(schema: Endpoint['params'], place: 'path' | 'query'): object[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).map(([name, field]) => ({
    name, in: place, required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success, schema: schemaOf(field as z.ZodType, 'input'),
  }))
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>
  return rest
}

/** The same for people: a page that needs no script. */
export function describeApiPage({ paths }: Described): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, described]) => ({ path, method, described })))
  const tags = [...new Set(operations.map(({ described }) => described.tags[0]!))].sort()
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Acuse API</title>
<link rel="stylesheet" href="/public.css"></head><body><main class="wide"><h1>Acuse API</h1>
<p>Under <code>/api/v1</code>, with a bearer token (<code>acuse token create</code>) or a browser’s session. Described for programs at <a href="/api/v1/openapi.json">openapi.json</a>.</p>
${tags.map((tag) => html`<h2 id="${tag}">${tag}</h2>
${operations.filter(({ described }) => described.tags[0] === tag).map(({ path, method, described }) => html`<details><summary><code>${method.toUpperCase()} ${path}</code> ${described.summary}</summary>
<p>${described.description}</p>
<pre>${JSON.stringify({ parameters: described.parameters, requestBody: described.requestBody, responses: described.responses[Object.keys(described.responses)[0]!] }, null, 1)}</pre></details>`)}`)}
</main></body></html>`.text
}
