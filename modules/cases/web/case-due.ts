import { call } from '#platform/web/data.ts'
import type { DueDateProps, DueProof } from '#platform/web/design/DueDate.tsx'
import type { Formats } from '#platform/web/formats.ts'
import type { CaseRow } from '../contract.ts'
import { ReadTerms } from '../contract-sheet.ts'
import type { CasesWords } from '../es.ts'

type Dated = Pick<CaseRow, 'status' | 'dueOn' | 'dueAt'>

/** Something of it is owed by a date: its answer, or what the law asks beside one that was given. */
export const isDue = <Row extends Dated>(row: Row): row is Row & { dueOn: string; dueAt: string } => (row.status === 'open' || row.status === 'answered') && row.dueOn !== null && row.dueAt !== null

const DAY_MS = 86_400_000

/** How a row looks by its date: past it, within a day of it, or as any. */
export function toneOf(row: Dated, now: number): 'near' | 'broken' | undefined {
  if (!isDue(row)) return undefined
  const left = Date.parse(row.dueAt) - now
  return left < 0 ? 'broken' : left < DAY_MS ? 'near' : undefined
}

const endsItsDay = (dueAt: string, dueOn: string, { dayOf, time }: Pick<Formats, 'dayOf' | 'time'>) => dayOf(dueAt) === dueOn && time(dueAt) === '23:59'

/** Its date as one says it: with the hour where that counts, for what may be done until its day ends is due on that day. */
export function dueOf(row: Dated & { dueOn: string; dueAt: string }, { dayOf, time }: Pick<Formats, 'dayOf' | 'time'>, now: number): Pick<DueDateProps, 'dueOn' | 'dueAt' | 'near' | 'late'> {
  const tone = toneOf(row, now)
  return { dueOn: row.dueOn, ...(!endsItsDay(row.dueAt, row.dueOn, { dayOf, time }) && { dueAt: row.dueAt }), near: tone === 'near', late: tone === 'broken' }
}

/** What an area owes, by its day or its hour alike. */
export const dueOfRequest = ({ dueAt }: { dueAt: string }, formats: Pick<Formats, 'dayOf' | 'time'>): Pick<DueDateProps, 'dueOn' | 'dueAt'> => {
  const dueOn = formats.dayOf(dueAt)
  return { dueOn, ...(!endsItsDay(dueAt, dueOn, formats) && { dueAt }) }
}

/** What stands beyond a target of the house, for the date of a case. */
export const beyondOf = ({ owed }: Pick<CaseRow, 'owed'>, { dateOf }: Pick<CasesWords, 'dateOf'>) => owed && { own: dateOf.internal, of: dateOf[owed.layer], dueOn: owed.dueOn }

/** Why a date is what it is, asked when somebody wants to know. */
export const proofOf = (number: string, termId?: string) => async (): Promise<DueProof> => {
  const { items } = await call(ReadTerms, { params: { number } })
  const term = items.find(({ id, governs }) => (termId ? id === termId : governs)) ?? items[0]!
  return {
    rule: term.sentences[0] ?? term.name,
    source: term.source,
    receivedAt: term.receivedAt,
    begins: term.begins,
    filedOn: term.filedOn,
    calendar: { name: term.calendarName, version: term.calendar.version },
    counted: term.counted,
    skipped: term.skipped,
    worked: term.worked,
    pauses: term.pauses.map(({ from, to, reason }) => ({ from: from.slice(0, 10), to: to?.slice(0, 10) ?? null, why: reason })),
  }
}
