import { DAY_MS } from '#kernel/day.ts'
import type { BodyOf, ReplyOf } from '#kernel/endpoint.ts'
import { findHazardWords } from '#kernel/hazard-words.ts'
import { later } from '#kernel/instant.ts'
import { suggest as suggestBy, type TextModel } from '#kernel/text-classifier.ts'
import { readTextModel } from '#kernel/text-model-file.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import type { Kind } from '../contract.ts'
import type { SuggestClassification } from '../contract-sheet.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { textLikeness } from '../rules/duplicate.ts'
import { readCaseSettings, type CaseSettings } from './case-settings.ts'
import { readAlikeClosed, readModelBytes, readTrained, type ClosedCase, type Question } from './store-suggestions.ts'

type Reply = ReplyOf<typeof SuggestClassification>
const [MOST_READ, NEIGHBOURS, REACH_DAYS] = [60, 10, 730]

/**
 * Kind, cause and area that the organisation's own closed cases suggest, with the words that weighed and how many of the ten most
 * alike agree; words of danger always, with or without a model. It only says so: nothing is ever applied by itself.
 */
export async function suggestClassification({ tx, actor, now }: Work, { description }: BodyOf<typeof SuggestClassification>): Promise<Reply> {
  const hazardWords = [...new Set(findHazardWords(description).map(({ found }) => found))]
  const models = await modelsOf(tx, actor.organisationId)
  const suggested = models.flatMap(({ question, model }) => {
    const best = suggestBy(model, description)
    return best ? [{ question, best }] : []
  })
  if (suggested.length === 0) return { items: [], hazardWords }
  const since = later(now, -REACH_DAYS * DAY_MS)
  const [settings, near] = await Promise.all([
    readCaseSettings(tx, actor.organisationId), readAlikeClosed(tx, actor.organisationId, { said: description, since, most: MOST_READ }),
  ])
  const nearest = neighbours(description, near)
  const items = suggested.flatMap(({ question, best: { label: id, probability, reasons } }) => {
    const name = nameOf(settings, question, id, actor.language)
    if (name === null) return []
    return [{ question, id, name, probability: Math.round(probability * 1000) / 1000, words: reasons, alike: nearest.filter((other) => other[question] === id).length }]
  })
  return { items, hazardWords }
}

function neighbours(text: string, near: readonly ClosedCase[]): ClosedCase[] {
  const weighed = near.map((other) => ({ other, likeness: textLikeness(text, other.text) }))
  return weighed.sort((a, b) => b.likeness - a.likeness).slice(0, NEIGHBOURS).map(({ other }) => other)
}

/** Null for what is no longer in use: it is not suggested. */
function nameOf({ causes, areas }: CaseSettings, question: Question, id: string, language: 'es' | 'en'): string | null {
  if (question === 'kind') return { es, en }[language].kinds[id as Kind] ?? null
  const known = (question === 'cause' ? causes : areas).get(id)
  return known?.active ? (language === 'en' && known.nameEn) || known.name : null
}

const known = new Map<string, { trainedAt: string; model: TextModel }>()
const MOST_KEPT = 24

/** Read once for each training. */
async function modelsOf(tx: Tx, organisationId: string): Promise<{ question: Question; model: TextModel }[]> {
  const trained = await readTrained(tx, organisationId)
  const models = await Promise.all(trained.map(async ({ question, trainedAt }) => {
    const key = `${organisationId} ${question}`
    const before = known.get(key)
    if (before?.trainedAt === trainedAt) return [{ question, model: before.model }]
    const [row] = await readModelBytes(tx, organisationId, question)
    const model = row && readTextModel(row.model)
    if (!model) return []
    if (known.size >= MOST_KEPT) known.clear()
    known.set(key, { trainedAt, model })
    return [{ question, model }]
  }))
  return models.flat()
}
