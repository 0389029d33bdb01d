export type TextRefusal = { refusal: 'text-empty' | 'text-too-long' | 'text-unreadable-character'; details: Record<string, number> }
/** What cleaning took out or mended. */
export type TextMend = 'control-character' | 'half-character' | 'direction-override'

/** Dropped in cleaning: control characters but tab and line feed, and the byte-order mark. */
const CONTROL = /(?![\t\n])[\p{Cc}\ufeff]/gu
/** Refused outright: control characters but tab, line ends, and U+0080 to U+009F, which old files hold without harm. */
const UNREADABLE = /(?![\t\n\r\u0080-\u009f])\p{Cc}/u
/** Embeddings and overrides reach beyond the text they stand in and can turn a file's name about (CVE-2021-42574). Marks and isolates stay: Arabic and Hebrew need them. */
const OVERRIDE = /[\u202a-\u202e]/g
/** Seen as nothing: blanks, joiners, marks of direction, fillers, variation selectors. */
const INVISIBLE = /^[\s\p{Cf}\p{Cc}\p{Variation_Selector}\u115f\u1160\u3164\uffa0\u2800]*$/u

/**
 * A person's text as it may be kept: line ends as '\n', Unicode's composed form (NFC), no control characters (PostgreSQL refuses
 * NUL), halves of surrogate pairs as U+FFFD. Emoji with their joiners and right-to-left text stay as they are. `mended` says what
 * was done; where a text came in by itself its raw form is kept elsewhere.
 */
export function cleanText(input: string): { text: string; mended: TextMend[] } {
  const mended: TextMend[] = []
  if (!input.isWellFormed()) mended.push('half-character')
  const lines = input.toWellFormed().replace(/\r\n?|\u2028|\u2029/g, '\n')
  const calm = lines.replace(CONTROL, '')
  if (calm !== lines) mended.push('control-character')
  const plain = calm.replace(OVERRIDE, '')
  if (plain !== calm) mended.push('direction-override')
  return { text: plain.normalize('NFC').trim(), mended }
}

/** Why a text may not be taken, null when it may. Lengths in UTF-16 units, as a form's maxlength counts them. */
export function refuseText(text: string, { max, min = 1 }: { max: number; min?: number }): TextRefusal | null {
  const at = unreadableAt(text)
  if (at !== null) return { refusal: 'text-unreadable-character', details: { at } }
  const length = text.normalize('NFC').trim().length
  if (length < min || (min > 0 && INVISIBLE.test(text))) return { refusal: 'text-empty', details: { min, length } }
  return length > max ? { refusal: 'text-too-long', details: { max, length } } : null
}

/** Where a text holds what nobody may send: half a surrogate pair, NUL, another control character. UTF-16 units from its start; null when nowhere. */
export function unreadableAt(text: string): number | null {
  const at = text.isWellFormed() ? text.search(UNREADABLE) : text.search(/\p{Surrogate}/u)
  return at < 0 ? null : at
}

const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th' }

/**
 * Lower case without accents, for comparing and looking up. ñ becomes n: half of all keyboards and old systems write
 * MUNOZ, and who looks for a Muñoz must find him; what is shown and kept is never folded, so año stays año to the reader.
 */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[ßæœøđðłıþ]/g, (letter) => LETTERS[letter] ?? letter)
}

/** Words of a text folded: letters and digits, in order. */
export const wordsOf = (text: string): string[] => foldText(text).match(/[\p{L}\p{Nd}]+/gu) ?? []

/**
 * The trigrams of PostgreSQL's pg_trgm (show_trgm): each word in lower case with two blanks before and one after.
 * Accents stay, as there: fold first where the index does.
 */
export function trigramsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of text.toLowerCase().match(/[\p{Alphabetic}\p{Nd}]+/gu) ?? []) {
    const letters = Array.from(`  ${word} `)
    for (let at = 0; at + 3 <= letters.length; at++) found.add(letters.slice(at, at + 3).join(''))
  }
  return found
}

/** pg_trgm's similarity(): shared trigrams by all trigrams, 0 to 1, 0 where there are none. */
export function similarity(a: string, b: string): number {
  return overlap(trigramsOf(a), trigramsOf(b))
}

/** Of two sets of trigrams: for one text against many. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const trigram of few) if (many.has(trigram)) shared += 1
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/**
 * 'reclamacion' → 'reclamación', before text or query goes to the Spanish stemmer: it cuts -ción and -ciones to one
 * stem but leaves -cion, so that who types without accents would find half. `acuse.searchable` is the same rule in SQL.
 */
export function accentIon(text: string): string {
  return text.replace(/([csx])ion(?![\p{L}\p{Nd}\p{M}_])/giu, '$1ión')
}

const GRAPHEMES = new Intl.Segmenter('es', { granularity: 'grapheme' })
const GREETING = /^(?:(?:muy )?buen[oa]s? ?(?:d[ií]as?|tardes?|noches?)?|hola|(?:reciban? )?(?:un )?(?:cordial|atento) saludo|cordialmente|saludos(?: cordiales)?|estimad[oa]s?(?: señor(?:es|as?)?)?|(?:apreciad[oa]s |respetad[oa]s )?señor(?:es|as?)|good (?:morning|afternoon|evening)|hello|hi|dear (?:sirs?|madam|team))[\s,.:;!¡-]*$/iu
const GREETING_BEFORE = /^(?:(?:muy )?buen[oa]s (?:d[ií]as|tardes|noches)|hola|(?:un )?cordial saludo|good (?:morning|afternoon|evening)|hello)[\s,.:;!¡-]+/iu
const COURTESY = /^(?:espero que (?:se|te) encuentren? (?:muy )?bien|mi nombre es(?: [\p{L}'-]+){1,5}|i hope (?:this (?:finds you|message finds you)|you are) well|my name is(?: [\p{L}'-]+){1,5})[\s,.:;!]*$/iu
const ADDRESSEE = /^Señores(?: (?:de|del|al|la|y|\p{Lu}\p{Ll}+|S\.? ?A\.?(?: ?S\.?)?)){1,6}[\s,.:;]*$/u
/** 'Les escribe Ximena Bedoya de Torno y Soldadura': names alone, else the sentence says something. */
const WRITER = /^(?:Les? )?[Ee]scrib(?:o|e|en|imos)(?: (?:de|del|desde|la|el|los|las|y|e|\p{Lu}[\p{L}\p{N}.&'-]*|\p{Lu}\.))+[\s,.:;]*$/u
const ABBREVIATION = /(?:^|[\s(])(?:sra?s?|dra?s?|ing|lic|no|nro|núm|art|av|cra|cr|kr|cll|cl|tel|cel|ext|ref|aprox|ee|uu|etc|vs|mr|mrs|ms|inc|ltda?|s\.a(?:\.s)?|p\.ej|[a-z])\.$/iu

/** The first sentence that says something (no greeting, no name of sender or addressee, no greeting before it), at most `max` characters, cut at a word and with '…' where cut. */
export function shortTitle(text: string, max = 80): string {
  const title = firstSaying(text).replace(/(?<=[^.])[.,;:]+$/, '')
  if (title.length <= max) return title
  let cut = ''
  for (const { segment } of GRAPHEMES.segment(title.slice(0, max * 2))) {
    if (cut.length + segment.length > max - 1) break
    cut += segment
  }
  const word = /^.*\S(?=\s)/su.exec(title.slice(cut.length, cut.length + 1).trim() === '' ? `${cut} ` : cut)?.[0] ?? ''
  return `${(word.length > max / 2 ? word : cut).replace(/[\s.,;:(¿¡-]+$/u, '')}…`
}

function firstSaying(text: string): string {
  let first: string | null = null
  for (const sentence of sentencesOf(text)) {
    first ??= sentence
    const saying = withoutGreeting(sentence)
    if (![GREETING, COURTESY, ADDRESSEE, WRITER].some((empty) => empty.test(saying))) return saying
  }
  return first ?? ''
}

function withoutGreeting(sentence: string): string {
  const greeting = GREETING_BEFORE.exec(sentence)?.[0]
  const rest = sentence.slice(greeting?.length ?? 0)
  if (!greeting || rest === '') return sentence
  return (/^\p{Ll}/u.exec(rest)?.[0].toUpperCase() ?? '') + rest.replace(/^\p{Ll}/u, '')
}

/** One after another, for hardly more than the first is wanted. */
function* sentencesOf(text: string): Generator<string> {
  const start = text.slice(0, 2000)
  const tidy = (piece: string) => piece.trim().replace(/\s+/g, ' ')
  const says = (sentence: string) => /[\p{L}\p{N}]/u.test(sentence)
  let from = 0
  for (const { index, 0: end } of start.matchAll(/[.!?…]+["»”)]*(?=\s|$)|\n+/gu)) {
    const to = index + end.length
    if (ABBREVIATION.test(start.slice(from, to))) continue
    const sentence = tidy(start.slice(from, to))
    if (says(sentence)) yield sentence
    from = to
  }
  const last = tidy(start.slice(from))
  if (says(last)) yield last
}
