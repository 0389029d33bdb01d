import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { runningDatabase } from '#platform/server/embedded-postgres.ts'
import { acuse, AcuseProcess, freePort, postmasterOf } from './acuse-process.ts'
import { aCompanyOverHttp } from './company-over-http.ts'

const CLIENTS = 8
const BRANCHES = ['BOG', 'MED', 'CAL']
const KINDS = ['request', 'complaint', 'claim', 'suggestion', 'compliment']

export type KillReport = {
  kills: { program: number; database: number }
  acknowledged: number
  /** Sends of a key whose answer never came, sent again until one came. */
  repeated: number
  /** What of the promises does not hold, in sentences; empty when all do. */
  broken: string[]
}

type Case = { id: string; number: string }

/**
 * The product under eight clients that register, killed with SIGKILL at random moments (the program, or its PostgreSQL) and started
 * again; whoever got no answer sends the same key again. Then what was acknowledged is held against what is there.
 */
export async function killRepeatedly(times: number, tell: (line: string) => void = () => {}): Promise<KillReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'acuse-kill-'))
  const port = await freePort()
  let server = new AcuseProcess(dataDir, port)
  try {
    await server.answers()
    const { token } = await aCompanyOverHttp(server.url, BRANCHES)
    const load = register(server.url, token)
    const kills = { program: 0, database: 0 }
    for (let kill = 1; kill <= times; kill++) {
      await wait(200 + Math.random() * 1200)
      if (kill % 2 === 1) {
        await server.kill()
        kills.program++
        server = new AcuseProcess(dataDir, port)
      } else {
        const pid = postmasterOf(dataDir)
        if (pid) process.kill(pid, 'SIGKILL')
        kills.database++
      }
      await server.answers()
      tell(`kill ${kill} of ${times}: ${load.acknowledged.size} acknowledged`)
    }
    await wait(500)
    await load.end()
    const broken = [...(await compare(dataDir, [...load.acknowledged.values()])), ...load.contradictions]
    const { code } = await server.stop()
    if (code !== 0) broken.push(`asked to stop, it ended with ${code}`)
    broken.push(...(await verifyHistory(dataDir)))
    return { kills, acknowledged: load.acknowledged.size, repeated: load.repeated(), broken }
  } finally {
    await server.kill()
    const pid = postmasterOf(dataDir)
    if (pid) process.kill(pid, 'SIGKILL')
    await wait(300)
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function register(url: string, token: string) {
  const acknowledged = new Map<string, Case>()
  const contradictions: string[] = []
  let repeated = 0
  const enough = new AbortController()
  const send = async (key: string, body: string): Promise<Case | null> => {
    try {
      const answer = await fetch(`${url}/api/v1/cases`, {
        method: 'POST', body, signal: AbortSignal.timeout(10_000),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key },
      })
      const text = await answer.text()
      if (answer.status === 201) return JSON.parse(text) as Case
      if (answer.status < 500) contradictions.push(`a good registration was answered ${answer.status}: ${text}`)
      return null
    } catch {
      return null
    }
  }
  const client = async (index: number) => {
    for (let n = 0; !enough.signal.aborted; n++) {
      const key = crypto.randomUUID()
      const body = bodyOf(index, n)
      // Now and then the same intention is sent twice at the same moment, as an impatient program does.
      const [first, second] = await Promise.all([send(key, body), n % 20 === 7 ? send(key, body) : null])
      let reply = first ?? second
      if (first && second && first.number !== second.number) contradictions.push(`${key} was answered ${first.number} and ${second.number}`)
      for (let tries = 0; !reply; tries++) {
        if (tries > 600) throw new Error('no answer for a minute')
        await wait(50 + Math.random() * 50)
        repeated++
        reply = await send(key, body)
      }
      acknowledged.set(key, reply)
    }
  }
  const clients = Promise.all(Array.from({ length: CLIENTS }, (_, index) => client(index)))
  clients.catch(() => {})
  return {
    acknowledged, contradictions,
    repeated: () => repeated,
    async end() {
      enough.abort()
      await clients
    },
  }
}

function bodyOf(index: number, n: number): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)]!
  return JSON.stringify({
    kind: pick(KINDS), channel: pick(['telephone', 'mail', 'web', 'visit']), branch: pick(BRANCHES), description: `Caso ${n} del cliente ${index}: el cilindro llegó vacío`,
    customer: Math.random() < 0.3 ? { status: 'new', name: `Taller ${index}-${n}`, telephone: '300 555 0101' } : { status: 'anonymous' },
    reporter: { name: 'Luz Mora', ...(Math.random() < 0.5 ? { email: 'luz@example.com' } : {}) },
  })
}

/** What is in the database against what was answered. */
async function compare(dataDir: string, acknowledged: readonly Case[]): Promise<string[]> {
  const client = new pg.Client(runningDatabase(join(dataDir, 'database'))!.connection)
  await client.connect()
  const rows = async <Row extends object>(text: string) => (await client.query<Row>(text)).rows
  const cases = await rows<Case>('select id, number from cases')
  const there = new Map(cases.map(({ id, number }) => [id, number]))
  const broken = acknowledged.filter(({ id, number }) => there.get(id) !== number).map(({ number }) => `${number} was acknowledged and is not there`)
  const known = new Set(acknowledged.map(({ id }) => id))
  broken.push(...cases.filter(({ id }) => !known.has(id)).map(({ number }) => `${number} is there and nobody was told of it`))
  for (const row of await rows(`
    select c.branch_id, c.year, count(*)::int as cases, min(c.seq) as first, max(c.seq) as last, k.last as given from cases c
    join case_counters k using (organisation_id, branch_id, year) group by c.branch_id, c.year, k.last
    having min(c.seq) <> 1 or max(c.seq) <> count(*) or k.last <> count(*) or count(distinct c.seq) <> count(*)`))
    broken.push(`numbers are not consecutive: ${JSON.stringify(row)}`)
  for (const [what, text] of Object.entries(WHOLE)) {
    const [{ n } = { n: 0 }] = await rows<{ n: number }>(text)
    if (n > 0) broken.push(`${n} ${what}`)
  }
  await client.end()
  return broken
}

/** Of a registration all is there, or nothing. */
const WHOLE: Record<string, string> = {
  'cases without exactly one contact': `select count(*)::int as n from cases c where (select count(*) from contacts k where k.case_id = c.id) <> 1`,
  'contacts without their case': `select count(*)::int as n from contacts k where k.case_id is not null and not exists (select from cases c where c.id = k.case_id)`,
  'open cases without a running term': `select count(*)::int as n from cases c where not exists (select from case_terms t where t.case_id = c.id and t.state = 'running')`,
  'cases whose history does not say once that they were registered': `select count(*)::int as n from cases c where (select count(*) from history h where h.subject_id = c.id and h.action = 'case-registered') <> 1`,
  'cases with two acknowledgements': `select count(*)::int as n from (select from outgoing_mails where purpose = 'acknowledgement' group by subject_id having count(*) > 1) m`,
  'customers written twice': `select count(*)::int as n from (select from customers where name like 'Taller %' group by name having count(*) > 1) c`,
}

async function verifyHistory(dataDir: string): Promise<string[]> {
  const { code, out, err } = await acuse('audit', 'verify', '--json', '--data', dataDir)
  const verdict = JSON.parse(out || '{}') as { ok?: boolean; checked?: number }
  return code === 0 && verdict.ok && (verdict.checked ?? 0) > 0 ? [] : [`the history is not as it was sealed: ${out}${err}`]
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { times: { type: 'string', default: '50' } } })
  const report = await killRepeatedly(Number(values.times), console.log)
  console.log(JSON.stringify(report, null, 2))
  process.exitCode = report.broken.length > 0 ? 1 : 0
}
