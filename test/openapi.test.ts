import { expect, test } from 'vitest'
import { BYTES_DOORS } from '#app/server.ts'
import { anApp } from '#test/app-server.ts'
import { aGround } from '#test/harness.ts'

type Described = { paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: { additionalProperties?: boolean } }> }; responses: Record<string, unknown> }>> }

const app = await anApp(await aGround())
const { paths } = (await app.server.inject({ method: 'GET', url: '/api/v1/openapi.json' })).json() as Described

test('the description names every door under /api/v1, those of files, events and papers too, and none that is not there', () => {
  expect(BYTES_DOORS.filter(({ method, path }) => !app.server.hasRoute({ method, url: `/api/v1${path}` }))).toEqual([])
  const mounted = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ method: method.toUpperCase(), url: `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}` })))
  expect(mounted.filter(({ method, url }) => !app.server.hasRoute({ method, url }))).toEqual([])
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/files', '/files/{id}', '/events', '/cases/{number}/acknowledgement.pdf', '/answers/{answerId}/letter.pdf']))
})

test('the description says that a key which is not known is refused, and how to wait', () => {
  const { requestBody, responses } = paths['/cases']!['post']!
  expect(requestBody!.content['application/json']!.schema.additionalProperties).toBe(false)
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(['201', '400', '401', '403', '409', '503']))
  expect(Object.keys(paths['/files']!['post']!.responses)).toContain('429')
})
