import { DAY_MS } from '#kernel/day.ts'
import { foldText, overlap, trigramsOf, wordsOf } from '#kernel/plain-text.ts'

/** What of a case, registered or being typed, tells whether it is the same matter. Empty where not known. */
export type Likened = {
  customerId: string | null
  /** E.164 numbers and lower-case addresses by which the person may be reached. */
  reachedBy: readonly string[]
  /** Cylinder serials, with their owner's mark where known. */
  serials: readonly string[]
  orderNumbers: readonly string[]
  causeId: string | null
  text: string
  /** Instant of reception, ISO 8601. */
  receivedAt: string
}

export type LikenessReason =
  | { code: 'same-customer' | 'same-reach' | 'same-cause' | 'same-text' | 'different-customer' | 'different-serial' | 'different-order' }
  | { code: 'same-serial' | 'same-order'; numbers: string[] }
  | { code: 'similar-text'; percent: number }
  | { code: 'near-in-time'; days: number }

/** `score` 0 to 1; `reasons` the heaviest first, those against at the end. */
export type Likeness = { score: number; reasons: LikenessReason[] }

/** From this score on the person who registers is warned, with both side by side. */
export const WARN_FROM = 0.5
/** Cases received further apart are not the same matter told twice, but a recurrence. */
export const WINDOW_DAYS = 60

const WEIGHT = { 'same-customer': 0.35, 'same-reach': 0.25, 'same-serial': 0.4, 'same-order': 0.4, 'same-cause': 0.08, 'same-text': 0.55, 'similar-text': 0.45 }
const AGAINST = { 'different-customer': 0.3, 'different-serial': 0.35, 'different-order': 0.25 }
/** Below this two complaints of one trade sound alike by chance. */
const LEAST_SIMILAR = 0.3
/** Fewer significant words say nothing by being contained in another text. */
const LEAST_WORDS = 4

/**
 * How much two cases look like one matter told twice. Evidence adds up as independent hints do (1 less the product of the doubts), what
 * speaks against is taken off, and the distance in time wears it down to a half at the window's end, to nothing beyond. A warning
 * only: two claims of one customer on one day about two cylinders are two claims, and only a person merges.
 */
export function likenessOf(a: Likened, b: Likened): Likeness {
  const days = Math.abs(Date.parse(a.receivedAt) - Date.parse(b.receivedAt)) / DAY_MS
  if (!(days <= WINDOW_DAYS)) return { score: 0, reasons: [] }
  const hints = [...whoHints(a, b), ...whatHints(a, b), ...textHints(a.text, b.text)]
  const against = contradictions(a, b)
  const doubt = hints.reduce((left, { weight }) => left * (1 - weight), 1)
  const evidence = Math.max(0, 1 - doubt - against.reduce((sum, code) => sum + AGAINST[code], 0))
  const reasons = hints.toSorted((one, other) => other.weight - one.weight).map(({ reason }) => reason)
  // Nearness alone says nothing: half of the day's cases are near.
  if (reasons.length > 0 && days <= 7) reasons.push({ code: 'near-in-time', days: Math.floor(days) })
  return { score: evidence * (1 - (0.5 * days) / WINDOW_DAYS), reasons: [...reasons, ...against.map((code) => ({ code }))] }
}

/** Those of `others` that deserve a warning, likeliest first. */
export function likeCases<Other extends Likened>(typed: Likened, others: readonly Other[], from = WARN_FROM): { other: Other; likeness: Likeness }[] {
  return others
    .map((other) => ({ other, likeness: likenessOf(typed, other) }))
    .filter(({ likeness }) => likeness.score >= from)
    .sort((a, b) => b.likeness.score - a.likeness.score)
}

type Hint = { weight: number; reason: LikenessReason }

function whoHints(a: Likened, b: Likened): Hint[] {
  if (a.customerId !== null && a.customerId === b.customerId) return [{ weight: WEIGHT['same-customer'], reason: { code: 'same-customer' } }]
  return shared(a.reachedBy, b.reachedBy).length > 0 ? [{ weight: WEIGHT['same-reach'], reason: { code: 'same-reach' } }] : []
}

function whatHints(a: Likened, b: Likened): Hint[] {
  const hints: Hint[] = []
  const serials = shared(a.serials, b.serials)
  const orders = shared(a.orderNumbers, b.orderNumbers)
  if (serials.length > 0) hints.push({ weight: WEIGHT['same-serial'], reason: { code: 'same-serial', numbers: serials } })
  if (orders.length > 0) hints.push({ weight: WEIGHT['same-order'], reason: { code: 'same-order', numbers: orders } })
  if (a.causeId !== null && a.causeId === b.causeId) hints.push({ weight: WEIGHT['same-cause'], reason: { code: 'same-cause' } })
  return hints
}

function textHints(a: string, b: string): Hint[] {
  const likeness = textLikeness(a, b)
  if (likeness >= 0.98) return [{ weight: WEIGHT['same-text'], reason: { code: 'same-text' } }]
  if (likeness < LEAST_SIMILAR) return []
  const weight = WEIGHT['similar-text'] * ((likeness - LEAST_SIMILAR) / (1 - LEAST_SIMILAR))
  return [{ weight, reason: { code: 'similar-text', percent: Math.round(100 * likeness) } }]
}

function contradictions(a: Likened, b: Likened): (keyof typeof AGAINST)[] {
  const differ = (one: readonly string[], other: readonly string[]) => one.length > 0 && other.length > 0 && shared(one, other).length === 0
  const found: (keyof typeof AGAINST)[] = []
  if (a.customerId !== null && b.customerId !== null && a.customerId !== b.customerId) found.push('different-customer')
  if (differ(a.serials, b.serials)) found.push('different-serial')
  if (differ(a.orderNumbers, b.orderNumbers)) found.push('different-order')
  return found
}

/**
 * How alike two texts are, 0 to 1: the best of trigrams (typing errors), of the cosine of significant words (order, length), and of
 * the part of the shorter one's words that the other holds, so that a warning comes while one still types.
 */
export function textLikeness(a: string, b: string): number {
  const [wordsA, wordsB] = [significant(a), significant(b)]
  if (wordsA.size === 0 || wordsB.size === 0) return 0
  let common = 0
  for (const word of wordsA) if (wordsB.has(word)) common += 1
  const shorter = Math.min(wordsA.size, wordsB.size)
  const cosine = common / Math.sqrt(wordsA.size * wordsB.size)
  const contained = shorter >= LEAST_WORDS ? (0.9 * common) / shorter : 0
  return Math.max(overlap(trigramsOf([...wordsA].join(' ')), trigramsOf([...wordsB].join(' '))), cosine, contained)
}

// Words of every complaint, folded: greetings, articles, pronouns, courtesy.
const EVERYDAY = new Set(
  ('a al algo ante asi aun aunque bien buen buenas buenos cada casi como con cordial cual cuando de del desde dia dias donde dos el ella ellos en entre era es esa ese eso esta estaba estan estamos este esto estoy favor fue gracias ha hace hacer han hasta hay he hola hoy la las le les lo los mas me mi mis muy nada ni no nos nosotros o otra otro para pero por porque pues que quien saludo se ser senor senores senora si sin sobre solo solicito son soy su sus tambien tarde tardes tengo tiene todo tu un una uno usted ustedes y ya yo ' +
    'an and are as at be but by for from had has have hello hi i in is it my of on or our please thank thanks that the there they this to was we were with you your').split(' '),
)

function significant(text: string): Set<string> {
  return new Set(wordsOf(text).filter((word) => word.length > 1 && !EVERYDAY.has(word)))
}

/** Serials and numbers are compared as people write them: without capitals, blanks and hyphens. */
function shared(a: readonly string[], b: readonly string[]): string[] {
  const bare = (value: string) => foldText(value).replace(/[^\p{L}\p{Nd}+@]/gu, '')
  const others = new Set(b.map(bare))
  return a.filter((value) => bare(value) !== '' && others.has(bare(value)))
}
