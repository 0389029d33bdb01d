import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type Cell = string | number | boolean | null | readonly string[] | object

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** A row in COPY's text format: lists as arrays of PostgreSQL, other objects as JSON. */
export const copyLine = (cells: readonly Cell[]): string => `${cells.map(copyCell).join('\t')}\n`

function copyCell(cell: Cell): string {
  if (cell === null) return '\\N'
  const text = Array.isArray(cell) ? `{${cell.join(',')}}` : typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
  return /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (letter) => ESCAPED[letter]!) : text
}

/** Some hundreds of lines a piece: the stream then waits for the database rather than fill the memory. */
const PIECE = 200

export async function copyRows(client: pg.Client, into: string, lines: readonly string[]): Promise<void> {
  const pieces = Array.from({ length: Math.ceil(lines.length / PIECE) }, (_, at) => lines.slice(at * PIECE, (at + 1) * PIECE).join(''))
  await pipeline(Readable.from(pieces), client.query(copyFrom(`copy ${into} from stdin`)))
}
