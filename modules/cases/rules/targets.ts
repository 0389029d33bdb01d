import type { Bilingual } from '#kernel/holidays.ts'
import type { TermRule } from '#kernel/term.ts'

/** An organisation's own targets as set-up asks for them; null leaves one undefined: it starts no clock and is shown so. */
export type TargetAnswers = {
  /** Working hours to the first answer of a person. */
  firstAnswerHours: number | null
  /** Working days that an area has. */
  areaAnswerDays: number | null
  /** Working days to answer what the law may give no term: suggestions and compliments. */
  courtesyAnswerDays: number
}

/** Proposed, not decided: the manual leaves these blank. */
export const PROPOSED_TARGETS: TargetAnswers = { firstAnswerHours: 8, areaAnswerDays: 3, courtesyAnswerDays: 10 }

const both = (es: string, en: string): Bilingual => ({ es, en })
const OWN: Omit<TermRule, 'id' | 'name' | 'clock' | 'amount' | 'unit'> = {
  version: 1, family: 'internal', layer: 'internal', party: 'company', startsFrom: 'receipt', start: 'next-day', afterHours: 'next-business-day', weekdays: 'open-days',
  lastDayOff: 'next-working-day', extension: null, onBreach: null, source: both('Propuesta por el programa; la empresa la confirma o la cambia', 'Proposed by the program; the company confirms or changes it'), mark: 'K', applies: [],
  suspension: { causes: [{ cause: 'customer-completion', cap: null, renewals: 0, times: null }], resumes: 'next-day' },
}

/** The targets as rules of the internal layer: with them every kind of case has a term (an open case always has one). */
export function targetsOf(answers: TargetAnswers): TermRule[] {
  const hours = { start: 'same-day', afterHours: 'file-same-day', lastDayOff: 'stays' } as const
  return [
    { ...OWN, ...hours, id: 'INT-FIRST', name: both('Primera respuesta de una persona', 'First answer of a person'), clock: 'first-answer', amount: answers.firstAnswerHours, unit: 'working-hour' },
    { ...OWN, id: 'INT-AREA', name: both('Respuesta del área', 'Answer of the area'), clock: 'area-answer', amount: answers.areaAnswerDays, unit: 'working-day', suspension: null },
    {
      ...OWN, id: 'INT-COURTESY', name: both('Respuesta a sugerencias y felicitaciones', 'Answer to suggestions and compliments'), clock: 'final-answer',
      amount: answers.courtesyAnswerDays, unit: 'working-day', applies: [{ kinds: ['suggestion', 'compliment'] }],
    },
  ]
}
