import type { CalendarDefinition } from '#kernel/calendar.ts'
import type { CountryPack } from '../contract.ts'

/** A branch's first calendar: what its country gives, to be edited from there. */
export const calendarOf = (pack: CountryPack, id: string = pack.country): CalendarDefinition =>
  ({ id, version: 1, timeZone: pack.timeZone, week: pack.week, holidays: pack.holidays, specialDays: [] })
