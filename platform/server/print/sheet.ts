import type PdfKit from 'pdfkit'
import { TABULAR } from './fonts.ts'
import type { Line, Piece, Style } from './typeset.ts'

export type Pdf = InstanceType<typeof PdfKit>
/** An element of the tags that a screen reader follows. */
export type Element = ReturnType<Pdf['struct']>

/** Draws on the current page; every stroke is either somebody's content in the tags or an artifact. */
export type Sheet = {
  pdf: Pdf
  /** A new element under another; content is added to it as it is drawn. */
  element(parent: Element, type: string, options?: { alt?: string; scope?: string }): Element
  /** What is drawn inside is the content of `element`, or decoration when null. */
  as(element: Element | null, draw: () => void): void
  /** `y` is the top of the line; the text stands in the middle of its leading. */
  line(line: Line, style: Style, x: number, y: number): void
  rule(x: number, y: number, width: number, thickness?: number, color?: string): void
  fill(x: number, y: number, width: number, height: number, color: string): void
}

export function sheetOn(pdf: Pdf): Sheet {
  const fonts = new Set<string>()
  return {
    pdf,
    element(parent, type, options = {}) {
      const made = pdf.struct(type, options)
      parent.add(made)
      return made
    },
    as(element, draw) {
      // An element's type name is private to pdfkit, but a mark is found by its id: 'P' serves for all.
      const content = element && pdf.markStructureContent('P')
      if (!content) pdf.markContent('Artifact', { type: 'Layout' })
      draw()
      pdf.endMarkedContent()
      if (element && content) element.add(content)
    },
    line(line, style, x, y) {
      const baseline = y + style.leading / 2 + style.size * 0.364
      pdf.fillColor(style.color)
      for (const piece of line.pieces) {
        if ('face' in piece) setText(pdf, fonts, piece, style, x, baseline)
        else drawSign(pdf, piece, style, x, baseline)
      }
    },
    rule(x, y, width, thickness = 0.5, color = '#b4b9c0') {
      pdf.rect(x, y - thickness / 2, width, thickness).fill(color)
    },
    fill(x, y, width, height, color) {
      pdf.rect(x, y, width, height).fill(color)
    },
  }
}

function setText(pdf: Pdf, fonts: Set<string>, piece: Piece & { face: { id: string; font: object } }, style: Style, x: number, baseline: number): void {
  if (!fonts.has(piece.face.id)) {
    // pdfkit takes a parsed font; its types do not say so yet.
    pdf.registerFont(piece.face.id, piece.face.font as unknown as ArrayBuffer)
    fonts.add(piece.face.id)
  }
  pdf.font(piece.face.id).fontSize(style.size)
  pdf.text(piece.text, x + piece.x, baseline, { lineBreak: false, baseline: 'alphabetic', features: (style.tabular ? TABULAR : []) as PDFKit.Mixins.OpenTypeFeatures[] })
}

function drawSign(pdf: Pdf, piece: Piece & { sign: { path: string; stroke?: number } }, style: Style, x: number, baseline: number): void {
  const scale = style.size / 1000
  pdf.markContent('Span', { actual: piece.text })
  pdf.save().translate(x + piece.x, baseline).scale(scale, -scale).path(piece.sign.path)
  if (piece.sign.stroke) pdf.lineWidth(piece.sign.stroke).lineJoin('round').stroke(style.color)
  else pdf.fill(style.color)
  pdf.restore()
  pdf.endMarkedContent()
  pdf.fillColor(style.color)
}
