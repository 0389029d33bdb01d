/** A stretch of a text that holds one number: its bare digits and how it was written. */
export type Piece = {
  digits: string
  extension: string | null
  original: string
  plus: boolean
  /** Whether the first digits stood in brackets, as areas do. */
  bracketed: boolean
  /** Whether part of it was taken from the number before: '7421234/35'. */
  inferred: boolean
}

type Group = { digits: string; plus: boolean; bracketed: boolean; from: number; to: number; joiner: string }
type Rank = (digits: string, written: { plus: boolean; bracketed: boolean }) => 0 | 1 | 2 | 3

/** Nobody has so many; a pasted page is not a list of telephones. */
const LONGEST_TEXT = 2000
const MOST_GROUPS = 12
const EXTENSION = /^[\s,;.(/-]*(?:ext(?:ensi[oó]n)?|extn|interno|int|anexo|x)[\s.:#n°º]*(\d{1,6})\)?/iu
const HARD = /[\p{L};|,\n\r\t&]/u

/**
 * Cuts a text into numbers. Letters, commas, semicolons and line ends part for certain; blanks, dots, hyphens and
 * slashes may stand inside a number or between two: the cut whose parts read best wins, the fewer parts the better.
 */
export function telephonePieces(text: string, rank: Rank): Piece[] {
  const stretches = stretchesOf(text.slice(0, LONGEST_TEXT).normalize('NFKC'))
  return stretches.flatMap(({ groups, extension, source }) => {
    const pieces = bestCut(groups, rank).flatMap((part) => pieceOf(part, source))
    const tail = pieces.at(-1)
    if (tail && extension) tail.extension = extension
    return withTails(pieces, source)
  })
}

function stretchesOf(source: string): { groups: Group[]; extension: string | null; source: string }[] {
  const stretches: { groups: Group[]; extension: string | null; source: string }[] = []
  let groups: Group[] = []
  let end = 0
  const close = (extension: string | null) => {
    if (groups.length > 0) stretches.push({ groups, extension, source })
    groups = []
  }
  for (const match of source.matchAll(/(\+\s*)?(\(\s*\+?\s*)?(\d+)(\s*\))?/g)) {
    if (match.index < end) continue
    const joiner = source.slice(end, match.index)
    const plus = match[0].trimStart().startsWith('+') || /^\(\s*\+/.test(match[0])
    if (HARD.test(joiner) || plus || groups.length >= MOST_GROUPS) close(null)
    end = match.index + match[0].length
    groups.push({ digits: match[3] ?? '', plus, bracketed: Boolean(match[2] && match[4]), from: match.index, to: end, joiner })
    const extension = EXTENSION.exec(source.slice(end, end + 30))
    if (extension && groups.reduce((n, { digits }) => n + digits.length, 0) >= 7) {
      end += extension[0].length
      close(extension[1] ?? null)
    }
  }
  close(null)
  return stretches
}

type Cut = { worth: number; parts: Group[][] }

/** The best way to part the groups: by digits well read, then by fewer numbers. */
function bestCut(groups: readonly Group[], rank: Rank): Group[][] {
  const best: Cut[] = [{ worth: 0, parts: [] }]
  for (let to = 1; to <= groups.length; to++) {
    let winner: Cut = { worth: -Infinity, parts: [] }
    for (let from = 0; from < to; from++) {
      const part = groups.slice(from, to)
      const digits = part.map((group) => group.digits).join('')
      const before = best[from]
      if (!before || digits.length > 20) continue
      const worth = before.worth + [-1, 0.2, 0.8, 1][rank(digits, writtenAs(part))]! * digits.length - 0.5
      if (worth > winner.worth) winner = { worth, parts: [...before.parts, part] }
    }
    best.push(winner)
  }
  return best.at(-1)?.parts ?? []
}

const writtenAs = (part: readonly Group[]) => ({ plus: part[0]?.plus ?? false, bracketed: part.some(({ bracketed }) => bracketed) })

function pieceOf(part: Group[], source: string): Piece[] {
  const [first, last] = [part[0], part.at(-1)]
  if (!first || !last) return []
  const digits = part.map((group) => group.digits).join('')
  return [{ digits, extension: null, original: source.slice(first.from, last.to).trim(), ...writtenAs(part), inferred: false }]
}

/** '7421234/35' is two lines: the second differs from the first in its last digits. Other leftovers under seven digits go. */
function withTails(pieces: Piece[], source: string): Piece[] {
  return pieces.flatMap((piece, at) => {
    if (piece.digits.length >= 7) return [piece]
    const before = pieces.slice(0, at).findLast(({ digits }) => digits.length >= 7)
    const between = before && source.slice(source.indexOf(before.original) + before.original.length).trimStart()
    if (!before || piece.digits.length > 4 || !between || !/^[/-]/.test(between)) return []
    return [{ ...before, digits: before.digits.slice(0, -piece.digits.length) + piece.digits, original: piece.original, extension: piece.extension, inferred: true }]
  })
}
