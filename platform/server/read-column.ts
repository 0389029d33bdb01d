import pg from 'pg'

const camel = new Map<string, string>()

/** 'due_at' → 'dueAt' */
export function camelCase(column: string): string {
  let name = camel.get(column)
  if (name === undefined) camel.set(column, (name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())))
  return name
}

/**
 * Instants come as ISO 8601 in UTC with milliseconds, days as 'YYYY-MM-DD', bigint as a number (ours stay below 2^53),
 * numeric as text, for money is not to be rounded.
 */
export function readerOf(oid: number): (text: string) => unknown {
  if (oid === pg.types.builtins.TIMESTAMPTZ) return readInstant
  if (oid === pg.types.builtins.DATE) return String
  if (oid === pg.types.builtins.INT8) return Number
  return pg.types.getTypeParser(oid, 'text') as (text: string) => unknown
}

/** '2026-06-26 21:40:00.12+00' → '2026-06-26T21:40:00.120Z' */
function readInstant(text: string): string {
  const fraction = text.slice(20, -3).slice(0, 3).padEnd(3, '0')
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`
}
