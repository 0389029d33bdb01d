import type { AskedOf, ReplyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { MOST_IN_BULK, type ActInBulk } from '../contract-lists.ts'

type Asked = NonNullable<AskedOf<typeof ActInBulk>['body']>
export type BulkReply = ReplyOf<typeof ActInBulk>
export type BulkResult = BulkReply['results'][number]

/** Those still to be seen: these, or what a list holds from where it goes on. */
export type Ahead = { numbers: readonly string[] } | { filter: NonNullable<Asked['filter']>; cursor?: string }
/** What is asked at a time, under a key of its own: asked again after no answer came, it is not done twice. */
export type Piece = { key: string; numbers: string[] }

export const firstOf = (ahead: Ahead): Pick<Asked, 'numbers' | 'filter' | 'cursor'> => ('numbers' in ahead ? { numbers: ahead.numbers.slice(0, MOST_IN_BULK) } : ahead)

/** Those that remain once the first are seen; null where there are none. */
export function beyondFirst(ahead: Ahead, { nextCursor }: Pick<BulkReply, 'nextCursor'>): Ahead | null {
  if (!('numbers' in ahead)) return nextCursor === null ? null : { filter: ahead.filter, cursor: nextCursor }
  const numbers = ahead.numbers.slice(MOST_IN_BULK)
  return numbers.length > 0 ? { numbers } : null
}

export const inPieces = (numbers: readonly string[]): Piece[] =>
  Array.from({ length: Math.ceil(numbers.length / MOST_IN_BULK) }, (_, n) => ({ key: newId(), numbers: numbers.slice(n * MOST_IN_BULK, (n + 1) * MOST_IN_BULK) }))

export const numbersOf = (pieces: readonly Piece[]): string[] => pieces.flatMap(({ numbers }) => numbers)
export const countOf = (results: readonly { outcome: string }[], what: BulkResult['outcome']): number => results.filter(({ outcome }) => outcome === what).length
