import { civilOf, weekdayOf, type EpochDay } from '#kernel/day.ts'
import { holidaysOf } from '#kernel/holidays.ts'
import type { Random } from '#kernel/random.ts'
import { Weighted } from '#kernel/random.ts'
import type { Channel } from '#modules/cases/contract.ts'
import { CO_HOLIDAYS } from '#modules/calendars/packs/CO-holidays.ts'

/** January rests; June and December bring tourism, parties and welding against the clock. */
const OF_MONTH = [0.84, 0.95, 1.02, 0.94, 1, 1.06, 1.01, 0.98, 1, 1.03, 1.05, 1.16] as const
/** Monday brings what the week-end broke. */
const OF_WEEKDAY = [1.28, 1.1, 1.02, 0.98, 1.04, 0.36, 0.07] as const
const GROWTH_A_YEAR = 0.12

const holidays = new Map<number, ReadonlySet<EpochDay>>()
export function isHoliday(day: EpochDay): boolean {
  const { year } = civilOf(day)
  let days = holidays.get(year)
  if (!days) holidays.set(year, (days = new Set(holidaysOf(CO_HOLIDAYS, year).keys())))
  return days.has(day)
}

function weight(day: EpochDay, first: EpochDay): number {
  const trend = 1 + (GROWTH_A_YEAR * (day - first)) / 365
  const usual = trend * (OF_MONTH[civilOf(day).month - 1] ?? 1) * (OF_WEEKDAY[weekdayOf(day) - 1] ?? 1)
  if (isHoliday(day)) return usual * 0.09
  return isHoliday(day - 1) ? usual * 1.2 : usual
}

/** Days from `first` to `last`, both included, with the share of cases of each. */
export class Seasons {
  readonly #first: EpochDay
  readonly #days: Weighted<EpochDay>

  constructor(first: EpochDay, last: EpochDay) {
    this.#first = first
    this.#days = new Weighted(Array.from({ length: last - first + 1 }, (_, nth) => [first + nth, weight(first + nth, first)] as const))
  }

  /** The day of the case at place `at` of `count`: cases in their order are days in theirs. */
  dayOf(at: number, count: number): EpochDay {
    return this.#first + this.#days.at(((at + 0.5) / count) * this.#days.total)
  }
}

/** Weights of the hours from 0: two humps about lunch at the telephone, an evening one for who writes from home. */
const DESK = [0, 0, 0, 0, 0, 0, 0, 5, 14, 16, 14, 12, 4, 4, 11, 13, 10, 4, 0, 0, 0, 0, 0, 0]
const WRITTEN = [0.3, 0.1, 0.1, 0.1, 0.2, 0.6, 2, 5, 9, 10, 9, 8, 5, 5, 8, 9, 8, 6, 4, 4, 4, 3, 1.6, 0.8]
const hours = (weights: readonly number[]) => new Weighted(weights.map((weight, hour) => [hour, weight] as const))
const AT_DESK = hours(DESK)
const IN_WRITING = hours(WRITTEN)
const SATURDAY = hours(DESK.map((weight, hour) => (hour < 12 ? weight : 0)))

/** Minute of the local day in which it comes in by that channel. */
export function minuteOf(day: EpochDay, channel: Channel, random: Random): number {
  const spoken = channel === 'telephone' || channel === 'visit' || channel === 'driver' || channel === 'letter'
  const table = !spoken ? IN_WRITING : weekdayOf(day) === 6 ? SATURDAY : AT_DESK
  return table.pick(random) * 60 + random.below(60)
}
