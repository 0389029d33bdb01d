import { dayText, epochDay, epochDayOf, readDay, type DayText } from '#kernel/day.ts'

const MONTHS: Record<string, number> = {
  ene: 1, jan: 1, feb: 2, mar: 3, abr: 4, apr: 4, may: 5, jun: 6, jul: 7, ago: 8, aug: 8, sep: 9, oct: 10, nov: 11, dic: 12, dec: 12,
}
const WORDS: Record<string, number> = { hoy: 0, today: 0, mañana: 1, manana: 1, tomorrow: 1, ayer: -1, yesterday: -1 }

/**
 * A day as people type it: 22/7, 22-07-26, 22 jul, 22 de julio de 2026, hoy, mañana, +3. Day before month always.
 * Without a year, the year that puts it nearest to today. Null when it is no day.
 */
export function dayFromText(text: string, today: DayText): DayText | null {
  const plain = text.trim().toLowerCase()
  const iso = readDay(plain)
  if (iso !== null) return dayText(iso)
  const word = WORDS[plain] ?? (/^[+-]\d{1,4}$/.test(plain) ? Number(plain) : null)
  if (word !== null) return dayText(epochDay(today) + word)

  const match = /^(\d{1,2})(?:\s*[/.-]\s*|\s+(?:de\s+)?)(\d{1,2}|\p{L}{3,})\.?(?:(?:\s*[/.-]\s*|\s+(?:de\s+)?)(\d{4}|\d{2}))?$/u.exec(plain)
  if (!match) return null
  const [, dayPart = '', monthPart = '', yearPart] = match
  const month = /^\d/.test(monthPart) ? Number(monthPart) : MONTHS[monthPart.slice(0, 3)]
  if (!month) return null
  const inYear = (year: number) => {
    const written = `${year}-${String(month).padStart(2, '0')}-${dayPart.padStart(2, '0')}`
    return readDay(written) === null ? null : written
  }
  if (yearPart) return inYear(Number(yearPart.length === 2 ? `20${yearPart}` : yearPart))
  const thisYear = Number(today.slice(0, 4))
  const distance = (year: number) => Math.abs(epochDayOf(year, month, Number(dayPart)) - epochDay(today))
  const nearest = [thisYear, thisYear + 1, thisYear - 1].sort((a, b) => distance(a) - distance(b))
  return nearest.map(inYear).find((day) => day !== null) ?? null
}
