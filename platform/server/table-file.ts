import { open } from 'node:fs/promises'
import { csvRows, separatorOf, type Separator } from './csv-rows.ts'
import { encodingOf, textOf, type Encoding } from './text-encoding.ts'
import { UnreadableTable } from './unreadable-table.ts'
import { xlsxRows, xlsxSheets, type TableRow } from './xlsx-rows.ts'

/** How a file is to be read as a table; what is null was found out. `headerRow` is the number of the row with the columns' names. */
export type Reading =
  | { format: 'csv'; encoding: Encoding; separator: Separator; headerRow: number }
  | { format: 'xlsx'; sheet: string; headerRow: number }
export type AskedReading = { encoding?: Encoding | undefined; separator?: Separator | undefined; sheet?: string | undefined; headerRow?: number | undefined }

export type Table = { reading: Reading; columns: string[]; sheets: string[]; sample: TableRow[] }

const SAMPLE_ROWS = 20

/** Finds out how a CSV or an XLSX is to be read: what is asked for wins over what is found. Throws UnreadableTable. */
export async function inspectTable(path: string, asked: AskedReading = {}): Promise<Table> {
  const format = await formatOf(path)
  const sheets = format === 'xlsx' ? await xlsxSheets(path) : []
  const reading = format === 'xlsx' ? { format, sheet: asked.sheet ?? sheets[0] ?? '', headerRow: 1 } : await csvReading(path, asked)
  const first: TableRow[] = []
  for await (const row of rowsOf(path, reading)) {
    if (row.cells.some((cell) => cell.trim() !== '')) first.push(row)
    if (first.length > SAMPLE_ROWS) break
  }
  const headerRow = asked.headerRow ?? headerOf(first)
  const header = first.find(({ number }) => number === headerRow)
  if (!header) throw new UnreadableTable('table-empty')
  const columns = columnNames(header.cells)
  return { reading: { ...reading, headerRow }, columns, sheets, sample: first.filter(({ number }) => number > headerRow) }
}

/** The rows below the header that are not empty. */
export async function* tableRows(path: string, reading: Reading): AsyncGenerator<TableRow> {
  for await (const row of rowsOf(path, reading)) {
    if (row.number > reading.headerRow && row.cells.some((cell) => cell.trim() !== '')) yield row
  }
}

const rowsOf = (path: string, reading: Reading) => (reading.format === 'csv' ? csvRows(path, reading) : xlsxRows(path, reading.sheet || null))

async function csvReading(path: string, asked: AskedReading): Promise<Reading & { format: 'csv' }> {
  const encoding = asked.encoding ?? (await encodingOf(path))
  if (encoding === null) throw new UnreadableTable('table-not-readable')
  return { format: 'csv', encoding, separator: asked.separator ?? separatorOf(await headOf(path, encoding)), headerRow: 1 }
}

async function headOf(path: string, encoding: Encoding): Promise<string> {
  for await (const text of textOf(path, encoding)) return text
  return ''
}

async function formatOf(path: string): Promise<'csv' | 'xlsx'> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0)
    if (bytesRead === 0) throw new UnreadableTable('table-empty')
    if (buffer.readUInt32LE(0) === 0x04034b50) return 'xlsx'
    // The container of Office before 2007, and of workbooks with a password.
    if (buffer.toString('hex') === 'd0cf11e0a1b11ae1') throw new UnreadableTable('table-old-excel')
    return 'csv'
  } finally {
    await file.close()
  }
}

/** Titles stand above the names of the columns, in fewer cells: the first row nearly as full as the fullest. */
function headerOf(rows: readonly TableRow[]): number {
  const fullness = ({ cells }: TableRow) => cells.filter((cell) => cell.trim() !== '').length
  const fullest = Math.max(0, ...rows.map(fullness))
  return rows.find((row) => fullness(row) >= fullest * 0.6)?.number ?? 1
}

/** A column without a name goes by its letter; a name that comes again is numbered. */
function columnNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, at) => {
    const name = cell.replace(/\s+/g, ' ').trim().slice(0, 200) || letterOf(at)
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

const letterOf = (at: number): string => (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))
