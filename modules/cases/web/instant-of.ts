import { dayText, epochDay } from '#kernel/day.ts'
import { instantOf as zoned, zoneOf } from '#kernel/zone.ts'

/** Of a day whose hour was left out: now where that is today, else noon. */
export function momentOf({ day, time }: { day: string; time: string }, timeZone: string, now: number): string {
  if (time) return instantOf(day, time, timeZone)
  const [from, until] = [instantOf(day, '00:00', timeZone), instantOf(dayText(epochDay(day) + 1), '00:00', timeZone)]
  const at = new Date(now).toISOString()
  return at >= from && at < until ? at : instantOf(day, '12:00', timeZone)
}

/** The instant of a day and a wall-clock time where the person is: '2026-07-22', '14:30'. */
export function instantOf(day: string, time: string, timeZone: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(zoned(zoneOf(timeZone), epochDay(day), (hours * 60 + minutes) * 60_000)).toISOString()
}
