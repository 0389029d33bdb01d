import { foldText } from './plain-text.ts'

/**
 * What a text is recognised by: its words, pairs of neighbours, and the runs of 3 to 5 characters within each word (which survive
 * typing errors and endings), each as a 32-bit hash. `words[owners[i]]` is the word, as typed, that feature i came from.
 */
export type TextFeatures = { hashes: Uint32Array; owners: Uint32Array; words: string[] }

const MOST_WORDS = 400
/** What is said in a mail's first pages decides; a log pasted below them does not. */
const MOST_CHARACTERS = 20_000
const [WORD, PAIR, RUN] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b]
const PRIME = 0x01000193
const EDGE = 0x20

export function textFeatures(text: string): TextFeatures {
  const words: string[] = []
  const hashes: number[] = []
  const owners: number[] = []
  let before = 0
  for (const match of text.slice(0, MOST_CHARACTERS).matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)) {
    if (words.length >= MOST_WORDS) break
    const word = foldText(match[0]).replace(/\d/g, '0')
    const owner = words.push(match[0]) - 1
    const whole = hash(word, WORD)
    hashes.push(whole, Math.imul(before ^ PAIR, PRIME) ^ whole)
    owners.push(owner, owner)
    before = whole
    for (let from = -1; from + 3 <= word.length + 1; from++) {
      let run = RUN
      for (let to = from; to < from + 5 && to <= word.length; to++) {
        run = Math.imul(run ^ (to < 0 || to === word.length ? EDGE : word.charCodeAt(to)), PRIME)
        // The length is part of it, so that 'gas' and 'gas' before an edge differ.
        if (to - from >= 2) {
          hashes.push(run ^ (to - from))
          owners.push(owner)
        }
      }
    }
  }
  return { hashes: Uint32Array.from(hashes), owners: Uint32Array.from(owners), words }
}

/** FNV-1a over UTF-16 units. */
function hash(word: string, seed: number): number {
  let value = seed
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), PRIME)
  return value
}
