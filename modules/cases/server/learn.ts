import { train, type Example } from '#kernel/text-classifier.ts'
import { writeTextModel } from '#kernel/text-model-file.ts'
import { hitRateOf, QUESTIONS, type ClosedCase, type Question } from './store-suggestions.ts'

/** What was learnt for a question: the model as bytes, of how many examples, and its hit rate on cases held back. */
export type Learned = { question: Question; model: Uint8Array; examples: number; hitRate: number | null }

export const LEAST_EXAMPLES = 50
const LEAST_LABELS = 2
/** A label of fewer cases is learnt by heart, not learnt. */
const LEAST_OF_A_LABEL = 3

/** A model for the question, where there are examples enough. */
function learn(closed: readonly ClosedCase[], question: Question): Learned | null {
  const examples = examplesOf(closed, question)
  if (examples.length < LEAST_EXAMPLES || new Set(examples.map(({ label }) => label)).size < LEAST_LABELS) return null
  const model = train(examples)
  return { question, model: writeTextModel(model), examples: examples.length, hitRate: hitRateOf(model.trial) }
}

function examplesOf(closed: readonly ClosedCase[], question: Question): Example[] {
  const labelled = closed.flatMap(({ text, [question]: label }) => (label ? [{ text, label }] : []))
  const counts = new Map<string, number>()
  for (const { label } of labelled) counts.set(label, (counts.get(label) ?? 0) + 1)
  return labelled.filter(({ label }) => counts.get(label)! >= LEAST_OF_A_LABEL)
}

/** One question after another, so that what was learnt is told before more is learnt: for whoever is gone meanwhile nothing more is. */
export function* learnAll(closed: readonly ClosedCase[]): Generator<Learned> {
  for (const question of QUESTIONS) {
    const learned = learn(closed, question)
    if (learned) yield learned
  }
}
