import type { AskedOf, ReplyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { MOST_IN_BULK, type ActInBulk } from '../contract-lists.ts'
import type { BulkAct } from './bulk-act.ts'

type Asked = NonNullable<AskedOf<typeof ActInBulk>['body']>
export type BulkReply = ReplyOf<typeof ActInBulk>
export type BulkResult = BulkReply['results'][number]

/** Those still to be seen: these, or what a list holds from where it goes on. */
export type Ahead = { numbers: readonly string[] } | { filter: NonNullable<Asked['filter']>; cursor?: string }
/** What is asked at a time, under a key of its own: asked again after no answer came, it is not done twice. */
export type Piece = { key: string; numbers: string[] }

const firstOf = (ahead: Ahead): Pick<Asked, 'numbers' | 'filter' | 'cursor'> => ('numbers' in ahead ? { numbers: ahead.numbers.slice(0, MOST_IN_BULK) } : ahead)

/** Those that remain once the first are seen; null where there are none. */
function beyondFirst(ahead: Ahead, { nextCursor }: Pick<BulkReply, 'nextCursor'>): Ahead | null {
  if (!('numbers' in ahead)) return nextCursor === null ? null : { filter: ahead.filter, cursor: nextCursor }
  const numbers = ahead.numbers.slice(MOST_IN_BULK)
  return numbers.length > 0 ? { numbers } : null
}

const inPieces = (numbers: readonly string[]): Piece[] =>
  Array.from({ length: Math.ceil(numbers.length / MOST_IN_BULK) }, (_, n) => ({ key: newId(), numbers: numbers.slice(n * MOST_IN_BULK, (n + 1) * MOST_IN_BULK) }))

export const numbersOf = (pieces: readonly Piece[]): string[] => pieces.flatMap(({ numbers }) => numbers)
export const countOf = (results: readonly { outcome: string }[], what: BulkResult['outcome']): number => results.filter(({ outcome }) => outcome === what).length

/** One look takes no more, or nobody would see its end. */
export const MOST_SEEN = 2_000

/** What an act would change, and those that were not looked at. */
export type Seen = { act: BulkAct; results: BulkResult[]; ahead: Ahead | null }
/** What was done, by pieces that are taken back each by itself; and what is left of it. */
export type Done = { results: BulkResult[]; undos: Undo[]; left: Piece[] }
export type Undo = { id: string; cases: number }

/** How the server is asked; to whom each piece is told by how many it was; whether to stop before the next piece; what becomes of a failure. */
export type Way = { ask: (body: Asked, key: string) => Promise<BulkReply>; tell: (more: number) => void; stopped: () => boolean; failed: (error: unknown) => void }

/** Looks on until nothing is ahead, enough was seen, it is told to stop, or a piece fails: what was seen by then is seen. */
export async function seePieces(act: BulkAct, from: Ahead, way: Way): Promise<Seen> {
  const seen: Seen = { act, results: [], ahead: from }
  await onAndOn(way, () => seen.ahead !== null && seen.results.length < MOST_SEEN, async () => {
    const reply = await way.ask({ ...firstOf(seen.ahead!), preview: true, act }, newId())
    seen.results.push(...reply.results)
    seen.ahead = beyondFirst(seen.ahead!, reply)
    way.tell(reply.results.length)
  })
  return seen
}

/** What was seen to be possible, to be done; what was refused already is told with the rest. */
export const toDo = ({ results }: Pick<Seen, 'results'>): Done => ({
  results: results.filter(({ outcome }) => outcome === 'refused'), undos: [], left: inPieces(results.filter(({ outcome }) => outcome === 'would').map(({ number }) => number)),
})

/** Does what is left until nothing is, it is told to stop, or a piece fails: what was done by then stays done, and the rest can be gone on with. */
export async function doPieces(act: BulkAct, { ...done }: Done, way: Way): Promise<Done> {
  await onAndOn(way, () => done.left.length > 0, async () => {
    const [piece, ...left] = done.left as [Piece, ...Piece[]]
    const reply = await way.ask({ numbers: piece.numbers, preview: false, act }, piece.key)
    done.results = [...done.results, ...reply.results]
    if (reply.undo) done.undos = [...done.undos, { id: reply.undo, cases: countOf(reply.results, 'done') }]
    done.left = left
    way.tell(piece.numbers.length)
  })
  return done
}

async function onAndOn({ stopped, failed }: Way, more: () => boolean, piece: () => Promise<void>): Promise<void> {
  try {
    while (more() && !stopped()) await piece()
  } catch (error) {
    failed(error)
  }
}
