import { statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection } from 'node:net'
import type { Database } from '#platform/server/database.ts'
import { listTroubledJobs } from '#platform/server/jobs.ts'
import { readSchemaState } from '#platform/server/migrations.ts'
import { many } from './command.ts'
import type { Installation } from './installation.ts'
import { schemaSentence } from './refused-start.ts'

/** A thing looked at: 'bad' stops work or loses promises, 'look' asks for somebody's eye, 'good' is as it should be. */
export type Finding = { level: 'good' | 'look' | 'bad'; about: string; sentence: string }

const good = (about: string, sentence: string): Finding => ({ level: 'good', about, sentence })
const look = (about: string, sentence: string): Finding => ({ level: 'look', about, sentence })
const bad = (about: string, sentence: string): Finding => ({ level: 'bad', about, sentence })

/** What is wrong with this installation, in sentences, the worst first. */
export async function examine({ config, embedded }: Installation, db: Database): Promise<Finding[]> {
  const database = await examineDatabase(db, embedded)
  const usable = !database.some(({ level }) => level === 'bad')
  const findings = [
    ...examineFolder(config.dataDir),
    ...database,
    await examineMailServer(config.smtpUrl),
    ...(config.publicUrl.protocol === 'http:' && !['localhost', '127.0.0.1'].includes(config.publicUrl.hostname)
      ? [look('address', `People reach Acuse at ${config.publicUrl.href} without encryption: passwords can be read on the way. Put it behind HTTPS and set ACUSE_PUBLIC_URL.`)]
      : []),
    ...(usable ? await examineWork(db) : []),
  ]
  const order = { bad: 0, look: 1, good: 2 }
  return findings.sort((a, b) => order[a.level] - order[b.level])
}

function examineFolder(dataDir: string): Finding[] {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = (bavail * bsize) / 1e9
  const mode = statSync(join(dataDir, 'secret'), { throwIfNoEntry: false })?.mode
  return [
    free < 1 ? bad('disk', `Only ${free.toFixed(1)} GB are free where ${dataDir} is: free some now, a full disk stops registration.`)
      : free < 5 ? look('disk', `${free.toFixed(1)} GB are free where ${dataDir} is; think of more.`) : good('disk', `${free.toFixed(0)} GB are free where ${dataDir} is.`),
    ...(mode !== undefined && (mode & 0o077) !== 0 ? [bad('secret', `Others on this machine can read ${join(dataDir, 'secret')}. Run: chmod 600 '${join(dataDir, 'secret')}'`)] : []),
  ]
}

async function examineDatabase(db: Database, embedded: boolean): Promise<Finding[]> {
  try {
    const { rows: [row] } = await db.pool.query<{ version: number; name: string; sync: string; fsync: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as name, current_setting('synchronous_commit') as sync, current_setting('fsync') as fsync`,
    )
    const state = await readSchemaState(db.pool)
    const schema = schemaSentence(state)
    return [
      row!.version < 180_000 ? bad('database', `PostgreSQL is ${row!.name}; Acuse needs 18 or newer.`) : good('database', `PostgreSQL ${row!.name}, ${embedded ? 'our own' : 'by DATABASE_URL'}.`),
      state.state === 'empty' ? bad('schema', `There is nothing in the database yet. Run 'acuse start', which prepares it.`)
        : schema ? bad('schema', schema.en) : good('schema', 'The database is as this version needs it.'),
      ...(row!.fsync === 'off' ? [bad('durability', 'fsync is off in the database: a power cut loses what was acknowledged. Turn it on.')] : []),
      ...(row!.sync === 'off' ? [bad('durability', 'synchronous_commit is off in the database: a crash loses what was acknowledged. Turn it on.')] : []),
    ]
  } catch (error) {
    return [bad('database', `The database does not answer: ${(error as Error).message}.`)]
  }
}

async function examineMailServer(smtpUrl: string | null): Promise<Finding> {
  if (!smtpUrl) return look('mail', 'No mail server is set: mails wait in the outbox. Set ACUSE_SMTP_URL.')
  const { hostname, port, protocol } = new URL(smtpUrl)
  const reached = await new Promise<boolean>((resolve) => {
    const socket = createConnection({ host: hostname, port: Number(port || (protocol === 'smtps:' ? 465 : 587)), timeout: 3000 })
    const end = (answer: boolean) => { socket.destroy(); resolve(answer) }
    socket.once('connect', () => end(true)).once('error', () => end(false)).once('timeout', () => end(false))
  })
  return reached ? good('mail', `The mail server ${hostname} answers.`) : bad('mail', `The mail server ${hostname} does not answer: mails wait in the outbox.`)
}

type Counts = {
  companies: number; mailsWaiting: number; mailsFailed: number; unsealed: number; oldestUnsealedMinutes: number | null; ownerless: number; uncovered: string[]; unproved: number; clockSeconds: number
}

/** What the work itself shows to be wrong. */
async function examineWork(db: Database): Promise<Finding[]> {
  const [counts] = await db.asOwner((tx) => tx<Counts>`
    select (select count(*) from organisations) as companies,
      (select count(*) from outgoing_mails where state = 'waiting' and not_before < now() - interval '15 minutes') as mails_waiting,
      (select count(*) from outgoing_mails where state = 'failed') as mails_failed,
      (select count(*) from history_pending) as unsealed,
      (select extract(epoch from now() - min(h.at)) / 60 from history_pending p join history h on h.organisation_id = p.organisation_id and h.id = p.id) as oldest_unsealed_minutes,
      (select count(*) from cases where status = 'open' and owner_id is null) as ownerless,
      (select count(*) from cases where status = 'open' and due_at is null and waiting_for is distinct from 'customer') as unproved,
      array(select b.code from branches b where b.active and not exists (
        select from grants g where g.organisation_id = b.organisation_id and g.branch_id = b.id and g.role = 'branch-responsible' and g.from_on <= current_date and coalesce(g.until_on >= current_date, true)
      ) order by b.code limit 20) as uncovered,
      extract(epoch from clock_timestamp()) - ${Date.now() / 1000}::float8 as clock_seconds`)
  const jobs = await listTroubledJobs(db)
  const c = counts!
  const findings: (Finding | false)[] = [
    c.companies === 0 && look('company', 'There is no company yet. Open Acuse in a browser to set it up.'),
    c.mailsWaiting > 0 && look('mail', `${many(c.mailsWaiting, 'mail has', 'mails have')} waited for more than a quarter of an hour.`),
    c.mailsFailed > 0 && look('mail', `${many(c.mailsFailed, 'mail', 'mails')} failed for good; see the outbox.`),
    (c.oldestUnsealedMinutes ?? 0) > 10 && bad('history', `${many(c.unsealed, 'entry of the history is', 'entries of the history are')} not sealed yet, the oldest for ${Math.round(c.oldestUnsealedMinutes!)} minutes. Is a node with ACUSE_ROLE all or jobs running?`),
    c.ownerless > 0 && look('cases', `${many(c.ownerless, 'open case has', 'open cases have')} no owner.`),
    c.unproved > 0 && bad('cases', `${many(c.unproved, 'open case has', 'open cases have')} no running term.`),
    c.uncovered.length > 0 && look('branches', `Nobody answers for ${c.uncovered.join(', ')}: give each a responsible and a substitute.`),
    Math.abs(c.clockSeconds) > 30 && bad('clock', `The clocks of this machine and of the database differ by ${Math.round(Math.abs(c.clockSeconds))} seconds: set both by NTP.`),
    ...jobs.slice(0, 5).map((job) => (job.givenUp ? bad : look)('jobs', `The job ${job.name} failed ${many(job.attempts, 'time', 'times')}: ${job.lastError.slice(0, 200)}`)),
  ]
  const wrong = findings.filter((finding): finding is Finding => finding !== false)
  return wrong.length > 0 ? wrong : [good('work', 'Nothing in the work shows anything wrong.')]
}
