import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, expect, test } from 'vitest'
import { csvLine, unsafeCell } from '#kernel/csv-line.ts'
import { inspectTable, tableRows } from './table-file.ts'
import { aZip } from '#test/a-zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'acuse-table-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
function file(bytes: Uint8Array | string): string {
  const path = join(folder, String(++files))
  writeFileSync(path, bytes)
  return path
}
async function rowsOf(path: string): Promise<string[][]> {
  const { reading } = await inspectTable(path)
  const rows: string[][] = []
  for await (const { cells } of tableRows(path, reading)) rows.push(cells)
  return rows
}

const TEXT = 'Código;Razón Social;Teléfono\r\nA1;Peña Ñandú; 7421234\r\n\r\nA2;=HYPERLINK("http://x");+57 300\r\n'
const utf16 = (text: string, big: boolean, mark: boolean) => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le')
  return big ? bytes.swap16() : bytes
}
test.each([
  ['utf-8', Buffer.from(TEXT), 'plain'],
  ['utf-8', Buffer.from(`\ufeff${TEXT}`), 'with its mark'],
  ['windows-1252', Buffer.from(TEXT, 'latin1'), 'as old systems write'],
  ['utf-16le', utf16(TEXT, false, true), 'as Excel calls Unicode text'],
  ['utf-16le', utf16(TEXT, false, false), 'without its mark'],
  ['utf-16be', utf16(TEXT, true, true), 'the other way about'],
  ['utf-8', Buffer.concat([Buffer.from(TEXT), Buffer.from([0x41, 0xf1, 0x3b, 0x42, 0x0a])]), 'with one broken letter'],
])('%s, %#: what is written comes out, formulas as text', async (encoding, bytes) => {
  const table = await inspectTable(file(bytes))
  expect(table.reading).toMatchObject({ format: 'csv', encoding, separator: ';', headerRow: 1 })
  expect(table.columns).toEqual(['Código', 'Razón Social', 'Teléfono'])
  expect(table.sample.slice(0, 2).map(({ number, cells }) => [number, ...cells])).toEqual([[2, 'A1', 'Peña Ñandú', ' 7421234'], [4, 'A2', '=HYPERLINK("http://x")', '+57 300']])
})

test.each([[';', 'a;b;c\n1,5;2;3\n'], [',', 'a,b,c\n"x;y;z;w",2,3\n'], ['\t', 'a\tb\tc\n1\t2\t3\n'], ['|', 'a|b|c\n1|2|3\n']])('separator %j is found out', async (separator, text) => {
  expect((await inspectTable(file(text))).reading).toMatchObject({ separator })
})

test('titles above the columns’ names are passed over; a column without a name goes by its letter, a second one is numbered', async () => {
  const table = await inspectTable(file('Listado de clientes;;;\nal 31 de diciembre;;;\nCódigo;Nombre;;Nombre\n1;A;B;C\n'))
  expect([table.reading.headerRow, table.columns, table.sample.length]).toEqual([3, ['Código', 'Nombre', 'C', 'Nombre (2)'], 1])
})

test('a workbook’s rows are texts: shared, inline, numbers in full', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: 'Clientes', rows: [['Código', 'Nombre', 'Celular'], ['A1', 'Peña & Cía <SAS>', 3001234567], ['A2', '  con blancos', null], [null, null, null], ['A3', 'x', true]] }] })
  const path = file(bytes)
  expect(await inspectTable(path)).toMatchObject({ reading: { format: 'xlsx', sheet: 'Clientes' }, sheets: ['Clientes'] })
  expect(await rowsOf(path)).toEqual([['A1', 'Peña & Cía <SAS>', '3001234567'], expect.arrayContaining(['A2', '  con blancos']), ['A3', 'x', 'true']])
})

const workbook = (sheet: string | Buffer, more: Record<string, string> = {}) => aZip({
  'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="H" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': sheet,
  ...more,
})
const swollen = deflateRawSync(Buffer.alloc(200 * 1024 * 1024, '<x><y></y></x>'))

// The last column says what the file is.
test.each<[code: string, bytes: () => Uint8Array | string, what: string]>([
  ['table-empty', () => '', 'nothing at all'],
  ['table-not-readable', () => Buffer.from('89504e470d0a1a0a0000000d49484452000001000000010008060000005c72a866', 'hex'), 'a picture'],
  ['table-not-readable', () => Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(100)]), 'a ZIP cut off'],
  ['table-not-readable', () => aZip({ 'a.txt': 'x' }), 'a ZIP that is no workbook'],
  ['table-old-excel', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(100)]), 'a workbook of 2003 or with a password'],
  ['table-not-readable', () => workbook('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>'), 'entities of its own'],
  ['table-row-too-long', () => workbook(`<worksheet><sheetData><row><c t="inlineStr"><is><t>${'A'.repeat(3 * 1024 * 1024)}</t></is></c></row></sheetData></worksheet>`), 'a cell of 3 MB'],
  ['table-too-many-columns', () => workbook('<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>'), 'a cell sixteen thousand columns away'],
  ['table-too-many-rows', () => workbook('<worksheet><sheetData><row r="99999999"><c><v>1</v></c></row></sheetData></worksheet>'), 'a row at the end of the world'],
  ['table-row-too-long', () => `a;b\n1;"${'x'.repeat(1024 * 1024)}\n`, 'a quotation mark never closed'],
  ['table-too-many-columns', () => `${'a;'.repeat(10_000)}\n`, 'ten thousand columns'],
])('%s, %#', async (code, bytes) => {
  await expect(rowsOf(file(bytes()))).rejects.toMatchObject({ code })
})

test('a ZIP bomb is cut off while it swells, in bounded memory', async () => {
  const path = file(workbook(swollen))
  const before = process.memoryUsage().rss
  await expect((async () => {
    for await (const _ of tableRows(path, { format: 'xlsx', sheet: 'H', headerRow: 0 })) void 0
  })()).rejects.toMatchObject({ code: 'table-bomb' })
  expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(250)
})

test('what is written out runs in no spreadsheet and can be read in again', async () => {
  const hostile = ['=1+1', '+57 300', '-5', '@x', '\tx', 'a;b', 'say "so"', 'two\nlines', ' x ', "'quoted"]
  const line = csvLine(hostile, ';')
  const [cells] = await rowsOf(file(`${csvLine(hostile.map((_, at) => `c${at}`), ';')}${line}`))
  expect(cells!.slice(0, 5).every((cell) => cell.startsWith("'"))).toBe(true)
  expect(cells!.map(unsafeCell)).toEqual(hostile)
})
