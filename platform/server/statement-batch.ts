import type { Socket } from 'node:net'
import pg from 'pg'

export type Statement = { name: string; text: string; values: readonly unknown[] }
export type Answer = { command: string; rows: Record<string, unknown>[] }

export type Statements = {
  /** Goes with all that is sent in this turn of the loop. Rejected with NOT_RUN when one before it in its batch failed. */
  send(this: void, statement: Statement): Promise<Answer>
  /** When nothing of it is under way any more, and none waits to be. */
  answered(this: void): Promise<void>
}

/** As the server answers what follows a failure in a transaction. */
export const NOT_RUN = '25P02'

/**
 * Statements over one connection, those of one turn in one batch: one write, one answer of the server and one waking of either side,
 * however many they are. The server runs them in order and after a failure none of the rest (the protocol's Sync stands at the end
 * only), so they belong in a transaction. Prepared once a connection, and their columns described once.
 */
export function batched(client: pg.ClientBase): Statements {
  const prepared = preparedOf(client)
  let waiting: Pending[] = []
  let underWay: Promise<void> | null = null

  const go = () => {
    if (underWay || waiting.length === 0) return
    const statements = waiting
    waiting = []
    underWay = new Promise((done) => {
      client.query(new Batch(statements, prepared, () => {
        underWay = null
        go()
        done()
      }))
    })
  }
  const answered = async (): Promise<void> => {
    go()
    if (underWay) await underWay.then(answered)
  }
  return {
    answered,
    send: ({ name, text, values }) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) process.nextTick(go)
        waiting.push({ name, text, values: values.map((value) => prepareValue(value)), rows: [], resolve, reject })
      }),
  }
}

const notRun = () => Object.assign(new Error('a statement before it failed'), { code: NOT_RUN })

type Pending = { name: string; text: string; values: (string | Buffer | null)[]; rows: Record<string, unknown>[]; resolve(this: void, answer: Answer): void; reject(this: void, error: Error): void }
type Column = { key: string; read: (text: string) => unknown }
type Prepared = Map<string, Column[]>

const preparedOn = new WeakMap<pg.ClientBase, Prepared>()

function preparedOf(client: pg.ClientBase): Prepared {
  const prepared = preparedOn.get(client) ?? new Map<string, Column[]>()
  preparedOn.set(client, prepared)
  return prepared
}

/** What pg lets a query of one's own send and calls back; its types stop at `submit`. */
type Wire = {
  stream: Socket
  close(of: { type: 'S'; name: string }): void
  parse(of: { name: string; text: string }): void
  bind(of: { statement: string; values: readonly unknown[] }): void
  describe(of: { type: 'P' }): void
  execute(): void
  sync(): void
}
const { prepareValue } = (pg as unknown as { utils: { prepareValue(this: void, value: unknown): string | Buffer | null } }).utils

class Batch implements pg.Submittable {
  readonly #statements: Pending[]
  readonly #prepared: Prepared
  readonly #done: () => void
  #at = 0
  #columns: Column[] = []

  constructor(statements: Pending[], prepared: Prepared, done: () => void) {
    this.#statements = statements
    this.#prepared = prepared
    this.#done = done
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire
    wire.stream.cork()
    const parsed = new Set<string>()
    for (const { name, text, values } of this.#statements) {
      if (!this.#prepared.has(name) && !parsed.has(name)) {
        // A batch that failed may have left it prepared unheard; closing what is not there does no harm.
        wire.close({ type: 'S', name })
        wire.parse({ name, text })
        parsed.add(name)
      }
      wire.bind({ statement: name, values })
      if (!this.#prepared.has(name)) wire.describe({ type: 'P' })
      wire.execute()
    }
    wire.sync()
    wire.stream.uncork()
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ key: camelCase(name), read: readerOf(dataTypeID) }))
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { name, rows } = this.#statements[this.#at]!
    const columns = this.#prepared.get(name) ?? this.#columns
    const row: Record<string, unknown> = {}
    for (let i = 0; i < columns.length; i++) {
      const { key, read } = columns[i]!
      const text = fields[i]!
      row[key] = text === null ? null : read(text)
    }
    rows.push(row)
  }

  handleCommandComplete({ text }: { text: string }): void {
    const { name, rows, resolve } = this.#statements[this.#at++]!
    if (!this.#prepared.has(name)) this.#prepared.set(name, this.#columns)
    this.#columns = []
    resolve({ command: text, rows })
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  handleReadyForQuery(): void {
    this.#done()
  }

  /** Of the statement that is being answered, or of the connection: the rest was not run. */
  handleError(error: Error): void {
    const [failed, ...rest] = this.#statements.slice(this.#at)
    failed?.reject(error)
    for (const { reject } of rest) reject(notRun())
    this.#at = this.#statements.length
    this.#done()
  }
}

const camel = new Map<string, string>()
function camelCase(column: string): string {
  let name = camel.get(column)
  if (name === undefined) camel.set(column, (name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())))
  return name
}

/**
 * Instants come as ISO 8601 in UTC with milliseconds, days as 'YYYY-MM-DD', bigint as a number (ours stay below 2^53),
 * numeric as text, for money is not to be rounded.
 */
export function readerOf(oid: number): (text: string) => unknown {
  if (oid === pg.types.builtins.TIMESTAMPTZ) return readInstant
  if (oid === pg.types.builtins.DATE) return String
  if (oid === pg.types.builtins.INT8) return Number
  return pg.types.getTypeParser(oid, 'text') as (text: string) => unknown
}

/** '2026-06-26 21:40:00.12+00' → '2026-06-26T21:40:00.120Z' */
function readInstant(text: string): string {
  const fraction = text.slice(20, -3).slice(0, 3).padEnd(3, '0')
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`
}
