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
 * and again after a restart. Sensitive is how somebody is reached, what they told, their files and papers; a list, from which one chooses by
 * a name or a number, would drown the trace in rows that nobody looked at.
 */
export function watchReadings(ground: Ground): (actor: Actor, readings: readonly Reading[]) => Promise<void> {
  const noted = remembered.get(ground) ?? new Set<string>()
  remembered.set(ground, noted)
  return async (actor, readings) => {
    const keyed = new Map(readings.map((reading) => [`${ground.now().slice(0, 10)} ${actor.id} ${reading.subjectId} ${reading.seen.id}`, reading]))
    const unseen = [...keyed].filter(([key]) => !noted.has(key))
    if (unseen.length === 0) return
    await doWork(ground, actor, async (work) => {
      for (const [, { subjectId, seen }] of unseen) note(work, { action: 'personal-data-read', subject: ['personal-data', subjectId], details: seen })
    })
    if (noted.size >= MOST_REMEMBERED) noted.clear()
    for (const [key] of unseen) noted.add(key)
  }
}
