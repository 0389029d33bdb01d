import pg from 'pg'
import pino from 'pino'
import { afterAll, inject } from 'vitest'
import type { Instant } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { openDatabase, type Database } from '#platform/server/database.ts'
import type { Ground } from '#platform/server/ground.ts'
import type { Change } from '#platform/server/work.ts'

/** A clock that the test moves. */
export type Clock = { now: () => Instant; set: (instant: Instant) => void; pass: (minutes: number) => void }

export function aClock(start: Instant = '2026-06-26T21:40:00.000Z'): Clock {
  let at = start
  return {
    now: () => at,
    set: (instant) => void (at = new Date(instant).toISOString()),
    pass: (minutes) => void (at = new Date(Date.parse(at) + minutes * 60_000).toISOString()),
  }
}

export type TestGround = Ground & { clock: Clock; announced: { organisationId: string; changes: Change[] }[]; connection: pg.PoolConfig }

/** A database of its own for a test file, copied from the migrated template and dropped at the end. */
export async function aGround(): Promise<TestGround> {
  const { host, user, template } = inject('database')
  const name = `test_${newId().replaceAll('-', '')}`
  const root = new pg.Client({ host, user, database: 'postgres' })
  await root.connect()
  await root.query('select pg_advisory_lock(8)')
  await root.query(`create database ${name} template ${template}`)
  await root.query('select pg_advisory_unlock(8)')
  const connection = { host, user, database: name }
  const db: Database = openDatabase({ connection, connections: 8 })
  afterAll(async () => {
    await db.close()
    await root.query(`drop database if exists ${name} with (force)`)
    await root.end()
  })
  const clock = aClock()
  const announced: TestGround['announced'] = []
  return {
    db,
    log: pino({ level: 'silent' }),
    now: clock.now,
    announce: (organisationId, changes) => void announced.push({ organisationId, changes }),
    clock,
    announced,
    connection,
  }
}
