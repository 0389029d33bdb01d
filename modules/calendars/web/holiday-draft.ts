import { civilOf, epochDayOf, type DayText } from '#kernel/day.ts'
import type { HolidayDate, HolidayRule } from '#kernel/holidays.ts'

/** A holiday as its form holds it: figures as they are typed. */
export type HolidayDraft = { es: string; en: string; kind: HolidayDate['kind']; month: string; day: string; days: string; toMonday: boolean; source: string; since: DayText | null; until: DayText | null }

export function draftOf(holiday: HolidayRule | null): HolidayDraft {
  const date = holiday?.date ?? { kind: 'fixed' as const, month: 1, day: 0 }
  return {
    es: holiday?.name.es ?? '', en: holiday?.name.en ?? '', kind: date.kind, month: date.kind === 'easter' ? '1' : String(date.month), day: date.kind === 'easter' || date.day === 0 ? '' : String(date.day),
    days: date.kind === 'easter' ? String(date.days) : '', toMonday: date.kind === 'easter' && date.toMonday, source: holiday?.source ?? '', since: holiday?.since ?? null, until: holiday?.until ?? null,
  }
}

const figure = (text: string) => (/^[-−]?\d+$/.test(text.trim()) ? Number(text.trim().replace('−', '-')) : Number.NaN)
/** 2024 is a leap year: 29 February is a date that a holiday may have. */
const isDate = (month: number, day: number) => day >= 1 && day <= 31 && civilOf(epochDayOf(2024, month, day)).month === month

export function dateOf({ kind, month, day, days, toMonday }: HolidayDraft): HolidayDate | null {
  if (kind === 'easter') return figure(days) >= -80 && figure(days) <= 250 ? { kind, days: figure(days), toMonday } : null
  return isDate(Number(month), figure(day)) ? { kind, month: Number(month), day: figure(day) } : null
}

/** Null while it is not whole. */
export function ruleOf(draft: HolidayDraft): HolidayRule | null {
  const [said, inEnglish, source] = [draft.es.trim(), draft.en.trim(), draft.source.trim()]
  const date = dateOf(draft)
  if (!said || !source || !date) return null
  return { name: { es: said, en: inEnglish || said }, date, source, ...(draft.since && { since: draft.since }), ...(draft.until && { until: draft.until }) }
}
