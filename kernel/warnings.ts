import { atWork, subtractBusinessMinutes, workingInstantAfter } from './business-time.ts'
import { periodsOn, type CalendarDefinition } from './calendar.ts'
import { dayAt, instantOf, zoneOf, type Millis } from './zone.ts'

/** One rung of the ladder: who is warned, and when, in working hours before or after the term is due. */
export type Rung = { to: string; when: 'before' | 'due' | 'after'; workingHours: number; /** Emergencies wait for no opening. */ always?: boolean }
export type Warning = { rung: Rung; at: Millis }

/**
 * When to warn whom, in time order. Every instant lies inside working time: "due today" for a term that ends at
 * 23:59:59 is told when that day's work begins (or the last working day before), not when nobody is there to act.
 */
export function warningInstants(ladder: readonly Rung[], dueAt: Millis, calendar: CalendarDefinition): Warning[] {
  return ladder.map((rung) => ({ rung, at: warnAt(rung, dueAt, calendar) })).sort((a, b) => a.at - b.at)
}

function warnAt({ when, workingHours, always }: Rung, dueAt: Millis, calendar: CalendarDefinition): Millis {
  const minutes = workingHours * 60
  if (always) return dueAt + (when === 'before' ? -minutes : when === 'after' ? minutes : 0) * 60_000
  if (when === 'before' && minutes > 0) return subtractBusinessMinutes(dueAt, minutes, calendar)
  if (when === 'after') return workingInstantAfter(dueAt, minutes, calendar)
  return atWork(dueAt, calendar) ? dueAt : lastOpening(dueAt, calendar)
}

function lastOpening(at: Millis, calendar: CalendarDefinition): Millis {
  const zone = zoneOf(calendar.timeZone)
  const lastMinute = subtractBusinessMinutes(at, 1, calendar)
  const day = dayAt(zone, lastMinute)
  return instantOf(zone, day, periodsOn(calendar, day)[0]!.from * 60_000)
}
