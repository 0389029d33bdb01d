import { addMonths, DAY_MS, dayText, epochDay, type DayText } from '#kernel/day.ts'
import type { Reader } from './words.ts'

/** Spanish needs `many` for whole millions: "1.000.000 de casos". */
export type PluralForms = { one: string; other: string; many?: string }
/** ISO 8601 with offset or Z, or epoch milliseconds. */
export type InstantLike = string | number

export type Formats = ReturnType<typeof formatsFor>

const MINUTE = 60_000
const DAY_MINUTES = 1_440
/** Days within which one knows the year, and wants the hour. */
const NEAR_DAYS = 30

/** Puts values into `{name}` places; a place without a value stays visible, so that it is found. */
export const fill = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

/** Every figure and date of the screens, by one reader's language, place and zone. */
export function formatsFor({ language, locale, timeZone, now }: Reader) {
  const plural = new Intl.PluralRules(locale)
  const whole = new Intl.NumberFormat(locale)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const dayParts = new Intl.DateTimeFormat(locale, {
    weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC',
  })
  const longDay = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
  const monthYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  const civil = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })

  const midnight = (day: DayText) => epochDay(day) * DAY_MS
  const dayOf = (at: InstantLike): DayText => civil.format(new Date(at))
  const today = (): DayText => dayOf(now())

  function dayOfYear(text: DayText): string {
    const parts = Object.fromEntries(dayParts.formatToParts(midnight(text)).map(({ type, value }) => [type, value.replace('.', '')]))
    return `${parts.weekday} ${parts.day} ${parts.month}`
  }

  /** 'mié 22 jul'; the year is said only when it is not this one. */
  const day = (text: DayText) => (text.slice(0, 4) === today().slice(0, 4) ? dayOfYear(text) : `${dayOfYear(text)} ${text.slice(0, 4)}`)

  const time = (at: InstantLike) => clock.format(new Date(at))

  /** 'hoy 14:30', 'mié 22 jul 14:30'. */
  function instant(at: InstantLike): string {
    const on = dayOf(at)
    return on === today() ? `${relative.format(0, 'day')} ${time(at)}` : `${day(on)} ${time(at)}`
  }

  /** Where there is little room: of another year its year without the hour, or, near, the hour without the year. */
  function instantBrief(at: InstantLike): string {
    const on = dayOf(at)
    if (on.slice(0, 4) === today().slice(0, 4)) return instant(at)
    return Math.abs(epochDay(on) - epochDay(today())) > NEAR_DAYS ? day(on) : `${dayOfYear(on)} ${time(at)}`
  }

  /** 'hace 5 minutos', 'ayer', 'dentro de 3 días'; calendar time, never a term. */
  function ago(at: InstantLike): string {
    const minutes = Math.round((new Date(at).getTime() - now()) / MINUTE)
    if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
    if (Math.abs(minutes) < DAY_MINUTES) return relative.format(Math.round(minutes / 60), 'hour')
    return relative.format(epochDay(dayOf(at)) - epochDay(today()), 'day')
  }

  /** '45 s', '12 min', '3 h 20 min'. */
  function duration(seconds: number): string {
    const rounded = Math.round(Math.abs(seconds))
    const sign = seconds < 0 ? '−' : ''
    if (rounded < 60) return `${sign}${rounded} s`
    const minutes = Math.round(rounded / 60)
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours === 0) return `${sign}${rest} min`
    return `${sign}${whole.format(hours)} h${rest ? ` ${rest} min` : ''}`
  }

  return {
    language,
    locale,
    today,
    dayOf,
    day,
    longDay: (text: DayText) => longDay.format(midnight(text)),
    /** '22/07/2026', as it is typed. */
    shortDay: (text: DayText) => text.split('-').toReversed().join('/'),
    month: (text: DayText) => monthYear.format(midnight(text)),
    monthAfter: (text: DayText, months: number): DayText => dayText(addMonths(epochDay(text), months)),
    time,
    instant,
    instantBrief,
    ago,
    duration,
    number: (value: number, digits = 0) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
    percent: (ratio: number, digits = 0) =>
      new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(ratio),
    /** Pesos have no cents on a screen; the currency is named when it is another. */
    money: (amount: number, currency = 'COP') =>
      new Intl.NumberFormat(locale, {
        style: 'currency', currency, currencyDisplay: currency === 'COP' ? 'narrowSymbol' : 'code',
        maximumFractionDigits: currency === 'COP' ? 0 : 2,
      }).format(amount),
    bytes(size: number): string {
      const unit = size >= 1_000_000 ? 'megabyte' : 'kilobyte'
      const value = unit === 'megabyte' ? size / 1_000_000 : size / 1_000
      return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
    },
    /** `{n}` becomes the figure: plural(3, { one: '{n} caso', other: '{n} casos', many: '{n} de casos' }). */
    plural(n: number, forms: PluralForms): string {
      const form = plural.select(n)
      const chosen = form === 'one' ? forms.one : form === 'many' ? (forms.many ?? forms.other) : forms.other
      return chosen.replace('{n}', whole.format(n))
    },
    list: (items: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    /** Any of them: 'fuga, corrosión o abolladura'. */
    either: (items: string[]) => new Intl.ListFormat(locale, { type: 'disjunction' }).format(items),
  }
}
