import { once } from 'node:events'
import { setImmediate as breathe } from 'node:timers/promises'
import PdfKit from 'pdfkit'
import { drawStacked, heightOf, together, type Box } from './box.ts'
import { cleanText } from './clean-text.ts'
import type { Block, PrintedDocument } from './document.ts'
import { en } from './en.ts'
import { es, type PrintWords } from './es.ts'
import { facts } from './facts.ts'
import { drawFoot, drawLetterhead, drawRunningHead } from './letterhead.ts'
import { COLUMN_GAP, MARGIN, PAPER, STYLES } from './look.ts'
import { picture } from './picture.ts'
import { gap, heading, lineBoxes, list, notice, pageBreak, paragraph } from './prose.ts'
import { sheetOn, type Element, type Pdf, type Sheet } from './sheet.ts'
import { signatures } from './signatures.ts'
import { table } from './table.ts'

/** The document as a tagged PDF 1.7, its font within. Any text prints: what the font lacks is shown by a mark. */
export async function printDocument(document: PrintedDocument): Promise<Buffer> {
  const [pageWidth, pageHeight] = PAPER[document.paper ?? 'letter']
  const width = pageWidth - MARGIN.left - MARGIN.right
  const pdf = openPdf(document, [pageWidth, pageHeight])
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(pdf, 'end')
  const words = document.language.toLowerCase().startsWith('en') ? en : es
  const sheet = sheetOn(pdf)
  const root = pdf.struct('Document')
  pdf.addStructure(root)

  pdf.addPage()
  const top = MARGIN.top + drawLetterhead(sheet, root, document, width, (url) => words.qrOpens.replace('{url}', url))
  const title = lineBoxes(sheet, sheet.element(root, 'H1'), document.title, STYLES.title, width).map((box) => ({ ...box, keep: true }))
  const boxes = [...title, ...layOut(sheet, root, document.blocks, width, words)]
  await flow(boxes, { top: top + 22, bottom: pageHeight - MARGIN.bottom }, () => {
    pdf.addPage()
    return MARGIN.top + drawRunningHead(sheet, document, width)
  })
  root.end()

  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    drawFoot(sheet, document.footer ?? '', words.pageOf.replace('{page}', String(page + 1)).replace('{pages}', String(count)), width, pageHeight)
  }
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

function openPdf({ title, author, language, madeAt = new Date() }: PrintedDocument, size: [number, number]): Pdf {
  return new PdfKit({
    size,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    // Otherwise Helvetica, which we never use, would be in every file.
    font: null as unknown as string,
    info: { Title: cleanText(title), Author: cleanText(author), Creator: 'Acuse', Producer: 'Acuse', CreationDate: madeAt, ModDate: madeAt },
  })
}

function layOut(sheet: Sheet, parent: Element, blocks: readonly Block[], width: number, words: PrintWords): Box[] {
  const laidOut = blocks.map((block) => layOutOne(sheet, parent, block, width, words))
  for (const [i, block] of blocks.entries()) {
    // A page that holds nothing but signatures could belong to any letter.
    if (block.kind === 'signatures') for (const before of upToWords(blocks, laidOut, i)) before.keep = true
  }
  return laidOut.flat()
}

/** What stands before one block: the room between, and the end of what is told last. */
function upToWords(blocks: readonly Block[], laidOut: readonly Box[][], end: number): Box[] {
  const told = blocks.slice(0, end).findLastIndex(({ kind }) => kind !== 'gap')
  return laidOut.slice(Math.max(told, 0), end).flatMap((boxes) => boxes.at(-1) ?? [])
}

function layOutOne(sheet: Sheet, parent: Element, block: Block, width: number, words: PrintWords): Box[] {
  switch (block.kind) {
    case 'heading':
      return heading(sheet, parent, block, width)
    case 'paragraph':
      return paragraph(sheet, parent, block, width)
    case 'list':
      return list(sheet, parent, block, width)
    case 'facts':
      return block.facts.length > 0 ? facts(sheet, parent, block, width) : []
    case 'table':
      return block.columns.length > 0 ? table(sheet, parent, block, width, words.noRows) : []
    case 'columns':
      return sideBySide(block, (some) => layOut(sheet, parent, some, (width - COLUMN_GAP) / 2, words), (width + COLUMN_GAP) / 2)
    case 'notice':
      return notice(sheet, parent, block, width)
    case 'signatures':
      return signatures(sheet, parent, block, width, (name) => words.signature.replace('{name}', name))
    case 'picture':
      return picture(sheet, parent, block, width)
    case 'gap':
      return gap(block)
    default:
      return pageBreak(block)
  }
}

/** Taller than this, two columns are stacked. */
const TALLEST_PAIR = 500

function sideBySide({ left, right }: Extract<Block, { kind: 'columns' }>, layOutHalf: (blocks: readonly Block[]) => Box[], step: number): Box[] {
  const halves = [layOutHalf(left), layOutHalf(right)] as const
  const height = Math.max(...halves.map(heightOf))
  if (height > TALLEST_PAIR) return halves.flat()
  return [{ height, gap: 16, keep: false, draw: (x, y) => halves.forEach((boxes, i) => drawStacked(boxes, x + i * step, y)) }]
}

/** Down the pages. What must stay together does, as long as a page can hold it. Between pages others have their turn. */
async function flow(boxes: readonly Box[], first: { top: number; bottom: number }, newPage: () => number): Promise<void> {
  let { top: y, bottom } = first
  let fresh = true
  let unbroken = 0
  let due = false
  const turn = async () => {
    await breathe()
    y = newPage()
    fresh = true
  }
  for (const [i, box] of boxes.entries()) {
    if (box.breaks) {
      // Not yet: a break with nothing after it makes no page.
      due = !fresh
      continue
    }
    if (due) await turn()
    due = false
    if (unbroken === 0) {
      const group = together(boxes, i)
      const fits = (room: number) => group.height <= room
      const pageHolds = fits(bottom - MARGIN.top - 18 - (box.repeated?.height ?? 0))
      if (!fresh && !fits(bottom - y - box.gap) && (pageHolds || box.height > bottom - y - box.gap)) await turn()
      unbroken = pageHolds ? group.count : 1
    }
    if (fresh && box.repeated && boxes[i - 1]?.repeated) {
      box.repeated.draw(MARGIN.left, y)
      y += box.repeated.height
    } else if (!fresh) y += box.gap
    box.draw(MARGIN.left, y)
    y += box.height
    fresh = false
    unbroken--
  }
}
