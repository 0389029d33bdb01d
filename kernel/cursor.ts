import { isId } from './id.ts'
import { BadInput } from './refusal.ts'

/** What a part of a cursor is: only what the database can read back as that leaves here. `due` is an instant, or 'infinity' for no date. */
export type Part = 'id' | 'instant' | 'due' | 'day' | 'text' | 'count'
type Value<P extends Part> = P extends 'count' ? number : string
type Values<Parts extends readonly Part[]> = { [At in keyof Parts]: Value<Parts[At]> }

/** Where a list goes on, opaque to the caller: the sort values of the last row given. */
export function writeCursor(values: readonly (string | number)[]): string {
  const plain = JSON.stringify(values).replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/**
 * A page of a list, of which one row more than `limit` was read: that one is not shown, and only tells that the list goes on.
 * `placeOf`: the sort values of a row, from which the next page is asked on.
 */
export function pageOf<Row>(rows: readonly Row[], limit: number, placeOf: (row: Row) => readonly (string | number)[]): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: last && rows.length > limit ? writeCursor(placeOf(last)) : null }
}

/**
 * The values of a cursor of ours; null where none was given. Anything else is refused (400): a list that silently began again would be
 * read for ever.
 */
export function readCursor<const Parts extends readonly Part[]>(cursor: string | undefined, parts: Parts): Values<Parts> | null {
  if (!cursor) return null
  const values = parsed(cursor)
  const sound = Array.isArray(values) && values.length === parts.length && parts.every((part, at) => IS[part](values[at]))
  if (!sound) throw new BadInput([{ path: 'cursor', code: 'wrong-format' }])
  return values as Values<Parts>
}

/** Where a list by ids alone goes on: after this one; null at its head. */
export const readAfterId = (cursor: string | undefined): string | null => readCursor(cursor, ['id'])?.[0] ?? null

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')))
  } catch {
    return null
  }
}

const isInstant = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-/.test(value) && dateText(value) === value

const IS: Record<Part, (value: unknown) => boolean> = {
  id: (value) => typeof value === 'string' && isId(value),
  instant: isInstant,
  due: (value) => value === 'infinity' || isInstant(value),
  day: (value) => typeof value === 'string' && isInstant(`${value}T00:00:00.000Z`),
  // What no column of text holds would fail in the database.
  text: (value) => typeof value === 'string' && !value.includes('\0') && value.isWellFormed(),
  count: (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
}

function dateText(value: string): string | null {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
