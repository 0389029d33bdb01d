import { cleanText } from './clean-text.ts'
import type { Text } from './document.ts'
import { faceFor, open, type Face, type Weight } from './fonts.ts'
import { signFor, type Sign } from './signs.ts'

/** Sizes in points; `leading` is the distance from line to line. */
export type Style = { size: number; leading: number; weight: Weight; color: string; tabular?: boolean }

/** What is set with one face, or one drawn sign; `x` from the start of the line, in points. */
export type Piece = { x: number; width: number; text: string } & ({ face: Face } | { sign: Sign })
export type Line = { pieces: Piece[]; width: number }

type Atom = { face: Face; text: string; width: number } | { sign: Sign; text: string; width: number }
/** What may not be parted, `width` in ems. */
type Word = { atoms: Atom[]; width: number }

/** Breaks a text into lines no wider than `width`; what is too long in itself is broken where it can be. There is always one line. */
export function breakLines(text: Text, style: Style, width: number): Line[] {
  const room = width / style.size
  const lines: Line[] = []
  let line: Word[] = []
  let used = 0
  const end = () => {
    lines.push(placed(line, style))
    line = []
    used = 0
  }
  for (const [i, words] of paragraphsOf(text, style).entries()) {
    if (i > 0) end()
    for (const word of words.flatMap((each) => (each.width > room ? broken(each, style, room) : [each]))) {
      const needed = (line.length > 0 ? spaceWidth(style) : 0) + word.width
      if (line.length > 0 && used + needed > room) end()
      used += line.length > 0 ? needed : word.width
      line.push(word)
    }
  }
  end()
  return lines
}

export const oneLine = (text: string, style: Style): Line => breakLines(text.replace(/\s+/g, ' '), style, Infinity)[0]!

/** One line that ends in … when it is too wide. */
export function cutLine(text: string, style: Style, width: number): Line {
  const whole = oneLine(text, style)
  if (whole.width <= width) return whole
  const letters = graphemes(cleanText(text))
  let kept = letters.length
  let line = whole
  while (kept > 0 && line.width > width) line = oneLine(`${letters.slice(0, --kept).join('').trimEnd()}…`, style)
  return line
}

/** In points: what a column needs to break no word. */
export const widestWord = (text: Text, style: Style): number =>
  paragraphsOf(text, style).flat().reduce((most, word) => Math.max(most, word.width), 0) * style.size

function paragraphsOf(text: Text, style: Style): Word[][] {
  const spans = typeof text === 'string' ? [{ text }] : text
  const paragraphs: Word[][] = [[]]
  let glue = false
  for (const span of spans) {
    const own: Style = 'strong' in span && span.strong ? { ...style, weight: 'strong' } : style
    for (const [i, paragraph] of cleanText(span.text).split('\n').entries()) {
      if (i > 0) paragraphs.push([])
      const parts = paragraph.split(/ +/)
      for (const [j, part] of parts.entries()) {
        if (part === '') continue
        const words = paragraphs.at(-1)!
        const last = i === 0 && j === 0 && glue ? words.at(-1) : undefined
        if (last) words[words.length - 1] = joined(last, wordOf(part, own))
        else words.push(wordOf(part, own))
      }
      glue = !/(^| )$/.test(paragraph)
    }
  }
  return paragraphs
}

const joined = (a: Word, b: Word): Word => ({ atoms: [...a.atoms, ...b.atoms], width: a.width + b.width })

const words = new Map<string, Word>()

function wordOf(text: string, { weight, tabular = false }: Style): Word {
  const key = `${weight}${tabular ? '#' : ' '}${text}`
  let word = words.get(key)
  if (!word) {
    const atoms = atomsOf(text, weight, tabular)
    word = { atoms, width: atoms.reduce((sum, atom) => sum + atom.width, 0) }
    // Kept for the next documents, which repeat themselves; emptied before it weighs.
    if (words.size > 20_000) words.clear()
    words.set(key, word)
  }
  return word
}

function atomsOf(text: string, weight: Weight, tabular: boolean): Atom[] {
  const latin = open('latin', weight)
  if (Array.from(text).every((character) => latin.has(character.codePointAt(0)!))) return [{ face: latin, text, width: latin.width(text, tabular) }]
  const atoms: Atom[] = []
  for (const grapheme of graphemes(text)) {
    const { face, set } = settable(grapheme, weight)
    const last = atoms.at(-1)
    if (!face) {
      const sign = signFor(grapheme)
      atoms.push({ sign, text: grapheme, width: sign.width })
    } else if (last && 'face' in last && last.face === face) {
      last.text += set
      last.width = face.width(last.text, tabular)
    } else atoms.push({ face, text: set, width: face.width(set, tabular) })
  }
  return atoms
}

/** The face that has all of a character and its accents; failing that, its plain form (𝐇 → H, ﬁ → fi). */
function settable(grapheme: string, weight: Weight): { face: Face | null; set: string } {
  for (const set of [grapheme.replaceAll('\u200d', ''), grapheme.normalize('NFKC')]) {
    const points = Array.from(set, (character) => character.codePointAt(0)!)
    const face = points.length > 0 ? faceFor(points[0]!, weight) : null
    if (face && points.every((point) => face.has(point))) return { face, set }
  }
  return { face: null, set: grapheme }
}

const segmenter = new Intl.Segmenter('es', { granularity: 'grapheme' })
const graphemes = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** A word wider than the line, in parts: after a sign of punctuation if one is near, else anywhere. */
function broken(word: Word, style: Style, room: number): Word[] {
  const parts: Word[] = []
  let rest = graphemes(word.atoms.map(({ text }) => text).join(''))
  while (rest.length > 0) {
    let fits = 0
    let width = 0
    while (fits < rest.length) {
      width += wordOf(rest[fits]!, style).width
      if (width > room && fits > 0) break
      fits++
    }
    const seam = fits < rest.length ? rest.slice(0, fits).findLastIndex((character) => /[-/.@?&=_,;:]/.test(character)) + 1 : fits
    const taken = seam > fits / 2 ? seam : fits
    parts.push(wordOf(rest.slice(0, taken).join(''), style))
    rest = rest.slice(taken)
  }
  return parts
}

const spaceWidth = (style: Style) => wordOf('\u00a0', style).width

function placed(line: readonly Word[], style: Style): Line {
  const pieces: Piece[] = []
  let x = 0
  for (const [i, word] of line.entries()) {
    if (i > 0) x += spaceWidth(style) * style.size
    for (const [j, atom] of word.atoms.entries()) {
      const width = atom.width * style.size
      const last = pieces.at(-1)
      // Words of one face are one piece: fewer commands, and a text that can be copied whole.
      if ('face' in atom && last && 'face' in last && last.face === atom.face) {
        last.text += i > 0 && j === 0 ? ` ${atom.text}` : atom.text
        last.width = x + width - last.x
      } else {
        if (last && i > 0 && j === 0 && 'face' in last) last.text += ' '
        pieces.push({ ...atom, x, width })
      }
      x += width
    }
  }
  return { pieces, width: x }
}
