import { useSyncExternalStore } from 'react'

let heard = true
const listeners = new Set<() => void>()

/** Told by the stream of live events, to which every screen listens: whether the server is there. */
export function setHeard(now: boolean): void {
  if (now === heard) return
  heard = now
  for (const listen of listeners) listen()
}

function subscribe(listen: () => void) {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

const isHeard = () => heard
export const useHeard = (): boolean => useSyncExternalStore(subscribe, isHeard, isHeard)
