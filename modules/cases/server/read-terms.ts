import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { extensionLeft, refuseExtension } from '#kernel/extension.ts'
import { refusePause } from '#kernel/pauses.ts'
import { computeTerm } from '#kernel/term-proof.ts'
import { eventText, explainTerm, whyText } from '#modules/calendars/rules/explain-term.ts'
import { seesMasked } from '#modules/customers/rules/mask.ts'
import type { Work } from '#platform/server/work.ts'
import type { Status } from '../contract.ts'
import type { TermExplained } from '../contract-sheet.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { numbers } from './case-alias.ts'
import type { CasesNeeds } from './needs.ts'
import { readTerms } from './store-terms.ts'
import { extensionsOf, pausesOf, readWholeTerms, settledDue, type WholeTerm } from './term-events.ts'

type Explained = z.infer<typeof TermExplained>

/** The clocks of a case, each worked out again from the versions that were kept, in words and day by day. */
export async function readTermsExplained({ log }: Pick<CasesNeeds, 'log'>, { tx, actor, now }: Work, number: string): Promise<{ items: Explained[] }> {
  const { organisationId, language } = actor
  const caseId = await numbers.caseId(tx, organisationId, number)
  const [terms, whole, [theCase], calendars] = await Promise.all([
    readTerms(tx, { organisationId, caseId, language, now }),
    readWholeTerms(tx, organisationId, caseId),
    tx<{ status: Status }>`select status from cases where organisation_id = ${organisationId} and id = ${caseId}`,
    tx<{ id: string; name: string }>`select id, name from calendars where organisation_id = ${organisationId} order by id`,
  ])
  const standing = refuseWork(theCase!)
  const items = terms.map((term) => {
    const one = whole.get(term.id)!
    reportWrong(log, one)
    const calendarName = calendars.find(({ id }) => id === term.calendar.id)?.name ?? ''
    return { ...term, calendarName, ...explained(one, language, calendarName), ...possible(one, standing, Date.parse(now)) }
  })
  return { items: seesMasked(actor) ? items.map(fromOutside) : items }
}

/** To a supplier's people: why a term was extended, which the customer was told, and not why it was paused. */
const fromOutside = (term: Explained): Explained => ({ ...term, pauses: term.pauses.map((pause) => ({ ...pause, reason: '' })) })

function explained(term: WholeTerm, language: Actor['language'], calendarName: string): Pick<Explained, 'unit' | 'begins' | 'filedOn' | 'counted' | 'skipped' | 'worked' | 'pauses' | 'extensions' | 'sentences'> {
  const proof = computeTerm(term.rule, Date.parse(term.row.receivedAt), term.calendar, { pauses: pausesOf(term), extensions: extensionsOf(term) })
  return {
    unit: term.rule.unit,
    begins: term.rule.startsFrom === 'receipt' ? null : eventText(term.rule.startsFrom, language),
    filedOn: proof.filedOn,
    counted: [...proof.counted],
    skipped: proof.skipped.map(({ date, why }) => ({ date, why: whyText(why, language) })),
    worked: (proof.worked ?? []).map(({ stretches, ...day }) => ({ ...day, stretches: [...stretches] })),
    pauses: term.pauses.map(({ cause, reason, fromAt, untilAt }) => ({ cause, reason, from: fromAt, to: untilAt })),
    extensions: term.extensions.map(({ days, ...rest }) => ({ amount: days, ...rest })),
    sentences: explainTerm(proof, language, calendarName || undefined),
  }
}

/** Whether it may still be extended, by how much at most, and for which causes it may be paused now. */
function possible({ rule, row, ...events }: WholeTerm, standing: string | null, now: number): Pick<Explained, 'extension' | 'pauseCauses'> {
  const [pauses, extensions] = [pausesOf(events), extensionsOf(events)]
  const most = extensionLeft(rule, extensions)
  const dueAt = Date.parse(row.dueAt)
  const halted = standing ?? (row.state === 'running' ? null : 'term-not-running')
  const causes = rule.suspension?.causes.map(({ cause }) => cause) ?? []
  return {
    extension: { refusal: halted ?? refuseExtension(rule, { dueAt, extensions }, { amount: Math.max(1, most), notifiedAt: now }), most },
    pauseCauses: halted ? [] : causes.filter((cause) => refusePause(rule, { dueAt, pauses }, { cause, at: now }) === null),
  }
}

/** A date that is not what its proof says is a bug of ours; the case stays readable. */
function reportWrong(log: CasesNeeds['log'], term: WholeTerm): void {
  const due = settledDue(term)
  if (due === null || (due.dueAt === term.row.dueAt && due.dueOn === term.row.dueOn)) return
  log.error({ termId: term.row.id, rule: term.row.ruleId, stored: term.row.dueAt, computed: due.dueAt }, 'a due date is not what its proof says')
}
