import { dayText, epochDay, weekdayOf } from '#kernel/day.ts'
import { instantOf } from './instant-of.ts'
import type { Moment } from './MomentFields.tsx'

export const QUICK = ['inAnHour', 'tomorrow', 'monday', 'other'] as const
export type Quick = (typeof QUICK)[number]

const MORNING = '08:00'
const HOUR_MS = 3_600_000

/** The instant of a quick choice, or of the moment that was typed; null while none is. */
export function quickMoment(quick: Quick, typed: Moment, { now, today, timeZone }: { now: number; today: string; timeZone: string }): string | null {
  const at = (days: number) => instantOf(dayText(epochDay(today) + days), MORNING, timeZone)
  if (quick === 'inAnHour') return new Date(now + HOUR_MS).toISOString()
  if (quick === 'tomorrow') return at(1)
  if (quick === 'monday') return at(8 - weekdayOf(epochDay(today)))
  return typed.day && instantOf(typed.day, typed.time || MORNING, timeZone)
}
