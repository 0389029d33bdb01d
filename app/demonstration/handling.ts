import type { EpochDay } from '#kernel/day.ts'
import { Random } from '#kernel/random.ts'
import type { Kind, Remedy } from '#modules/cases/contract.ts'
import { sayOne, tells, type Phrase, type Speaker } from './grammar.ts'
import { AREAS, type AreaCode } from './places.ts'
import { capital, joined } from './style.ts'
import { TEXTS } from './texts/all.ts'
import * as texts from './texts/handling.ts'
import { tell } from './writer.ts'

/** What is written while a case is worked: all of it about the same goods, numbers and people as the customer's words. */
export type Handling = {
  toArea: string
  areaAnswer: string
  areaReturn: string
  toOtherArea: string
  otherAreaAnswer: string
  notes: readonly string[]
  call: string
  heard: string
  /** The first answer of a person, before anybody knows the substance: as noted of a call, as noted of the same call or visit, and as written. */
  first: { told: string; toldAtOnce: string; subject: string; body: string }
  /** `{{person.name}}` and `{{person.post}}` are left for whoever signs. */
  answer: { subject: string; body: string }
  done: string
  remedy: Remedy
  /** Pesos; null where the remedy is no money. */
  amount: number | null
  reopening: string
  secondAnswer: { subject: string; body: string }
  secondDone: string
  withdrawal: string
  merge: string
  reroute: string
  reclassified: string
}

const KIND_WORDS: Record<Kind, string> = { request: 'solicitud', complaint: 'queja', claim: 'reclamo', suggestion: 'sugerencia', compliment: 'comunicación' }
/** What would name a customer who gave no name. */
const NAMING: ReadonlySet<string> = new Set(['company'])
const areaNamed = (code: AreaCode): string => (code === 'SAC' ? 'nuestro equipo' : `el área de ${AREAS.find((area) => area.code === code)?.name ?? ''}`)
const MONEY: readonly Remedy[] = ['credit-note', 'refund', 'goodwill']
/** The remedy that a letter speaks of, so that what is noted at closing says the same. */
const SPOKEN: readonly (readonly [RegExp, Remedy])[] = [[/nota crédito/i, 'credit-note'], [/reemplaza|reemplazó|reposición|repuso|cambiamos el|cambi[óo] /i, 'replacement'], [/devolu|consignad|devolver/i, 'refund'], [/recogid/i, 'pick-up'], [/disculpas/i, 'apology'], [/adjunt/i, 'information'], [/refactur|anulad|corregid|correct|actualiz/i, 'correction']]

export function writeHandling(at: number, seed = 1, asked: { day?: EpochDay; about?: number } = {}): Handling {
  const { written, leaf, facts } = tell(at, seed, asked)
  const random = new Random(seed, at, 2)
  const own = TEXTS.get(leaf.code)
  const words: Record<string, string> = { kindWord: KIND_WORDS[written.kind], topic: topicOf(leaf.name), matter: '', it: written.kind === 'claim' ? 'lo' : 'la', areaName: areaNamed(leaf.area ?? 'SAC') }
  // The number that they are called at is the one that they left.
  if (written.reporter.telephone) words['phone'] = written.reporter.telephone
  const speaker: Speaker = { pick: (below) => random.below(below), voice: 1, fact: (name) => words[name] ?? facts.get(name) }
  const one = (of: readonly Phrase[]) => capital(joined(sayOne(of, speaker)))
  words['matter'] = matterOf(leaf.name, facts.used('gas'), written.serial, written.orderNumber)
  const letter = one(own?.letter ?? [])
  const done = one(own?.done ?? [])
  const remedy = remedyOf(`${letter} ${done}`, leaf.remedies, random)
  const amount = MONEY.includes(remedy) ? amountOf(remedy, facts.get('amountNumber'), random) : null
  words['money'] = amount === null ? '' : `$ ${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`
  const english = written.language === 'en'
  const subject = english ? random.pick(texts.ENGLISH_SUBJECTS) : one(texts.SUBJECTS)
  const ending = one(written.kind === 'claim' || written.kind === 'complaint' ? texts.LETTER_ENDINGS : texts.REQUEST_ENDINGS)
  const paragraphs = english ? [one(texts.ENGLISH_LETTER)] : [one(texts.LETTER_OPENINGS), letter, ...(amount === null ? [] : [one(texts.MONEY)]), ending]
  const dear = english ? `Dear ${facts.get('me')},` : `${random.pick(['Apreciado cliente', 'Apreciado(a)', 'Señor(a)'])} ${written.customer.status === 'anonymous' ? '' : written.reporter.name || facts.get('me')}:`.replace(' :', ':')
  const signed = english ? 'Yours sincerely,\n\n{{person.name}}\n{{person.post}}\nTequendal Gases S. A. S.' : 'Cordialmente,\n\n{{person.name}}\n{{person.post}}\nTequendal Gases S. A. S.'
  const letterOf = (body: readonly string[]) => [dear, ...body, signed].join('\n\n')
  return {
    toArea: one(written.customer.status === 'anonymous' ? texts.TO_AREA.filter((said) => !tells(said, NAMING)) : texts.TO_AREA),
    areaAnswer: one(own?.area ?? []),
    areaReturn: one(texts.AREA_RETURNS),
    toOtherArea: one(texts.OTHER_AREA),
    otherAreaAnswer: random.pick(['Revisado. No se ven otros clientes afectados.', 'Sin riesgo adicional. Se deja en seguimiento del mes.', 'Se incluye en el análisis de tendencia; por ahora es caso aislado.', 'Se hizo llamada al cliente con recomendaciones. Sin novedad.']),
    notes: [one(texts.NOTES), one(texts.NOTES)].filter((note, nth, all) => all.indexOf(note) === nth),
    call: one(texts.CALLS),
    heard: one(texts.HEARD),
    answer: { subject, body: letterOf(paragraphs) },
    done,
    remedy,
    amount,
    reopening: one(texts.REOPENINGS),
    secondAnswer: { subject, body: letterOf([english ? 'We took up your case again. What was still open has now been completed.' : one(texts.SECOND_ANSWERS)]) },
    secondDone: one(texts.SECOND_DONE),
    withdrawal: one(texts.WITHDRAWALS),
    merge: one(texts.MERGES),
    reroute: one(texts.REROUTES),
    reclassified: one(texts.RECLASSIFIED),
    first: {
      told: one(texts.FIRST_TOLD),
      toldAtOnce: one(texts.FIRST_TOLD_AT_ONCE),
      subject: english ? 'We are looking into your case' : one(texts.FIRST_SUBJECTS),
      body: letterOf([one(english ? texts.ENGLISH_FIRST : texts.FIRST_WRITTEN)]),
    },
  }
}

/** A cause's name in the middle of a sentence; abbreviations keep their capitals. */
const topicOf = (name: string): string => (/^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1))

const matterOf = (name: string, gas: string | null, serial: string, order: string): string =>
  [topicOf(name), gas ? ` (${gas})` : '', serial ? `, serial ${serial}` : '', order ? `, ${order.startsWith('FE') ? 'factura' : order.includes('-') ? 'remisión' : 'pedido'} ${order}` : ''].join('')

function remedyOf(said: string, usual: readonly Remedy[], random: Random): Remedy {
  for (const [spoken, remedy] of SPOKEN) if (spoken.test(said) && usual.includes(remedy)) return remedy
  const plain = usual.filter((remedy) => !MONEY.includes(remedy))
  return plain.length > 0 ? random.pick(plain) : random.pick(usual)
}

/** A credit note corrects a part, a refund the whole, goodwill a little; to the hundred pesos. */
function amountOf(remedy: Remedy, whole: string, random: Random): number {
  const share = remedy === 'refund' ? 1 : remedy === 'goodwill' ? 0.05 + random.next() * 0.08 : 0.12 + random.next() * 0.6
  return Math.max(5_000, Math.round((Number(whole) * share) / 100) * 100)
}
