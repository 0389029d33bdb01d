import type { Actor } from '#kernel/actor.ts'
import type { MailHeld } from '#kernel/mail-held.ts'
import { NotFound } from '#kernel/refusal.ts'
import { nextDayEnds } from '#kernel/working-days.ts'
import { readTermSettings } from '#modules/calendars/public.ts'
import { maskAddress, maskNumber, seesMasked } from '#modules/customers/rules/mask.ts'
import { mailHeld } from '#platform/server/outgoing-mail.ts'
import type { Work } from '#platform/server/work.ts'
import type { CaseSheet } from '../contract-sheet.ts'
import { holdsOpen } from '../rules/duties.ts'
import { snoozeLimit } from '../rules/lifecycle.ts'
import { isPending } from '../rules/lifecycle.ts'
import { permittedActs } from '../rules/permitted-acts.ts'
import { numbers } from './case-alias.ts'
import type { MailServer } from './needs.ts'
import { dutiesTold } from './tell-duties.ts'
import { readBegunDuties } from './store-duties.ts'
import { readAnswers, readAreaRequests, readClosure, readFiles, readLinks, readMerged, readSheetRow } from './store-sheet.ts'
import { readTerms } from './store-terms.ts'

type Answer = CaseSheet['answers'][number]

/** One case with all that is known of it and what the actor may do now, in two round trips. */
export async function readCase(work: Work, number: string, server: MailServer = { hasMailServer: true }): Promise<CaseSheet> {
  const { tx, actor, now } = work
  const { organisationId, language } = actor
  const caseId = await numbers.caseId(tx, organisationId, number)
  const of = { organisationId, caseId, language }
  const [held, settings, [row], merged, links, terms, begun, files, areaRequests, answers, [closure]] = await Promise.all([
    mailHeld(work, server), readTermSettings(tx, organisationId), readSheetRow(tx, of), readMerged(tx, of), readLinks(tx, of), readTerms(tx, { ...of, now }), readBegunDuties(tx, of), readFiles(tx, of, seesMasked(actor)), readAreaRequests(tx, of), readAnswers(tx, of), readClosure(tx, of),
  ])
  if (!row) throw new NotFound('case')
  const { areaIds, supplierId, owedAt, segment: _segment, ...shown } = row
  const duties = dutiesTold(begun, { work, settings, sheet: row })
  const awaiting = answers.filter(({ status }) => status === 'awaiting-approval')
  const may = permittedActs(actor, {
    status: row.status, ownerId: row.owner?.id ?? null, snoozedUntil: row.snoozedUntil, branchId: row.branch.id, areaIds, supplierId,
    openAreaRequests: areaRequests.filter(({ status }) => status === 'open').length,
    openDuties: begun.filter(({ end, rule }) => holdsOpen({ outcome: end?.outcome ?? null, clock: rule.clock })).length,
    pendingAnswers: answers.filter(isPending).length,
    told: answers.some(({ final, toldAt }) => final && toldAt !== null && toldAt >= row.receivedAt),
    toApprove: awaiting.length === 0 ? 'none' : awaiting.some(({ writtenBy }) => writtenBy?.id !== actor.id) ? 'others' : 'own',
  })
  const sheet = { ...shown, alias: number.toUpperCase() === row.number ? null : number.toUpperCase(), merged, links, terms, duties, files, areaRequests, answers: answers.map((answer) => ({ ...answer, held: heldNow(answer, held) })), closure: closure ?? null, snoozeLimit: snoozeLimit({ dueAt: row.dueAt, owedAt }, now, nextDayEnds(settings.calendarOf(row.branch.id), now)), may }
  return seesMasked(actor) ? masked(sheet, actor) : sheet
}

const heldNow = ({ status, mailError }: { status: string; mailError: string | null }, held: MailHeld | null) =>
  status === 'leaving' ? (held ?? (mailError === null ? null : 'another-attempt' as const)) : null

/** The words of an answer are read once the customer was told them (acuse.reads_outside), and never why it had to be approved. */
const ofAnother = (answer: Answer): Answer => ({ ...answer, approvalReason: null, ...(answer.toldAt === null && { subject: '', body: '' }) })

const unsaid = <End extends { to: string; filing: string; note: string }>(end: End): End => ({ ...end, to: '', filing: '', note: '' })

/** A supplier's people see who it is about, only part of how to reach them, and nothing of what the company says within. */
function masked(sheet: CaseSheet, { id }: Actor): CaseSheet {
  const { reporter, answers, areaRequests, duties, links } = sheet
  const reach = (text: string) => (text.includes('@') ? maskAddress(text) : maskNumber(text))
  return {
    ...sheet,
    reporter: { ...reporter, telephone: maskNumber(reporter.telephone), email: maskAddress(reporter.email) },
    duties: duties.map((duty) => ({ ...duty, note: '', end: duty.end && unsaid(duty.end), takenBack: duty.takenBack.map((one) => ({ ...unsaid(one), reason: '' })) })),
    areaRequests: areaRequests.map((asked) => ({ ...asked, question: '', answer: null, returnedReason: null })),
    links: links.map((link) => ({ ...link, reason: '' })),
    answers: answers.map((answer) => ({ ...(answer.writtenBy?.id === id ? answer : ofAnother(answer)), recipient: reach(answer.recipient), mailError: null, returnedReason: null, delivery: null })),
  }
}
