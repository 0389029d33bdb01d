import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font, type Glyph } from 'fontkit'
import { unpackWoff } from './woff.ts'

export type Weight = 'regular' | 'strong'
/** One file of the font: the letters of some scripts, in one weight. */
export type Face = { id: string; font: Font; has(codePoint: number): boolean; width(text: string, tabular: boolean): number }

/** Tried in this order for each character. */
const SCRIPTS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese', 'greek-ext', 'cyrillic-ext'] as const
const WEIGHTS: Record<Weight, number> = { regular: 400, strong: 600 }
const locate = createRequire(import.meta.url)
const opened = new Map<string, Face>()

export function faceFor(codePoint: number, weight: Weight): Face | null {
  for (const script of SCRIPTS) {
    const face = open(script, weight)
    if (face.has(codePoint)) return face
  }
  return null
}

/** Read once and kept: a file is parsed in the time that a page takes. */
export function open(script: (typeof SCRIPTS)[number], weight: Weight): Face {
  const id = `inter-${script}-${WEIGHTS[weight]}-normal`
  let face = opened.get(id)
  if (!face) opened.set(id, (face = faceOf(id, create(unpackWoff(readFileSync(locate.resolve(`@fontsource/inter/files/${id}.woff`)))))))
  return face
}

function faceOf(id: string, parsed: Font): Face {
  const font = quick(parsed)
  const known = new Map<number, boolean>()
  return {
    id,
    font,
    has(codePoint) {
      let answer = known.get(codePoint)
      if (answer === undefined) known.set(codePoint, (answer = parsed.hasGlyphForCodePoint(codePoint)))
      return answer
    },
    width: (text, tabular) => font.layout(text, tabular ? TABULAR : NONE).advanceWidth / parsed.unitsPerEm,
  }
}

const NONE: readonly string[] = []
export const TABULAR: readonly string[] = ['tnum']

const isDigit = ({ codePoints: [first = 0] }: Glyph) => first >= 0x30 && first <= 0x39

/**
 * The same font with a layout of its own: a glyph a character, kerned by pairs, digits of one width on request. The
 * full shaping of fontkit costs a millisecond a line and would give our scripts the same.
 */
function quick(parsed: Font): Font {
  const glyphs = new Map<number, Glyph>()
  const digits = new Map<number, Glyph>()
  const kerns = new Map<number, number>()

  const glyphOf = (codePoint: number, tabular: boolean) => {
    const known = tabular && codePoint >= 0x30 && codePoint <= 0x39 ? digits : glyphs
    let glyph = known.get(codePoint)
    if (!glyph) {
      glyph = known === digits ? parsed.layout(String.fromCodePoint(codePoint), TABULAR).glyphs[0]! : parsed.glyphForCodePoint(codePoint)
      known.set(codePoint, glyph)
    }
    return glyph
  }
  const kernOf = (left: Glyph, right: Glyph) => {
    // The font draws the point of 900.123 into the 1: a number is read, not admired.
    if (isDigit(left) || isDigit(right)) return 0
    const pair = left.id * 65_536 + right.id
    let kern = kerns.get(pair)
    if (kern === undefined) {
      const run = parsed.layout(String.fromCodePoint(...left.codePoints, ...right.codePoints))
      const same = run.glyphs.length === 2 && run.glyphs[0]!.id === left.id && run.glyphs[1]!.id === right.id
      kerns.set(pair, (kern = same ? run.positions[0]!.xAdvance - left.advanceWidth : 0))
    }
    return kern
  }
  return Object.assign(Object.create(parsed) as Font, {
    layout(text: string, features: readonly string[] = NONE) {
      const tabular = features.includes('tnum')
      const line = Array.from(text, (character) => glyphOf(character.codePointAt(0)!, tabular))
      let advanceWidth = 0
      const positions = line.map((glyph, i) => {
        const next = line[i + 1]
        const xAdvance = glyph.advanceWidth + (next ? kernOf(glyph, next) : 0)
        advanceWidth += xAdvance
        return { xAdvance, yAdvance: 0, xOffset: 0, yOffset: 0 }
      })
      return { glyphs: line, positions, advanceWidth }
    },
  })
}
