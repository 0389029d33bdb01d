import { z } from 'zod'
import type { CalendarDefinition } from '#kernel/calendar.ts'
import { epochDayOf, civilOf, readDay } from '#kernel/day.ts'
import { text as textOf } from '#kernel/fields.ts'
import type { HolidayRule } from '#kernel/holidays.ts'
import { isClockTime } from '#kernel/periods.ts'
import type { Condition, TermRule } from '#kernel/term.ts'
import { zoneOf } from '#kernel/zone.ts'

const text = textOf(2000)
const words = z.strictObject({ es: text, en: text })
const day = z.string().refine((value) => readDay(value) !== null, 'not-a-day')
const clockTime = z.string().refine(isClockTime, 'clock-time')

const Period = z.strictObject({ from: clockTime, to: clockTime }).refine(({ from, to }) => from < to, 'period-ends-before-it-begins')

/** Periods of one day: none is closed; they may not overlap. */
const Periods = z.array(Period).max(12).refine(
  (periods) => [...periods].sort((a, b) => (a.from < b.from ? -1 : 1)).every((period, i, all) => i === 0 || all[i - 1]!.to <= period.from),
  'periods-overlap',
)

const Week = z.tuple([Periods, Periods, Periods, Periods, Periods, Periods, Periods])
  .refine((week) => week.some((periods) => periods.length > 0), 'week-never-opens')

// 2024 is a leap year: 29 February is a date a holiday may have.
const isDate = ({ month, day: dayOfMonth }: { month: number; day: number }) => civilOf(epochDayOf(2024, month, dayOfMonth)).month === month
const monthAndDay = { month: z.int().min(1).max(12), day: z.int().min(1).max(31) }

export const HolidayRuleShape: z.ZodType<HolidayRule> = z.strictObject({
  name: words,
  date: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), ...monthAndDay }).refine(isDate, 'not-a-day'),
    z.strictObject({ kind: z.literal('next-monday'), ...monthAndDay }).refine(isDate, 'not-a-day'),
    z.strictObject({ kind: z.literal('easter'), days: z.int().min(-80).max(250), toMonday: z.boolean() }),
  ]),
  source: text,
  since: day.optional(),
  until: day.optional(),
})

const SpecialDayShape = z.strictObject({ date: day, name: words, periods: Periods, legal: z.boolean() })

const isZone = (name: string) => {
  try { return zoneOf(name).name === name } catch { return false }
}

const once = (dates: readonly string[]) => new Set(dates).size === dates.length

const timeZone = z.string().refine(isZone, 'no-such-zone')
const calendarFacts = {
  week: Week,
  laterWeeks: z.array(z.strictObject({ since: day, week: Week })).max(200)
    .refine((weeks) => weeks.every((week, i) => i === 0 || weeks[i - 1]!.since < week.since), 'weeks-out-of-order').optional(),
  holidays: z.array(HolidayRuleShape).max(200),
  specialDays: z.array(SpecialDayShape).max(2000).refine((days) => once(days.map(({ date }) => date)), 'special-day-twice'),
  saturdayCounts: z.boolean().optional(),
}

/** What a new version of a calendar may say: everything but its name, its number and its zone. */
export type CalendarFacts = Omit<CalendarDefinition, 'id' | 'version' | 'timeZone'>
export const CalendarFactsShape: z.ZodType<CalendarFacts> = z.strictObject(calendarFacts)

/** A version of a branch's calendar as stored and as the API takes it: complete in itself. */
export const CalendarShape: z.ZodType<CalendarDefinition> = z.strictObject({ id: z.string().min(1).max(100), version: z.int().min(1), timeZone, ...calendarFacts })

const names = z.array(textOf(100)).min(1).max(200)

const ConditionShape: z.ZodType<Condition> = z.strictObject({
  kinds: names.optional(), subjects: names.optional(), exceptSubjects: names.optional(), flags: names.optional(), exceptFlags: names.optional(),
  personalData: z.boolean().optional(), consumer: z.boolean().optional(), customers: names.optional(), segments: names.optional(), products: names.optional(),
})

const SuspensionCauseShape = z.strictObject({
  cause: textOf(100),
  cap: z.strictObject({ amount: z.int().min(1), unit: z.enum(['working-day', 'calendar-day', 'month']) }).nullable(),
  renewals: z.int().min(0),
  times: z.int().min(1).nullable(),
})

/** Events that begin a clock. */
export const StartsFrom = z.enum(['receipt', 'oral-filing', 'claim-and-goods', 'delivery', 'exercise', 'exercise-and-return', 'expiry', 'decision',
  'answer-known', 'complete-claim', 'registration', 'knowledge', 'event', 'period'])

const ruleFacts = {
  name: words,
  family: textOf(60),
  clock: z.enum(['acknowledgement', 'first-answer', 'area-answer', 'final-answer', 'written-record', 'transfer', 'completion-request', 'remedy',
    'refund', 'withdrawal', 'silence-effects', 'notification', 'appeal', 'registry-note', 'stop-contact', 'authority-report', 'investigation']),
  layer: z.enum(['law', 'contract', 'internal']),
  party: z.enum(['company', 'customer']),
  amount: z.number().min(0).max(10_000).nullable(),
  unit: z.enum(['working-day', 'calendar-day', 'working-hour', 'hour', 'month']),
  startsFrom: StartsFrom,
  start: z.enum(['next-day', 'same-day']),
  afterHours: z.enum(['file-same-day', 'next-business-day']),
  weekdays: z.enum(['mon-fri', 'mon-sat', 'open-days']),
  lastDayOff: z.enum(['stays', 'next-working-day']),
  extension: z.strictObject({ times: z.int().min(1).max(20), max: z.union([z.literal('double'), z.number().positive()]) }).nullable(),
  suspension: z.strictObject({ causes: z.array(SuspensionCauseShape).min(1).max(20), resumes: z.enum(['same-day', 'next-day']) }).nullable(),
  onBreach: words.nullable(),
  source: z.union([text, words]),
  mark: z.enum(['V', 'S', 'K', 'TC']),
  note: words.optional(),
  applies: z.array(ConditionShape).max(50),
  since: day.optional(),
  until: day.optional(),
}
const wholeDays = ({ unit, amount }: Pick<TermRule, 'unit' | 'amount'>) => amount === null || unit === 'hour' || unit === 'working-hour' || Number.isInteger(amount)
const inOrder = ({ since, until }: Pick<TermRule, 'since' | 'until'>) => since === undefined || until === undefined || since <= until

/** What a new version of a rule may say. */
export type RuleFacts = Omit<TermRule, 'id' | 'version'>
export const RuleFactsShape: z.ZodType<RuleFacts> = z.strictObject(ruleFacts)
  .refine(wholeDays, { message: 'days-are-whole', path: ['amount'] }).refine(inOrder, { message: 'until-before-since', path: ['until'] })

/** A term rule as stored and as the API takes it (law-co.md §1 and §2: a column each). */
export const TermRuleShape: z.ZodType<TermRule> = z.strictObject({ id: z.string().min(1).max(60), version: z.int().min(1), ...ruleFacts })
  .refine(wholeDays, { message: 'days-are-whole', path: ['amount'] })

/** What is known of a case when its terms are chosen. */
export type CaseFacts = {
  kind: string
  subjects: readonly string[]
  /** Of the organisation (`es_ESP_GLP`) and of the case (`emergency`, `oral`, `incomplete`, `electronic-commerce`…). */
  flags: readonly string[]
  personalData: boolean
  consumer: boolean
  /** Whose it is and what it is about, as far as it is known. */
  customerId?: string | null
  segment?: string
  productId?: string | null
}

/** A step of the decision order: taken when any condition holds and none of the steps named before it was taken. */
export type DecisionStep = { id: string; when: readonly Condition[]; unlessTaken: readonly string[]; families: readonly string[] }

/** A country as data (law-co.md §8). Contact and consent rules belong to the modules that use them. */
export type CountryPack = {
  country: string
  name: { es: string; en: string }
  timeZone: string
  week: CalendarDefinition['week']
  holidays: readonly HolidayRule[]
  terms: readonly TermRule[]
  decision: readonly DecisionStep[]
  /** Flags of its rules that a company may carry, and those that are asked of each case; the rest follow from what happens. */
  flags: { company: readonly string[]; asked: readonly string[] }
  idTypes: readonly { code: string; name: { es: string; en: string }; of: 'person' | 'company' | 'both'; checkDigit?: string }[]
  emergencyNumbers: readonly { number: string; name: { es: string; en: string }; mark: 'V' | 'S' | 'K' | 'TC' }[]
  labels: Readonly<Record<string, { es: string; en: string }>>
}
