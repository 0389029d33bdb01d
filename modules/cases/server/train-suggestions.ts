import { doWork, everyOrganisation, systemActor, type Ground } from '#platform/server/ground.ts'
import { note } from '#platform/server/history.ts'
import { learnApart } from './learn-apart.ts'
import { LEAST_EXAMPLES } from './learn.ts'
import { readClosed, readLearnt, readNewlyClosed, saveModel, type Question } from './store-suggestions.ts'

/** Older cases tell of another company. */
const MOST_EXAMPLES = 20_000

export type Trained = { organisationId: string; question: Question; examples: number; hitRate: number | null }

/** Learns, organisation by organisation, what its own closed cases turned out to be. Nothing where nothing was closed since the last time. */
export const trainEverywhere = (ground: Ground, signal?: AbortSignal): Promise<Trained[]> =>
  inEach(ground, signal, (organisationId) => trainSuggestions(ground, organisationId, signal))

/** What cannot be learnt of one company keeps no other from learning. */
async function inEach(ground: Ground, signal: AbortSignal | undefined, learn: (organisationId: string) => Promise<Trained[]>): Promise<Trained[]> {
  const trained: Trained[] = []
  for (const organisationId of await everyOrganisation(ground)) {
    try {
      trained.push(...(await learn(organisationId)))
    } catch (error) {
      if (signal?.aborted) throw error
      ground.log.error({ err: error, organisationId }, 'suggestions were not learnt')
    }
  }
  return trained
}

/** With so many cases learnt, a night more or less changes little. */
const LEARNT_ENOUGH = 2_000
/** How many cases were closed when they were last learnt here, whatever they taught, by organisation. */
const tried = new Map<string, number>()

/** Learns soon where little is known: no model yet, as after the demonstration or in a young company, or one of less than half of what is closed by now. */
export const trainYoung = (ground: Ground, signal?: AbortSignal): Promise<Trained[]> =>
  inEach(ground, signal, async (organisationId) => {
    const [{ examples, closed }] = (await doWork(ground, systemActor(organisationId), ({ tx }) => readLearnt(tx, organisationId, 2 * LEARNT_ENOUGH), { readOnly: true })) as [{ examples: number; closed: number }]
    if (closed < LEAST_EXAMPLES || closed < 2 * Math.max(examples, tried.get(organisationId) ?? 0)) return []
    // Whatever day they were closed on: what is told afterwards, as the demonstration's two years are, was closed long ago.
    const trained = await learnFrom(ground, organisationId, signal)
    tried.set(organisationId, closed)
    return trained
  })

async function trainSuggestions(ground: Ground, organisationId: string, signal?: AbortSignal): Promise<Trained[]> {
  const [newly] = await doWork(ground, systemActor(organisationId), ({ tx }) => readNewlyClosed(tx, organisationId), { readOnly: true })
  return newly!.any ? learnFrom(ground, organisationId, signal) : []
}

/** A model for each question that there are examples enough for. */
async function learnFrom(ground: Ground, organisationId: string, signal?: AbortSignal): Promise<Trained[]> {
  const actor = systemActor(organisationId)
  // Of this instant: what is closed while it learns is learnt the next time.
  const trainedAt = ground.now()
  const closed = await doWork(ground, actor, ({ tx }) => readClosed(tx, organisationId, MOST_EXAMPLES), { readOnly: true })
  if (closed.length === 0) return []
  const learned = await learnApart(closed, signal)
  return doWork(ground, actor, (work) => Promise.all(learned.map(async ({ question, model, examples, hitRate }) => {
    await saveModel(work.tx, organisationId, { question, model, examples, hitRate, trainedAt })
    note(work, { action: 'suggestions-trained', subject: ['organisation', organisationId], details: { question, examples, hitRate } })
    return { organisationId, question, examples, hitRate }
  })))
}
