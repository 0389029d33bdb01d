import type { DayText } from '#kernel/day.ts'
import type { TermProof, Why } from '#kernel/term.ts'
import { en } from '../en.ts'
import { es, type CalendarsWords } from '../es.ts'
import { amountText, shortDay, whyText, type Language } from './explain-term.ts'

const WORDS: Record<Language, CalendarsWords> = { es, en }

/** The days, and the amount, that make a term's date another: what counted before and counts no more, and the other way round. */
export function explainMove(before: TermProof, after: TermProof, language: Language): string[] {
  const { moved } = WORDS[language]
  const amounts = before.basis.amount !== after.basis.amount || before.basis.unit !== after.basis.unit
  const told = [
    ...(amounts ? [moved.amount(amountText(before.basis.amount, before.basis.unit, language), amountText(after.basis.amount, after.basis.unit, language))] : []),
    ...(before.filedOn !== after.filedOn ? [moved.filed(shortDay(before.filedOn, language), shortDay(after.filedOn, language))] : []),
    ...differing(before, after).map(({ date, why }) => (why ? moved.skipped(shortDay(date, language), whyText(why, language)) : moved.counted(shortDay(date, language)))),
  ]
  return told.length > 0 ? told : [moved.hours]
}

/** Days that both proofs speak of and weigh otherwise; `why` null: it counts now. Days beyond the earlier end only follow from these. */
function differing(before: TermProof, after: TermProof): { date: DayText; why: Why | null }[] {
  const reasons = ({ counted, skipped }: TermProof) => new Map<DayText, Why | null>([...counted.map((day): [DayText, null] => [day, null]), ...skipped.map(({ date, why }): [DayText, Why] => [date, why])])
  const was = reasons(before)
  return [...reasons(after)].filter(([date, why]) => was.has(date) && (was.get(date) === null) !== (why === null)).map(([date, why]) => ({ date, why })).sort((a, b) => (a.date < b.date ? -1 : 1))
}
