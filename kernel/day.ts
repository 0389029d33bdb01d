/** Whole days since 1970-01-01, as an integer: the engine's only day. It knows no zone. */
export type EpochDay = number
/** A calendar day as people's programs write it: `2026-07-22`. */
export type DayText = string
/** ISO weekday: 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const DAY_MS = 86_400_000

/** Proleptic Gregorian, by integers alone (days are counted from 1 March so that the leap day falls last). */
export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

export function civilOf(epochDay: EpochDay): { year: number; month: number; day: number } {
  const z = epochDay + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

export const yearOf = (day: EpochDay): number => civilOf(day).year

export function weekdayOf(day: EpochDay): Weekday {
  const fromMonday = (day + 3) % 7
  return ((fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1) as Weekday
}

/** The same day of the month `months` later; where that month is shorter, its last day. */
export function addMonths(day: EpochDay, months: number): EpochDay {
  const from = civilOf(day)
  const month0 = from.month - 1 + months
  const year = from.year + Math.floor(month0 / 12)
  const month = (((month0 % 12) + 12) % 12) + 1
  const lastDay = epochDayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - epochDayOf(year, month, 1)
  return epochDayOf(year, month, Math.min(from.day, lastDay))
}

/** Null when the text is no day of the calendar (2026-02-30, 26/06/2026). */
export function readDay(text: string): EpochDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const day = epochDayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return dayText(day) === text ? day : null
}

/** The day of a text already known to be one. Throws RangeError when it is not. */
export function epochDay(text: DayText): EpochDay {
  const day = readDay(text)
  if (day === null) throw new RangeError(`not a day: ${text}`)
  return day
}

export function dayText(epoch: EpochDay): DayText {
  const { year, month, day } = civilOf(epoch)
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}
