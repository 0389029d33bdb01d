import { textFeatures } from './text-features.ts'

export type Example = { text: string; label: string }

/**
 * A trained softmax regression. `hashes` (ascending) are the features it knows; row i of `weights` (labels.length wide) is
 * feature i's, `rarity[i]` its inverse document frequency. `bias` is each label's own.
 */
export type TextModel = {
  labels: readonly string[]
  hashes: Uint32Array
  rarity: Float32Array
  weights: Float32Array
  bias: Float32Array
  /** How a trial model did on the sixth of the texts it had not seen; null when there were too few to hold any back. */
  trial: Trial | null
}

/** Shares of 1. `covered`: texts with a suggestion of at least `SUGGEST_FROM`; `right`: suggestions among these that were the label. */
export type Trial = { texts: number; accuracy: number; covered: number; right: number }

export type Prediction = { label: string; probability: number; reasons: string[] }

export type TrainingOptions = {
  seed?: number
  epochs?: number
  learningRate?: number
  /** Pull of the weights towards zero at every step, in units of the learning rate. */
  l2?: number
  /** Features seen in fewer texts are left out. */
  leastTexts?: number
  /** Bytes of weights: the rarest features go first. */
  mostBytes?: number
  /** 0: every text counts the same; 1: every label does, however rare. */
  balance?: number
}

/** Of the last digits, by measure: test/measures/suggestions.ts. */
const DEFAULTS = { seed: 1, epochs: 6, learningRate: 3, l2: 1e-6, leastTexts: 2, mostBytes: 16e6, balance: 0 }

type Sparse = Pick<Vector, 'rows' | 'values'> & { label: number }
type Learned = Pick<TextModel, 'weights' | 'bias'>

/** With fewer texts than this none is held back for a trial. */
const LEAST_TO_TRY = 60
const HELD_BACK = 6

/**
 * Trains twice: first without a sixth of the texts, to learn how far the model's confidence may be believed (one divisor for all
 * scores; Guo and others, "On Calibration of Modern Neural Networks", 2017) and what it is worth; then with all. Seconds of work
 * for thousands of texts. The same examples, options and seed give the same model, bit by bit.
 */
export function train(examples: readonly Example[], options: TrainingOptions = {}): TextModel {
  const settings = { ...DEFAULTS, ...options }
  const labels = [...new Set(examples.map(({ label }) => label))].sort()
  const known = vocabulary(examples, settings.leastTexts, Math.floor(settings.mostBytes / 4 / Math.max(1, labels.length)))
  const labelAt = new Map(labels.map((label, at) => [label, at]))
  const rows = examples.map(({ text, label }): Sparse => {
    const { rows: found, values } = vectorOf(known, text)
    return { rows: found, values, label: labelAt.get(label) ?? 0 }
  })
  const size = { features: known.hashes.length, width: labels.length }
  const order = Uint32Array.from(rows.keys())
  shuffle(order, randomOf(settings.seed))
  const held = rows.length < LEAST_TO_TRY ? [] : rowsAt(rows, order.filter((_, place) => place % HELD_BACK === 0))
  if (held.length === 0) return { labels, ...known, ...descend(rows, size, settings), trial: null }

  const tried = descend(rowsAt(rows, order.filter((_, place) => place % HELD_BACK !== 0)), size, settings)
  const scores = held.map((row) => scoresOf(tried, row, new Float32Array(size.width)))
  const heat = heatOf(scores, held)
  const learned = descend(rows, size, settings)
  return { labels, ...known, weights: cooled(learned.weights, heat), bias: cooled(learned.bias, heat), trial: trialOf(scores.map((each) => softmax(cooled(each, heat))), held) }
}

const rowsAt = (rows: readonly Sparse[], places: Uint32Array): Sparse[] => Array.from(places, (at) => rows[at]!)
const cooled = (scores: Float32Array, heat: number) => scores.map((score) => score / heat)

function descend(rows: readonly Sparse[], { features, width }: { features: number; width: number }, { seed, epochs, learningRate, l2, balance }: typeof DEFAULTS): Learned {
  const learned: Learned = { weights: new Float32Array(features * width), bias: new Float32Array(width) }
  const worth = labelWorth(rows, width, balance)
  const order = Uint32Array.from(rows.keys())
  const random = randomOf(seed)
  const scores = new Float32Array(width)
  const all = epochs * order.length
  for (let done = 0; done < all; done++) {
    if (done % order.length === 0) shuffle(order, random)
    const row = rows[order[done % order.length]!]!
    learn(learned, row, scores, learningRate * (1 - done / all) * worth[row.label]!, l2)
  }
  return learned
}

/** The divisor of all scores under which the held-back labels are likeliest. */
function heatOf(scores: readonly Float32Array[], held: readonly Sparse[]): number {
  let best = { heat: 1, loss: Infinity }
  for (let heat = 0.5; heat < 6; heat *= 1.08) {
    const loss = held.reduce((sum, { label }, at) => sum - Math.log(Math.max(1e-12, softmax(cooled(scores[at]!, heat))[label]!)), 0)
    if (loss < best.loss) best = { heat, loss }
  }
  return best.heat
}

function trialOf(probabilities: readonly Float32Array[], held: readonly Sparse[]): Trial {
  let [right, covered, coveredRight] = [0, 0, 0]
  for (const [at, { label }] of held.entries()) {
    const best = Math.max(...probabilities[at]!)
    const hit = probabilities[at]![label] === best
    if (hit) right += 1
    if (best >= SUGGEST_FROM) covered += 1
    if (hit && best >= SUGGEST_FROM) coveredRight += 1
  }
  return { texts: held.length, accuracy: right / held.length, covered: covered / held.length, right: covered === 0 ? 0 : coveredRight / covered }
}

/** One step down the slope of the log loss. The pull to zero touches only the weights at hand: rare features are not worn away by texts that lack them. */
function learn({ weights, bias }: Learned, { rows, values, label }: Sparse, scores: Float32Array, rate: number, l2: number): void {
  const width = scores.length
  softmax(scoresOf({ weights, bias }, { rows, values }, scores))
  scores[label]! -= 1
  for (let k = 0; k < width; k++) bias[k]! -= 0.1 * rate * scores[k]!
  const keep = 1 - rate * l2
  for (let i = 0; i < rows.length; i++) {
    const step = rate * values[i]!
    const start = rows[i]! * width
    for (let k = 0; k < width; k++) weights[start + k] = weights[start + k]! * keep - step * scores[k]!
  }
}

/** Every label with its probability, likeliest first; the words that spoke most for it against the mean of all. None for a text of which nothing is known. */
export function predict(model: TextModel, text: string, { most = 3, reasons = 4 }: { most?: number; reasons?: number } = {}): Prediction[] {
  const { rows, values, owners, words, knownWords } = vectorOf(model, text)
  if (knownWords === 0 || model.labels.length === 0) return []
  const scores = softmax(scoresOf(model, { rows, values }, new Float32Array(model.labels.length)))
  return Array.from(scores.keys())
    .sort((a, b) => scores[b]! - scores[a]!)
    .slice(0, most)
    .map((k) => ({ label: model.labels[k]!, probability: scores[k]!, reasons: reasonsFor(model, k, { rows, values, owners, words }, reasons) }))
}

/** From this probability on a suggestion is shown; below, none: a wrong hint costs more than a missing one. */
export const SUGGEST_FROM = 0.8

export function suggest(model: TextModel, text: string, from = SUGGEST_FROM): Prediction | null {
  const [best] = predict(model, text, { most: 1 })
  return best && best.probability >= from ? best : null
}

function reasonsFor({ weights, labels }: TextModel, label: number, { rows, values, owners, words }: Omit<Vector, 'knownWords'>, most: number): string[] {
  const width = labels.length
  const weight = new Map<string, number>()
  for (let i = 0; i < rows.length; i++) {
    const start = rows[i]! * width
    let mean = 0
    for (let k = 0; k < width; k++) mean += weights[start + k]! / width
    const word = words[owners[i]!]!
    weight.set(word, (weight.get(word) ?? 0) + values[i]! * (weights[start + label]! - mean))
  }
  const heavy = [...weight].filter(([, w]) => w > 0).sort((a, b) => b[1] - a[1])
  const least = (heavy[0]?.[1] ?? 0) / 10
  return heavy.filter(([, w]) => w >= least).slice(0, most).map(([word]) => word)
}

type Vector = { rows: Uint32Array; values: Float32Array; owners: Uint32Array; words: string[]; knownWords: number }

/** The text's known features, each once, weighed by count and rarity, of length 1 in all. */
function vectorOf({ hashes, rarity }: Pick<TextModel, 'hashes' | 'rarity'>, text: string): Vector {
  const features = textFeatures(text)
  const counts = new Map<number, { row: number; count: number; owner: number }>()
  const known = new Set<number>()
  for (let i = 0; i < features.hashes.length; i++) {
    const hash = features.hashes[i]!
    const before = counts.get(hash)
    if (before) {
      before.count += 1
      continue
    }
    const row = rowOf(hashes, hash)
    if (row < 0) continue
    known.add(features.owners[i]!)
    counts.set(hash, { row, count: 1, owner: features.owners[i]! })
  }
  const found = [...counts.values()]
  const values = Float32Array.from(found, ({ row, count }) => (1 + Math.log(count)) * rarity[row]!)
  const length = Math.hypot(...values) || 1
  return {
    rows: Uint32Array.from(found, ({ row }) => row),
    values: values.map((value) => value / length),
    owners: Uint32Array.from(found, ({ owner }) => owner),
    words: features.words,
    knownWords: known.size,
  }
}

function rowOf(hashes: Uint32Array, hash: number): number {
  let [low, high] = [0, hashes.length - 1]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const at = hashes[middle]!
    if (at === hash) return middle
    if (at < hash) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function vocabulary(examples: readonly Example[], leastTexts: number, most: number): Pick<TextModel, 'hashes' | 'rarity'> {
  const texts = new Map<number, number>()
  for (const { text } of examples) for (const hash of new Set(textFeatures(text).hashes)) texts.set(hash, (texts.get(hash) ?? 0) + 1)
  const kept = [...texts].filter(([, count]) => count >= leastTexts)
  if (kept.length > most) kept.sort((a, b) => b[1] - a[1] || a[0] - b[0]).splice(most)
  kept.sort((a, b) => a[0] - b[0])
  return {
    hashes: Uint32Array.from(kept, ([hash]) => hash),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((1 + examples.length) / (1 + count)) + 1),
  }
}

function scoresOf({ weights, bias }: Learned, { rows, values }: Pick<Vector, 'rows' | 'values'>, scores: Float32Array): Float32Array {
  const width = scores.length
  scores.set(bias)
  for (let i = 0; i < rows.length; i++) {
    const value = values[i]!
    const start = rows[i]! * width
    for (let k = 0; k < width; k++) scores[k]! += value * weights[start + k]!
  }
  return scores
}

/** In place. */
function softmax(scores: Float32Array): Float32Array {
  const top = scores.reduce((a, b) => Math.max(a, b), -Infinity)
  let sum = 0
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp(scores[k]! - top)
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum
  return scores
}

function labelWorth(rows: readonly Sparse[], width: number, balance: number): Float32Array {
  const counts = new Float32Array(width)
  for (const { label } of rows) counts[label]! += 1
  return counts.map((count) => (count === 0 ? 1 : (rows.length / width / count) ** balance))
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at]!
    order[at] = order[other]!
    order[other] = kept
  }
}

/** Mulberry32: small, even enough to shuffle by. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
