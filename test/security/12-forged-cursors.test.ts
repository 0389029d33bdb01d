import { expect, test } from 'vitest'
import { z } from 'zod'
import { writeCursor } from '#kernel/cursor.ts'
import { newId } from '#kernel/id.ts'
import { anApp, askingAs } from '#test/app-server.ts'
import { aCase, aCompany, anActor } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'

// A place in a list that somebody made up must neither fail in the database nor begin the list anew: it is the caller's mistake.
const ground = await aGround()
const app = await anApp(ground)
const company = await aCompany(ground)
const head = await anActor(company, 'head')
const { number } = await aCase(company, head)
const ask = await askingAs(app, head)

const paged = app.routes.filter(({ endpoint }) => endpoint.method === 'GET' && endpoint.query instanceof z.ZodObject && 'cursor' in endpoint.query.shape)
const NO_DAYS = [writeCursor(['2026-02-30T00:00:00.000Z', newId()]), writeCursor(['9999-99-99', newId()])]
const FORGED = ['abc', '%00', btoa('null'), btoa('[{}]'), writeCursor(['a\0b', newId()]), writeCursor(['x', 'x']), writeCursor([-1e30]), writeCursor(['no id'])]
/** A name that nobody has is still a place among names. */
const BY_NAME = ['/staff', '/customers']

test('there are lists to try', () => expect(paged.length).toBeGreaterThan(8))

test.each(paged.map(({ endpoint }) => [endpoint.path]))('GET %s answers a cursor that is not ours with 400', async (path) => {
  const at = path.replace(':number', number).replace(/:\w+/g, () => newId())
  for (const cursor of BY_NAME.includes(path) ? FORGED : [...FORGED, ...NO_DAYS]) {
    const query = path === '/search' ? `find=cilindro&cursor=${encodeURIComponent(cursor)}` : `cursor=${encodeURIComponent(cursor)}`
    const { statusCode, body } = await ask('GET', `${at}?${query}`)
    expect([cursor, statusCode, body]).toEqual([cursor, 400, expect.stringContaining('cursor')])
  }
})
