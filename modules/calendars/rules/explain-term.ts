import { epochDay, DAY_MS, type DayText } from '#kernel/day.ts'
import { FILINGS, sourceIn, type Skipped, type StartsFrom, type TermProof, type TermRule, type Why, type WorkedDay } from '#kernel/term.ts'
import { en } from '../en.ts'
import { es, type CalendarsWords } from '../es.ts'

export type Language = 'es' | 'en'
/** The stable JSON of `acuse term compute --json` (design.md §4); `why` in the asked language. */
export type PrintedTerm = Pick<TermProof, 'rule' | 'receivedAt' | 'dueOn' | 'dueAt' | 'calendar' | 'counted'>
  & { skipped: { date: DayText; why: string }[] } & Partial<Omit<TermProof, 'skipped'>>

const WORDS: Record<Language, CalendarsWords> = { es, en }
const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, kind: 'day' | 'short' | 'time' | 'clock', timeZone = 'UTC'): Intl.DateTimeFormat {
  const key = `${language} ${kind} ${timeZone}`
  const options = { day: { dateStyle: 'full' }, short: { weekday: 'short', day: 'numeric', month: 'short' }, time: { timeStyle: 'medium' }, clock: { timeStyle: 'short' } } as const
  let known = formats.get(key)
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat(WORDS[language].locale, { ...options[kind], timeZone })))
  return known
}

/** A day in long form: `miércoles, 22 de julio de 2026`. */
export const longDay = (day: DayText, language: Language): string => format(language, 'day').format(epochDay(day) * DAY_MS)
export const shortDay = (day: DayText, language: Language): string => format(language, 'short').format(epochDay(day) * DAY_MS)

/** An instant in long form, in the term's own zone: `viernes, 26 de junio de 2026, 4:40:00 p. m.`. */
export const longInstant = (at: string, timeZone: string, language: Language): string =>
  `${format(language, 'day', timeZone).format(Date.parse(at))}, ${format(language, 'time', timeZone).format(Date.parse(at))}`

/** Why a day was not counted, in words: `sábado`, `San Pedro y San Pablo`. */
export function whyText(why: Why, language: Language): string {
  const words = WORDS[language]
  if (why.code === 'weekend') return words.weekday[(why.weekday ?? 7) - 1]!
  if (why.code === 'pause') return words.pausedWhy(causeText(why.cause, words))
  return why.code === 'after-hours' ? words.afterHours : (why.names ?? []).map((name) => name[language]).join(' / ')
}

const causeText = (cause: string | undefined, words: CalendarsWords): string => (cause && words.cause[cause]) ?? cause ?? ''

/** What begins a term: `Hecho ocurrido`. */
export const eventText = (from: StartsFrom, language: Language): string => WORDS[language].startsFrom[from]

/** An amount with its unit; "sin definir" where the source gives none. */
export function amountText(amount: number | null, unit: TermProof['basis']['unit'], language: Language): string {
  const words = WORDS[language]
  if (amount === null) return words.undefined
  if (amount === 0) return words.atOnce
  return `${new Intl.NumberFormat(words.locale).format(amount)} ${amount === 1 ? words.unit[unit].one : words.unit[unit].other}`
}

/** What `term compute --json` prints: the proof, its reasons in words. */
export const printTerm = (proof: TermProof, language: Language): PrintedTerm =>
  ({ ...proof, skipped: proof.skipped.map(({ date, why }) => ({ date, why: whyText(why, language) })) })

/** A term in sentences, from its proof alone: the same on the screen, in the letter and in the terminal. `calendar`: what people call it, where that is known. */
export const explainTerm = (proof: TermProof, language: Language, calendar = proof.calendar.id): string[] =>
  // A sentence that ends in "p. m." has its full stop already.
  sentences(proof, language, calendar).map((sentence) => sentence.replace(/\.\.$/, '.'))

function sentences(proof: TermProof, language: Language, calendar: string): string[] {
  const words = WORDS[language]
  const { basis } = proof
  const instant = (at: string) => longInstant(at, proof.timeZone, language)
  const opening = [
    ...explainRule({ ...basis, id: proof.rule }, language),
    toldByDay(proof) ? words.eventOn(basis.startsFrom, longDay(proof.receivedAt.slice(0, 10), language)) : words.event(basis.startsFrom, instant(proof.receivedAt), proof.timeZone),
  ]
  if (proof.state === 'undefined') return [...opening, words.notComputed]
  return [
    ...opening,
    ...(proof.skipped.some(({ date }) => date < proof.filedOn) && proof.filedOn > proof.receivedAt.slice(0, 10) ? [words.filed(longDay(proof.filedOn, language))] : []),
    howCounted(proof, words),
    ...daysTold(proof, words, language),
    ...eventsTold(proof, words, language, instant),
    proof.dueOn && proof.dueAt
      ? words.due(longDay(proof.dueOn, language), format(language, 'time', proof.timeZone).format(Date.parse(proof.dueAt)))
      : words.held,
    words.calendar(calendar, proof.calendar.version),
  ]
}

/** What a rule gives and what it rests on. */
export const explainRule = ({ id, version, name, amount, unit, source, mark }: Pick<TermRule, 'id' | 'version' | 'name' | 'amount' | 'unit' | 'source' | 'mark'>, language: Language): string[] => {
  const words = WORDS[language]
  return [words.rule(name[language], id, version, amountText(amount, unit, language)), words.source(sourceIn(source, language), words.mark[mark])]
}

/** What happened is told by its day, and begins with it. */
const toldByDay = ({ basis, receivedAt }: TermProof) => !FILINGS.includes(basis.startsFrom) && receivedAt.slice(10, 19) === 'T00:00:00'

function howCounted({ basis }: TermProof, words: CalendarsWords): string {
  switch (basis.unit) {
    case 'hour': return words.hourly
    case 'working-hour': return words.hourlyAtWork
    case 'month': return words.monthly
    default: return words.start[FILINGS.includes(basis.startsFrom) ? 'filed' : 'happened'](basis.start, basis.weekdays, basis.unit === 'working-day')
  }
}

function daysTold(proof: TermProof, words: CalendarsWords, language: Language): string[] {
  const { counted, skipped, worked } = proof
  const hours = worked?.filter(({ seconds }) => seconds > 0) ?? []
  return [
    ...(hours.length > 0 ? [words.worked(lasting(hours.reduce((sum, { seconds }) => sum + seconds, 0)), hours.map((day) => workedText(day, proof.timeZone, language)).join('; '))] : counted.length > 0 ? [words.counted(counted.length, counted.map((day) => shortDay(day, language)).join('; '))] : []),
    skipped.length > 0 ? words.skipped(skipped.length, skipped.map((day) => skippedText(day, language)).join('; ')) : words.noneSkipped,
  ]
}

/** `vie, 26 de jun, 4:40 p. m. a 5:30 p. m. (50 min)`: what a person needs to count it again by hand. */
function workedText({ date, seconds, stretches }: WorkedDay, timeZone: string, language: Language): string {
  const at = (instant: string) => format(language, Date.parse(instant) % 60_000 === 0 ? 'clock' : 'time', timeZone).format(Date.parse(instant))
  return `${shortDay(date, language)}, ${stretches.map(({ from, to }) => WORDS[language].stretch(at(from), at(to))).join(', ')} (${lasting(seconds)})`
}

/** `1 h 10 min`, to the second: the days add up to the term. */
const lasting = (seconds: number): string =>
  ([[Math.floor(seconds / 3600), 'h'], [Math.floor(seconds / 60) % 60, 'min'], [seconds % 60, 's']] as const).flatMap(([n, unit]) => (n > 0 ? `${n} ${unit}` : [])).join(' ')

const skippedText = ({ date, why }: Skipped, language: Language): string => `${shortDay(date, language)}: ${whyText(why, language)}`

function eventsTold(proof: TermProof, words: CalendarsWords, language: Language, instant: (at: string) => string): string[] {
  const reason = (code: string) => words.ignored[code as keyof CalendarsWords['ignored']]
  return [
    ...proof.pauses.map(({ cause, from, to, capped, ignored }) => ignored
      ? words.pauseIgnored(causeText(cause, words), instant(from), reason(ignored))
      : words.pause(causeText(cause, words), instant(from), to && instant(to), capped === true)),
    ...proof.extensions.map(({ amount, notifiedAt, dueOnBefore, ignored }) => ignored
      ? words.extensionIgnored(amountText(amount, proof.basis.unit, language), instant(notifiedAt), reason(ignored))
      : words.extension(amountText(amount, proof.basis.unit, language), instant(notifiedAt), dueOnBefore && longDay(dueOnBefore, language))),
  ]
}
