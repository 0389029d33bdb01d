import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openMailbox, type Mail } from '#test/journeys/mailbox.ts'
import { runningDatabase } from '#platform/server/embedded-postgres.ts'
import { acuse, AcuseProcess, freePort, postmasterOf } from './acuse-process.ts'
import { aCompanyOverHttp } from './company-over-http.ts'
import { insistent, type Insistent } from './insistent.ts'
import { IMPORTED, importUntilDone } from './killed-import.ts'
import { actInBulkAndUndo, answerByMail, beginAndEndDuties, MANY, mergeAndUnmerge, type Act } from './long-acts.ts'

const CLIENTS = 8
const BRANCHES = ['BOG', 'MED', 'CAL']
const KINDS = ['request', 'complaint', 'claim', 'suggestion', 'compliment']

export type KillReport = {
  kills: { program: number; database: number }
  acknowledged: number
  /** Sends of a key whose answer never came, sent again until one came. */
  repeated: number
  /** Merges with their un-merging, bulk acts with their undoing, answers by mail, duties, each to its end; tries of an import; mails that arrived. */
  acts: { merges: number; bulks: number; answers: number; duties: number; imports: number; mails: number }
  /** What of the promises does not hold, in sentences; empty when all do. */
  broken: string[]
}

type Case = { id: string; number: string }

/** The program once more. An import that found nobody there may hold the folder until it has ended: the one who started it would start it again. */
async function begunAgain(begin: () => AcuseProcess): Promise<AcuseProcess> {
  for (let tries = 1; ; tries++) {
    const server = begin()
    const why = await server.answers().then(() => null, (error: Error) => error)
    if (why === null) return server
    if (tries === 20 || !why.message.includes('already running with the data folder')) throw why
    await wait(500)
  }
}

/**
 * The product under eight clients that register and others that merge, act on many, answer by mail, begin and end duties and import, killed with SIGKILL at
 * random moments (the program, or its PostgreSQL) and started again; whoever got no answer sends the same key again. Then what was
 * acknowledged is held against what is there, and what was sent against what arrived.
 */
export async function killRepeatedly(times: number, tell: (line: string) => void = () => {}): Promise<KillReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'acuse-kill-'))
  const port = await freePort()
  const mailbox = await openMailbox()
  const begin = () => new AcuseProcess(dataDir, port, { ACUSE_SMTP_URL: mailbox.url, ACUSE_MAIL_FROM: 'servicio@gases.example' })
  let server = begin()
  try {
    await server.answers()
    const { token } = await aCompanyOverHttp(server.url, BRANCHES)
    const load = register(server.url, token)
    const others = actOn(server.url, token, dataDir)
    const kills = { program: 0, database: 0 }
    for (let kill = 1; kill <= times; kill++) {
      await wait(200 + Math.random() * 1200)
      if (kill % 2 === 1) {
        await server.kill()
        kills.program++
        server = await begunAgain(begin)
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
    const acts = await others.end()
    const broken = [...(await compare(dataDir, [...load.acknowledged.values(), ...others.registered], mailbox.mails)), ...load.contradictions, ...others.broken]
    const { code } = await server.stop()
    if (code !== 0) broken.push(`asked to stop, it ended with ${code}`)
    broken.push(...(await verifyHistory(dataDir)))
    return { kills, acknowledged: load.acknowledged.size, repeated: load.repeated(), acts: { ...acts, mails: mailbox.mails.length }, broken }
  } finally {
    await server.kill()
    const pid = postmasterOf(dataDir)
    if (pid) process.kill(pid, 'SIGKILL')
    await wait(300)
    rmSync(dataDir, { recursive: true, force: true })
    await mailbox.close()
  }
}

/** What takes longer than one registration, done over and over by one each. */
function actOn(url: string, token: string, dataDir: string) {
  const enough = new AbortController()
  const broken: string[] = []
  const registered: Case[] = []
  const plain = insistent(url, token)
  const ask: Insistent = async <Reply>(...asked: Parameters<Insistent>) => {
    const answered = await plain<Reply>(...asked)
    if (asked[1] === '/cases' && answered.status === 201) registered.push(answered.reply as unknown as Case)
    return answered
  }
  const overAndOver = async (act: Act) => {
    let times = 0
    for (; !enough.signal.aborted; times++) await act(ask, broken)
    return times
  }
  const acting = Promise.all([overAndOver(mergeAndUnmerge), overAndOver(actInBulkAndUndo), overAndOver(answerByMail), overAndOver(beginAndEndDuties), importUntilDone(dataDir)])
  acting.catch(() => {})
  return {
    broken, registered,
    async end() {
      enough.abort()
      const [merges, bulks, answers, duties, imports] = await acting
      return { merges, bulks, answers, duties, imports }
    },
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
async function compare(dataDir: string, acknowledged: readonly Case[], arrived: readonly Mail[]): Promise<string[]> {
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
  const times = new Map<string, number>()
  for (const { messageId } of arrived) times.set(messageId, (times.get(messageId) ?? 0) + 1)
  const mails = await rows<LeftMail>('select message_id as "messageId", state, attempts from outgoing_mails')
  broken.push(...mails.flatMap((mail) => wrongMail(mail, times.get(mail.messageId ?? '') ?? 0)))
  await client.end()
  return broken
}

type LeftMail = { messageId: string | null; state: string; attempts: number }

/** A mail leaves once. One that was in hand when its sender was killed may leave again, under the same id, and says so by its attempts. */
function wrongMail({ messageId, state, attempts }: LeftMail, arrived: number): string[] {
  if (state === 'sent' && arrived === 0) return [`${messageId} is said to be sent and did not arrive`]
  if (arrived > attempts) return [`${messageId} arrived ${arrived} times of ${attempts} attempts`]
  return []
}

/** Of a registration all is there, or nothing; and of what else was done. */
const WHOLE: Record<string, string> = {
  'cases without exactly one contact': `select count(*)::int as n from cases c where (select count(*) from contacts k where k.case_id = c.id) <> 1`,
  'contacts without their case': `select count(*)::int as n from contacts k where k.case_id is not null and not exists (select from cases c where c.id = k.case_id)`,
  'open cases without a running term': `select count(*)::int as n from cases c where c.status = 'open' and not exists (select from case_terms t where t.case_id = c.id and t.state = 'running')`,
  'cases whose history does not say once that they were registered': `select count(*)::int as n from cases c where (select count(*) from history h where h.subject_id = c.id and h.action = 'case-registered') <> 1`,
  'cases with two acknowledgements': `select count(*)::int as n from (select from outgoing_mails where purpose = 'acknowledgement' group by subject_id having count(*) > 1) m`,
  'merged cases that are not wholly merged': `
    select count(*)::int as n from cases c where c.status = 'merged' and (
      c.merged_into is null or c.due_at is not null or exists (select from case_terms t where t.case_id = c.id and t.state = 'running' and t.clock <> 'acknowledgement')
      or (select count(*) from case_merges m where m.case_id = c.id and m.into_id = c.merged_into and m.unmerged_at is null) <> 1)`,
  'merges whose case is not merged': `select count(*)::int as n from case_merges m join cases c on c.id = m.case_id where m.unmerged_at is null and c.status <> 'merged'`,
  'bulk acts without a row for each case': `select count(*)::int as n from case_bulks b where (select count(*) from case_bulk_rows r where r.bulk_id = b.id) <> ${MANY}`,
  'cases acted on twice by one bulk act': `select count(*)::int as n from (select from history where action = 'case-classified' group by subject_id having count(*) > 1) h`,
  'answers that do not say what became of their mail': `
    select count(*)::int as n from case_answers a join outgoing_mails m on m.id = a.mail_id where (m.state = 'sent') <> (a.told_at is not null)`,
  'duties begun twice': `select count(*)::int as n from (select from case_duties group by case_id, rule_id having count(*) > 1) d`,
  'duties whose clock does not say how they ended': `
    select count(*)::int as n from case_duties d join case_terms t on t.id = d.term_id left join case_duty_ends e on e.duty_id = d.id
    where t.case_id <> d.case_id or t.state <> case e.outcome when 'done' then 'met' when 'not-owed' then 'cancelled' else 'running' end`,
  'duties that ended, and whose history does not say so once for each time': `
    select count(*)::int as n from case_duty_ends e where (select count(*) from history h where h.subject_id = e.case_id and h.action in ('duty-done', 'duty-released') and h.details ->> 'dutyId' = e.duty_id::text)
      <> 1 + (select count(*) from case_duty_ends_taken_back b where b.duty_id = e.duty_id)`,
  'what was said of duties and taken back, and not so by its history': `
    select count(*)::int as n from case_duties d where (select count(*) from history h where h.subject_id = d.case_id and h.action = 'duty-taken-back' and h.details ->> 'dutyId' = d.id::text)
      <> (select count(*) from case_duty_ends_taken_back b where b.duty_id = d.id)`,
  'customers that the import left out, or wrote twice': `
    select abs(count(*) - ${IMPORTED})::int + (count(*) - count(distinct code))::int as n from customers where code like 'IMP-%'`,
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
