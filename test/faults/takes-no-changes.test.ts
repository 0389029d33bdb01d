import pg from 'pg'
import { expect, test } from 'vitest'
import { aServedCompany, askingAs } from '#test/app-server.ts'
import { aCase, anActor } from '#test/builders.ts'

// A standby before it is promoted, a disk that is full: nothing can be written, and so nothing is shown that must be noted first (promise 7, F-83).
const { app, ground, company } = await aServedCompany()
const branchId = company.branches['BOG']!
const agent = await anActor(company, 'agent', { branchId })
const customer = company.customers[0]!
const { number } = await aCase(company, agent, { branchId, customer: { status: 'known', customerId: customer.id } })
const SHEETS = [`/cases/${number}`, `/cases/${number}/timeline`, `/cases/${number}/acknowledgement.pdf`, `/customers/${customer.id}`]

/** From the next connection on; those that are there are cut off. */
async function setReadOnly(on: boolean) {
  const root = new pg.Client({ host: ground.connection.host, user: ground.connection.user, database: 'postgres' })
  await root.connect()
  const { database } = ground.connection
  await root.query(`alter database ${database} set default_transaction_read_only = ${on ? 'on' : 'off'}`)
  await root.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database])
  await root.end()
}
const readings = () => ground.db.asOwner((tx) => tx`select from history where subject_kind = 'personal-data'`)

/** Connections that were cut off are answered once as a database that is away. */
async function answered(ask: Awaited<ReturnType<typeof askingAs>>, path: string) {
  for (let tries = 1; ; tries++) {
    const reply = await ask('GET', path)
    if (tries === 12 || !(reply.statusCode === 503 && reply.json<{ code: string }>().code === 'busy')) return reply
  }
}

test('a database that only reads shows nobody a sheet that cannot be noted, and says so; afterwards it is shown, and noted', async () => {
  const known = await askingAs(app, agent)
  const unknown = await askingAs(app, agent)
  expect((await known('GET', '/cases')).statusCode).toBe(200)
  await setReadOnly(true)
  try {
    for (const [who, ask] of [['believed for a moment', known], ['to be recognised', unknown]] as const)
      for (const path of SHEETS) {
        const reply = await answered(ask, path)
        expect([who, path, reply.statusCode, reply.json<{ code: string }>().code]).toEqual([who, path, 503, 'read-only'])
        expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
        expect(reply.body).not.toContain(customer.name)
      }
  } finally {
    await setReadOnly(false)
  }
  expect(await readings()).toEqual([])
  for (const path of SHEETS) expect((await answered(unknown, path)).statusCode).toBe(200)
  // The customer's own sheet, and the case's by whichever door.
  expect(await readings()).toHaveLength(2)
})

test('a full disk is told as what it is, and shows nothing either', async () => {
  const other = await anActor(company, 'head')
  const ask = await askingAs(app, other)
  await ground.db.asOwner(async (tx) => {
    void tx`create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`
    await tx`create trigger full_disk before insert on history for each row execute function full_disk()`
  })
  try {
    const reply = await answered(ask, `/cases/${number}`)
    expect([reply.statusCode, reply.json<{ code: string; title: string }>()]).toEqual([503, expect.objectContaining({ code: 'read-only', title: 'La base de datos no admite cambios en este momento. Intente de nuevo en unos segundos.' })])
    expect((await ask('POST', '/cases', { kind: 'complaint', channel: 'telephone', description: 'Llegó tarde', branch: 'BOG' })).statusCode).toBe(503)
  } finally {
    await ground.db.asOwner((tx) => tx`drop function full_disk() cascade`)
  }
  expect((await ask('GET', `/cases/${number}`)).statusCode).toBe(200)
})
