import { afterEach, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aGround } from '#test/harness.ts'
import { every } from './cadence.ts'
import { enqueue, job, listTroubledJobs, startJobs, type Job } from './jobs.ts'

const ground = await aGround()
const { db, log, connection } = ground
const scope = { organisationId: newId(), actorId: newId(), all: true, branches: [], areas: [], suppliers: [] }
let running: { stop(): Promise<void> }[] = []
const start = async (jobs: Job[], now?: () => number) => {
  const started = await startJobs({ connection, db, log, jobs, ...(now && { now }) })
  running.push(started)
  return started
}
afterEach(async () => {
  await Promise.all(running.map((started) => started.stop()))
  running = []
})

test('a job asked for by the program’s own role runs with its payload', async () => {
  const done: unknown[] = []
  await start([job<{ n: number }>('import', async ({ n }, { attempt }) => void done.push([n, attempt]))])
  await db.transaction(scope, async (tx) => enqueue(tx, 'import', { n: 7 }))
  await expect.poll(() => done).toEqual([[7, 1]])
})

test('what is rolled back is not asked for; under one key only the last is', async () => {
  const done: number[] = []
  await db.transaction(scope, async (tx) => {
    enqueue(tx, 'warn', { n: 0 })
    throw new Error('no')
  }).catch(() => {})
  for (const n of [1, 2, 3]) await db.transaction(scope, async (tx) => enqueue(tx, 'warn', { n }, { key: 'case-1' }))
  await start([job<{ n: number }>('warn', async ({ n }) => void done.push(n))])
  await expect.poll(() => done).toEqual([3])
})

test('a job for later waits', async () => {
  const done: string[] = []
  await start([job('later', async () => void done.push('later')), job('now', async () => void done.push('now'))])
  await db.transaction(scope, async (tx) => {
    enqueue(tx, 'later', {}, { runAt: new Date(Date.now() + 3_600_000).toISOString() })
    enqueue(tx, 'now', {})
  })
  await expect.poll(() => done).toEqual(['now'])
})

test('what fails is seen, and tried again', async () => {
  await start([job('broken', () => Promise.reject(new Error('no hay disco')))])
  await db.transaction(scope, async (tx) => enqueue(tx, 'broken', {}))
  await expect.poll(() => listTroubledJobs(db)).toMatchObject([{ name: 'broken', attempts: 1, maxAttempts: 12, lastError: expect.stringContaining('no hay disco') as string, givenUp: false }])
})

test('of two nodes one does what is due, and what was missed is made up for once', async () => {
  let now = Date.UTC(2026, 5, 26, 12)
  const done: string[] = []
  const jobs = [job('tick', every(60), async () => void done.push(new Date(now).toISOString().slice(11, 16)))]
  await start(jobs, () => now)
  await start(jobs, () => now)
  await expect.poll(() => done).toEqual(['12:00'])
  now += 5 * 60_000
  await expect.poll(() => done, { timeout: 5000 }).toEqual(['12:00', '12:05'])
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(done).toEqual(['12:00', '12:05'])
})

test('stopping waits for what is under way', async () => {
  let ended = false
  let begun = false
  const started = await start([job('long', async () => {
    begun = true
    await new Promise((resolve) => setTimeout(resolve, 300))
    ended = true
  })])
  await db.transaction(scope, async (tx) => enqueue(tx, 'long', {}))
  await expect.poll(() => begun).toBe(true)
  await started.stop()
  running = []
  expect(ended).toBe(true)
})

test('workers whose sessions are cut are begun again; what a killed node held is free again', async () => {
  let cut = 0
  const done: number[] = []
  await start([job('cut', async () => {
    // While a job is under way, so that its end cannot be written down by the session it began with.
    if (cut++ === 0) await db.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like '%graphile_worker%'`)
  }), job('held', async (payload: { n: number }) => void done.push(payload.n))])
  await db.transaction(scope, async (tx) => enqueue(tx, 'cut', {}))
  await expect.poll(() => cut).toBe(1)
  await db.asOwner((tx) => tx`
    with held as (select id from graphile_worker.add_job('held', '{"n": 7}'::json, run_at => now() + interval '1 hour'))
    select from held`)
  await db.asOwner((tx) => tx`
    update graphile_worker._private_jobs j set run_at = now(), locked_by = 'worker-of-the-dead', locked_at = now() - interval '16 minutes'
    from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = 'held'`)
  for (const one of running) await one.stop()
  running = []
  await start([job('held', async (payload: { n: number }) => void done.push(payload.n))])
  await expect.poll(() => done, { timeout: 8000 }).toEqual([7])
})
