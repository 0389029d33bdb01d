import { cleanText } from '#kernel/plain-text.ts'
import { telephoneKeys } from '#kernel/telephone.ts'

/** What was typed to find somebody, as it may be meant. `digits`: three or more, where what was typed is a number or a piece of one. */
export type FindAsked = { typed: string; digits: string | null; numbers: readonly string[]; lastSevens: readonly string[] }

/** A document's or a telephone's words before its number: 'NIT 900.123', 'cel: 300…'. */
const WORDS_BEFORE = /^\s*(?:n\.?i\.?t|c\.?c|c\.?e|c[eé]dula|tel[eé]?f?o?n?o?|cel(?:ular)?|m[oó]vil|fijo|phone|id)\b[\s.:#no°º-]*/iu
const ONLY_DIGITS = /^[\d\s.,'’()+/#-]+$/

/** `country` and `area` complete what was dialled without them. */
export function readFind(text: string, { country }: { country: string }): FindAsked {
  const typed = cleanText(text).text.slice(0, 200)
  const bare = typed.replace(WORDS_BEFORE, '')
  const digits = ONLY_DIGITS.test(bare) ? bare.replace(/\D/g, '') : ''
  const { exact, candidates, lastSeven } = digits.length >= 7 ? telephoneKeys(bare, { country }) : { exact: [], candidates: [], lastSeven: [] }
  return { typed, digits: digits.length >= 3 ? digits : null, numbers: [...exact, ...candidates], lastSevens: lastSeven }
}
