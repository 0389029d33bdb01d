import type { Bilingual } from '#kernel/holidays.ts'
import { FILINGS, type TermRule } from '#kernel/term.ts'

type Given = Pick<TermRule, 'id' | 'name' | 'family' | 'clock' | 'amount' | 'unit' | 'source' | 'mark'>

/** What most rows of a table share; a row says what it has of its own. */
const USUAL: Omit<TermRule, keyof Given> = {
  version: 1, layer: 'law', party: 'company', startsFrom: 'receipt', start: 'next-day', afterHours: 'next-business-day', weekdays: 'mon-fri',
  lastDayOff: 'stays', extension: null, suspension: null, onBreach: null, applies: [],
}

/** Hours run from the instant, whatever the desk's hours. */
const HOURLY = { start: 'same-day', afterHours: 'file-same-day' } as const

/** An accident of a Saturday happened on that Saturday, whoever is at the desk. */
const UNFILED = { afterHours: 'file-same-day' } as const

export const row = (given: Given & Partial<TermRule>): TermRule => ({
  ...USUAL,
  ...(given.startsFrom && !FILINGS.includes(given.startsFrom) ? UNFILED : {}),
  ...(given.unit === 'hour' || given.unit === 'working-hour' ? HOURLY : {}),
  ...given,
})

export const both = (es: string, en: string): Bilingual => ({ es, en })
