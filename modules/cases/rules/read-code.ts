import { nationalDigits, telephoneKeys } from '#kernel/telephone.ts'
import { readFind } from '#modules/customers/rules/read-find.ts'

/**
 * What was typed as it may be meant of a code: a case's or an order's whole number, the end of a case's number, a piece of a serial (any
 * four characters, F-87), or pieces of which any, in the digits of the caller's telephone, makes it the number meant.
 */
export type CodeAsked = { code: string | null; tail: NumberTail | null; piece: string | null; telephones: readonly string[] }
/** '000787', '2026-000209', 'BAQ 209': of a number as much as people say. */
export type NumberTail = { branch: string | null; year: number | null; seq: number }

/** 'bog 2026 123', 'BOG-2026-000123' and 'bog2026000123' are one number. */
const CASE_NUMBER = /^([A-Z0-9]{2,6}?)[\s./-]*(20\d{2})[\s./-]*(\d{1,9})$/
const YEAR_TAIL = /^(20\d{2})[\s./-]+(\d{1,9})$/
/** A branch's code that ends in a digit is parted from the number; one of letters need not be. */
const BRANCH_TAIL = /^(?:([A-Z0-9]{2,6})[\s./-]+|([A-Z]{2,6}))(\d{1,9})$/
/** One or two digits without a zero before them are said of anything. */
const SEQ_TAIL = /^(?:0\d{1,8}|\d{3,9})$/

export function readCode(typed: string, country: string): CodeAsked {
  const text = typed.trim().toUpperCase()
  const [, branch, year, seq] = CASE_NUMBER.exec(text) ?? []
  const code = branch && year && seq ? `${branch}-${year}-${seq.replace(/^0+(?=\d{6})/, '').padStart(6, '0')}` : text || null
  return { code, tail: branch ? null : tailOf(text), piece: /^[^\s%_\\"]{4,60}$/.test(text) ? text.toLowerCase() : null, telephones: telephonesOf(typed, country) }
}

function tailOf(text: string): NumberTail | null {
  if (SEQ_TAIL.test(text)) return { branch: null, year: null, seq: Number(text) }
  const [, year, ofYear] = YEAR_TAIL.exec(text) ?? []
  if (year && ofYear) return { branch: null, year: Number(year), seq: Number(ofYear) }
  const [, parted, joined, ofBranch] = BRANCH_TAIL.exec(text) ?? []
  const branch = parted ?? joined
  return branch && ofBranch ? { branch, year: null, seq: Number(ofBranch) } : null
}

/** The digits as typed, and as the number is dialled within the country; of a fixed line also those that no change of prefix has touched. */
function telephonesOf(typed: string, country: string): string[] {
  const { digits, numbers, lastSevens } = readFind(typed, { country })
  const whole = wholeTelephones(typed, country)
  if (digits === null || digits.length < 4) return whole
  return [...new Set([digits, ...numbers.map((e164) => nationalDigits(e164, country)), ...lastSevens])]
}

/** The numbers that were typed whole, as dialled within the country: all that somebody may find by who sees telephones only in part. */
export const wholeTelephones = (typed: string, country: string): string[] => telephoneKeys(typed, { country }).exact.map((e164) => nationalDigits(e164, country))
