/** What was typed as it may be meant of a code: a case's or an order's whole number, or a piece of a serial (any four characters, F-87). */
export type CodeAsked = { code: string | null; piece: string | null }

/** 'bog 2026 123', 'BOG-2026-000123' and 'bog2026000123' are one number. */
const CASE_NUMBER = /^([A-Z0-9]{2,6}?)[\s./-]*(20\d{2})[\s./-]*(\d{1,9})$/

export function readCode(typed: string): CodeAsked {
  const text = typed.trim().toUpperCase()
  const [, branch, year, seq] = CASE_NUMBER.exec(text) ?? []
  const code = branch && year && seq ? `${branch}-${year}-${seq.replace(/^0+(?=\d{6})/, '').padStart(6, '0')}` : text || null
  return { code, piece: /^[^\s%_\\"]{4,60}$/.test(text) ? text.toLowerCase() : null }
}
