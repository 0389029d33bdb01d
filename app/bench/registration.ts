import { spawn, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { shortTitle } from '#kernel/plain-text.ts'
import { writeCase } from '../demonstration/writer.ts'
import { benchToken, type BenchCompany } from './bench-company.ts'
import { measured, percentile, type Measured } from './measure.ts'
import { startServer } from './server-process.ts'

const CLIENTS = 8
const SECONDS = 5
const ROUNDS = 6
/** As many as clients, so that few wait for one another's number. */
const BRANCHES = 8
/** Written before anything is timed: writing them is the demonstration's work. */
const TEXTS = 1000

/**
 * Registering over HTTP, durable, against committing the same rows with the same keys, indexes and policies one statement at a
 * time: by pgbench with prepared statements where it is installed, else by the same statements over a connection a client.
 */
export async function benchRegistration(company: BenchCompany): Promise<Measured[]> {
  const token = await benchToken(company)
  const bodies = Array.from({ length: TEXTS }, (_, at) => bodyOf(at, company))
  const server = await startServer(company)
  const pgbench = findPgbench()
  const rates = { ours: [] as number[], limit: [] as number[] }
  const waits: number[] = []
  try {
    const replies = await registerOnes(server.url, token, bodies)
    const forget = await keepTold(company, bodies, replies)
    const script = referenceScript(company, replies[0]!)
    await register(server.url, token, bodies, 2, [])
    for (let round = 0; round < ROUNDS; round++) {
      rates.limit.push(pgbench ? await runPgbench(pgbench, company.connection, script) : await replay(company.connection, script))
      rates.ours.push(await register(server.url, token, bodies, SECONDS, waits))
    }
    await forget()
  } finally {
    await server.stop()
  }
  const by = pgbench ? `pgbench -M prepared -c ${CLIENTS}` : `the statements of the script replayed over ${CLIENTS} connections (pgbench is not installed)`
  return [
    measured('registration', percentile(rates.ours, 0.5), percentile(rates.limit, 0.5), `per second, median of ${ROUNDS} rounds of ${SECONDS} s in turn (ours: HTTP with an Idempotency-Key; limit: the same rows in SQL; hold ≥ 0.8)`, by),
    measured('registration p95', percentile(waits, 0.95), 1000 / (percentile(rates.limit, 0.5) / CLIENTS), 'ms (limit: mean of the reference)'),
  ]
}

let next = 0

type Reply = { receivedAt: string; owner: { id: string } | null; terms: { rule: string; ruleVersion: number; clock: string; layer: string; dueOn: string; dueAt: string; calendar: { id: string; version: number }; governs: boolean }[] }

/** As one registration in each branch is answered: the reference writes as many rows, for the same owners, and keeps the same answer. */
async function registerOnes(url: URL, token: string, bodies: readonly string[]): Promise<Reply[]> {
  const client = await connect(url)
  const replies: Reply[] = []
  for (const body of bodies.slice(0, BRANCHES)) replies.push(JSON.parse(await client.post(token, body)) as Reply)
  client.end()
  return replies
}

async function register(url: URL, token: string, bodies: readonly string[], seconds: number, waits: number[]): Promise<number> {
  const until = performance.now() + seconds * 1000
  let done = 0
  const clientAtWork = async () => {
    const client = await connect(url)
    while (performance.now() < until) {
      const body = bodies[next++ % bodies.length]!
      const from = performance.now()
      await client.post(token, body)
      waits.push(performance.now() - from)
      done++
    }
    client.end()
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, clientAtWork))
  return done / ((performance.now() - from) / 1000)
}

function bodyOf(at: number, { branchIds }: BenchCompany): string {
  const { kind, channel, description, wishedOutcome, serial, orderNumber, reporter } = writeCase(at, 7)
  return JSON.stringify({
    kind, channel, description, wishedOutcome, serial, orderNumber, branchId: branchIds[at % BRANCHES],
    reporter: { name: reporter.name, telephone: reporter.telephone }, customer: { status: 'anonymous' }, acknowledge: false,
  })
}

/** Over one connection, one request after another, as lean as pgbench: what the client costs, the server on the same machine does not have. */
async function connect({ hostname, port }: URL): Promise<{ post(token: string, body: string): Promise<string>; end(): void }> {
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  let read = ''
  let answered: { resolve(body: string): void; reject(error: Error): void } | null = null
  socket.setEncoding('utf8')
  socket.on('error', (error) => answered?.reject(error)).on('close', () => answered?.reject(new Error('the server closed the connection')))
  socket.on('data', (chunk: string) => {
    read += chunk
    const head = read.indexOf('\r\n\r\n')
    const length = head < 0 ? null : /content-length: (\d+)/i.exec(read.slice(0, head))
    if (!length || Buffer.byteLength(read) < head + 4 + Number(length[1])) return
    const [status, body] = [read.slice(9, 12), read.slice(head + 4)]
    read = ''
    if (status === '201') answered!.resolve(body)
    else answered!.reject(new Error(`${status}: ${body}`))
  })
  return {
    post: (token, body) => new Promise((resolve, reject) => {
      answered = { resolve, reject }
      socket.write(`POST /api/v1/cases HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\nidempotency-key: ${crypto.randomUUID()}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    }),
    end: () => void socket.end(),
  }
}

/** What the bench registers, where the reference finds it: with the same texts the same words are indexed. */
async function keepTold({ db }: BenchCompany, bodies: readonly string[], replies: readonly Reply[]): Promise<() => Promise<unknown>> {
  const rows = bodies.map((body, n) => {
    const raw = JSON.parse(body) as { description: string }
    return { n, raw, title: shortTitle(raw.description), owner_id: replies[n % BRANCHES]!.owner?.id ?? null }
  })
  await db.asOwner((tx) => tx`drop table if exists bench_told`)
  await db.asOwner((tx) => tx`create unlogged table bench_told (n integer primary key, raw jsonb not null, title text not null, owner_id uuid)`)
  await db.asOwner(async (tx) => {
    void tx`insert into bench_told select t.* from jsonb_to_recordset(${JSON.stringify(rows)}) as t (n integer, raw jsonb, title text, owner_id uuid)`
    await tx`grant select on bench_told to acuse_app`
  })
  return () => db.asOwner((tx) => tx`drop table bench_told`)
}

/** The rows of one registration, as statements; counter and client make ids that grow, as ours do, '@@' stands for the run. */
function referenceScript({ organisationId, actor }: BenchCompany, reply: Reply): string[] {
  const org = `'${organisationId}'`
  const id = (kind: string) => `('@@' || lpad(to_hex(:n::int % 65536), 4, '0') || '-7${kind}-8' || lpad(to_hex(:client_id::int), 3, '0') || '-' || lpad(to_hex(:n::int / 65536), 12, '0'))::uuid`
  const instant = (text: string) => `'${text.replaceAll(':', '')}'::timestamptz`
  // A first answer is due so many hours on, an answer at the end of a day.
  const dueAt = (clock: string, at: string) => (clock === 'first-answer' ? `now() + (${instant(at)} - ${instant(reply.receivedAt)})` : instant(at))
  const terms = reply.terms.map(({ rule, ruleVersion, clock, layer, dueOn, dueAt: at, calendar }, i) =>
    `(${org}, ${id(`a${i}0`)}, ${id('001')}, '${clock}', '${layer}', '${rule}', ${ruleVersion}, '${calendar.id}', ${calendar.version}, now(), date '${dueOn}', ${dueAt(clock, at)}, 'running')`)
  const [binds, owed] = [reply.terms.find(({ governs }) => governs)!, reply.terms.find(({ layer }) => layer === 'law')!]
  const due = [binds, owed].flatMap(({ clock, dueOn, dueAt: at }) => [dueAt(clock, at), `date '${dueOn}'`]).join(', ')
  const told = `bench_told t where t.n = (:n::int * ${CLIENTS} + :client_id::int) % ${TEXTS}`
  const branch = `(t.raw ->> 'branchId')::uuid`
  return [
    'begin',
    `select set_config('role', 'acuse_app', true), set_config('acuse.organisation', ${org}, true), set_config('acuse.actor', '${actor.id}', true), set_config('acuse.all', 'on', true), set_config('acuse.branches', '{}', true), set_config('acuse.areas', '{}', true), set_config('acuse.suppliers', '{}', true)`,
    `insert into contacts (organisation_id, id, door, direction, at, branch_id, taken_by, raw, outcome, case_id) select ${org}, ${id('002')}, t.raw ->> 'channel', 'in', now(), ${branch}, '${actor.id}', t.raw, 'case', ${id('001')} from ${told}`,
    `with t as (select * from ${told}), given as (insert into case_counters (organisation_id, branch_id, year, last) select ${org}, ${branch}, 2026, 1 from t on conflict (organisation_id, branch_id, year) do update set last = case_counters.last + 1 returning last) insert into cases (organisation_id, id, branch_id, year, seq, number, kind, channel, stage, title, description, wished_outcome, serial, order_number, reporter, customer_status, registered_by, received_at, registered_at, owner_id, due_at, due_on, owed_at, owed_on, due_rule, owed_layer) select ${org}, ${id('001')}, ${branch}, 2026, last, right(t.raw ->> 'branchId', 12) || '-' || last, t.raw ->> 'kind', t.raw ->> 'channel', 'after-sale', t.title, t.raw ->> 'description', t.raw ->> 'wishedOutcome', t.raw ->> 'serial', t.raw ->> 'orderNumber', t.raw -> 'reporter', 'anonymous', '${actor.id}', now(), now(), t.owner_id, ${due}, '${binds.rule}', 'law' from given, t returning seq`,
    `insert into case_terms (organisation_id, id, case_id, clock, layer, rule_id, rule_version, calendar_id, calendar_version, received_at, due_on, due_at, state) values ${terms.join(', ')}`,
    `with entry as (insert into history (organisation_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, details) select ${org}, ${id('003')}, now(), 'token', '${actor.id}', 'case-registered', 'case', ${id('001')}, jsonb_build_object('kind', t.raw -> 'kind', 'channel', t.raw -> 'channel', 'branchId', t.raw -> 'branchId', 'receivedAt', now()) from ${told} returning organisation_id, id) insert into history_pending (organisation_id, id) select organisation_id, id from entry`,
    `insert into idempotency_keys (organisation_id, actor_id, key, request_hash, status, reply) values (${org}, '${actor.id}', ${id('004')}::text, decode(md5('x'), 'hex'), 201, convert_from(decode('${Buffer.from(JSON.stringify(reply)).toString('base64')}', 'base64'), 'utf8')::jsonb)`,
    'commit',
  ]
}

function findPgbench(): string | null {
  const folders = ['/usr/lib/postgresql', '/usr/local/bin', '/usr/bin']
  try {
    const versions = readdirSync(folders[0]!).sort((a, b) => Number(b) - Number(a)).map((version) => join(folders[0]!, version, 'bin/pgbench'))
    return versions.find((file) => runs(file)) ?? null
  } catch {
    return runs('pgbench') ? 'pgbench' : null
  }
}

function runs(file: string): boolean {
  try {
    execFileSync(file, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Ids of one run begin with its second, so that they grow from run to run and never meet. */
const base = () => `${Math.floor(Date.now() / 1000).toString(16).padStart(8, '0')}-`

const OPEN = `\\set n :n + 1\n`

async function runPgbench(pgbench: string, connection: pg.PoolConfig, script: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'acuse-bench-'))
  const file = join(folder, 'registration.sql')
  const prefix = base()
  const statements = script.map((statement) => `${withPrefix(statement, prefix)};`).join('\n')
  writeFileSync(file, OPEN + statements)
  const asked = ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-j', '2', '-T', String(SECONDS), '-D', 'n=0', '-f', file, '-h', String(connection.host), '-p', String(connection.port ?? 5432), '-U', String(connection.user), String(connection.database)]
  try {
    return await new Promise((resolve, reject) => {
      const child = spawn(pgbench, asked, { stdio: ['ignore', 'pipe', 'pipe'], env: { PGOPTIONS: '-c search_path=public', PATH: '/usr/bin:/bin' } })
      let out = ''
      child.stdout.on('data', (chunk) => (out += chunk))
      child.stderr.on('data', (chunk) => (out += chunk))
      child.on('exit', () => {
        const rate = /tps = ([\d.]+)/.exec(out)?.[1]
        if (rate && !/aborted|ERROR/.test(out)) resolve(Number(rate))
        else reject(new Error(`pgbench: ${out.slice(-800)}`))
      })
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const withPrefix = (statement: string, prefix: string): string => statement.replaceAll('@@', prefix)

async function replay(connection: pg.PoolConfig, script: readonly string[]): Promise<number> {
  const prefix = base()
  const until = performance.now() + SECONDS * 1000
  let done = 0
  const client = async (index: number) => {
    const own = new pg.Client({ ...connection, options: '-c search_path=public' })
    await own.connect()
    for (let n = 1; performance.now() < until; n++, done++)
      for (const [at, statement] of script.entries()) {
        const values: number[] = []
        const text = withPrefix(statement, prefix).replace(/(?<!:):(n|client_id)\b/g, (_, name: string) => {
          values.push(name === 'n' ? n : index)
          return `$${values.length}`
        })
        await own.query({ name: `s${at}`, text, values })
      }
    await own.end()
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: CLIENTS }, (_, index) => client(index)))
  return done / ((performance.now() - from) / 1000)
}
