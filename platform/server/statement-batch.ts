import type { Socket } from 'node:net'
import pg from 'pg'
import { camelCase, readerOf } from './read-column.ts'

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
    send({ name, text, values }) {
      // Thrown at whoever sends it, awaited or not: what cannot be written never leaves.
      const written = values.map((value) => prepareValue(value))
      return new Promise((resolve, reject) => {
        if (waiting.length === 0) process.nextTick(go)
        waiting.push({ name, text, values: written, rows: [], resolve, reject })
      })
    },
  }
}

const notRun = () => Object.assign(new Error('a statement before it failed'), { code: NOT_RUN })

type Pending = {
  name: string
  text: string
  values: (string | Buffer | null)[]
  rows: Record<string, unknown>[]
  resolve(this: void, answer: Answer): void
  reject(this: void, error: Error): void
}
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

  /** Of the statement that is being answered: the rest was not run. Of the connection: nobody knows of the rest. */
  handleError(error: Error): void {
    const [failed, ...rest] = this.#statements.slice(this.#at)
    failed?.reject(error)
    // What it was prepared for may have changed its form, or the server have forgotten it.
    if (failed) this.#prepared.delete(failed.name)
    for (const { reject } of rest) reject(notRun())
    this.#at = this.#statements.length
    this.#done()
  }
}
