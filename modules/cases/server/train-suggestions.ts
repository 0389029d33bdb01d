import { doWork, everyOrganisation, systemActor, type Ground } from '#platform/server/ground.ts'
import { note } from '#platform/server/history.ts'
import { learnApart } from './learn-apart.ts'
import { readClosed, readNewlyClosed, saveModel, type Question } from './store-suggestions.ts'

/** Older cases tell of another company. */
const MOST_EXAMPLES = 20_000

export type Trained = { organisationId: string; question: Question; examples: number; hitRate: number | null }

/** Learns, organisation by organisation, what its own closed cases turned out to be. Nothing where nothing was closed since the last time. */
export async function trainEverywhere(ground: Ground, signal?: AbortSignal): Promise<Trained[]> {
  const trained: Trained[] = []
  for (const organisationId of await everyOrganisation(ground)) trained.push(...(await trainSuggestions(ground, organisationId, signal)))
  return trained
}

/** A model for each question that there are examples enough for. */
async function trainSuggestions(ground: Ground, organisationId: string, signal?: AbortSignal): Promise<Trained[]> {
  const actor = systemActor(organisationId)
  // Of this instant: what is closed while it learns is learnt the next time.
  const trainedAt = ground.now()
  const closed = await doWork(ground, actor, async ({ tx }) => {
    const [newly] = await readNewlyClosed(tx, organisationId)
    return newly!.any ? readClosed(tx, organisationId, MOST_EXAMPLES) : []
  }, { readOnly: true })
  if (closed.length === 0) return []
  const learned = await learnApart(closed, signal)
  return doWork(ground, actor, (work) => Promise.all(learned.map(async ({ question, model, examples, hitRate }) => {
    await saveModel(work.tx, organisationId, { question, model, examples, hitRate, trainedAt })
    note(work, { action: 'suggestions-trained', subject: ['organisation', organisationId], details: { question, examples, hitRate } })
    return { organisationId, question, examples, hitRate }
  })))
}
