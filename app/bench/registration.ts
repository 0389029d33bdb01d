import { once } from 'node:events'
import { createConnection } from 'node:net'
import { shortTitle } from '#kernel/plain-text.ts'
import { writeCase } from '../demonstration/writer.ts'
import { benchToken, type BenchCompany } from './bench-company.ts'
import { withDatabaseApart } from './database-apart.ts'
import { measured, percentile, type Measured } from './measure.ts'
import { referenceOf, type Reply } from './registration-reference.ts'
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
 * time: by pgbench with prepared statements where it is installed, else by the same statements over a connection a client. Measured
 * with all on the same cores, where what the program and either client take is taken from the database; and with the database apart
 * from them, as on a machine of its own.
 */
export async function benchRegistration(company: BenchCompany): Promise<Measured[]> {
  const token = await benchToken(company)
  const bodies = Array.from({ length: TEXTS }, (_, at) => bodyOf(at, company))
  const results = [await compare(company, token, bodies), await withDatabaseApart(company, () => compare(company, token, bodies))]
  return results.flatMap((rates, apart) => rates === null ? [] : reported(apart ? 'registration, database apart' : 'registration', rates))
}

type Rates = { ours: number[]; limit: number[]; waits: number[]; by: string }

async function compare(company: BenchCompany, token: string, bodies: readonly string[]): Promise<Rates> {
  const server = await startServer(company)
  const rates: Rates = { ours: [], limit: [], waits: [], by: '' }
  try {
    const replies = await registerOnes(server.url, token, bodies)
    const forget = await keepTold(company, bodies, replies)
    const reference = referenceOf(company, replies[0]!, { clients: CLIENTS, texts: TEXTS })
    await register(server.url, token, bodies, 2, [])
    for (let round = 0; round < ROUNDS; round++) {
      rates.limit.push(await reference.run(SECONDS))
      rates.ours.push(await register(server.url, token, bodies, SECONDS, rates.waits))
    }
    await forget()
    return { ...rates, by: reference.by }
  } finally {
    await server.stop()
  }
}

function reported(name: string, { ours, limit, waits, by }: Rates): Measured[] {
  const reference = percentile(limit, 0.5)
  return [
    measured(name, percentile(ours, 0.5), reference, `per second, median of ${ROUNDS} rounds of ${SECONDS} s in turn (ours: HTTP with an Idempotency-Key; limit: the same rows in SQL; hold ≥ 0.8)`, by),
    measured(`${name} p95`, percentile(waits, 0.95), 1000 / (reference / CLIENTS), 'ms (limit: mean of the reference)'),
  ]
}

let next = 0

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
