import type { CalendarDefinition } from '#kernel/calendar.ts'
import type { TermRule } from '#kernel/term.ts'

const OFFICE = [{ from: '08:00', to: '12:00' }, { from: '14:00', to: '17:30' }]

/** Monday to Friday in two periods, in Bogotá, without holidays; state only what matters. */
export const aCalendar = (given: Partial<CalendarDefinition> = {}): CalendarDefinition => ({
  id: 'plain', version: 1, timeZone: 'America/Bogota', week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []], holidays: [], specialDays: [], ...given,
})

/** Ten working days by law, doubled at most once, paused while the customer completes. */
export const aRule = (given: Partial<TermRule> = {}): TermRule => ({
  id: 'RULE', version: 1, name: { es: 'Regla', en: 'Rule' }, family: 'x', clock: 'final-answer', layer: 'law', party: 'company', amount: 10, unit: 'working-day',
  startsFrom: 'receipt', start: 'next-day', afterHours: 'next-business-day', weekdays: 'mon-fri', lastDayOff: 'stays', extension: { times: 1, max: 'double' },
  suspension: { causes: [{ cause: 'waiting', cap: { amount: 1, unit: 'month' }, renewals: 1, times: 1 }], resumes: 'next-day' },
  onBreach: null, source: 'x', mark: 'V', applies: [], ...given,
})
