import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call, type ProblemError } from '#platform/web/data.ts'
import { ActInBulk, CountCases, CountViews, ListCases, UndoBulk } from '../contract-lists.ts'
import type { BulkAct } from './bulk-act.ts'
import { beyondFirst, countOf, firstOf, inPieces, numbersOf, type Ahead, type BulkResult, type Piece } from './bulk-pieces.ts'

/** One look takes no more, or nobody would see its end. */
export const MOST_SEEN = 2_000

/** What an act would change, and those that were not looked at. */
export type Seen = { act: BulkAct; results: BulkResult[]; ahead: Ahead | null }
/** What was done, by pieces that are taken back each by itself; and what is left of it. */
export type Done = { results: BulkResult[]; undos: Undo[]; left: Piece[] }
export type Undo = { id: string; cases: number }
/** How far it is; `of` null where nobody knows how many a list holds. */
export type Going = { what: 'seeing' | 'doing' | 'undoing'; n: number; of: number | null }

/** The cases change, and with them every list of them. */
function useReread(): () => void {
  const client = useQueryClient()
  return () => {
    for (const { name } of [ListCases, CountCases, CountViews]) void client.invalidateQueries({ queryKey: [name] })
  }
}

/**
 * An act on many, a piece at a time, so that nobody waits for the whole: what it would change, what was done, and where it stands. It goes
 * on until nothing is left, it is told to stop, or a piece fails; what was done by then stays done, and can be gone on with.
 */
export function useBulk() {
  const reread = useReread()
  const [going, setGoing] = useState<Going | null>(null)
  const [error, setError] = useState<ProblemError | null>(null)
  const stopping = useRef(false)
  const [stopAsked, setStopAsked] = useState(false)
  const stop = (asked: boolean) => {
    stopping.current = asked
    setStopAsked(asked)
  }
  useEffect(() => () => void (stopping.current = true), [])

  /** Piece after piece for as long as there is `more`; each says how many it was. */
  async function goOn(start: Going, more: () => boolean, piece: () => Promise<number>) {
    stop(false)
    setError(null)
    let now = start
    setGoing(now)
    try {
      while (more() && !stopping.current) {
        now = { ...now, n: now.n + (await piece()) }
        setGoing(now)
      }
    } catch (failure) {
      setError(failure as ProblemError)
    }
    setGoing(null)
  }

  async function see(act: BulkAct, from: Ahead): Promise<Seen> {
    const seen: Seen = { act, results: [], ahead: from }
    await goOn({ what: 'seeing', n: 0, of: 'numbers' in from ? Math.min(from.numbers.length, MOST_SEEN) : null }, () => seen.ahead !== null && seen.results.length < MOST_SEEN, async () => {
      const reply = await call(ActInBulk, { body: { ...firstOf(seen.ahead!), preview: true, act } })
      seen.results.push(...reply.results)
      seen.ahead = beyondFirst(seen.ahead!, reply)
      return reply.results.length
    })
    return seen
  }

  /** Of what was seen only what would change; `before`: what was done of it already. */
  async function act({ act: asked, results }: Seen, before: Done | null): Promise<Done> {
    const would = results.filter(({ outcome }) => outcome === 'would').map(({ number }) => number)
    const done: Done = before ? { ...before } : { results: results.filter(({ outcome }) => outcome === 'refused'), undos: [], left: inPieces(would) }
    await goOn({ what: 'doing', n: would.length - numbersOf(done.left).length, of: would.length }, () => done.left.length > 0, async () => {
      const [piece, ...left] = done.left as [Piece, ...Piece[]]
      const reply = await call(ActInBulk, { key: piece.key, body: { numbers: piece.numbers, preview: false, act: asked } })
      done.results = [...done.results, ...reply.results]
      if (reply.undo) done.undos = [...done.undos, { id: reply.undo, cases: countOf(reply.results, 'done') }]
      done.left = left
      return piece.numbers.length
    })
    reread()
    return done
  }

  return { going, error, see, act, stop: () => stop(true), stopAsked, tell: setGoing }
}

type Undone = { back: number; kept: number; left: Undo[] }

/** Takes pieces back one by one; what could not be asked is left. */
export function useUndoPieces(): (undos: readonly Undo[], tell?: (n: number) => void) => Promise<Undone> {
  const reread = useReread()
  return async (undos, tell) => {
    const undone: Undone = { back: 0, kept: 0, left: [...undos] }
    for (const { id, cases } of undos) {
      const piece = await call(UndoBulk, { params: { undo: id } }).then(
        ({ results }) => results.filter(({ outcome }) => outcome === 'done').length,
        // Taken back by a try whose answer never came, it is there to be undone no more.
        ({ status }: ProblemError) => (status === 404 ? cases : null),
      )
      if (piece === null) break
      undone.back += piece
      undone.kept += cases - piece
      undone.left.shift()
      tell?.(undone.back + undone.kept)
    }
    reread()
    return undone
  }
}
