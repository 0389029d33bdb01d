import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabaseAsFound } from '#app/installation.ts'
import { acuse, AcuseProcess, freePort, lives, postmasterOf } from './acuse-process.ts'

let dataDir: string
let port: number

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'acuse-start-'))
  port = await freePort()
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('the root is a page for whoever asks; a second start on the same folder says so and ends; one that is stopped, even twice, leaves no PostgreSQL behind', { timeout: 120_000 }, async () => {
  const first = new AcuseProcess(dataDir, port)
  await first.answers()
  expect((await first.answers('/')).headers.get('content-type')).toContain('text/html')
  const second = await acuse('start', '--port', String(await freePort()), '--data', dataDir)
  expect(second.code).toBe(1)
  expect(second.err).toContain('already running')
  expect(second.err.trim().split('\n')).toHaveLength(1)
  const postmaster = postmasterOf(dataDir)!
  expect(lives(postmaster)).toBe(true)
  // A terminal tells its whole group, and whoever started us passes it on: twice is once.
  first.child.kill('SIGTERM')
  expect(await first.stop()).toMatchObject({ code: 0, err: '' })
  expect([lives(postmaster), postmasterOf(dataDir)]).toEqual([false, null])
})

test('where the port is another program’s, the start says so, ends, and leaves no PostgreSQL behind', { timeout: 120_000 }, async () => {
  const other = createServer().listen(port, '0.0.0.0')
  await once(other, 'listening')
  const { code, err } = await acuse('start', '--port', String(port), '--data', dataDir)
  expect([code, err.trim()]).toEqual([1, `Port ${port} is another program's; stop that one, or give another port with --port.`])
  expect(postmasterOf(dataDir)).toBeNull()
  await new Promise((closed) => other.close(closed))
})

test.each([
  ['newer', `insert into acuse_migrations (name, checksum) values ('9999-future.sql', 'x')`, `delete from acuse_migrations where name = '9999-future.sql'`, 'más nueva', 'newer version'],
  ['older', `create table kept as select * from acuse_migrations; delete from acuse_migrations where name = (select max(name) from acuse_migrations)`,
    `insert into acuse_migrations select * from kept on conflict do nothing; drop table kept`, 'versión anterior', 'earlier version'],
  ['changed', `update acuse_migrations set checksum = checksum || 'x' where name like '0001%'`, `update acuse_migrations set checksum = rtrim(checksum, 'x')`, 'otro texto', 'another text'],
])('a schema that is %s is left as it is, and every address says why', { timeout: 120_000 }, async (_, spoil, mend, es, en) => {
  await alter(spoil)
  const server = new AcuseProcess(dataDir, port)
  const page = await (await server.answers('/', 503)).text()
  expect(page).toContain(es)
  expect(page).toContain(en)
  const api = await server.answers('/api/v1/cases', 503)
  expect([api.headers.get('content-type'), api.headers.get('retry-after')]).toEqual(['application/problem+json', '60'])
  const { code, err } = await server.stop()
  expect(code).toBe(1)
  expect(err).toContain('nothing has been changed')
  expect(postmasterOf(dataDir)).toBeNull()
  await alter(mend)
})

test.each([
  ['where a file system makes none', '/proc/acuse/data'],
  ['under a file', join(import.meta.filename, 'data')],
])('a data folder that cannot be made, %s, is told in a sentence', { timeout: 60_000 }, async (_, folder) => {
  for (const command of [['doctor'], ['start', '--port', String(port)], ['token', 'create', '--name', 'CRM', '--role', 'agent']]) {
    const { code, out, err } = await acuse(...command, '--data', folder)
    expect([command[0], code, out, err.trim().split('\n')]).toEqual([command[0], 1, '', [expect.stringMatching(/^Acuse cannot write in its data folder .+: .+\.$/)]])
  }
})

const alter = (text: string) => withDatabaseAsFound({ data: dataDir }, (db) => db.pool.query(text))
