import type { Block, Fact } from './document.ts'
import { held, type Box } from './box.ts'
import { COLUMN_GAP, LINE, STYLES } from './look.ts'
import { lineBoxes } from './prose.ts'
import type { Element, Sheet } from './sheet.ts'
import { breakLines } from './typeset.ts'

/** More lines than this are prose: they may go over a page. */
const LONGEST_FACT = 24

/** Label over value, in a grid of two columns with a line above each row. */
export function facts(sheet: Sheet, parent: Element, { facts, columns = 2 }: Extract<Block, { kind: 'facts' }>, width: number): Box[] {
  const cellWidth = columns === 2 ? (width - COLUMN_GAP) / 2 : width
  const isLong = ({ value }: Fact) => breakLines(value, STYLES.value, cellWidth).length > LONGEST_FACT
  const short = facts.filter((fact) => !isLong(fact))
  const table = sheet.element(parent, 'Table')
  const rows = Array.from({ length: Math.ceil(short.length / columns) }, (_, row) => {
    const tr = sheet.element(table, 'TR')
    return rowBox(sheet, short.slice(row * columns, row * columns + columns).map((fact) => cellOf(sheet, tr, fact, cellWidth)), cellWidth)
  })
  const long = facts.filter(isLong).flatMap((fact) => longFact(sheet, parent, fact, width))
  return [...rows.map((box, i) => ({ ...box, gap: i === 0 ? 14 : 0 })), ...long]
}

type Cell = { height: number; draw(x: number, y: number): void }

function cellOf(sheet: Sheet, row: Element, { label, value }: Fact, width: number): Cell {
  const labels = lineBoxes(sheet, sheet.element(row, 'TH', { scope: 'Row' }), label, STYLES.label, width)
  const values = lineBoxes(sheet, sheet.element(row, 'TD'), value, STYLES.value, width)
  return {
    height: labels.length * STYLES.label.leading + values.length * STYLES.value.leading,
    draw(x, y) {
      for (const box of [...labels, ...values]) {
        box.draw(x, y)
        y += box.height
      }
    },
  }
}

function rowBox(sheet: Sheet, cells: readonly Cell[], cellWidth: number): Box {
  const padding = 6
  return {
    height: Math.max(...cells.map(({ height }) => height)) + 2 * padding,
    gap: 0,
    keep: false,
    draw(x, y) {
      sheet.as(null, () => cells.forEach((_, i) => sheet.rule(x + i * (cellWidth + COLUMN_GAP), y, cellWidth, 0.5, LINE)))
      for (const [i, cell] of cells.entries()) cell.draw(x + i * (cellWidth + COLUMN_GAP), y + padding)
    },
  }
}

const longFact = (sheet: Sheet, parent: Element, { label, value }: Fact, width: number): Box[] => {
  const element = sheet.element(parent, 'P')
  const labels = lineBoxes(sheet, element, label, STYLES.label, width, { gap: 12 })
  return [...held(labels, 12).map((box) => ({ ...box, keep: true })), ...lineBoxes(sheet, element, value, STYLES.value, width)]
}
