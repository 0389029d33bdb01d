import { fork } from 'node:child_process'
import { once } from 'node:events'
import { constants, setPriority } from 'node:os'
import { promisify } from 'node:util'
import { learnAll, type Learned } from './learn.ts'
import type { ClosedCase } from './store-suggestions.ts'

/**
 * Learns in a process of its own that has only the time nobody else wants: it is seconds of work, and the server answers meanwhile.
 * @throws {Error} when that process fails, or `signal` ends it
 */
export function learnApart(closed: readonly ClosedCase[], signal?: AbortSignal): Promise<Learned[]> {
  return new Promise((resolve, reject) => {
    const learned: Learned[] = []
    const learner = fork(import.meta.filename, { serialization: 'advanced', execArgv: [], ...(signal && { signal }) })
    learner.on('message', (one) => learned.push(one as Learned)).on('error', reject)
    // Closed after its channel: whatever it said has been heard.
    learner.on('close', (code, killedBy) => (code === 0 ? resolve(learned) : reject(new Error(`learning ended with ${killedBy ?? code}`))))
    learner.send(closed)
  })
}

if (import.meta.main) {
  setPriority(constants.priority.PRIORITY_LOW)
  const say = promisify((one: Learned, said: (error: Error | null) => void) => process.send!(one, undefined, undefined, said))
  const [closed] = (await once(process, 'message')) as [ClosedCase[]]
  for (const one of learnAll(closed)) await say(one)
  process.disconnect()
}
