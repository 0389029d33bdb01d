import type { Block, Text } from './document.ts'
import type { Box } from './box.ts'
import { INK, STYLES, TINT } from './look.ts'
import type { Element, Sheet } from './sheet.ts'
import { breakLines, oneLine, type Style } from './typeset.ts'

type Asked<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

/** Lines of one element, a box each; no first line alone at the foot of a page and no last one alone at the head of the next. */
export function lineBoxes(sheet: Sheet, element: Element, text: Text, style: Style, width: number, { gap = 0, indent = 0 } = {}): Box[] {
  const lines = breakLines(text, style, width - indent)
  return lines.map((line, i) => ({
    height: style.leading,
    gap: i === 0 ? gap : 0,
    keep: i < lines.length - 1 && (i === 0 || i === lines.length - 2),
    draw: (x, y) => sheet.as(element, () => sheet.line(line, style, x + indent, y)),
  }))
}

export function heading(sheet: Sheet, parent: Element, { text, level = 2 }: Asked<'heading'>, width: number): Box[] {
  const style = level === 2 ? STYLES.heading2 : STYLES.heading3
  return lineBoxes(sheet, sheet.element(parent, `H${level}`), text, style, width, { gap: level === 2 ? 20 : 14 }).map((box) => ({ ...box, keep: true }))
}

export function paragraph(sheet: Sheet, parent: Element, { text, tone = 'normal' }: Asked<'paragraph'>, width: number): Box[] {
  const style = { normal: STYLES.body, quiet: STYLES.quiet, small: STYLES.small }[tone]
  return lineBoxes(sheet, sheet.element(parent, 'P'), text, style, width, { gap: tone === 'small' ? 6 : 9 })
}

export function list(sheet: Sheet, parent: Element, { items, ordered = false }: Asked<'list'>, width: number): Box[] {
  const whole = sheet.element(parent, 'L')
  const indent = ordered ? 20 : 14
  return items.flatMap((text, i) => {
    const item = sheet.element(whole, 'LI')
    const label = sheet.element(item, 'Lbl')
    const mark = oneLine(ordered ? `${i + 1}.` : '•', STYLES.body)
    const boxes = lineBoxes(sheet, sheet.element(item, 'LBody'), text, STYLES.body, width, { gap: i === 0 ? 7 : 3, indent })
    const [first, ...rest] = boxes
    const draw = (x: number, y: number) => {
      sheet.as(label, () => sheet.line(mark, STYLES.body, x + 2, y))
      first!.draw(x, y)
    }
    return [{ ...first!, draw }, ...rest]
  })
}

/** Set apart by a bar and a tint that survive a photocopy. */
export function notice(sheet: Sheet, parent: Element, { title, text }: Asked<'notice'>, width: number): Box[] {
  const inset = 14
  const element = sheet.element(parent, 'P')
  const titled = title ? lineBoxes(sheet, element, [{ text: title, strong: true }], STYLES.body, width - 2 * inset) : []
  const lines = [...titled, ...lineBoxes(sheet, element, text, STYLES.body, width - 2 * inset)]
  return lines.map((line, i) => {
    const above = i === 0 ? 9 : 0
    const below = i === lines.length - 1 ? 9 : 0
    const height = line.height + above + below
    return {
      ...line,
      gap: i === 0 ? 14 : 0,
      keep: i < lines.length - 1,
      height,
      draw(x, y) {
        sheet.as(null, () => {
          sheet.fill(x, y, width, height, TINT)
          sheet.fill(x, y, 3, height, INK)
        })
        line.draw(x + inset, y + above)
      },
    }
  })
}

export const gap = ({ height }: Asked<'gap'>): Box[] => [{ height, gap: 0, keep: false, draw: () => {} }]

export const pageBreak = (_: Asked<'page-break'>): Box[] => [{ height: 0, gap: 0, keep: false, draw: () => {}, breaks: true }]

