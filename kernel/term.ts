import type { Weekdays } from './calendar.ts'
import type { DayText, Weekday } from './day.ts'
import type { Bilingual } from './holidays.ts'
import type { Millis } from './zone.ts'

/** What the term measures. The first four run on every case; the rest are duties named by law (law-co.md §1). */
export type Clock =
  | 'acknowledgement' | 'first-answer' | 'area-answer' | 'final-answer'
  | 'written-record' | 'transfer' | 'completion-request' | 'remedy' | 'refund' | 'withdrawal' | 'silence-effects'
  | 'notification' | 'appeal' | 'registry-note' | 'stop-contact' | 'authority-report' | 'investigation'
export type Layer = 'law' | 'contract' | 'internal'
export type Unit = 'working-day' | 'calendar-day' | 'working-hour' | 'hour' | 'month'
/** V official text or two sources · S one secondary source · K knowledge · TC to confirm with counsel. */
export type Mark = 'V' | 'S' | 'K' | 'TC'
/** The event that starts the term: the caller passes its instant as `receivedAt`. */
export type StartsFrom =
  | 'receipt' | 'oral-filing' | 'claim-and-goods' | 'delivery' | 'exercise' | 'exercise-and-return' | 'expiry' | 'decision'
  | 'answer-known' | 'complete-claim' | 'registration' | 'knowledge' | 'event' | 'period'
/** Events that are filed: they wait for the desk to open. What happens otherwise happened on its own day. */
export const FILINGS: readonly StartsFrom[] = ['receipt', 'oral-filing', 'complete-claim']

/** A pause the rule knows. `cap` bounds one pause (again so long at each renewal); `times`: how many the rule allows, null any. */
export type SuspensionCause = {
  cause: string
  cap: { amount: number; unit: 'working-day' | 'calendar-day' | 'month' } | null
  renewals: number
  times: number | null
}

/** Conditions as data: every part present must hold. Lists of kinds, subjects, customers, segments and products: any of them; flags: all of them. */
export type Condition = {
  kinds?: readonly string[]
  subjects?: readonly string[]
  exceptSubjects?: readonly string[]
  flags?: readonly string[]
  exceptFlags?: readonly string[]
  personalData?: boolean
  consumer?: boolean
  /** Of a contract: whom it was made with, by id or by segment, and for which products. */
  customers?: readonly string[]
  segments?: readonly string[]
  products?: readonly string[]
}

/** One version of a term as a row of data (law-co.md §1 and §2). Treat as frozen. */
export type TermRule = {
  id: string
  version: number
  name: Bilingual
  family: string
  clock: Clock
  layer: Layer
  /** Whose term it is: the company's to answer, or the customer's to act (which governs no case). */
  party: 'company' | 'customer'
  /** Null: the source leaves it undefined; shown as "sin definir", never computed. */
  amount: number | null
  unit: Unit
  startsFrom: StartsFrom
  /** Whether counting begins the day after filing or on it. Hours always run from the instant; months from date to date. */
  start: 'next-day' | 'same-day'
  /** Filed after the branch has closed, or on a day that does not count: on that day, or on the next that does. Hours ignore it. */
  afterHours: 'file-same-day' | 'next-business-day'
  weekdays: Weekdays
  /** Calendar-day and month terms whose last day does not count. */
  lastDayOff: 'stays' | 'next-working-day'
  /** Prolongs by the rule's own unit: to at most double, or by so many more; told before the term expires. */
  extension: { times: number; max: 'double' | number } | null
  /** `resumes`: whether the day on which a pause ends counts again, or the day after it. */
  suspension: { causes: readonly SuspensionCause[]; resumes: 'same-day' | 'next-day' } | null
  onBreach: Bilingual | null
  source: Source
  mark: Mark
  note?: Bilingual
  /** Any of these suffices; none: the family's step alone decides. */
  applies: readonly Condition[]
  since?: DayText
  until?: DayText
}

/** A citation is the same in every language; what is said of one is said in each. */
export type Source = string | Bilingual
export const sourceIn = (source: Source, language: keyof Bilingual): string => (typeof source === 'string' ? source : source[language])

/** A pause as it happened; `to` null: still open. */
export type Pause = { cause: string; from: Millis; to: Millis | null; renewals?: number }
/** So much more of the rule's unit, announced to the customer at that instant. */
export type Extension = { amount: number; notifiedAt: Millis }
/** What befell a term since it began. */
export type TermEvents = { pauses?: readonly Pause[]; extensions?: readonly Extension[] }

/** Why a day was not counted; `termWhy` of modules/calendars says it in words. */
export type Why = {
  code: 'weekend' | 'holiday' | 'special' | 'pause' | 'after-hours'
  weekday?: Weekday
  names?: readonly Bilingual[]
  cause?: string
}
export type Skipped = { date: DayText; why: Why }
/** The stretches of a day that counted, as instants, and how much they are together. */
export type WorkedDay = { date: DayText; seconds: number; stretches: readonly { from: string; to: string }[] }

/**
 * A term and all that decided it: stored as JSON, enough to explain it without rule or calendar at hand, and equal to the bit
 * when computed again. Days are ISO dates, instants ISO 8601 in the calendar's zone.
 */
export type TermProof = {
  rule: string
  basis: {
    version: number; name: Bilingual; clock: Clock; layer: Layer; source: Source; mark: Mark
    amount: number | null; unit: Unit; startsFrom: StartsFrom; start: TermRule['start']; afterHours: TermRule['afterHours']; weekdays: Weekdays
  }
  state: 'running' | 'paused' | 'undefined'
  receivedAt: string
  /** The day it is held to be filed: later than received when it came after hours. */
  filedOn: DayText
  /** The first day counted; null for an undefined term. */
  startsOn: DayText | null
  /** Null while an open pause without cap holds the term, and for an undefined one. */
  dueOn: DayText | null
  dueAt: string | null
  timeZone: string
  calendar: { id: string; version: number }
  counted: readonly DayText[]
  skipped: readonly Skipped[]
  /** Of a term in working hours: which of each day counted. */
  worked?: readonly WorkedDay[]
  /** `to` is the effective end, cap applied; `ignored` says why a pause did not stop the clock. */
  pauses: readonly { cause: string; from: string; to: string | null; capped?: true; ignored?: string }[]
  extensions: readonly { amount: number; notifiedAt: string; dueOnBefore: DayText | null; ignored?: string }[]
}
