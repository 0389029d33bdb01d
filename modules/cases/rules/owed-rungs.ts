import { atWork, workingInstantAfter } from '#kernel/business-time.ts'
import { periodsOn, type CalendarDefinition } from '#kernel/calendar.ts'
import { DAY_MS } from '#kernel/day.ts'
import { warningInstants, type Rung } from '#kernel/warnings.ts'
import { dayAt, instantOf, zoneOf, type Millis } from '#kernel/zone.ts'
import { rungName, type Ladder } from './warning-ladder.ts'

/** Terms due from `from` on and before `until` are owed that rung by now. */
export type RungWindow = { rung: string; from: Millis; until: Millis }

/** Longer than any rung reaches: a ladder's rungs are at most 400 working hours from the term. */
const REACH = 400 * DAY_MS

/**
 * When a term must be due for each rung to be owed by now: asked of an index instead of working out each term's instants each minute.
 * Nothing while the branch is closed, but what waits for no opening: a warning is for somebody who can act.
 */
export function rungWindows(ladder: Ladder, calendar: CalendarDefinition, now: Millis): RungWindow[] {
  const open = atWork(now, calendar)
  return ladder
    .filter(({ always }) => open || always)
    .flatMap((rung) => {
      const told = rungName(rung)
      if (isAtDue(rung) && !rung.always) return [{ rung: told, from: -REACH, until: now + 1 }, ...closedAfter(calendar, now).map((gap) => ({ rung: told, ...gap }))]
      return [{ rung: told, from: -REACH, until: latestOwed(rung, calendar, now) + 1 }]
    })
}

/** Whether that rung's moment has come for a term due then. */
export const isOwed = (rung: Rung, dueAt: Millis, calendar: CalendarDefinition, now: Millis): boolean => warningInstants([rung], dueAt, calendar)[0]!.at <= now

const isAtDue = ({ when, workingHours }: Rung) => when === 'due' || (when === 'before' && workingHours === 0)

/** The last instant at which a term may be due and that rung be owed: the later a term is due, the later it is warned of. */
function latestOwed(rung: Rung, calendar: CalendarDefinition, now: Millis): Millis {
  let [owed, not] = [now - REACH, now + REACH]
  while (not - owed > 1) {
    const middle = Math.floor((owed + not) / 2)
    if (isOwed(rung, middle, calendar, now)) owed = middle
    else not = middle
  }
  return owed
}

/** The closed times of today that are still to come, the night with them: what is due then is told when the day's work begins. */
function closedAfter(calendar: CalendarDefinition, now: Millis): { from: Millis; until: Millis }[] {
  const zone = zoneOf(calendar.timeZone)
  const day = dayAt(zone, now)
  return periodsOn(calendar, day)
    .map(({ to }) => instantOf(zone, day, to * 60_000))
    .filter((closes) => closes > now)
    .map((closes) => ({ from: closes, until: workingInstantAfter(closes, 0, calendar) }))
    .filter(({ from, until }) => from < until)
}
