import type { CalendarDefinition } from '#kernel/calendar.ts'
import type { EpochDay } from '#kernel/day.ts'
import { countWorkingDays, workingDaysOf, nthWorkingDayAfter } from '#kernel/working-days.ts'

/** Ages of open cases in working days of their branch: 0–5, 6–10, 11–15 and older. */
export const AGES = [{ from: 0, to: 5 }, { from: 6, to: 10 }, { from: 11, to: 15 }, { from: 16, to: null }] as const

const COUNTING = { weekdays: 'mon-fri', specialDays: 'all' } as const
const working = (calendar: CalendarDefinition) => workingDaysOf(calendar, COUNTING)

/** For each age but the last, the first day on which a case may have been received to be no older today. */
export function firstDaysOfAges(calendar: CalendarDefinition, today: EpochDay): EpochDay[] {
  return AGES.slice(0, 3).map(({ to }) => {
    let day = today
    while (countWorkingDays(working(calendar), day - 1, today) <= to!) day -= 1
    return day
  })
}

/** The third working day after today: what is due by then, and later than today, is due soon. */
export const soonEndsOn = (calendar: CalendarDefinition, today: EpochDay): EpochDay => nthWorkingDayAfter(working(calendar), today, 3)
