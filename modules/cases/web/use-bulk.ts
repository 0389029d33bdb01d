import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call, type ProblemError } from '#platform/web/data.ts'
import { ActInBulk, CountCases, CountViews, ListCases, UndoBulk } from '../contract-lists.ts'
import type { BulkAct } from './bulk-act.ts'
import { countOf, doPieces, MOST_SEEN, numbersOf, seePieces, toDo, type Ahead, type Done, type Seen, type Undo, type Way } from './bulk-pieces.ts'

/** How far it is; `of` null where nobody knows how many a list holds. */
export type Going = { what: 'seeing' | 'doing' | 'undoing'; n: number; of: number | null }

/** The cases change, and with them every list of them. */
function useReread(): () => void {
  const client = useQueryClient()
  return () => {
    for (const { name } of [ListCases, CountCases, CountViews]) void client.invalidateQueries({ queryKey: [name] })
  }
}

/** An act on many, a piece at a time, so that nobody waits for the whole: what it would change, what was done, and where it stands. */
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

  function wayOf(start: Going): Way {
    stop(false)
    setError(null)
    setGoing(start)
    return {
      ask: (body, key) => call(ActInBulk, { body, key }),
      tell: (more) => setGoing((now) => now && { ...now, n: now.n + more }),
      stopped: () => stopping.current,
      failed: (failure) => setError(failure as ProblemError),
    }
  }

  async function see(act: BulkAct, from: Ahead): Promise<Seen> {
    const of = 'numbers' in from ? Math.min(from.numbers.length, MOST_SEEN) : null
    const seen = await seePieces(act, from, wayOf({ what: 'seeing', n: 0, of }))
    setGoing(null)
    return seen
  }

  /** Of what was seen only what would change; `before`: what was done of it already. */
  async function act(seen: Seen, before: Done | null): Promise<Done> {
    const of = countOf(seen.results, 'would')
    const begun = before ?? toDo(seen)
    const done = await doPieces(seen.act, begun, wayOf({ what: 'doing', n: of - numbersOf(begun.left).length, of }))
    setGoing(null)
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
