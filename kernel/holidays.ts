import { epochDay, epochDayOf, weekdayOf, yearOf, type DayText, type EpochDay } from './day.ts'
import { easterOf } from './easter.ts'

/** A name that is data, in both languages of the product. */
export type Bilingual = { es: string; en: string }

/** When a holiday falls: a date, the Monday on or after a date, or so many days from Easter (moved to the Monday on or after, if so). */
export type HolidayDate =
  | { kind: 'fixed'; month: number; day: number }
  | { kind: 'next-monday'; month: number; day: number }
  | { kind: 'easter'; days: number; toMonday: boolean }

/** One holiday by law. `since` and `until` bound the day on which it is kept, so that a new law never reaches back. */
export type HolidayRule = { name: Bilingual; date: HolidayDate; source: string; since?: DayText; until?: DayText }

/** Kept days of a year with their names. Two holidays may share a day (Colombia, 2025-06-30): a set of days, not a count. */
export type Holidays = ReadonlyMap<EpochDay, readonly Bilingual[]>

const mondayFrom = (day: EpochDay): EpochDay => day + ((8 - weekdayOf(day)) % 7)

function keptOn(date: HolidayDate, year: number): EpochDay {
  if (date.kind === 'fixed') return epochDayOf(year, date.month, date.day)
  if (date.kind === 'next-monday') return mondayFrom(epochDayOf(year, date.month, date.day))
  const day = easterOf(year) + date.days
  return date.toMonday ? mondayFrom(day) : day
}

const inForce = (rule: HolidayRule, day: EpochDay): boolean =>
  (rule.since === undefined || day >= epochDay(rule.since)) && (rule.until === undefined || day <= epochDay(rule.until))

export function holidaysOf(rules: readonly HolidayRule[], year: number): Holidays {
  const kept = new Map<EpochDay, Bilingual[]>()
  for (const rule of rules) {
    // The Monday of a 29 December may be in January.
    for (const ofYear of [year - 1, year, year + 1]) {
      // 29 February exists only in leap years; the arithmetic would make it 1 March.
      if (rule.date.kind === 'fixed' && rule.date.month === 2 && rule.date.day === 29 && !isLeap(ofYear)) continue
      const day = keptOn(rule.date, ofYear)
      if (yearOf(day) !== year || !inForce(rule, day)) continue
      kept.set(day, [...(kept.get(day) ?? []), rule.name])
    }
  }
  return new Map([...kept].sort(([a], [b]) => a - b))
}

const isLeap = (year: number) => epochDayOf(year, 3, 1) - epochDayOf(year, 2, 1) === 29
