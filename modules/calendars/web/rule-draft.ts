import type { Condition, SuspensionCause, TermRule, Unit } from '#kernel/term.ts'
import type { RuleFacts } from '../contract.ts'

export type CapUnit = NonNullable<SuspensionCause['cap']>['unit']
export type PauseDraft = { cause: string; cap: string; capUnit: CapUnit; renewals: string; times: string }
export type ConditionDraft = { kinds: string[]; subjects: string; exceptSubjects: string; flags: string; exceptFlags: string; personalData: Answer; consumer: Answer; customers: readonly string[]; segments: string; products: readonly string[] }
export type Answer = '' | 'yes' | 'no'
/** A rule as its form holds it: figures and lists as they are typed, so that what is no figure is refused by its field and never taken for an undefined term. */
export type RuleDraft = Omit<RuleFacts, 'amount' | 'extension' | 'suspension' | 'applies' | 'onBreach' | 'note'> & {
  amount: string
  extends: 'none' | 'double' | 'figure'
  times: string
  most: string
  pauses: PauseDraft[]
  resumes: 'same-day' | 'next-day'
  applies: ConditionDraft[]
  onBreach: { es: string; en: string }
  note: { es: string; en: string }
}

export const NO_CONDITION: ConditionDraft = { kinds: [], subjects: '', exceptSubjects: '', flags: '', exceptFlags: '', personalData: '', consumer: '', customers: [], segments: '', products: [] }
const NOTHING_SAID = { es: '', en: '' }

export function draftOf({ id: _id, version: _version, amount, extension, suspension, applies, onBreach, note, ...facts }: TermRule): RuleDraft {
  return {
    ...facts,
    amount: amount === null ? '' : String(amount),
    extends: extension === null ? 'none' : extension.max === 'double' ? 'double' : 'figure', times: String(extension?.times ?? 1), most: extension && extension.max !== 'double' ? String(extension.max) : '',
    pauses: suspension?.causes.map(({ cause, cap, renewals, times }) => ({ cause, cap: cap ? String(cap.amount) : '', capUnit: cap?.unit ?? 'calendar-day', renewals: String(renewals), times: times === null ? '' : String(times) })) ?? [],
    resumes: suspension?.resumes ?? 'next-day',
    applies: applies.map((condition) => ({
      kinds: [...(condition.kinds ?? [])], subjects: listed(condition.subjects), exceptSubjects: listed(condition.exceptSubjects), flags: listed(condition.flags), exceptFlags: listed(condition.exceptFlags),
      personalData: answered(condition.personalData), consumer: answered(condition.consumer), customers: condition.customers ?? [], segments: listed(condition.segments), products: condition.products ?? [],
    })),
    onBreach: onBreach ?? NOTHING_SAID, note: note ?? NOTHING_SAID,
  }
}

const listed = (words: readonly string[] | undefined) => (words ?? []).join(', ')
const answered = (yes: boolean | undefined): Answer => (yes === undefined ? '' : yes ? 'yes' : 'no')

/** What is asked of the server; it refuses, by its field, what is no figure. */
export function factsOf({ amount, extends: extended, times, most, pauses, resumes, applies, onBreach, note, since, until, ...facts }: RuleDraft): RuleFacts {
  return {
    ...facts,
    amount: figureOf(amount),
    extension: extended === 'none' ? null : { times: needed(times), max: extended === 'double' ? 'double' : needed(most) },
    suspension: pauses.length === 0 ? null : {
      causes: pauses.map(({ cause, cap, capUnit, renewals, times: often }) => ({ cause, cap: cap.trim() === '' ? null : { amount: needed(cap), unit: capUnit }, renewals: figureOf(renewals) ?? 0, times: figureOf(often) })), resumes,
    },
    applies: applies.map(conditionOf).filter((condition) => Object.keys(condition).length > 0),
    onBreach: saidOrNull(onBreach), ...given('note', saidOrNull(note)), ...given('since', since), ...given('until', until),
  }
}

const given = <Key extends string, Value>(key: Key, value: Value | null | undefined): Partial<Record<Key, Value>> => (value === null || value === undefined ? {} : { [key]: value } as Record<Key, Value>)
const wordsOf = (typed: string) => { const words = typed.split(',').map((word) => word.trim()).filter(Boolean); return words.length > 0 ? words : undefined }
const some = (ids: readonly string[]) => (ids.length > 0 ? [...ids] : undefined)
const yes = (answer: Answer) => (answer === '' ? undefined : answer === 'yes')
const saidOrNull = ({ es, en }: { es: string; en: string }) => (es.trim() === '' && en.trim() === '' ? null : { es: es.trim() || en.trim(), en: en.trim() || es.trim() })

const conditionOf = ({ kinds, subjects, exceptSubjects, flags, exceptFlags, personalData, consumer, customers, segments, products }: ConditionDraft): Condition => ({
  ...given('kinds', kinds.length > 0 ? kinds : null), ...given('subjects', wordsOf(subjects)), ...given('exceptSubjects', wordsOf(exceptSubjects)), ...given('flags', wordsOf(flags)), ...given('exceptFlags', wordsOf(exceptFlags)),
  ...given('personalData', yes(personalData)), ...given('consumer', yes(consumer)),
  ...given('customers', some(customers)), ...given('segments', wordsOf(segments)), ...given('products', some(products)),
})

const figureOf = (typed: string): number | null => (typed.trim() === '' ? null : needed(typed))
/** The text itself where it is no figure: the server says which field. */
const needed = (typed: string): number => {
  const text = typed.trim().replace(',', '.')
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : (typed as unknown as number)
}

export const isHourly = (unit: Unit): boolean => unit === 'hour' || unit === 'working-hour'
/** Hours run from the instant: they know no first day and no closing time. */
export const HOURLY = { start: 'same-day', afterHours: 'file-same-day' } as const
