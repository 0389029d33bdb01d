import type { Block, Signatory } from './document.ts'
import type { Box } from './box.ts'
import { COLUMN_GAP, INK, STYLES } from './look.ts'
import { fitted, openPicture } from './picture.ts'
import { lineBoxes } from './prose.ts'
import type { Element, Sheet } from './sheet.ts'

/** Room to sign by hand, or the picture of a signature. */
const ROOM = 52

/** Two in a row: a line to sign on, and who signs below it. */
export function signatures(sheet: Sheet, parent: Element, { people }: Extract<Block, { kind: 'signatures' }>, width: number, alt: (name: string) => string): Box[] {
  const cellWidth = Math.min((width - COLUMN_GAP) / 2, 216)
  const rows: Box[] = []
  for (let i = 0; i < people.length; i += 2) {
    const pair = people.slice(i, i + 2).map((person) => signature(sheet, parent, person, cellWidth, alt(person.name)))
    rows.push({
      height: Math.max(...pair.map(({ height }) => height)),
      gap: 16,
      keep: false,
      draw: (x, y) => pair.forEach((each, j) => each.draw(x + j * ((width - COLUMN_GAP) / 2 + COLUMN_GAP), y)),
    })
  }
  return rows
}

function signature(sheet: Sheet, parent: Element, { name, role, detail, image }: Signatory, width: number, alt: string) {
  const written = image && openPicture(sheet.pdf, image)
  const figure = written ? sheet.element(parent, 'Figure', { alt }) : null
  const element = sheet.element(parent, 'P')
  const lines = [
    ...lineBoxes(sheet, element, [{ text: name, strong: true }], STYLES.body, width),
    ...(role ? lineBoxes(sheet, element, role, STYLES.small, width) : []),
    ...(detail ? lineBoxes(sheet, element, detail, STYLES.small, width) : []),
  ]
  return {
    height: ROOM + 4 + lines.reduce((sum, { height }) => sum + height, 0),
    draw(x: number, y: number) {
      if (written) {
        const size = fitted(written, width, ROOM - 6)
        sheet.as(figure, () => written.draw(x, y + ROOM - 3 - size.height, size.width, size.height))
      }
      sheet.as(null, () => sheet.rule(x, y + ROOM, width, 0.8, INK))
      let at = y + ROOM + 4
      for (const line of lines) {
        line.draw(x, at)
        at += line.height
      }
    },
  }
}
