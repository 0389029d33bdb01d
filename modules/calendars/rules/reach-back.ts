import type { CalendarDefinition } from '#kernel/calendar.ts'
import type { DayText } from '#kernel/day.ts'
import type { CalendarFacts } from '../contract.ts'
import { sameJson } from './same-json.ts'

type Hours = Pick<CalendarFacts, 'week' | 'laterWeeks'>

/** Whether a new version says otherwise which hours were worked before that day. Time already used stays used: hours change from a day on. */
export function hoursReachBack(now: Pick<CalendarDefinition, 'week' | 'laterWeeks'>, next: Hours, today: DayText): boolean {
  const past = ({ week, laterWeeks = [] }: Hours) => [week, laterWeeks.filter(({ since }) => since < today)]
  return !sameJson(past(now), past(next))
}
