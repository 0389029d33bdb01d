import { DAY_MS, dayText, epochDayOf, yearOf, type EpochDay } from './day.ts'

/** An instant as milliseconds since 1970-01-01T00:00Z (what `Temporal.Instant.epochMilliseconds` gives). */
export type Millis = number

/**
 * A time zone whose offsets are asked of Intl once per year and kept: Temporal answers the same in tens of
 * microseconds, too slow for a term that has to be computed in five.
 */
export type Zone = { name: string; years: Map<number, ZoneYear>; format: Intl.DateTimeFormat }
/** Offsets in ms east of Greenwich in one UTC year: `offsets[i]` holds until `changes[i]`, the last one to the year's end. */
type ZoneYear = { changes: Millis[]; offsets: number[] }

const zones = new Map<string, Zone>()

/** Throws RangeError when `name` is no IANA zone. */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name)
  if (!zone) {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
    zones.set(name, (zone = { name, years: new Map(), format }))
  }
  return zone
}

function askOffset(zone: Zone, at: Millis): number {
  const match = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(zone.format.format(at))
  if (!match?.[1]) return 0
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0)
  return (match[1] === '-' ? -seconds : seconds) * 1000
}

/** The first instant after `from` (whose offset is `before`) that has another offset; known to be at or before `to`. */
function changeBetween(zone: Zone, from: Millis, to: Millis, before: number): Millis {
  let same = from / 1000
  let other = to / 1000
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (askOffset(zone, middle * 1000) === before) same = middle
    else other = middle
  }
  return other * 1000
}

function buildYear(zone: Zone, year: number): ZoneYear {
  const first = epochDayOf(year, 1, 1) * DAY_MS
  const end = epochDayOf(year + 1, 1, 1) * DAY_MS
  const offsets = [askOffset(zone, first)]
  const changes: Millis[] = []
  let current = offsets[0]!
  for (let at = first; at < end; at += DAY_MS) {
    const next = askOffset(zone, at + DAY_MS)
    if (next === current) continue
    changes.push(changeBetween(zone, at, at + DAY_MS, current))
    offsets.push((current = next))
  }
  return { changes, offsets }
}

function zoneYear(zone: Zone, at: Millis): ZoneYear {
  const year = yearOf(Math.floor(at / DAY_MS))
  let known = zone.years.get(year)
  if (!known) zone.years.set(year, (known = buildYear(zone, year)))
  return known
}

/** Milliseconds east of Greenwich at that instant. */
export function offsetAt(zone: Zone, at: Millis): number {
  const { changes, offsets } = zoneYear(zone, at)
  let i = 0
  while (i < changes.length && changes[i]! <= at) i++
  return offsets[i]!
}

/**
 * The instant of a wall-clock time (`ms` of the day, up to 24 h). A time that the clock jumps over is the jump itself; a time
 * that comes twice is its first coming. So later wall times are never earlier instants, and no period has a negative length.
 */
export function instantOf(zone: Zone, day: EpochDay, ms = 0): Millis {
  const local = day * DAY_MS + ms
  const before = offsetAt(zone, local - DAY_MS)
  const after = offsetAt(zone, local + DAY_MS)
  if (before === after) return local - before
  const early = local - Math.max(before, after)
  const late = local - Math.min(before, after)
  if (early + offsetAt(zone, early) === local) return early
  if (late + offsetAt(zone, late) === local) return late
  return zoneYear(zone, early).changes.find((change) => change > early && change <= late)
    ?? zoneYear(zone, late).changes.find((change) => change > early && change <= late)
    ?? late
}

export const startOfDay = (zone: Zone, day: EpochDay): Millis => instantOf(zone, day)

/** 23:59:59 of that day: the second before the next one begins, whatever the clocks do that night. */
export const endOfDay = (zone: Zone, day: EpochDay): Millis => instantOf(zone, day + 1) - 1000

/**
 * The day an instant belongs to: once a day has begun it is never yesterday again, even where clocks go back across midnight.
 */
export function dayAt(zone: Zone, at: Millis): EpochDay {
  const local = at + offsetAt(zone, at)
  const day = Math.floor(local / DAY_MS)
  const lateEvening = local - day * DAY_MS >= DAY_MS * 0.8
  return lateEvening && at >= startOfDay(zone, day + 1) ? day + 1 : day
}

/** ISO 8601 with the offset people see on their clock: `2026-07-22T23:59:59-05:00`. */
export function instantText(zone: Zone, at: Millis): string {
  const offset = offsetAt(zone, at)
  const minutes = Math.abs(offset) / 60_000
  // Local mean times of the nineteenth century have seconds, which ISO 8601 offsets cannot say.
  if (!Number.isInteger(minutes)) return new Date(at).toISOString()
  const local = at + offset
  const day = Math.floor(local / DAY_MS)
  const time = new Date(local - day * DAY_MS).toISOString().slice(11, 23).replace('.000', '')
  const two = (n: number) => String(n).padStart(2, '0')
  return `${dayText(day)}T${time}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
