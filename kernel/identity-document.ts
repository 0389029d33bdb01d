import { nitCheckDigit, splitNit } from './nit.ts'

/**
 * A kind of identity document as a country pack describes it: plain data, so that an organisation may add its own.
 * `pattern` is what the bare number must be, in full, after separators are off (a regular expression's source).
 */
export type IdentityType = {
  /** 'NIT', 'CC': what forms and imports call it. */
  code: string
  /** Other ways of writing the code before the number: 'cédula', 'c.c.'. Compared without accents, dots and case. */
  alsoWritten: readonly string[]
  pattern: string
  /** Grouping of digits when shown: 'thousands' → 79.123.456, 'none' → AN123456. */
  shown: 'thousands' | 'none'
  /** Name of the check digit's rule, when the number has one. */
  check: CheckName | null
}

type CheckName = keyof typeof CHECKS

/** `number` is bare and upper-case, fit for a unique key beside `type`; `checkDigit` is never part of it. */
export type IdentityDocument = {
  type: string
  number: string
  checkDigit: string | null
  /** Whether the digit was written (and right) rather than computed here. */
  checkDigitGiven: boolean
}

export type IdentityRefusal =
  | { refusal: 'identity-empty' | 'identity-type-unknown' | 'identity-unreadable' | 'identity-wrong-form'; details: { type: string } }
  | { refusal: 'nit-check-digit-wrong'; details: { type: string; given: string; expected: string } }

type Check = {
  digitOf(number: string): string
  /** The number and its digit out of the groups of a writing; digit null when it was not written. */
  split(groups: readonly string[], separated: boolean): { number: string; digit: string | null }
}

const CHECKS = { 'dian-nit': { digitOf: nitCheckDigit, split: splitNit } } satisfies Record<string, Check>

/** Longer than any document with its words. */
const LONGEST = 80
const SEPARATORS = /[\s.,'’·_/\p{Pd}\u2212]+/u
const LEADING_WORDS = /^(?:(?:n[uú]mero|nro|no|n°|nº|#)\b[.:]?|[:#.\s-])+/iu

/**
 * Reads a document in any usual writing: '900.123.456-8', 'NIT 900123456 8', 'c.c. 79.123.456'. A `type` of null takes
 * the type from the words before the number. Never guesses a type from digits alone: an NIT and a cédula may look the same.
 */
export function readIdentityDocument(types: readonly IdentityType[], type: string | null, text: string): IdentityDocument | IdentityRefusal {
  const { named, rest } = takeTypeWords(types, text.slice(0, LONGEST + 1).normalize('NFKC').trim())
  const found = type === null ? named : types.find(({ code }) => code === type)
  if (!found) return { refusal: 'identity-type-unknown', details: { type: type ?? '' } }
  const details = { type: found.code }
  if (text.length > LONGEST) return { refusal: 'identity-wrong-form', details }
  const groups = rest.replace(LEADING_WORDS, '').toUpperCase().split(SEPARATORS).filter(Boolean)
  if (groups.length === 0) return { refusal: 'identity-empty', details }
  if (groups.some((group) => !/^[0-9A-Z]+$/.test(group))) return { refusal: 'identity-unreadable', details }

  const check = found.check && CHECKS[found.check]
  const { number, digit } = check ? check.split(groups, groups.length > 1) : { number: groups.join(''), digit: null }
  if (!new RegExp(`^(?:${found.pattern})$`).test(number)) return { refusal: 'identity-wrong-form', details }
  if (!check) return { type: found.code, number, checkDigit: null, checkDigitGiven: false }

  const expected = check.digitOf(number)
  if (digit !== null && digit !== expected) {
    return { refusal: 'nit-check-digit-wrong', details: { ...details, given: digit, expected } }
  }
  return { type: found.code, number, checkDigit: expected, checkDigitGiven: digit !== null }
}

/** As people write it: 'NIT 900.123.456-8', 'CC 79.123.456', 'PA AN123456'. */
export function writeIdentityDocument(types: readonly IdentityType[], { type, number, checkDigit }: Pick<IdentityDocument, 'type' | 'number' | 'checkDigit'>): string {
  const shown = types.find(({ code }) => code === type)?.shown === 'thousands' ? number.replace(/\B(?=(?:\d{3})+$)/g, '.') : number
  return `${type} ${shown}${checkDigit === null ? '' : `-${checkDigit}`}`
}

/** One text per document, for unique keys and look-ups: 'NIT:900123456'. */
export const identityKey = ({ type, number }: Pick<IdentityDocument, 'type' | 'number'>): string => `${type}:${number}`

function takeTypeWords(types: readonly IdentityType[], text: string): { named: IdentityType | null; rest: string } {
  const words = /^[\p{L}.\s]*/u.exec(text)?.[0] ?? ''
  const whole = identityTypeNamed(types, words)
  if (whole) return { named: whole, rest: text.slice(words.length) }
  // A passport 'PA AN123456' has letters of its own after the type's: only the first word is the type's.
  const [first = '', ...others] = text.split(/\s+/)
  const named = identityTypeNamed(types, first)
  return named && others.length > 0 ? { named, rest: others.join(' ') } : { named: null, rest: text }
}

/** The type that these words name, as people and other systems write it: 'Cédula de ciudadanía' is CC. */
export const identityTypeNamed = (types: readonly IdentityType[], words: string): IdentityType | null => namesOf(types).get(bareWord(words)) ?? null

const known = new WeakMap<readonly IdentityType[], Map<string, IdentityType>>()

function namesOf(types: readonly IdentityType[]): Map<string, IdentityType> {
  const names = known.get(types) ?? new Map(types.flatMap((type) => [type.code, ...type.alsoWritten].map((name) => [bareWord(name), type] as const)))
  known.set(types, names)
  return names
}

const bareWord = (text: string) => text.normalize('NFD').replace(/[^\p{L}]/gu, '').toUpperCase()
