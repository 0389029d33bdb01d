/** Where a list goes on, opaque to the caller: the sort values of the last row given. */
export function writeCursor(values: readonly (string | number | null)[]): string {
  return btoa(JSON.stringify(values)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The values of a cursor of ours with as many parts; null for anything else. */
export function readCursor(cursor: string | undefined, parts: number): (string | number | null)[] | null {
  if (!cursor) return null
  try {
    const values: unknown = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')))
    const plain = Array.isArray(values) && values.length === parts && values.every((v) => v === null || ['string', 'number'].includes(typeof v))
    return plain ? (values as (string | number | null)[]) : null
  } catch {
    return null
  }
}
