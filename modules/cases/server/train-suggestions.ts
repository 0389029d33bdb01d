import { setImmediate, setTimeout as wait } from 'node:timers/promises'
import { training, type Example, type TextModel } from '#kernel/text-classifier.ts'
import { writeTextModel } from '#kernel/text-model-file.ts'
import { doWork, systemActor, type Ground } from '#platform/server/ground.ts'
import { note } from '#platform/server/history.ts'
import { hitRateOf, QUESTIONS, readClosed, readNewlyClosed, saveModel, type ClosedCase, type Question } from './store-suggestions.ts'

/** Older cases tell of another company. */
const MOST_EXAMPLES = 20_000
const LEAST_EXAMPLES = 50
const LEAST_LABELS = 2
/** A label of fewer cases is learnt by heart, not learnt. */
const LEAST_OF_A_LABEL = 3
/** As long as a request may wait for the training at most, in milliseconds. */
const AT_A_TIME = 8
/** And as many times as long it leaves the process to others: working at every turn of the loop it slowed registering to a tenth. */
const RESTS = 6

export type Trained = { organisationId: string; question: Question; examples: number; hitRate: number | null }

/** Learns, organisation by organisation, what its own closed cases turned out to be. Nothing where nothing was closed since the last time. */
export async function trainEverywhere(ground: Ground, signal?: AbortSignal, { rests = RESTS } = {}): Promise<Trained[]> {
  const organisations = await ground.db.asOwner((tx) => tx<{ organisationId: string }>`select organisation_id from organisations order by organisation_id`)
  const trained: Trained[] = []
  for (const { organisationId } of organisations) trained.push(...(await trainSuggestions(ground, organisationId, signal, { rests })))
  return trained
}

/** Trains a model for each question that there are examples enough for; each is of use as soon as it is written. */
export async function trainSuggestions(ground: Ground, organisationId: string, signal?: AbortSignal, { rests = RESTS } = {}): Promise<Trained[]> {
  const actor = systemActor(organisationId)
  // Of this instant: what is closed while it learns is learnt the next time.
  const trainedAt = ground.now()
  const closed = await doWork(ground, actor, async ({ tx }) => {
    const [newly] = await readNewlyClosed(tx, organisationId)
    return newly!.any ? readClosed(tx, organisationId, MOST_EXAMPLES) : []
  }, { readOnly: true })
  const trained: Trained[] = []
  for (const question of QUESTIONS) {
    const examples = examplesOf(closed, question)
    if (examples.length < LEAST_EXAMPLES || new Set(examples.map(({ label }) => label)).size < LEAST_LABELS) continue
    const model = await breathing(training(examples), rests, signal)
    const done = { organisationId, question, examples: examples.length, hitRate: hitRateOf(model.trial) }
    await doWork(ground, actor, async (work) => {
      await saveModel(work.tx, organisationId, { ...done, model: writeTextModel(model), trainedAt })
      note(work, { action: 'suggestions-trained', subject: ['organisation', organisationId], details: { question, examples: done.examples, hitRate: done.hitRate } })
    })
    trained.push(done)
  }
  return trained
}

function examplesOf(closed: readonly ClosedCase[], question: Question): Example[] {
  const labelled = closed.flatMap(({ text, [question]: label }) => (label ? [{ text, label }] : []))
  const counts = new Map<string, number>()
  for (const { label } of labelled) counts.set(label, (counts.get(label) ?? 0) + 1)
  return labelled.filter(({ label }) => counts.get(label)! >= LEAST_OF_A_LABEL)
}

/** Trains in slices, between which the server answers. */
async function breathing(steps: Generator<number, TextModel>, rests: number, signal?: AbortSignal): Promise<TextModel> {
  for (let began = performance.now(); ; ) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - began < AT_A_TIME) continue
    await (rests === 0 ? setImmediate() : wait(rests * AT_A_TIME))
    signal?.throwIfAborted()
    began = performance.now()
  }
}
