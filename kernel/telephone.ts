import { COLOMBIA } from './numbering-colombia.ts'
import { telephonePieces } from './telephone-pieces.ts'

/** How a country's numbers are made and were made: data of a country pack. Patterns are whole, on bare digits. */
export type NumberingPlan = {
  country: string
  callingCode: string
  ranges: readonly { kind: TelephoneKind; pattern: string }[]
  /** Other ways of dialling today's numbers; `sure` where nothing else can be meant. First fit counts. */
  writings: readonly { pattern: string; becomes: string; sure: boolean }[]
  oldNational: { pattern: string; becomes: string } | null
  /** A number without area: '{area}' is put in before it. */
  local: { pattern: string; becomes: string }
  /** Numbers that were, and of which nobody can say what they became. */
  lost: readonly { kind: TelephoneKind; pattern: string }[]
  shown: readonly { pattern: string; as: string }[]
  /** `divisions`: codes of the country's first-level divisions (DANE); `places`: names, folded. */
  areas: readonly { area: string; divisions: readonly string[]; places: readonly string[] }[]
}

export type TelephoneKind = 'mobile' | 'fixed' | 'toll-free' | 'premium' | 'unknown'

/** `sure` only where `e164` is; a candidate may be shown to a person, it never joins two records by itself. */
export type Telephone = {
  e164: string | null
  candidates: readonly string[]
  extension: string | null
  original: string
  kind: TelephoneKind
  sure: boolean
}

/** What a number is looked up by. `lastSeven` finds owners of fixed and of unread numbers as candidates only. */
export type TelephoneKeys = { exact: readonly string[]; candidates: readonly string[]; lastSeven: readonly string[] }

type Reading = Pick<Telephone, 'e164' | 'candidates' | 'kind' | 'sure'>

const PLANS: readonly NumberingPlan[] = [COLOMBIA]
const UNREAD: Reading = { e164: null, candidates: [], kind: 'unknown', sure: false }

/**
 * Every telephone in a text as people, old systems and switches write them: '3001234567 / 6017421234', '(1) 742 1234 ext. 12',
 * '01 8000 123456', '+57 1 7421234'. `area` completes a number of seven digits to a candidate: the area's digit ('1', '601'),
 * a municipality's code ('11001') or a place's name. What holds fewer than seven digits is no telephone here.
 */
export function readTelephones(text: string, { country = 'CO', area = null }: { country?: string; area?: string | null } = {}): Telephone[] {
  const plan = PLANS.find((each) => each.country === country) ?? null
  const areaDigit = plan && area ? areaOf(plan, area) : null
  const read = (digits: string, written: { plus: boolean; bracketed: boolean }) => readDigits(plan, digits, { ...written, area: areaDigit })
  return telephonePieces(text, (digits, written) => rank(read(digits, written), digits)).map(({ digits, extension, original, inferred, ...written }) => {
    const reading = read(digits, written)
    const guessed = inferred && reading.e164 !== null
    return { ...reading, ...(guessed ? { e164: null, candidates: [reading.e164 ?? ''], sure: false } : {}), extension, original }
  })
}

/** Keys of every number in a text, for a search box or an incoming call. */
export function telephoneKeys(text: string, place: { country?: string; area?: string | null } = {}): TelephoneKeys {
  const telephones = readTelephones(text, place)
  const unique = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))]
  return {
    exact: unique(telephones.map(({ e164 }) => e164)),
    candidates: unique(telephones.flatMap(({ candidates }) => candidates)),
    lastSeven: unique(telephones.map(lastSevenOf)),
  }
}

/** The subscriber's seven digits; null for mobiles and special numbers, whose last seven say nothing about a fixed line. */
export function lastSevenOf({ e164, candidates, kind, original }: Telephone): string | null {
  if (kind !== 'fixed' && kind !== 'unknown') return null
  const digits = (e164 ?? candidates[0] ?? original).replace(/\D/g, '')
  return digits.length < 7 ? null : digits.slice(-7)
}

/** The digits of a number as it is dialled within the country; of one from abroad all of them. */
export function nationalDigits(e164: string, country = 'CO'): string {
  const code = PLANS.find((each) => each.country === country)?.callingCode
  return code !== undefined && e164.startsWith(`+${code}`) ? e164.slice(code.length + 1) : e164.slice(1)
}

/** As people of the country read it aloud: '601 742 1234', '300 123 4567', '01 8000 123 456'; foreign numbers stay as they are. */
export function writeTelephone(e164: string, extension: string | null = null, country = 'CO'): string {
  const plan = PLANS.find((each) => each.country === country)
  const national = plan && e164.startsWith(`+${plan.callingCode}`) ? e164.slice(plan.callingCode.length + 1) : null
  const shape = national === null ? undefined : plan?.shown.find(({ pattern }) => whole(pattern).test(national))
  const number = national !== null && shape ? national.replace(whole(shape.pattern), shape.as) : e164
  return extension ? `${number} ext. ${extension}` : number
}

/** The old area digit of a place: its name, its municipality's or department's code, or the area's number itself. */
export function areaOf(plan: NumberingPlan, place: string): string | null {
  const digits = place.replace(/\D/g, '')
  const own = /^(?:60|0)?(\d)$/.exec(digits)?.[1]
  if (own && !/\p{L}/u.test(place) && !/^0\d$/.test(digits)) return plan.areas.some(({ area }) => area === own) ? own : null
  const name = place.normalize('NFD').replace(/[^\p{L}\s]/gu, '').trim().replace(/\s+/g, ' ').toLowerCase()
  const found = plan.areas.find(({ divisions, places }) => (name ? places.includes(name) : divisions.includes(digits.slice(0, 2)) && [2, 5, 8].includes(digits.length)))
  return found?.area ?? null
}

function readDigits(plan: NumberingPlan | null, digits: string, written: { plus: boolean; bracketed: boolean; area: string | null }): Reading {
  const code = plan?.callingCode ?? ''
  if (written.plus || (digits.startsWith('00') && digits.length > 10)) {
    const abroad = written.plus ? digits : digits.slice(2)
    return plan && abroad.startsWith(code) ? nationalAfterCode(plan, abroad.slice(code.length)) : foreign(abroad)
  }
  if (!plan) return UNREAD
  const direct = inRange(plan, digits) ?? (written.bracketed ? old(plan, digits) : null) ?? byWriting(plan, digits) ?? local(plan, digits, written.area)
  if (direct) return direct
  const afterCode = digits.startsWith(code) ? nationalAfterCode(plan, digits.slice(code.length)) : UNREAD
  return afterCode.kind === 'unknown' ? lost(plan, digits) : afterCode
}

const sureOf = (plan: NumberingPlan, national: string, kind: TelephoneKind): Reading => ({ e164: `+${plan.callingCode}${national}`, candidates: [], kind, sure: true })

function inRange(plan: NumberingPlan, national: string): Reading | null {
  const range = plan.ranges.find(({ pattern }) => whole(pattern).test(national))
  return range ? sureOf(plan, national, range.kind) : null
}

function old(plan: NumberingPlan, digits: string): Reading | null {
  const rule = plan.oldNational
  return rule && whole(rule.pattern).test(digits) ? inRange(plan, digits.replace(whole(rule.pattern), rule.becomes)) : null
}

function nationalAfterCode(plan: NumberingPlan, digits: string): Reading {
  return inRange(plan, digits) ?? old(plan, digits) ?? byWriting(plan, digits) ?? UNREAD
}

function byWriting(plan: NumberingPlan, digits: string): Reading | null {
  for (const { pattern, becomes, sure } of plan.writings) {
    if (!whole(pattern).test(digits)) continue
    const reading = inRange(plan, digits.replace(whole(pattern), becomes))
    if (reading) return sure ? reading : { e164: null, candidates: [reading.e164 ?? ''], kind: reading.kind, sure: false }
  }
  return null
}

function local({ local: { pattern, becomes }, callingCode }: NumberingPlan, digits: string, area: string | null): Reading | null {
  if (!whole(pattern).test(digits)) return null
  return { e164: null, candidates: area ? [`+${callingCode}${becomes.replace('{area}', area)}${digits}`] : [], kind: 'fixed', sure: false }
}

function lost(plan: NumberingPlan, digits: string): Reading {
  const range = plan.lost.find(({ pattern }) => whole(pattern).test(digits))
  return range ? { ...UNREAD, kind: range.kind } : UNREAD
}

/** E.164 allows fifteen digits and no country's code begins with 0; shorter than eight is nobody's number from abroad. */
const foreign = (digits: string): Reading => (/^[1-9]\d{7,14}$/.test(digits) ? { e164: `+${digits}`, candidates: [], kind: 'unknown', sure: true } : UNREAD)

/** How good a reading is: what decides where one number ends and the next begins. */
function rank({ sure, kind }: Reading, digits: string): 0 | 1 | 2 | 3 {
  if (sure) return 3
  if (kind !== 'unknown') return 2
  return digits.length >= 7 && digits.length <= 15 ? 1 : 0
}

const patterns = new Map<string, RegExp>()
function whole(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(`^(?:${pattern})$`)
  patterns.set(pattern, known)
  return known
}
