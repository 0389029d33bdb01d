import { Temporal } from 'temporal-polyfill'

/** When something is done again and again: on every so many seconds of the clock, or at a time of day in a zone. */
export type Cadence = { everySeconds: number } | { at: string; zone: string }

export const every = (seconds: number): Cadence => ({ everySeconds: seconds })
/** `at` like '07:00'; a time that the clock leaps over that day comes as much later. */
export const daily = (at: string, zone: string): Cadence => ({ at, zone })

/** The last instant at or before `now` at which it was due, in milliseconds: the same on every node. */
export function lastDue(cadence: Cadence, now: number): number {
  if ('everySeconds' in cadence) return Math.floor(now / (cadence.everySeconds * 1000)) * cadence.everySeconds * 1000
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(cadence.zone).toPlainDate()
  const time = Temporal.PlainTime.from(cadence.at)
  const dueOn = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: cadence.zone, plainTime: time }).epochMilliseconds
  const due = dueOn(today)
  return due <= now ? due : dueOn(today.subtract({ days: 1 }))
}
