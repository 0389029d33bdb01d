import type { Random } from '#kernel/random.ts'
import type { Channel, Kind } from '#modules/cases/contract.ts'
import type { Leaf } from './causes.ts'
import type { Facts } from './facts.ts'
import { phrase, phrases, say, sayOne, tells, type Phrase, type Speaker } from './grammar.ts'
import type { Segment } from './products.ts'
import { capital, chatty, joined, misspelt, mistyped, withoutAccents } from './style.ts'
import { ENGLISH_TEXTS, TEXTS } from './texts/all.ts'
import { ENGLISH_FAREWELLS, ENGLISH_GREETINGS } from './texts/english.ts'
import { EFFECTS, FAREWELLS,  GREETINGS, LETTER_GREETINGS, LATER_RAMBLES, LONG_PRAISE, LONG_REQUEST, NOTED, NOTED_AT_DESK, NOTED_BY_DRIVER, NOTED_END, NOTED_MORE, TEMPERS, WHO, type Temper } from './texts/frame.ts'

type Told = { leaf: Leaf; random: Random; facts: Facts; temper: Temper; channel: Channel; segment: Segment; person: boolean; nameless: boolean; newcomer: boolean; again: boolean }
/** Sentences of one text, in order, with who speaks. */
type Draft = { sentences: string[]; speaker: Speaker; noted: boolean }

const NOT_AFTER_THAT = /^(que |y|o|¿|por eso|enviar|NIT|al |a |con |desde |correo|cédula|identificación|ley |lote|sigan|ojalá|así|hoy|en |para |supongo|mismo|uno|asigna|gente|recibe|reciben|quedamos)/
const QUESTION = /^(qué(?! (?:desorden|falta|maravilla|belleza))|cómo|cuándo|cuánto|cuántas|dónde|quién|por qué|será que|puedo|pueden|cuando me)/i
const ASKS = /^(solicita|pregunta|pide|necesita|requiere|quiere|exige|sugiere) /
const THANKS = /^(gracias|felicitaciones|muy buena|excelente|sería bueno|por qué no|deberían|podrían|oigan)/
const AGAIN = phrases(['{escribo|insisto|vuelvo a escribir} porque {ayer|ya} <puse/puso> {este mismo caso|la queja} por {teléfono|otro medio} y no {ha habido respuesta|llamaron}', 'por segunda vez, {a ver si ahora sí|esperando que ahora sí respondan}', '{esto ya lo había reportado|es lo mismo que reporté} {ayer|hace poco} {con $agent|por la línea}'])
const OF_DELIVERIES = phrases(['Pedido $order', 'Remisión $note', 'El pedido es el $order', 'Último pedido: $order', 'Remisión No. $note', 'Número de pedido $order'])
const OF_CALLS = phrases(['ID llamada $call', 'Llamada $call', 'Id. de la llamada: $call'])
const OF_OFFICES = phrases(['<Nuestra referencia:/Referencia del cliente:> $ours', '<Referencia interna/Su referencia:> $ours', 'Solicitud interna $ours'])
const OF_PEOPLE = phrases(['<Mi último pedido fue el/Último pedido:> $order', 'Último pedido $order', 'La factura pasada es la $invoice'])
/** What tells who speaks: left unsaid by whoever gives no name. */
const NAMING: ReadonlySet<string> = new Set(['me', 'meGiven', 'meCalled', 'iAm', 'whence', 'company', 'ofCompany'])
const unnamed = (of: readonly Phrase[], nameless: boolean): readonly Phrase[] => (nameless ? of.filter((one) => !tells(one, NAMING)) : of)
/** Whoever is no customer yet has not bought for years. */
const NOT_YET = LONG_REQUEST.filter((one) => !tells(one, new Set(['years'])))
/** Below so many words a text needs a number of its own; the first cases, which people read, are few enough to need it seldom. */
const FEW_WORDS = (at: number): number => (at < 6_000 ? 16 : 48)
const EMOJI = ['🙏', '😡', '😤', '👍', '🙏🙏', '😔'] as const

const speakerOf = (random: Random, facts: Facts, noted: boolean): Speaker => ({ pick: (below) => random.below(below), voice: noted ? 1 : 0, fact: (name) => facts.get(name) })

/** Some of these, each once, in their own order of chance. */
function some(from: readonly Phrase[], count: number, speaker: Speaker, random: Random): string[] {
  const start = random.below(from.length || 1)
  const step = from.length % 2 === 0 ? 1 : 2
  return Array.from({ length: Math.min(count, from.length) }, (_, nth) => say(from[(start + nth * step) % from.length] ?? [], speaker)).filter(Boolean)
}

export function compose(told: Told): string {
  const { random, facts, temper, channel, leaf } = told
  const spoken = channel === 'telephone' || channel === 'visit' || channel === 'driver'
  const noted = spoken && random.chance(0.86) && !leaf.code.startsWith('VOZ')
  const draft: Draft = { sentences: [], speaker: speakerOf(random, facts, noted), noted }
  const quick = !noted && (temper === 'terse' || (channel === 'whatsapp' && random.chance(0.35)))
  if (quick) quickly(draft, told)
  else if (noted) note(draft, told)
  else write(draft, told)
  const words = draft.sentences.reduce((sum, sentence) => sum + sentence.split(' ').length, 0)
  // Few words are soon said twice by two people; the number of their order never is.
  if (words < 6 || (!facts.numbered && words < FEW_WORDS(facts.at))) draft.sentences.push(sayOne(references(told, noted), draft.speaker))
  return styled(finish(draft, told), told, noted)
}

function references({ leaf, channel, person }: Told, noted: boolean): readonly Phrase[] {
  if (/^(ENT|PRD)/.test(leaf.code)) return OF_DELIVERIES
  if (noted && channel === 'telephone') return OF_CALLS
  return person || channel === 'whatsapp' ? OF_PEOPLE : OF_OFFICES
}

function quickly({ sentences, speaker }: Draft, { leaf, random, channel, again }: Told): void {
  const texts = TEXTS.get(leaf.code)
  if (!texts) return
  if (channel !== 'whatsapp' && random.chance(0.5)) sentences.push(sayOne(GREETINGS, speaker))
  if (again) sentences.push(sayOne(AGAIN, speaker))
  sentences.push(sayOne(texts.quick, speaker))
  if (random.chance(0.25)) sentences.push(sayOne(texts.adds, speaker))
  if (random.chance(0.15)) sentences.push(pleaded(sayOne(texts.asks, speaker), false, random, leaf))
}

function write({ sentences, speaker }: Draft, told: Told): void {
  const { leaf, random, temper, channel, segment, nameless, again } = told
  const texts = TEXTS.get(leaf.code)
  if (!texts) return
  const long = temper === 'rambling'
  const trouble = leaf.kinds[0] === 'complaint' || leaf.kinds[0] === 'claim'
  const rambles = trouble ? TEMPERS.rambling : leaf.code.startsWith('VOZ') ? LONG_PRAISE : told.newcomer ? NOT_YET : LONG_REQUEST
  sentences.push(sayOne(channel === 'letter' ? LETTER_GREETINGS : GREETINGS, speaker))
  if (random.chance(channel === 'letter' ? 0.9 : 0.4)) sentences.push(sayOne(unnamed(WHO, nameless), speaker))
  if (again) sentences.push(sayOne(AGAIN, speaker))
  if (temper === 'angry' && random.chance(0.35)) sentences.push(sayOne(TEMPERS.angry, speaker))
  if (long) sentences.push(...some(rambles, trouble ? random.between(1, 2) : 1, speaker, random))
  sentences.push(sayOne(texts.says, speaker))
  sentences.push(...some(texts.adds, long ? random.between(2, 3) : random.between(0, 2), speaker, random))
  if (leaf.stops && random.chance(0.55)) sentences.push(sayOne(EFFECTS[segment], speaker))
  if (long && trouble) sentences.push(...some(LATER_RAMBLES, random.between(1, 2), speaker, random))
  if (temper === 'angry' || temper === 'ironic') sentences.push(sayOne(TEMPERS[temper], speaker))
  else if (trouble && temper === 'calm') sentences.push(sayOne(TEMPERS.calm, speaker))
  if (random.chance(long ? 0.95 : 0.72)) sentences.push(pleaded(sayOne(texts.asks, speaker), false, random, leaf))
  if (random.chance(channel === 'whatsapp' ? 0.3 : 0.75)) sentences.push(sayOne(unnamed(FAREWELLS, nameless), speaker))
}

/** As the agent takes it down: third person, short, with where to reach the customer. */
function note({ sentences, speaker }: Draft, told: Told): void {
  const { leaf, random, temper, channel, segment, nameless, again } = told
  const texts = TEXTS.get(leaf.code)
  if (!texts) return
  const opening = sayOne(unnamed(channel === 'visit' ? NOTED_AT_DESK : channel === 'driver' ? NOTED_BY_DRIVER : NOTED, nameless), speaker)
  sentences.push(reported(opening, sayOne(texts.says, speaker)))
  const long = temper === 'rambling'
  const firstMore = random.below(NOTED_MORE.length)
  some(texts.adds, long ? 3 : temper === 'terse' ? 0 : random.between(0, 2), speaker, random)
    .forEach((added, nth) => sentences.push(random.chance(0.5) && !NOT_AFTER_THAT.test(added) ? (NOTED_MORE[(firstMore + nth) % NOTED_MORE.length] ?? '') + added : added))
  if (again) sentences.push('Refiere que ya había puesto el caso y no ha tenido respuesta')
  if (leaf.stops && random.chance(0.4)) sentences.push(sayOne(EFFECTS[segment], speaker))
  if ((temper === 'angry' || temper === 'ironic') && random.chance(0.6)) sentences.push(`Cliente ${temper === 'angry' ? random.pick(['molesto', 'bastante molesto', 'muy alterado', 'inconforme']) : 'inconforme'}, dice que "${sayOne(TEMPERS[temper], { ...speaker, voice: 0 })}"`)
  if (random.chance(temper === 'terse' ? 0.2 : 0.65)) sentences.push(pleaded(sayOne(texts.asks, speaker), true, random, leaf))
  if (temper !== 'terse' || random.chance(0.3)) sentences.push(sayOne(NOTED_END, speaker))
}

/** "informa que por favor enviar" is said by nobody: the opening gives way to what follows it. */
function reported(opening: string, said: string): string {
  const who = opening.replace(/(?:,| e| y)? (?:informa|manifiesta|indica|reporta|expresa|refiere|dice|informan|dicen|me dice) que $/, '')
  const then = /^(Se |Llama|Comunic|Ingresa|En la entrega|Reporto|Novedad)| viene | se acerca /.test(who) ? ', ' : ' '
  if (said.startsWith('por favor ')) return `${who}${then}solicita ${said.slice(10)}`
  if (QUESTION.test(said)) return `${who}${then}pregunta ${said.startsWith('pued') ? 'si ' : ''}${said}`
  if (ASKS.test(said)) return `${who}${then}${said}`
  if (THANKS.test(said)) return `${who}: ${said}`
  return opening + said
}

const HARD = ['Pido ', 'Solicito ', 'Necesito ', 'Les pido el favor de ', 'Espero ', 'Lo mínimo es '] as const
const SOFT = ['Les pido ', 'Por favor, ', 'Les agradezco ', 'Solicito '] as const
const PLEAS: Record<Kind, readonly string[]> = { complaint: HARD, claim: HARD, request: SOFT, suggestion: ['Ojalá ', 'Propongo '], compliment: ['Ojalá ', 'Les pido '] }

function pleaded(ask: string, noted: boolean, random: Random, leaf: Leaf): string {
  if (ask.startsWith('que ')) return noted ? `Solicita ${ask}` : random.pick(PLEAS[leaf.kinds[0] ?? 'request']) + ask
  if (noted && /^(por favor|ojalá|gracias|muchas gracias|saludos|sigan)/.test(ask)) return ''
  if (noted && QUESTION.test(ask)) return `Pregunta ${ask}`
  return ask
}

function finish({ sentences, noted }: Draft, { random, channel }: Told): string {
  const formal = noted || channel === 'mail' || channel === 'letter' || channel === 'web'
  const comma = !formal && random.chance(0.35)
  const parts = sentences.map((sentence) => sentence.trim()).filter(Boolean)
  const text = parts.map((part, nth) => {
    const question = QUESTION.test(part) && !part.endsWith('?')
    const asked = question ? (formal ? `¿${capital(part)}?` : `${part}?`) : part
    const greeting = nth === 0 && !noted && parts.length > 1 && part.split(' ').length < 7
    if (greeting) return `${capital(asked)}${channel === 'mail' || channel === 'letter' ? ':\n\n' : comma ? ', ' : '. '}`
    const body = nth === 0 || !comma ? capital(asked) : lower(asked)
    if (comma && nth < parts.length - 1) return `${body}, `
    return /[.?!…]$/.test(body) ? `${body} ` : `${body}. `
  }).join('')
  return joined(text)
}

/** After a comma: names keep their capital as well as one can tell. */
const lower = (text: string): string => (/^[A-ZÁÉÍÓÚ][a-záéíóúñ]+ [a-záéíóúñ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

function styled(text: string, { random, channel, temper, person }: Told, noted: boolean): string {
  if (channel === 'letter') return text
  if (noted) {
    const typed = random.chance(0.28) ? withoutAccents(text) : text
    const slipped = random.chance(0.16) ? mistyped(typed, random, random.between(1, 2)) : typed
    return random.chance(0.09) ? slipped.toUpperCase() : slipped
  }
  if (channel === 'whatsapp') {
    let typed = random.chance(0.6) ? chatty(text, random) : text
    if (person && random.chance(0.2)) typed = misspelt(typed, random)
    if (random.chance(0.35)) typed = mistyped(typed, random, random.between(1, 3))
    if (random.chance(0.07)) typed = `${typed} ${random.pick(EMOJI)}`
    return temper === 'angry' && random.chance(0.15) ? typed.toUpperCase() : typed
  }
  let typed = random.chance(person ? 0.4 : 0.18) ? withoutAccents(text) : text
  if (random.chance(0.14)) typed = mistyped(typed, random, random.between(1, 2))
  return random.chance(temper === 'angry' ? 0.16 : 0.04) ? typed.toUpperCase() : typed
}

const OUR_REFERENCE = phrase('{our reference is|our ref.|please quote our reference} $ours')
const ENGLISH_FAREWELL = phrases(ENGLISH_FAREWELLS)
export function composeEnglish({ leaf, random, facts, temper }: Pick<Told, 'leaf' | 'random' | 'facts' | 'temper'>): string {
  const texts = ENGLISH_TEXTS.get(leaf.code)
  if (!texts) return ''
  const speaker = speakerOf(random, facts, false)
  const greeting = random.pick(ENGLISH_GREETINGS)
  const body = [sayOne(texts.says, speaker), ...some(texts.adds, temper === 'terse' ? 0 : random.between(0, 2), speaker, random), ...(temper === 'terse' ? [] : [sayOne(texts.asks, speaker)])]
  // A customer's own reference, as for the short ones in Spanish.
  if (!facts.numbered) body.push(say(OUR_REFERENCE, speaker))
  const sentences = body.map((sentence) => `${capital(sentence)}.`).join(' ')
  const text = `${greeting ? `${greeting},\n\n` : ''}${sentences}${temper === 'terse' ? '' : `\n\n${sayOne(ENGLISH_FAREWELL, speaker)}`}`
  return joined(random.chance(0.1) ? mistyped(text, random, 1) : text)
}
