import { useSyncExternalStore } from 'react'

/** Which of the two overlays of the keyboard is open; the bar, the keys and the menu itself share it. */
export type Overlay = 'commands' | 'shortcuts' | null

let overlay: Overlay = null
const watchers = new Set<() => void>()

export function setOverlay(next: Overlay): void {
  overlay = next
  for (const tell of watchers) tell()
}

export const openCommandMenu = (): void => setOverlay('commands')

export const useOverlay = (): Overlay =>
  useSyncExternalStore(
    (tell) => {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
    () => overlay,
    () => null,
  )
