import { useSyncExternalStore } from 'react'

let said = ''
let turn = 0
const watchers = new Set<() => void>()

/** Says a sentence to who listens instead of looking: a new message, a term broken. Never a tick of a clock. */
export function announce(sentence: string): void {
  // The same sentence twice is two events: an unseen mark makes the second one differ.
  said = turn++ % 2 === 0 ? sentence : `${sentence}\u200b`
  for (const tell of watchers) tell()
}

function watch(tell: () => void) {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

export function Announcer() {
  const sentence = useSyncExternalStore(watch, () => said, () => '')
  return <div className="unseen" role="status" aria-live="polite">{sentence}</div>
}
