import type { TableBlock, Text } from './document.ts'
import type { Box } from './box.ts'
import { INK, LINE, STYLES, TINT } from './look.ts'
import { lineBoxes } from './prose.ts'
import type { Element, Sheet } from './sheet.ts'
import { breakLines, widestWord, type Line, type Style } from './typeset.ts'

const PADDING = { x: 6, y: 4 }

type Column = { title: string; left: number; width: number; right: boolean }
type Cell = { column: Column; element: Element | null; lines: Line[] }

/** Rows go over pages, each page begins with the header again; a row stays whole unless it is taller than a page. */
export function table(sheet: Sheet, parent: Element, block: TableBlock, width: number, noRows: string): Box[] {
  const element = sheet.element(parent, 'Table')
  const caption = block.caption ? lineBoxes(sheet, sheet.element(element, 'Caption'), [{ text: block.caption, strong: true }], STYLES.cell, width, { gap: 16 }) : []
  const columns = place(block, width)
  const header = headerBox(sheet, element, columns, width, caption.length > 0 ? 4 : 14)
  const repeated = headerBox(sheet, null, columns, width, 0)
  const row = (cells: readonly Text[], style: Style, top?: string) => rowBoxes(sheet, sheet.element(element, 'TR'), columns, cells, style, width, top)
  const rows = block.rows.flatMap((cells) => row(cells, STYLES.cell))
  const empty = block.rows.length === 0 ? rowBoxes(sheet, sheet.element(element, 'TR'), [{ ...columns[0]!, width, right: false }], [noRows], STYLES.cell, width) : []
  const total = block.total ? row(block.total, STYLES.total, INK) : []
  const body = [...rows, ...empty, ...total].map((box) => ({ ...box, repeated }))
  // A total is no line to begin a page with.
  if (total.length > 0 && body.length > total.length) body[body.length - total.length - 1]!.keep = true
  return [...caption.map((box) => ({ ...box, keep: true })), header, ...body]
}

/** By their shares, but no column narrower than its longest word: a case number or a date is not to be broken. */
function place({ columns, rows, total }: TableBlock, width: number): Column[] {
  const shares = columns.map(({ share = 1 }) => Math.max(share, 0.01))
  const all = shares.reduce((sum, share) => sum + share, 0)
  const wanted = shares.map((share) => (width * share) / all)
  const least = columns.map(({ title }, i) => {
    const words = [widestWord(title, STYLES.columnTitle), widestWord(total?.[i] ?? '', STYLES.total), ...rows.map((row) => widestWord(row[i] ?? '', STYLES.cell))]
    return Math.min(words.reduce((most, word) => Math.max(most, word), 0) + 2 * PADDING.x + 0.1, Math.max(wanted[i]!, (width / columns.length) * 1.6))
  })
  let left = 0
  return shareOut(wanted, least, width).map((columnWidth, i) => {
    const column = { title: columns[i]!.title, left, width: columnWidth, right: columns[i]!.align === 'figures' }
    left += columnWidth
    return column
  })
}

/** What the narrow lack is taken from the others, by what each can spare. */
function shareOut(wanted: readonly number[], least: readonly number[], width: number): number[] {
  const lacking = wanted.reduce((sum, want, i) => sum + Math.max(0, least[i]! - want), 0)
  const spare = wanted.reduce((sum, want, i) => sum + Math.max(0, want - least[i]!), 0)
  if (spare < lacking) {
    const all = least.reduce((sum, each) => sum + each, 0)
    return least.map((each) => (width * each) / all)
  }
  return wanted.map((want, i) => (want < least[i]! ? least[i]! : want - (spare > 0 ? ((want - least[i]!) * lacking) / spare : 0)))
}

/** With elements when it is the header; drawn again on later pages it is decoration, for whoever listens has heard it. */
function headerBox(sheet: Sheet, table: Element | null, columns: readonly Column[], width: number, gap: number): Box {
  const row = table && sheet.element(table, 'TR')
  const cells = columns.map((column) => cellOf(column, row && sheet.element(row, 'TH', { scope: 'Column' }), column.title, STYLES.columnTitle))
  const height = tallest(cells) * STYLES.columnTitle.leading + 2 * PADDING.y + 1
  return {
    height,
    gap,
    keep: true,
    draw(x, y) {
      sheet.as(null, () => {
        sheet.fill(x, y, width, height, TINT)
        sheet.rule(x, y + height, width, 0.9, INK)
      })
      // Titles of two lines and of one stand on the same line: the lower.
      for (const cell of cells)
        for (const [i, line] of cell.lines.entries())
          drawLine(sheet, cell, line, STYLES.columnTitle, x, y + PADDING.y + (tallest(cells) - cell.lines.length + i) * STYLES.columnTitle.leading)
    },
  }
}

const tallest = (cells: readonly Cell[]) => Math.max(1, ...cells.map(({ lines }) => lines.length))

const cellOf = (column: Column, element: Element | null, text: Text, style: Style): Cell => ({
  column,
  element,
  lines: breakLines(text, style, column.width - 2 * PADDING.x),
})

function rowBoxes(sheet: Sheet, row: Element, columns: readonly Column[], texts: readonly Text[], style: Style, width: number, top?: string): Box[] {
  const cells = columns.map((column, i) => cellOf(column, sheet.element(row, 'TD'), texts[i] ?? '', style))
  const count = tallest(cells)
  return Array.from({ length: count }, (_, i) => {
    const above = i === 0 ? PADDING.y : 0
    const height = style.leading + above + (i === count - 1 ? PADDING.y : 0)
    return {
      height,
      gap: 0,
      keep: i < count - 1,
      draw(x, y) {
        for (const cell of cells) if (cell.lines[i]) drawLine(sheet, cell, cell.lines[i], style, x, y + above)
        sheet.as(null, () => {
          if (top && i === 0) sheet.rule(x, y, width, 0.9, top)
          if (i === count - 1) sheet.rule(x, y + height, width, 0.4, LINE)
        })
      },
    }
  })
}

function drawLine(sheet: Sheet, { column, element }: Cell, line: Line, style: Style, x: number, y: number): void {
  const left = column.right ? column.width - PADDING.x - line.width : PADDING.x
  sheet.as(element, () => sheet.line(line, style, x + column.left + left, y))
}
