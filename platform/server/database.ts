import { createHash } from 'node:crypto'
import pg from 'pg'
import { readerOf } from './read-column.ts'
import { batched, NOT_RUN, type Statement } from './statement-batch.ts'

/** A piece of SQL with its values; pieces compose inside one another. */
export type Sql = { readonly text: string; readonly values: readonly unknown[] }

class Piece implements Sql {
  readonly strings: readonly string[]
  readonly parts: readonly unknown[]
  constructor(strings: readonly string[], parts: readonly unknown[]) {
    this.strings = strings
    this.parts = parts
  }
  get text() {
    return flatten(this).text
  }
  get values() {
    return flatten(this).values
  }
}

/** A piece of SQL to put into a statement: `${value}` becomes a parameter, a piece becomes text. */
export const sql = (strings: TemplateStringsArray, ...parts: unknown[]): Sql => new Piece(strings, parts)
/** A number as text of the statement, not as a parameter: for a limit, where a plan made for any is good for none. */
export const written = (number: number): Sql => new Piece([String(number)], [])
/** A list of pieces joined by another, for `and` or `, `. */
export const joined = (pieces: readonly Sql[], between: string): Sql =>
  new Piece(['', ...pieces.slice(1).map(() => between), ''].slice(0, pieces.length + 1), pieces)

function flatten(piece: Piece): { text: string; values: unknown[] } {
  const values: unknown[] = []
  const write = ({ strings, parts }: Piece): string =>
    strings.reduce((text, string, i) => {
      if (i === 0) return string
      const part = parts[i - 1]
      if (part instanceof Piece) return text + write(part) + string
      values.push(part)
      return `${text}$${values.length}${string}`
    }, '')
  return { text: write(piece), values }
}

/** A transaction: a template tag. What is not awaited is sent in order all the same, and its failure fails the whole. */
export type Tx = {
  <Row = Record<string, unknown>>(strings: TemplateStringsArray, ...parts: unknown[]): Promise<Row[]>
  run<Row = Record<string, unknown>>(piece: Sql): Promise<Row[]>
  /** It was tried before, and the database asked for it again: nothing is to be believed now that can be asked. */
  readonly again: boolean
}

/** Who reads and writes, as row-level security needs it: lists of ids, '{}' when none. */
export type Scope = {
  organisationId: string
  actorId: string
  /** Sees the whole organisation. */
  all: boolean
  branches: readonly string[]
  areas: readonly string[]
  suppliers: readonly string[]
}

export type Database = {
  /** Runs `body` under row-level security in one transaction, again if the database asks for it: a deadlock, something believed that no longer stood. */
  transaction<T>(scope: Scope, body: (tx: Tx) => Promise<T>, options?: { readOnly?: boolean }): Promise<T>
  /** As the owner of the tables, without row-level security: for what belongs to no organisation, or to all. */
  asOwner<T>(body: (tx: Tx) => Promise<T>): Promise<T>
  pool: pg.Pool
  /** How long somebody has been waiting for a connection to read, or to write; for ever where too many are. */
  behindMs: Record<'reading' | 'writing', () => number>
  close(): Promise<void>
}

export type DatabaseOptions = { connection: pg.PoolConfig; connections?: number; onError?: (message: string) => void }

export function openDatabase({ connection, connections = 10, onError = () => {} }: DatabaseOptions): Database {
  // Nobody waits for ever: past it the work fails as if the database were away.
  const open = (max: number, connectionTimeoutMillis: number) => openPool({ ...connection, max, connectionTimeoutMillis }, onError)
  // Of its own, so that no crowd of readers keeps anybody from registering.
  const reading = open(Math.ceil(connections * 0.4), 5_000)
  const writing = open(Math.floor(connections * 0.6), 20_000)

  const transaction: Database['transaction'] = (scope, body, { readOnly = false } = {}) =>
    attempt(readOnly ? reading : writing, readOnly ? 'begin read only' : 'begin', body, {
      name: 'scope',
      text: `select set_config('role', 'acuse_app', true), set_config('acuse.organisation', $1, true), set_config('acuse.actor', $2, true),
        set_config('acuse.all', $3, true), set_config('acuse.branches', $4, true), set_config('acuse.areas', $5, true), set_config('acuse.suppliers', $6, true),
        set_config('lock_timeout', '10s', true)`,
      values: [
        scope.organisationId,
        scope.actorId,
        scope.all ? 'on' : 'off',
        uuidList(scope.branches),
        uuidList(scope.areas),
        uuidList(scope.suppliers),
      ],
    })
  return {
    transaction,
    asOwner: (body) => attempt(writing, 'begin', body),
    pool: writing.pool,
    behindMs: { reading: reading.behindMs, writing: writing.behindMs },
    close: async () => void (await Promise.all([reading.pool.end(), writing.pool.end()])),
  }
}

/** What is usual is done in a few milliseconds: a queue as long as this is served within a second or two, and two hundred screens opened at eight are fewer. */
const MOST_WAITING = 1000

function openPool(config: pg.PoolConfig & { max: number }, onError: (message: string) => void) {
  const pool = new pg.Pool({
    ...config,
    idleTimeoutMillis: 60_000,
    // A node that dies without a word leaves its transactions open: what they lock is free again within a minute.
    options: '-c idle_in_transaction_session_timeout=60s -c timezone=UTC -c intervalstyle=iso_8601 -c search_path=public',
    types: { getTypeParser: readerOf },
  })
  // An idle connection whose server stops raises 'error'; unheard, it would end the program.
  pool.on('error', (error) => onError(error.message))
  pool.on('connect', (client) => client.on('error', (error) => onError(error.message)))

  // In the order they came, which is that in which they are served.
  const waiting = new Set<{ since: number }>()
  return {
    pool,
    connect: () => {
      const one = { since: performance.now() }
      waiting.add(one)
      return pool.connect().finally(() => waiting.delete(one))
    },
    behindMs: () => {
      const [longest] = waiting
      if (waiting.size > MOST_WAITING) return Infinity
      return longest ? performance.now() - longest.since : 0
    },
  }
}

const uuidList = (ids: readonly string[]) => `{${ids.join(',')}}`

/** deadlock_detected, serialization_failure: the same work, tried again, may well succeed. */
const worthAnotherTry = (error: unknown) => ['40P01', '40001'].includes((error as { code?: string } | undefined)?.code ?? '')

type Connections = Pick<ReturnType<typeof openPool>, 'connect'>

async function attempt<T>(connections: Connections, begin: string, body: (tx: Tx) => Promise<T>, scope?: Statement): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await once(connections, { begin, scope, again: tries > 1 }, body)
    } catch (error) {
      if (tries === 3 || !worthAnotherTry(error)) throw error
    }
  }
}

type Try = { begin: string; scope: Statement | undefined; again: boolean }

async function once<T>({ connect }: Connections, { begin, scope, again }: Try, body: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await connect()
  const statements = batched(client)
  // Not begun, or over: what a part of body that still waits for something else sends then belongs to nobody.
  let closed: Error | null = null
  let firstFailure: unknown
  const send = (statement: Statement) => {
    const answer = closed ? Promise.reject(closed) : statements.send(statement)
    // What was undone to a savepoint is no failure.
    answer.then(() => statement.text.startsWith('rollback to') && (firstFailure = undefined), (error: unknown) => (firstFailure ??= error))
    return answer
  }
  const run = <Row>(piece: Sql) => {
    const rows = send(statement(piece as Piece)).then((answer) => answer.rows as Row[])
    rows.catch(() => {})
    return rows
  }
  const tx = Object.assign(
    <Row>(strings: TemplateStringsArray, ...parts: unknown[]) => run<Row>(new Piece(strings, parts)),
    { run, again },
  )
  try {
    send(plainly(begin)).catch((error: Error) => (closed = error))
    if (scope) void send(scope)
    const result = await body(tx)
    // Sent without waiting for what body left unawaited: after a failure it is not run, or answers ROLLBACK and does not throw.
    const ending = send(plainly('commit'))
    closed = over()
    const end = await ending
    if (end.command !== 'COMMIT') throw new Error(ROLLED_BACK)
    client.release()
    return result
  } catch (error) {
    closed = over()
    await statements.answered()
    // A server that has forgotten what was prepared on the connection has forgotten the rest too.
    const forgotten = (firstFailure as { code?: string } | undefined)?.code === '26000'
    await client.query('rollback').then(
      () => client.release(forgotten),
      (broken: Error) => client.release(broken),
    )
    // What failed only because something before it had failed tells nothing; that before it does. Nor does what body made of something
    // that it believed, and that the database does not confirm.
    throw isAftermath(error) || worthAnotherTry(firstFailure) ? (firstFailure ?? error) : error
  }
}

const isAftermath = (error: unknown) => (error as { code?: string }).code === NOT_RUN || (error as Error).message === ROLLED_BACK
const ROLLED_BACK = 'the transaction was rolled back'
const over = () => Object.assign(new Error('the transaction is over'), { code: NOT_RUN })

const plainly = (text: string): Statement => ({ name: text, text, values: [] })

// A tag's strings are one object for the life of the program: the text and name of plain statements are worked out once.
const plain = new WeakMap<readonly string[], { text: string; name: string }>()
const names = new Map<string, string>()

function statement(piece: Piece): Statement {
  const known = plain.get(piece.strings)
  if (known) return { ...known, values: piece.parts }
  const { text, values } = flatten(piece)
  const name = nameOf(text)
  if (!piece.parts.some((part) => part instanceof Piece)) plain.set(piece.strings, { text, name })
  return { text, name, values }
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
  if (names.size < 5000) names.set(text, name)
  return name
}
