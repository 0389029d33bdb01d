import { setTimeout as wait } from 'node:timers/promises'
import { run, Logger, type JobHelpers } from 'graphile-worker'
import pg from 'pg'
import type { Logger as Log } from 'pino'
import { lastDue, type Cadence } from './cadence.ts'
import type { Database, Tx } from './database.ts'
import { repeat } from './repeating.ts'

/** `lastAttempt`: whoever must say that it has failed says so now. `signal` asks to end soon. */
type Attempt = { attempt: number; lastAttempt: boolean; signal: AbortSignal | undefined }
/** Done at least once for each time it is asked for: running it twice does no harm. */
type Verb<Payload> = (payload: Payload, attempt: Attempt) => Promise<unknown>
export type Job = { name: string; cadence: Cadence | null; verb: Verb<unknown> }

/** A job that some verb asks for, with a payload; or one with a cadence, that nobody needs to ask for. */
export function job<Payload>(name: string, verb: Verb<Payload>): Job
export function job(name: string, cadence: Cadence, verb: Verb<unknown>): Job
export function job(name: string, ...[first, second]: [Verb<never>] | [Cadence, Verb<unknown>]): Job {
  return second ? { name, cadence: first as Cadence, verb: second } : { name, cadence: null, verb: first as Verb<unknown> }
}

/**
 * Asks for a job, if the transaction is committed. With a key, what was asked under it before and has not begun is replaced.
 * Not for the path of registering: it wakes the workers, which makes commits wait for one another.
 */
export function enqueue(tx: Tx, name: string, payload: unknown, { key = null, runAt = null }: { key?: string | null; runAt?: string | null } = {}): void {
  void tx`select acuse.enqueue_job(${name}, ${JSON.stringify(payload ?? {})}::json, ${runAt}::timestamptz, ${key}::text)`
}

export type JobsNeeds = {
  /** For sessions of its own: the workers listen. */
  connection: pg.PoolConfig
  db: Database
  log: Log
  jobs: readonly Job[]
  /** How many at once on this node. */
  concurrency?: number
  now?(this: void): number
}

const AGAIN_MS = 1000
/** Without a delay of batching, a job's end that cannot be written is a promise that nobody hears, and it ends the program. */
const HEARD = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }
/** So long a job may hold its lock: whoever held it longer was killed, or does what may be done twice. The workers' own limit is four hours. */
const HELD_MINUTES = 15
const UNLOCK_TICKS = 60

/** Works off what is asked for, here and on every node that does the same. */
export async function startJobs(needs: JobsNeeds): Promise<{ stop(): Promise<void> }> {
  const { connection, db, log, jobs, concurrency = 3, now = Date.now } = needs
  const pool = new pg.Pool({ ...connection, max: concurrency + 2 })
  let stopping = false
  const onError = (error: Error) => void (stopping || log.error(`jobs: ${error.message}`))
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const taskList = Object.fromEntries(
    jobs.map(({ name, verb }) => [
      name,
      async (payload: unknown, { job: { attempts, max_attempts }, abortSignal }: JobHelpers) => {
        await verb(payload, { attempt: attempts, lastAttempt: attempts >= max_attempts, signal: abortSignal })
      },
    ]),
  )
  const begin = () => run({ pgPool: pool, concurrency, noHandleSignals: true, logger: loggerOf(log), taskList, parsedCronItems: [], preset: HEARD })
  let runner = await begin()
  // The workers end when they cannot write down what became of a job, as when the database dies; they are begun again when it is back.
  const keepWorking = async () => {
    for (;;) {
      try {
        return await runner.promise
      } catch (error) {
        if (stopping) return
        log.warn({ reason: (error as Error).message }, 'the workers ended and are begun again')
      }
      await wait(AGAIN_MS, undefined, { ref: false })
      if (stopping) return
      runner = await begin().catch(() => runner)
    }
  }
  void keepWorking()
  const asked = new Map<string, number>()
  const tick = async () => {
    await askForDue(db, jobs, asked, now())
    if (ticks++ % UNLOCK_TICKS === 0) await unlockDead(db)
  }
  let ticks = 0
  const ticking = repeat(1000, tick, (error) => log.error({ err: error }, 'cadences could not be looked at'))
  ticking.poke()
  return {
    async stop() {
      stopping = true
      await ticking.stop()
      await runner.stop().catch(() => {})
      await pool.end()
    },
  }
}

/** Of several nodes the first to write that a cadence was due asks for its job; what was missed while none ran is made up for once. */
async function askForDue(db: Database, jobs: readonly Job[], asked: Map<string, number>, now: number): Promise<void> {
  for (const { name, cadence } of jobs) {
    const due = cadence ? lastDue(cadence, now) : 0
    if (due <= (asked.get(name) ?? 0)) continue
    await db.asOwner(async (tx) => {
      const [first] = await tx`
        insert into acuse.job_cadences as c (name, due_at) values (${name}, ${new Date(due).toISOString()})
        on conflict (name) do update set due_at = excluded.due_at where c.due_at < excluded.due_at
        returning name`
      // In a queue of its own: while one pass is long, the next waits for its end.
      if (first) await tx`select graphile_worker.add_job(${name}, '{}'::json, queue_name => ${name}, job_key => ${`cadence:${name}`}, max_attempts => 12)`
    })
    asked.set(name, due)
  }
}

const unlockDead = (db: Database) => db.asOwner((tx) => tx`
  select graphile_worker.force_unlock_workers(array_agg(distinct held.locked_by))
  from (
    select locked_by, locked_at from graphile_worker._private_jobs
    union all
    select locked_by, locked_at from graphile_worker._private_job_queues
  ) held
  where held.locked_by is not null and held.locked_at < now() - ${`${HELD_MINUTES} minutes`}::interval
  having count(*) > 0`)

export type TroubledJob = { id: string; name: string; attempts: number; maxAttempts: number; runAt: string; lastError: string; givenUp: boolean }

/** What did not succeed the last time it was tried, the newest first; `givenUp` will not be tried again. */
export const listTroubledJobs = (db: Database, limit = 50): Promise<TroubledJob[]> =>
  db.asOwner((tx) => tx<TroubledJob>`
    select id::text, task_identifier as name, attempts, max_attempts, run_at, last_error, attempts >= max_attempts as given_up
    from graphile_worker.jobs
    where last_error is not null
    order by updated_at desc
    limit ${limit}`)

const loggerOf = (log: Log) =>
  new Logger(() => (level, message, meta) => {
    // The workers tell at length of what goes well.
    if (level === 'error') log.error({ meta }, message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
