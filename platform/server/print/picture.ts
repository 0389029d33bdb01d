import type { Block } from './document.ts'
import { held, type Box } from './box.ts'
import { STYLES } from './look.ts'
import { lineBoxes } from './prose.ts'
import { isSound } from './sound-picture.ts'
import type { Element, Pdf, Sheet } from './sheet.ts'

export type OpenPicture = { width: number; height: number; draw(x: number, y: number, width: number, height: number): void }

/** PNG or JPEG; null when the bytes are neither, or broken. */
export function openPicture(pdf: Pdf, bytes: Uint8Array): OpenPicture | null {
  try {
    if (!isSound(bytes)) return null
    // pdfkit opens an image once and takes it again when drawn; its types leave that out.
    const image = (pdf as unknown as { openImage(bytes: Uint8Array): { width: number; height: number } }).openImage(bytes)
    if (!(image.width > 0 && image.height > 0)) return null
    return { width: image.width, height: image.height, draw: (x, y, width, height) => void pdf.image(image as unknown as Buffer, x, y, { width, height }) }
  } catch {
    return null
  }
}

/** As large as fits; pixels are never made larger than 1/96 inch. */
export function fitted({ width, height }: OpenPicture, maxWidth: number, maxHeight: number): { width: number; height: number } {
  const scale = Math.min(maxWidth / width, maxHeight / height, 0.75)
  return { width: width * scale, height: height * scale }
}

export function picture(sheet: Sheet, parent: Element, { bytes, alt, caption, maxHeight = 320 }: Extract<Block, { kind: 'picture' }>, width: number): Box[] {
  const opened = openPicture(sheet.pdf, bytes)
  if (!opened) return lineBoxes(sheet, sheet.element(parent, 'P'), alt, STYLES.small, width, { gap: 12 })
  const size = fitted(opened, width, Math.min(maxHeight, 560))
  const figure = sheet.element(parent, 'Figure', { alt })
  const image: Box = { height: size.height, gap: 0, keep: false, draw: (x, y) => sheet.as(figure, () => opened.draw(x, y, size.width, size.height)) }
  const below = caption ? lineBoxes(sheet, sheet.element(parent, 'P'), caption, STYLES.small, width, { gap: 4 }) : []
  return held([image, ...below], 12)
}
