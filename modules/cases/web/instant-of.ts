import { epochDay } from '#kernel/day.ts'
import { instantOf as zoned, zoneOf } from '#kernel/zone.ts'

/** The instant of a day and a wall-clock time where the person is: '2026-07-22', '14:30'. */
export function instantOf(day: string, time: string, timeZone: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(zoned(zoneOf(timeZone), epochDay(day), (hours * 60 + minutes) * 60_000)).toISOString()
}
