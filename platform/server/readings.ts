import type { Actor } from '#kernel/actor.ts'
import { doWork, type Ground } from './ground.ts'
import { note } from './history.ts'

/** Whose data was shown, and where: `seen` names the thing that showed it, by kind and number or id. */
export type Reading = { subjectId: string; seen: { kind: string; id: string; number?: string } }

/** Of one process; beyond it all is forgotten, and some is noted twice. */
const MOST_REMEMBERED = 50_000
/** What was noted, whichever door showed it. */
const remembered = new WeakMap<Ground, Set<string>>()

/**
 * Notes in the history that somebody looks at personal data, before it is shown to them: once a day for each of them and each thing,
 * and again after a restart.
 */
export function watchReadings(ground: Ground): (actor: Actor, reading: Reading) => Promise<void> {
  const noted = remembered.get(ground) ?? new Set<string>()
  remembered.set(ground, noted)
  return async (actor, { subjectId, seen }) => {
    const key = `${ground.now().slice(0, 10)} ${actor.id} ${subjectId} ${seen.id}`
    if (noted.has(key)) return
    await doWork(ground, actor, (work) => Promise.resolve(note(work, { action: 'personal-data-read', subject: ['personal-data', subjectId], details: seen })))
    if (noted.size >= MOST_REMEMBERED) noted.clear()
    noted.add(key)
  }
}
