import { MOST_COLUMNS, MOST_ROWS, UnreadableTable } from './unreadable-table.ts'
import { attribute, xmlScanner, type XmlListener } from './xml-scan.ts'
import { inflated, zipEntries, type ZipEntry } from './zip-entries.ts'

export type TableRow = { number: number; cells: string[] }

const MOST_SHEET_BYTES = 1 << 30
const MOST_STRING_BYTES = 256 * 1024 * 1024
const MOST_PART_BYTES = 16 * 1024 * 1024

/** The names of a workbook's sheets that are shown, in order. */
export async function xlsxSheets(path: string): Promise<string[]> {
  return (await readWorkbook(path)).sheets.map(({ name }) => name)
}

/**
 * The rows of a sheet (the first where none is named) as texts, read as they are asked for: nothing runs ahead of whoever reads.
 * A formula is what it last came to. Numbers are written out in full, dates as the number that they are.
 */
export async function* xlsxRows(path: string, sheet: string | null = null): AsyncGenerator<TableRow> {
  const { sheets, entries } = await readWorkbook(path)
  const chosen = sheet === null ? sheets[0] : sheets.find(({ name }) => name === sheet)
  const entry = chosen && entries.get(chosen.part)
  if (!entry) throw new UnreadableTable('table-sheet-unknown', { sheet: sheet ?? '' })
  const strings = await sharedStrings(path, entries.get('xl/sharedStrings.xml'))
  const reader = sheetReader(strings)
  const scanner = xmlScanner(reader.listener)
  for await (const text of texts(path, entry, MOST_SHEET_BYTES)) {
    scanner.write(text)
    yield* reader.take()
  }
}

async function* texts(path: string, entry: ZipEntry, limit: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of inflated(path, entry, limit)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function scan(path: string, entry: ZipEntry, limit: number, listener: XmlListener): Promise<void> {
  const scanner = xmlScanner(listener)
  for await (const text of texts(path, entry, limit)) scanner.write(text)
}

const nothing = { open() {}, close() {}, text() {} }

async function readWorkbook(path: string) {
  const entries = new Map((await zipEntries(path)).map((entry) => [entry.name.replace(/^\//, ''), entry]))
  // A protected workbook is no ZIP of its own but lies in another container, or names this part.
  if (entries.has('EncryptedPackage')) throw new UnreadableTable('table-locked')
  const [workbook, relations] = [entries.get('xl/workbook.xml'), entries.get('xl/_rels/workbook.xml.rels')]
  if (!workbook || !relations) throw new UnreadableTable('table-not-readable')
  const parts = new Map<string, string>()
  await scan(path, relations, MOST_PART_BYTES, {
    ...nothing,
    open(name, attributes) {
      const [id, target] = [attribute(attributes, 'Id'), attribute(attributes, 'Target')]
      if (name === 'Relationship' && id && target) parts.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
    },
  })
  const sheets: { name: string; part: string }[] = []
  await scan(path, workbook, MOST_PART_BYTES, {
    ...nothing,
    open(name, attributes) {
      if (name !== 'sheet' || (attribute(attributes, 'state') ?? 'visible') !== 'visible') return
      const part = parts.get(/(?:^|\s)\w+:id\s*=\s*["']([^"']+)["']/.exec(attributes)?.[1] ?? '')
      if (part) sheets.push({ name: attribute(attributes, 'name') ?? '', part })
    },
  })
  return { sheets, entries }
}

async function sharedStrings(path: string, entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = []
  if (!entry) return strings
  let current = ''
  // Reading aids for Japanese stand beside the text and are not of it.
  let [inText, inAid] = [false, false]
  await scan(path, entry, MOST_STRING_BYTES, {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 't') inText = !inAid
      else if (name === 'rPh') inAid = true
    },
    close(name) {
      if (name === 'si') strings.push(current)
      else if (name === 't') inText = false
      else if (name === 'rPh') inAid = false
    },
    text(text) {
      if (inText) current += text
    },
  })
  return strings
}

function sheetReader(strings: readonly string[]) {
  let rows: TableRow[] = []
  let row: TableRow | null = null
  let number = 0
  let cell = { column: 0, type: '', text: '' }
  let reading = false
  const listener: XmlListener = {
    open(name, attributes) {
      if (name === 'row') {
        number = Number(attribute(attributes, 'r') ?? number + 1)
        if (!(number <= MOST_ROWS)) throw new UnreadableTable('table-too-many-rows', { limit: MOST_ROWS })
        row = { number, cells: [] }
      } else if (name === 'c' && row) {
        const column = columnOf(attribute(attributes, 'r')) ?? row.cells.length
        if (column >= MOST_COLUMNS) throw new UnreadableTable('table-too-many-columns', { row: number, limit: MOST_COLUMNS })
        cell = { column, type: attribute(attributes, 't') ?? '', text: '' }
      } else if (name === 'v' || name === 't') reading = true
    },
    close(name) {
      if (name === 'v' || name === 't') reading = false
      else if (name === 'c' && row) {
        while (row.cells.length < cell.column) row.cells.push('')
        row.cells[cell.column] = valueOf(cell, strings)
      } else if (name === 'row' && row) {
        rows.push(row)
        row = null
      }
    },
    text(text) {
      if (reading) cell.text += text
    },
  }
  return {
    listener,
    take(): TableRow[] {
      const taken = rows
      rows = []
      return taken
    },
  }
}

function valueOf({ type, text }: { type: string; text: string }, strings: readonly string[]): string {
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'b') return text === '1' ? 'true' : 'false'
  if (type === 'inlineStr' || type === 'str' || type === 'e') return text
  // 3.001234567E9 is a telephone, and is to be read as one.
  return /e/i.test(text) && Number.isFinite(Number(text)) ? String(Number(text)) : text
}

/** 'AB12' → 27. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (!letters) return null
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
