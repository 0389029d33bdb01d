import { foldText } from './plain-text.ts'

type HazardKind = 'leak' | 'fire' | 'explosion' | 'burn' | 'poisoning' | 'no-oxygen' | 'spill' | 'injury'

/**
 * A word or phrase that may mean danger: an organisation edits its own list. Folded words in order, with at most three others
 * between them; a final '*' stands for any ending. `exact` words are taken only as they stand: a letter off is another word.
 */
export type HazardWord = { phrase: string; kind: HazardKind; exact?: boolean }

/** `found` as typed, from `from` to `to` in the text; `typo` when a letter was off. */
export type FoundHazard = { kind: HazardKind; phrase: string; found: string; from: number; to: number; typo: boolean }

/** What a new organisation begins with. Spanish, then English. */
export const HAZARD_WORDS: readonly HazardWord[] = [
  { phrase: 'fuga*', kind: 'leak' },
  { phrase: 'escap* gas', kind: 'leak' },
  { phrase: 'olor gas', kind: 'leak' },
  { phrase: 'huel* gas', kind: 'leak' },
  { phrase: 'oli* gas', kind: 'leak', exact: true },
  { phrase: 'sale gas', kind: 'leak', exact: true },
  { phrase: 'saliendo gas', kind: 'leak' },
  { phrase: 'bota* gas', kind: 'leak', exact: true },
  { phrase: 'incendi*', kind: 'fire' },
  { phrase: 'fuego', kind: 'fire', exact: true },
  { phrase: 'en llamas', kind: 'fire', exact: true },
  { phrase: 'llamarada*', kind: 'fire' },
  { phrase: 'prendio', kind: 'fire', exact: true },
  { phrase: 'humo', kind: 'fire', exact: true },
  { phrase: 'bomberos', kind: 'fire' },
  { phrase: 'explosi*', kind: 'explosion' },
  { phrase: 'exploto', kind: 'explosion' },
  { phrase: 'estallo', kind: 'explosion' },
  { phrase: 'estallido*', kind: 'explosion' },
  { phrase: 'revento', kind: 'explosion', exact: true },
  { phrase: 'quemad*', kind: 'burn' },
  { phrase: 'quemo', kind: 'burn', exact: true },
  { phrase: 'intoxic*', kind: 'poisoning' },
  { phrase: 'envenen*', kind: 'poisoning' },
  { phrase: 'asfixi*', kind: 'poisoning' },
  { phrase: 'ahog*', kind: 'poisoning', exact: true },
  { phrase: 'desmay*', kind: 'poisoning' },
  { phrase: 'inconsciente*', kind: 'poisoning' },
  { phrase: 'monoxido', kind: 'poisoning' },
  { phrase: 'no respira*', kind: 'no-oxygen', exact: true },
  { phrase: 'sin oxigeno', kind: 'no-oxygen' },
  { phrase: 'acab* oxigeno', kind: 'no-oxygen' },
  { phrase: 'derrame*', kind: 'spill' },
  { phrase: 'herid*', kind: 'injury', exact: true },
  { phrase: 'lesionad*', kind: 'injury' },
  { phrase: 'accident*', kind: 'injury' },
  { phrase: 'ambulancia*', kind: 'injury' },
  { phrase: 'falleci*', kind: 'injury' },
  { phrase: 'emergencia*', kind: 'injury' },
  { phrase: 'leak*', kind: 'leak', exact: true },
  { phrase: 'smell* gas', kind: 'leak' },
  { phrase: 'fire', kind: 'fire', exact: true },
  { phrase: 'flames', kind: 'fire', exact: true },
  { phrase: 'smoke', kind: 'fire', exact: true },
  { phrase: 'explod*', kind: 'explosion' },
  { phrase: 'burn', kind: 'burn', exact: true },
  { phrase: 'burnt', kind: 'burn', exact: true },
  { phrase: 'poison*', kind: 'poisoning' },
  { phrase: 'unconscious', kind: 'poisoning' },
  { phrase: 'fainted', kind: 'poisoning' },
  { phrase: 'carbon monoxide', kind: 'poisoning' },
  { phrase: 'cannot breathe', kind: 'no-oxygen' },
  { phrase: 'out oxygen', kind: 'no-oxygen', exact: true },
  { phrase: 'spill*', kind: 'spill', exact: true },
  { phrase: 'injur*', kind: 'injury', exact: true },
  { phrase: 'emergency', kind: 'injury' },
]

/** Beginnings of everyday words that are a letter from a hazard's: found among the letters-off in real complaints. */
const INNOCENT = ['fugaz', 'fugac', 'quedad', 'quejad', 'establec', 'exposici', 'expositor', 'explotac', 'explotad', 'explor', 'ensen', 'accidentalm']
const MOST_BETWEEN = 3
/** Below this a letter off makes too many other words ('fuego', 'luego', 'juego'). */
const LEAST_FOR_TYPO = 5
/** A short word that matters most: what fingers in a hurry make of it. */
const HURRIED: Record<string, readonly string[]> = { fuga: ['fgua', 'fuag', 'fuja', 'fugga', 'fuuga', 'ufga'], gas: ['gaz', 'ags', 'gsa', 'gass'] }

/**
 * Every sign of danger in a text, in order, despite accents, capitals and one wrong, missing, doubled or swapped letter. It knows no
 * grammar: «no hay fuga» is found too, for a person to judge. It never depends on a model, a network or the text's language.
 */
export function findHazardWords(text: string, lexicon: readonly HazardWord[] = HAZARD_WORDS): FoundHazard[] {
  const words = Array.from(text.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu), ({ 0: word, index }) => ({ word: unlessInnocent(foldText(word)), from: index, to: index + word.length }))
  const found: FoundHazard[] = []
  for (const { phrase, kind, exact = false } of lexicon) {
    const wanted = phrase.split(' ').filter(Boolean)
    for (let start = 0; start < words.length && wanted.length > 0; start++) {
      const run = matchFrom(words, start, wanted, exact)
      const [first, last] = [words[start], words[run?.end ?? -1]]
      if (run && first && last) found.push({ kind, phrase, found: text.slice(first.from, last.to), from: first.from, to: last.to, typo: run.typo })
    }
  }
  return outermost(found)
}

const unlessInnocent = (word: string) => (INNOCENT.some((beginning) => word.startsWith(beginning)) ? '' : word)

function matchFrom(words: readonly { word: string }[], start: number, wanted: readonly string[], exact: boolean): { end: number; typo: boolean } | null {
  let at = start
  let typo = false
  for (const [place, want] of wanted.entries()) {
    const reach = place === 0 ? start : Math.min(words.length - 1, at + MOST_BETWEEN)
    let hit: 'exact' | 'typo' | null = null
    for (; at <= reach; at++) if ((hit = likeness(words[at]?.word ?? '', want, exact))) break
    if (!hit) return null
    typo ||= hit === 'typo'
    at += 1
  }
  return { end: at - 1, typo }
}

function likeness(word: string, want: string, exactOnly: boolean): 'exact' | 'typo' | null {
  const open = want.endsWith('*')
  const stem = open ? want.slice(0, -1) : want
  if (open ? word.startsWith(stem) : word === stem) return 'exact'
  if (HURRIED[stem]?.includes(word)) return 'typo'
  if (exactOnly || stem.length < LEAST_FOR_TYPO || word[0] !== stem[0]) return null
  const near = open ? [-1, 0, 1].some((by) => oneLetterOff(word.slice(0, stem.length + by), stem)) : oneLetterOff(word, stem)
  return near ? 'typo' : null
}

/** Whether one letter changed, left out, put in, or swapped with its neighbour makes `a` of `b`. */
function oneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return a === b
  let from = 0
  while (from < a.length && a[from] === b[from]) from += 1
  const [restA, restB] = [a.slice(from), b.slice(from)]
  if (a.length !== b.length) return a.length > b.length ? restA.slice(1) === restB : restB.slice(1) === restA
  return restA.slice(1) === restB.slice(1) || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
}

/** In the text's order, without those that stand within another of the same kind. */
function outermost(found: readonly FoundHazard[]): FoundHazard[] {
  const sorted = found.toSorted((a, b) => a.from - b.from || b.to - a.to)
  return sorted.filter((each, at) => !sorted.slice(0, at).some(({ kind, from, to }) => kind === each.kind && from <= each.from && to >= each.to))
}
