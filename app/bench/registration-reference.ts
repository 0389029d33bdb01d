import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { BenchCompany } from './bench-company.ts'

/** What of an answer to a registration the reference has to write as well. */
export type Reply = { receivedAt: string; owner: { id: string } | null; terms: { rule: string; ruleVersion: number; clock: string; layer: string; dueOn: string; dueAt: string; calendar: { id: string; version: number }; governs: boolean }[] }

type Load = { clients: number; texts: number }

/** The rate at which the rows of such a registration are committed in SQL alone, and by what. `bench_told` holds the texts. */
export function referenceOf(company: BenchCompany, reply: Reply, load: Load): { by: string; run(seconds: number): Promise<number> } {
  const script = referenceScript(company, reply, load)
  const pgbench = findPgbench()
  const { connection } = company
  return pgbench
    ? { by: `pgbench -M prepared -c ${load.clients}`, run: (seconds) => runPgbench(pgbench, connection, script, load.clients, seconds) }
    : { by: `the statements of the script replayed over ${load.clients} connections (pgbench is not installed)`, run: (seconds) => replay(connection, script, load.clients, seconds) }
}

/** The rows of one registration, as statements; counter and client make ids that grow, as ours do, '@@' stands for the run. */
function referenceScript({ organisationId, actor }: BenchCompany, reply: Reply, { clients, texts }: Load): string[] {
  const org = `'${organisationId}'`
  const id = (kind: string) => `('@@' || lpad(to_hex(:n::int % 65536), 4, '0') || '-7${kind}-8' || lpad(to_hex(:client_id::int), 3, '0') || '-' || lpad(to_hex(:n::int / 65536), 12, '0'))::uuid`
  const instant = (text: string) => `'${text.replaceAll(':', '')}'::timestamptz`
  // A first answer is due so many hours on, an answer at the end of a day.
  const dueAt = (clock: string, at: string) => (clock === 'first-answer' ? `now() + (${instant(at)} - ${instant(reply.receivedAt)})` : instant(at))
  const terms = reply.terms.map(({ rule, ruleVersion, clock, layer, dueOn, dueAt: at, calendar }, i) =>
    `(${org}, ${id(`a${i}0`)}, ${id('001')}, '${clock}', '${layer}', '${rule}', ${ruleVersion}, '${calendar.id}', ${calendar.version}, now(), date '${dueOn}', ${dueAt(clock, at)}, 'running')`)
  const [binds, owed] = [reply.terms.find(({ governs }) => governs)!, reply.terms.find(({ layer }) => layer === 'law')!]
  const due = [binds, owed].flatMap(({ clock, dueOn, dueAt: at }) => [dueAt(clock, at), `date '${dueOn}'`]).join(', ')
  const told = `bench_told t where t.n = (:n::int * ${clients} + :client_id::int) % ${texts}`
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

async function runPgbench(pgbench: string, connection: pg.PoolConfig, script: readonly string[], clients: number, seconds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'acuse-bench-'))
  const file = join(folder, 'registration.sql')
  const prefix = base()
  const statements = script.map((statement) => `${withPrefix(statement, prefix)};`).join('\n')
  writeFileSync(file, OPEN + statements)
  const asked = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds), '-D', 'n=0', '-f', file, '-h', String(connection.host), '-p', String(connection.port ?? 5432), '-U', String(connection.user), String(connection.database)]
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

async function replay(connection: pg.PoolConfig, script: readonly string[], clients: number, seconds: number): Promise<number> {
  const prefix = base()
  const until = performance.now() + seconds * 1000
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
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)))
  return done / ((performance.now() - from) / 1000)
}
