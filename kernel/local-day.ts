import type { Day, Instant } from './actor.ts'
import { dayText, epochDay, type DayText } from './day.ts'
import { dayAt, endOfDay, startOfDay, zoneOf } from './zone.ts'

/** A branch, a calendar, a company: what has a clock on its wall. */
type Place = { timeZone: string }

/** The day of an instant where that is. */
export const localDay = ({ timeZone }: Place, at: Instant): DayText => dayText(dayAt(zoneOf(timeZone), Date.parse(at)))

/** What is told by its day and not by its hour counts from here, and was done by the other end of it. */
export const dayBegins = ({ timeZone }: Place, day: Day): Instant => new Date(startOfDay(zoneOf(timeZone), epochDay(day))).toISOString()
export const dayEnds = ({ timeZone }: Place, day: Day): Instant => new Date(endOfDay(zoneOf(timeZone), epochDay(day))).toISOString()
