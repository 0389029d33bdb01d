import { phrases, type Phrase } from '../grammar.ts'
import { LEAVES } from '../causes.ts'
import { BILLING } from './billing.ts'
import { COMMERCIAL } from './commercial.ts'
import { CYLINDERS } from './cylinders.ts'
import { DELIVERY_DELAYS } from './delivery-delays.ts'
import { DELIVERY_DIFFERENCES } from './delivery-differences.ts'
import { DELIVERY_REQUESTS } from './delivery-requests.ts'
import { DOCUMENTS } from './documents.ts'
import { DRIVERS } from './drivers.ts'
import { ENGLISH } from './english.ts'
import { EQUIPMENT } from './equipment.ts'
import type { LeafTexts } from './leaf-texts.ts'
import { QUALITY } from './quality.ts'
import { RECEIVABLES } from './receivables.ts'
import { SERVICE } from './service.ts'

export type LeafPhrases = Record<keyof LeafTexts, readonly Phrase[]>
export type EnglishPhrases = Record<'says' | 'adds' | 'asks', readonly Phrase[]>

const WRITTEN = { ...DELIVERY_DELAYS, ...DELIVERY_DIFFERENCES, ...DRIVERS, ...DELIVERY_REQUESTS, ...QUALITY, ...CYLINDERS, ...DOCUMENTS, ...BILLING, ...RECEIVABLES, ...COMMERCIAL, ...EQUIPMENT, ...SERVICE }

/** Read once; a cause without texts stops the program here rather than in the middle of a year. */
export const TEXTS: ReadonlyMap<string, LeafPhrases> = new Map(LEAVES.map(({ code }) => {
  const texts = WRITTEN[code]
  if (!texts) throw new RangeError(`nothing is written about ${code}`)
  return [code, { says: phrases(texts.says), adds: phrases(texts.adds), asks: phrases(texts.asks), quick: phrases(texts.quick), area: phrases(texts.area), done: phrases(texts.done), letter: phrases(texts.letter) }]
}))

export const ENGLISH_TEXTS: ReadonlyMap<string, EnglishPhrases> = new Map(Object.entries(ENGLISH).map(([code, texts]) => [code, { says: phrases(texts.says), adds: phrases(texts.adds), asks: phrases(texts.asks) }]))
