import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { assert, asyncProperty, string } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Block, PrintedDocument } from './document.ts'
import { printDocument } from './print-document.ts'

const letter: PrintedDocument = {
  language: 'es-CO',
  title: 'Acuse de recibo',
  author: 'Gases del Altiplano S.A.S.',
  mark: { kind: 'text', name: 'Gases del Altiplano S.A.S.', detail: 'NIT 900.123.456-7' },
  reference: { label: 'Radicado', number: 'BOG-2026-000123', url: 'https://example.com/c/BOG-2026-000123' },
  footer: 'Gases del Altiplano S.A.S. · Bogotá D.C.',
  madeAt: new Date('2026-11-24T15:00:00Z'),
  blocks: [{ kind: 'paragraph', text: 'Recibimos su reclamo.' }],
}
const withBlocks = (...blocks: Block[]): PrintedDocument => ({ ...letter, blocks })
const source = async (document: PrintedDocument) => (await printDocument(document)).toString('latin1')
const pagesOf = (pdf: string) => pdf.match(/\/Type \/Page\b/g)!.length

function png(width: number, height: number, damage = false): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 4, 0x90)]))))
  if (damage) pixels.fill(0x55, 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

describe('the file', () => {
  test('is tagged, tells its language and title, and carries its own fonts', async () => {
    const pdf = await source(letter)
    expect(pdf.slice(0, 8)).toBe('%PDF-1.7')
    expect(pdf).toContain('/Lang (es-CO)')
    expect(pdf).toContain('/Marked true')
    expect(pdf).toContain('/DisplayDocTitle true')
    expect(pdf).toContain('(Acuse de recibo)')
    expect(pdf).toMatch(/\/BaseFont \/\w+\+Inter-Regular/)
    expect(pdf).not.toContain('Helvetica')
    for (const type of ['Document', 'H1', 'P', 'Figure']) expect(pdf).toContain(`/S /${type}`)
  })

  test('the same document of the same moment gives the same bytes', async () => {
    expect(await printDocument(letter)).toEqual(await printDocument(letter))
  })

  test('a mark may be a PNG with transparency; one that is broken gives way to the name', async () => {
    const marked = (bytes: Uint8Array) => source({ ...letter, mark: { kind: 'image', bytes, alt: 'Gases' } })
    expect(await marked(png(120, 40))).toContain('/Subtype /Image')
    const huge = png(120, 40)
    huge.writeUInt32BE(60_000, 16)
    huge.writeUInt32BE(60_000, 20)
    for (const broken of [png(120, 40, true), png(120, 40).subarray(0, 60), png(120, 40).subarray(0, 20), huge, Buffer.from('<svg/>'), Buffer.alloc(0)])
      expect(await marked(broken)).not.toContain('/Subtype /Image')
  })
})

describe('pages', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, i) => [`BOG-2026-${i}`, 'Válvula con fuga'])
  const columns = [{ title: 'Radicado' }, { title: 'Causa' }]

  test('a table goes over as many as it needs', async () => {
    expect(pagesOf(await source(withBlocks({ kind: 'table', columns, rows: rows(20) })))).toBe(1)
    expect(pagesOf(await source(withBlocks({ kind: 'table', columns, rows: rows(200), total: ['Total', '200'] })))).toBeGreaterThan(5)
  })

  test('breaks make no empty page: at the start, twice, at the end', async () => {
    const one: Block = { kind: 'paragraph', text: 'Uno' }
    const turn: Block = { kind: 'page-break' }
    expect(pagesOf(await source(withBlocks(one, turn, turn, one, turn)))).toBe(2)
  })

  test('nothing is so tall that it does not end: a cell, a fact, a notice, columns, signatures of many', async () => {
    const long = 'palabra '.repeat(3000)
    const pdf = await source(
      withBlocks(
        { kind: 'table', columns, rows: [[long, 'x'], ['y', 'z']] },
        { kind: 'facts', facts: [{ label: 'Corto', value: 'sí' }, { label: 'Largo', value: long }] },
        { kind: 'notice', title: long, text: long },
        { kind: 'columns', left: [{ kind: 'paragraph', text: long }], right: [{ kind: 'paragraph', text: 'corto' }] },
        { kind: 'list', items: [long, 'dos'], ordered: true },
        { kind: 'page-break' },
        { kind: 'page-break' },
        { kind: 'signatures', people: Array.from({ length: 30 }, (_, i) => ({ name: `Persona ${i}`, role: 'Testigo' })) },
      ),
    )
    expect(pagesOf(pdf)).toBeGreaterThan(10)
    expect(pagesOf(pdf)).toBeLessThan(60)
  })

  test('whatever is empty prints as well', async () => {
    const empty: Block[] = [
      { kind: 'heading', text: '' },
      { kind: 'paragraph', text: [] },
      { kind: 'list', items: [] },
      { kind: 'facts', facts: [] },
      { kind: 'table', columns: [], rows: [] },
      { kind: 'table', columns, rows: [] },
      { kind: 'columns', left: [], right: [] },
      { kind: 'signatures', people: [] },
      { kind: 'picture', bytes: new Uint8Array(), alt: '' },
    ]
    expect(pagesOf(await source({ ...letter, title: '', mark: { kind: 'text', name: '' }, blocks: empty }))).toBe(1)
  })
})

test('any text prints, in any place', async () => {
  const text = string({ unit: 'binary', maxLength: 200 })
  await assert(
    asyncProperty(text, text, async (some, other) => {
      const pdf = await printDocument({
        ...letter,
        title: some,
        author: other,
        footer: some,
        mark: { kind: 'text', name: other, detail: some },
        reference: { label: some, number: other },
        blocks: [
          { kind: 'heading', text: some },
          { kind: 'paragraph', text: [{ text: some, strong: true }, { text: other }] },
          { kind: 'facts', facts: [{ label: some, value: other }] },
          { kind: 'table', caption: some, columns: [{ title: some, align: 'figures' }, { title: other }], rows: [[other, some]], total: [some] },
        ],
      })
      expect(pdf.toString('latin1', pdf.length - 6)).toContain('%%EOF')
    }),
    { numRuns: 40 },
  )
})

const reads = spawnSync('pdftotext', ['-v']).error === undefined

describe.skipIf(!reads)('read with another program (only where pdftotext is installed)', () => {
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'acuse-print-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const read = async (document: PrintedDocument) => {
    const file = join(folder, `${crypto.randomUUID()}.pdf`)
    writeFileSync(file, await printDocument(document))
    return spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout.split('\f').slice(0, -1)
  }

  test.each([
    ['es-CO', 'Página 1 de 2', 'Página 2 de 2'],
    ['en', 'Page 1 of 2', 'Page 2 of 2'],
  ])('each page is numbered in the language of the document (%s)', async (language, first, second) => {
    const pages = await read({ ...letter, language, blocks: [{ kind: 'paragraph', text: 'Uno' }, { kind: 'page-break' }, { kind: 'paragraph', text: 'Dos' }] })
    expect(pages[0]).toContain(first)
    expect(pages[1]).toContain(second)
    expect(pages[1]).toContain('BOG-2026-000123')
  })

  test('the header of a table comes again on every page, and no row is lost or doubled', async () => {
    const rows = Array.from({ length: 150 }, (_, i) => [`R-${1000 + i}`, `Cliente con un nombre que ocupa más de una línea en su columna ${i}`])
    const pages = await read(withBlocks({ kind: 'table', columns: [{ title: 'Radicado' }, { title: 'Cliente' }, { title: 'Observaciones' }], rows }))
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) expect(page).toContain('Radicado')
    expect(pages.join('').match(/R-1\d{3}/g)).toEqual(rows.map(([number]) => number))
  })

  test('accents, other scripts and money come out as they went in', async () => {
    const text = 'Nguyễn Łódź Ωμέγα Привет «Peña» $ 1.234.567,89 a\u0301 m³ 50 %'
    const [page] = await read(withBlocks({ kind: 'paragraph', text }))
    expect(page).toContain(text.normalize('NFC'))
  })

  test('what turns a line round or hides in it is left out', async () => {
    const [page] = await read(withBlocks({ kind: 'paragraph', text: 'pague a\u202Eotnemucod\u0000\u200B\u00AD fin' }))
    expect(page).toContain('pague aotnemucod fin')
  })

  test('a number is never broken in a narrow column', async () => {
    const columns = [{ title: 'Número', share: 0.2 }, { title: 'Fecha', share: 0.2 }, { title: 'Descripción', share: 6 }]
    const [page] = await read(withBlocks({ kind: 'table', columns, rows: [['BOG-2026-000123', '2026-11-24', 'texto '.repeat(60)]] }))
    expect(page).toContain('BOG-2026-000123')
    expect(page).toContain('2026-11-24')
  })
})
