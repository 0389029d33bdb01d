import type { Mark, PrintedDocument, Reference } from './document.ts'
import { INK, MARGIN, STYLES } from './look.ts'
import { fitted, openPicture } from './picture.ts'
import { drawQr } from './qr.ts'
import type { Element, Sheet } from './sheet.ts'
import { breakLines, cutLine, oneLine } from './typeset.ts'

const QR_SIDE = 62
const MARK_HEIGHT = 46

/** Mark on the left, number and QR on the right, a line below: drawn at the head of the first page; returns its height. */
export function drawLetterhead(sheet: Sheet, parent: Element, document: PrintedDocument, width: number, qrAlt: (url: string) => string): number {
  const accent = accentOf(document)
  // Whose letter it is comes first to the ear, though its room depends on what stands at the right.
  const markElement = sheet.element(parent, 'Sect')
  const rightWidth = document.reference ? drawReference(sheet, parent, document.reference, MARGIN.left + width, qrAlt) : 0
  drawMark(sheet, markElement, document.mark, width - rightWidth - 20, accent)
  const height = document.reference?.url ? QR_SIDE : MARK_HEIGHT
  sheet.as(null, () => sheet.fill(MARGIN.left, MARGIN.top + height + 10, width, 1.2, accent))
  return height + 12
}

const accentOf = ({ accent }: PrintedDocument) => (accent && /^#[0-9a-f]{6}$/i.test(accent) ? accent : INK)

function drawMark(sheet: Sheet, parent: Element, mark: Mark, width: number, accent: string): void {
  const image = mark.kind === 'image' ? openPicture(sheet.pdf, mark.bytes) : null
  if (mark.kind === 'image' && image) {
    const size = fitted(image, Math.min(width, 220), MARK_HEIGHT)
    sheet.as(sheet.element(parent, 'Figure', { alt: mark.alt }), () => image.draw(MARGIN.left, MARGIN.top, size.width, size.height))
    return
  }
  const { name, detail } = mark.kind === 'text' ? mark : { name: mark.alt, detail: undefined }
  drawTextMark(sheet, parent, name, detail, width, accent)
}

function drawTextMark(sheet: Sheet, parent: Element, name: string, detail: string | undefined, width: number, accent: string): void {
  const side = 36
  const left = MARGIN.left + side + 11
  const letter = oneLine(Array.from(name.trim())[0]?.toLocaleUpperCase('es') ?? '', STYLES.monogram)
  const names = breakLines(name, STYLES.companyName, width - side - 11).slice(0, 2)
  const details = detail ? breakLines(detail, STYLES.companyDetail, width - side - 11).slice(0, names.length > 1 ? 1 : 2) : []
  const height = names.length * STYLES.companyName.leading + details.length * STYLES.companyDetail.leading
  sheet.as(null, () => {
    sheet.fill(MARGIN.left, MARGIN.top, side, side, accent)
    sheet.line(letter, STYLES.monogram, MARGIN.left + (side - letter.width) / 2, MARGIN.top + (side - STYLES.monogram.leading) / 2)
  })
  let y = MARGIN.top + Math.max(0, (side - height) / 2)
  const element = sheet.element(parent, 'P')
  for (const [lines, style] of [[names, STYLES.companyName], [details, STYLES.companyDetail]] as const)
    for (const line of lines) {
      sheet.as(element, () => sheet.line(line, style, left, y))
      y += style.leading
    }
}

/** Returns the width it takes. */
function drawReference(sheet: Sheet, parent: Element, { label, number, url }: Reference, right: number, qrAlt: (url: string) => string): number {
  const edge = url ? right - QR_SIDE - 14 : right
  const lines = [
    { line: cutLine(label, STYLES.label, 170), style: STYLES.label },
    { line: cutLine(number, STYLES.number, 190), style: STYLES.number },
  ]
  const element = sheet.element(parent, 'P')
  let y = MARGIN.top - 2
  for (const { line, style } of lines) {
    sheet.as(element, () => sheet.line(line, style, edge - line.width, y))
    y += style.leading
  }
  if (url) sheet.as(sheet.element(parent, 'Figure', { alt: qrAlt(url) }), () => drawQr(sheet.pdf, url, right - QR_SIDE, MARGIN.top, QR_SIDE))
  return right - edge + Math.max(...lines.map(({ line }) => line.width))
}

/** On each page after the first: what this is a page of. Returns its height. */
export function drawRunningHead(sheet: Sheet, { title, reference }: PrintedDocument, width: number): number {
  const number = reference && oneLine(reference.number, STYLES.runningNumber)
  const name = cutLine(title, STYLES.foot, width - (number?.width ?? 0) - 20)
  sheet.as(null, () => {
    sheet.line(name, STYLES.foot, MARGIN.left, MARGIN.top - 14)
    if (number) sheet.line(number, STYLES.runningNumber, MARGIN.left + width - number.width, MARGIN.top - 14)
    sheet.rule(MARGIN.left, MARGIN.top + 2, width)
  })
  return 18
}

export function drawFoot(sheet: Sheet, footer: string, pageOf: string, width: number, pageHeight: number): void {
  const page = oneLine(pageOf, STYLES.foot)
  const y = pageHeight - MARGIN.bottom + 18
  sheet.as(null, () => {
    sheet.rule(MARGIN.left, y, width)
    for (const [i, line] of breakLines(footer, STYLES.foot, width - page.width - 24).slice(0, 2).entries())
      sheet.line(line, STYLES.foot, MARGIN.left, y + 6 + i * STYLES.foot.leading)
    sheet.line(page, STYLES.foot, MARGIN.left + width - page.width, y + 6)
  })
}
