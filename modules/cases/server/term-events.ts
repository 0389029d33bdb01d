import type { Extension, Pause, TermRule } from '#kernel/term.ts'
import type { CalendarDefinition } from '#kernel/calendar.ts'
import { dayText } from '#kernel/day.ts'
import { NotFound } from '#kernel/refusal.ts'
import { settleTerm } from '#kernel/term-due.ts'
import { calendarVersion, ruleVersion } from '#modules/calendars/public.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Term } from '../contract.ts'

export type TermRow = {
  id: string
  caseId: string
  clock: string
  ruleId: string
  ruleVersion: number
  calendarId: string
  calendarVersion: number
  receivedAt: string
  dueAt: string
  dueOn: string
  state: Term['state']
  metAt: string | null
}

/** A term with everything that decided it: what is needed to work its date out again, to the bit, at any time. */
export type WholeTerm = { row: TermRow; rule: TermRule; calendar: CalendarDefinition; pauses: PauseRow[]; extensions: ExtensionRow[] }
export type PauseRow = { id: string; cause: string; reason: string; fromAt: string; untilAt: string | null }
export type ExtensionRow = { days: number; reason: string; noticedAt: string; oldDueAt: string; newDueAt: string }

export async function readWholeTerm(tx: Tx, organisationId: string, caseId: string, termId: string): Promise<WholeTerm> {
  const [row] = await tx<TermRow>`
    select id, case_id, clock, rule_id, rule_version, calendar_id, calendar_version, received_at, due_at, due_on, state, met_at
    from case_terms where organisation_id = ${organisationId} and case_id = ${caseId} and id = ${termId}`
  if (!row) throw new NotFound('term')
  return wholeTerm(tx, organisationId, row)
}

export async function wholeTerm(tx: Tx, organisationId: string, row: TermRow): Promise<WholeTerm> {
  const [rule, calendar, pauses, extensions] = await Promise.all([
    ruleVersion(tx, organisationId, row.ruleId, row.ruleVersion),
    calendarVersion(tx, organisationId, row.calendarId, row.calendarVersion),
    tx<PauseRow>`
      select id, cause, reason, from_at, until_at from case_term_pauses where organisation_id = ${organisationId} and term_id = ${row.id} order by from_at, id`,
    tx<ExtensionRow>`
      select days, reason, noticed_at, old_due_at, new_due_at from case_term_extensions
      where organisation_id = ${organisationId} and term_id = ${row.id} order by noticed_at, id`,
  ])
  return { row, rule, calendar, pauses, extensions }
}

/** Every term of a case with its events, by id: the statements of all leave together. */
export async function readWholeTerms(tx: Tx, organisationId: string, caseId: string): Promise<Map<string, WholeTerm>> {
  const rows = await tx<TermRow>`
    select id, case_id, clock, rule_id, rule_version, calendar_id, calendar_version, received_at, due_at, due_on, state, met_at
    from case_terms where organisation_id = ${organisationId} and case_id = ${caseId}`
  const terms = await Promise.all(rows.map((row) => wholeTerm(tx, organisationId, row)))
  return new Map(terms.map((term) => [term.row.id, term]))
}

export const pausesOf = ({ pauses }: Pick<WholeTerm, 'pauses'>): Pause[] =>
  pauses.map(({ cause, fromAt, untilAt }) => ({ cause, from: Date.parse(fromAt), to: untilAt === null ? null : Date.parse(untilAt) }))
export const extensionsOf = ({ extensions }: Pick<WholeTerm, 'extensions'>): Extension[] =>
  extensions.map(({ days, noticedAt }) => ({ amount: days, notifiedAt: Date.parse(noticedAt) }))

/** The due date by all that befell the term; null while an open pause without cap holds it. */
export function settledDue(term: Pick<WholeTerm, 'rule' | 'calendar' | 'row' | 'pauses' | 'extensions'>): { dueAt: string; dueOn: string } | null {
  const { due } = settleTerm(term.rule, Date.parse(term.row.receivedAt), term.calendar, { pauses: pausesOf(term), extensions: extensionsOf(term) })
  return due.dueOn === null ? null : { dueAt: new Date(due.dueAt).toISOString(), dueOn: dayText(due.dueOn) }
}
