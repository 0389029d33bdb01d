import { useQuery } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { call } from '#platform/web/data.ts'
import { presenceKey } from '#platform/web/live.ts'
import { ReadPresence } from '../contract-sheet.ts'

export type Present = ReplyOf<typeof ReadPresence>['items'][number]
type Doing = 'viewing' | 'typing' | 'gone'
type Presence = {
  /** Whoever else is at the case, in the order in which they came. */
  others: readonly Present[]
  /** A letter was typed into the answer. */
  typing: () => void
  /** The answer was put away or sent. */
  stopped: () => void
}

/** Said again before the server forgets it, which is after thirty seconds. */
const AGAIN_MS = 12_000
/** Whoever has not touched a key for so long is not writing any more. */
const STILL_MS = 20_000

/** Without an Idempotency-Key, and also while the page is being left: saying it twice is how it works. */
const say = (number: string, doing: Doing) =>
  void fetch(`/api/v1/cases/${encodeURIComponent(number)}/presence`, {
    method: 'POST', credentials: 'same-origin', keepalive: true, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ doing }),
  }).catch(() => {})

/** Tells the others that one is at a case for as long as it is in sight, and hears of them. */
export function usePresence({ number, id }: { number: string; id: string }, me: string): Presence {
  const doing = useRef<Doing>('viewing')
  const still = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { data } = useQuery({
    queryKey: presenceKey('case', id), staleTime: Infinity, gcTime: 0,
    queryFn: async ({ signal }) => (await call(ReadPresence, { params: { number }, signal })).items,
  })

  const change = useCallback((to: Doing) => {
    if (doing.current === to) return
    doing.current = to
    say(number, to)
  }, [number])
  const stopped = useCallback(() => {
    clearTimeout(still.current)
    change('viewing')
  }, [change])
  const typing = useCallback(() => {
    clearTimeout(still.current)
    still.current = setTimeout(stopped, STILL_MS)
    change('typing')
  }, [change, stopped])

  useEffect(() => {
    doing.current = 'viewing'
    const shown = () => document.visibilityState === 'visible'
    const beat = () => void (shown() && say(number, doing.current))
    const turn = () => say(number, shown() ? doing.current : 'gone')
    const leave = () => say(number, 'gone')
    beat()
    const beating = setInterval(beat, AGAIN_MS)
    document.addEventListener('visibilitychange', turn)
    addEventListener('pagehide', leave)
    return () => {
      clearInterval(beating)
      clearTimeout(still.current)
      document.removeEventListener('visibilitychange', turn)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [number])

  return { others: (data ?? []).filter((one) => one.id !== me), typing, stopped }
}

/** Of the case on the screen, for what is written on it. */
export const PresenceContext = createContext<Presence>({ others: [], typing: () => {}, stopped: () => {} })

/**
 * Whether the answer waits because others are writing one: until they stop or one presses a key to write all the same. Whoever has
 * begun is not asked: nobody loses the field under their hands.
 */
export function useSoftLock(asks: boolean) {
  const { others, typing, stopped } = useContext(PresenceContext)
  const writing = others.filter(({ doing }) => doing === 'typing')
  const [begun, setBegun] = useState(!asks)
  useEffect(() => (asks ? stopped : undefined), [asks, stopped])
  const begin = () => {
    setBegun(true)
    if (asks) typing()
  }
  return { locked: !begun && writing.length > 0, writing, take: () => setBegun(true), typing: begin }
}
