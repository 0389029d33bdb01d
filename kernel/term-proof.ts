import { businessMinutes, workedOn } from './business-time.ts'
import { dayOff, type CalendarDefinition } from './calendar.ts'
import { dayText, type DayText, type EpochDay } from './day.ts'
import type { DayRange } from './pauses.ts'
import type { Skipped, TermEvents, TermProof, TermRule, Why, WorkedDay } from './term.ts'
import { settleTerm, type SettledTerm } from './term-due.ts'
import { countingOf, filedOn } from './term-start.ts'
import { dayAt, instantText, startOfDay, zoneOf, type Millis, type Zone } from './zone.ts'

type Days = { counted: DayText[]; skipped: Skipped[]; worked?: WorkedDay[] }

/**
 * A term with its proof. `receivedAt` is the instant of the rule's `startsFrom` event; `events.pauses` and `events.extensions` are
 * what befell it since. Pauses and extensions that the rule does not allow are kept in the proof, marked, and change nothing.
 */
export function computeTerm(rule: TermRule, receivedAt: Millis, calendar: CalendarDefinition, events: TermEvents = {}): TermProof {
  const zone = zoneOf(calendar.timeZone)
  const settled = settleTerm(rule, receivedAt, calendar, events)
  const filed = filedOn(rule, receivedAt, calendar)
  const days: Days = rule.amount === null ? { counted: [], skipped: [] }
    : rule.unit === 'hour' || rule.unit === 'working-hour' ? hourlyDays(rule, receivedAt, calendar, settled)
    : wholeDays(rule, receivedAt, filed, calendar, settled)
  const { counted, skipped, worked } = days
  const { dueOn, dueAt } = settled.due
  return {
    rule: rule.id,
    basis: {
      version: rule.version, name: rule.name, clock: rule.clock, layer: rule.layer, source: rule.source, mark: rule.mark,
      amount: rule.amount, unit: rule.unit, startsFrom: rule.startsFrom, start: rule.start, afterHours: rule.afterHours,
      weekdays: countingOf(rule, calendar).weekdays,
    },
    state: rule.amount === null ? 'undefined' : dueAt === null ? 'paused' : 'running',
    receivedAt: instantText(zone, receivedAt),
    filedOn: dayText(filed),
    startsOn: rule.amount === null ? null : (counted[0] ?? dayText(filed)),
    dueOn: dueOn === null ? null : dayText(dueOn),
    dueAt: dueAt === null ? null : instantText(zone, dueAt),
    timeZone: calendar.timeZone,
    calendar: { id: calendar.id, version: calendar.version },
    counted,
    skipped,
    ...(worked && { worked }),
    ...eventsTold(zone, settled),
  }
}

function eventsTold(zone: Zone, { pauses, extensions }: SettledTerm): Pick<TermProof, 'pauses' | 'extensions'> {
  return {
    pauses: pauses.map(({ pause, to, capped, ignored }) => ({
      cause: pause.cause, from: instantText(zone, pause.from), to: to === null ? null : instantText(zone, to),
      ...(capped && { capped: true as const }), ...(ignored && { ignored }),
    })),
    extensions: extensions.map(({ extension, before, ignored }) => ({
      amount: extension.amount, notifiedAt: instantText(zone, extension.notifiedAt),
      dueOnBefore: before.dueOn === null ? null : dayText(before.dueOn), ...(ignored && { ignored }),
    })),
  }
}

const pauseOf = (days: readonly DayRange[], day: EpochDay): Why | null => {
  const range = days.find(({ first, last }) => day >= first && day <= last)
  return range ? { code: 'pause', cause: range.cause } : null
}

/** The last day worth telling of a term that an open pause holds: the first of that pause. */
const told = ({ due, days }: SettledTerm, filed: EpochDay): EpochDay =>
  due.dueOn ?? days.find(({ last }) => last === Infinity)?.first ?? filed

function wholeDays(rule: TermRule, receivedAt: Millis, filed: EpochDay, calendar: CalendarDefinition, settled: SettledTerm): Days {
  const days: Days = { counted: [], skipped: [] }
  const counting = countingOf(rule, calendar)
  const skip = (day: EpochDay, why: Why) => days.skipped.push({ date: dayText(day), why })
  for (let day = dayAt(zoneOf(calendar.timeZone), receivedAt); day < filed; day++)
    skip(day, dayOff(calendar, day, counting) ?? { code: 'after-hours' })
  const countsFiled = rule.start === 'same-day' && rule.unit !== 'month' && rule.amount !== 0
  const end = told(settled, filed)
  const every = rule.unit !== 'working-day'
  const rolls = every && rule.lastDayOff === 'next-working-day'
  const nominal = rolls ? settleTerm({ ...rule, lastDayOff: 'stays' }, receivedAt, calendar, eventsOf(settled)).due.dueOn : null
  for (let day = countsFiled ? filed : filed + 1; day <= end; day++) {
    const off = every && (nominal === null || day < nominal || day === end) ? null : dayOff(calendar, day, counting)
    const why = off ?? pauseOf(settled.days, day)
    if (why) skip(day, why)
    else days.counted.push(dayText(day))
  }
  return days
}

const eventsOf = ({ pauses, extensions }: SettledTerm): TermEvents =>
  ({ pauses: pauses.map((p) => p.pause), extensions: extensions.map((e) => e.extension) })

/** Days on which some minute counted, which of working hours they were, and the days between on which none did. */
function hourlyDays(rule: TermRule, receivedAt: Millis, calendar: CalendarDefinition, settled: SettledTerm): Days {
  const days: Days = { counted: [], skipped: [], ...(rule.unit === 'working-hour' && { worked: [] }) }
  const zone = zoneOf(calendar.timeZone)
  const suspended = settled.pauses.filter((p) => !p.ignored).map(({ pause, to }) => ({ from: pause.from, to }))
  const open = suspended.find(({ to }) => to === null)
  const end = settled.due.dueAt ?? Math.max(receivedAt, open?.from ?? receivedAt)
  for (let day = dayAt(zone, receivedAt); day <= dayAt(zone, end); day++) {
    const from = Math.max(receivedAt, startOfDay(zone, day))
    const to = Math.min(end, startOfDay(zone, day + 1))
    const why = dayOff(calendar, day, { weekdays: 'open-days', specialDays: 'all' })
    const reaches = from < to
    const ran = reaches && runningMinutes(rule, from, to, calendar, suspended) > 0
    const last = to === end && settled.due.dueAt !== null
    if (ran || last) {
      days.counted.push(dayText(day))
      days.worked?.push(workedDay(zone, day, workedOn(day, from, to, calendar, suspended)))
    }
    else if (rule.unit === 'working-hour' && why) days.skipped.push({ date: dayText(day), why })
    else if (reaches && runningMinutes(rule, from, to, calendar, []) > 0)
      days.skipped.push({ date: dayText(day), why: { code: 'pause', cause: settled.pauses.find((p) => !p.ignored && p.pause.from < to)?.pause.cause } })
    else days.skipped.push({ date: dayText(day), why: { code: 'after-hours' } })
  }
  return days
}

const workedDay = (zone: Zone, day: EpochDay, stretches: readonly { from: Millis; to: Millis }[]): WorkedDay => ({
  date: dayText(day),
  seconds: Math.round(stretches.reduce((sum, { from, to }) => sum + to - from, 0) / 1000),
  stretches: stretches.map(({ from, to }) => ({ from: instantText(zone, from), to: instantText(zone, to) })),
})

/** Minutes of [from, to) in which the rule's clock ran; for plain hours the whole day works. */
function runningMinutes(
  rule: TermRule, from: Millis, to: Millis, calendar: CalendarDefinition, suspended: readonly { from: Millis; to: Millis | null }[],
): number {
  return businessMinutes(from, to, rule.unit === 'hour' ? roundTheClock(calendar) : calendar, suspended)
}

const always = new WeakMap<CalendarDefinition, CalendarDefinition>()
const ALL_DAY = [{ from: '00:00', to: '24:00' }] as const

function roundTheClock(calendar: CalendarDefinition): CalendarDefinition {
  let known = always.get(calendar)
  if (!known) {
    const week = [ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY] as const
    always.set(calendar, (known = { ...calendar, week, laterWeeks: [], holidays: [], specialDays: [] }))
  }
  return known
}
