import { may, type Actor, type Instant, type Language } from '#kernel/actor.ts'
import type { BodyOf, ReplyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { localDay } from '#kernel/local-day.ts'
import { BadInput, Refusal } from '#kernel/refusal.ts'
import { sourceIn } from '#kernel/term.ts'
import { dutiesKnown, termsAtRegistration, type StartedTerm, type TermSettings } from '#modules/calendars/public.ts'
import { createCustomer } from '#modules/customers/public.ts'
import { maskAddress, seesMasked } from '#modules/customers/rules/mask.ts'
import { note } from '#platform/server/history.ts'
import { queueMail } from '#platform/server/outgoing-mail.ts'
import type { Work } from '#platform/server/work.ts'
import type { RegisterCase, Term } from '../contract.ts'
import { acknowledgementFor } from '../rules/acknowledgement.ts'
import { caseNumber } from '../rules/case-number.ts'
import { spokenAtReception } from '../rules/first-answer.ts'
import { refuseIncident, refuseReception } from '../rules/reception.ts'
import { factsOf, termFactsOf, unasked } from '../rules/term-facts.ts'
import { believedCaseSettings, responsibleNow, type CaseSettings, type KnownBranch } from './case-settings.ts'
import { composeCase, supplierOf } from './compose-case.ts'
import { followLink } from './follow-link.ts'
import type { CasesNeeds } from './needs.ts'
import { insertDuties, newDuty, type NewDuty } from './store-duties.ts'
import { insertCase, insertContact, insertTerms, linkFiles, newTerm, readAlready, readMentioned, type Already, type Mentioned, type NewTerm } from './store-registration.ts'

type Asked = BodyOf<typeof RegisterCase>
type Reply = ReplyOf<typeof RegisterCase>

/** The mail names the number and the terms, which are read when it is sent: registering does not wait for its words. */
const WRITTEN_WHEN_IT_LEAVES = { subject: '', paragraphs: [], automatic: true }

/**
 * Registers a case: contact, number, terms, route, acknowledgement and history, all or nothing. What it refers to is read in one
 * round trip, none where it refers to nothing, and what it writes sent in another, so that the branch's counter is held as short as can be.
 */
export async function registerCase(needs: CasesNeeds, work: Work, asked: Asked): Promise<Reply> {
  const { tx, actor, now } = work
  const receivedAt = asked.receivedAt ?? now
  const impossible = refuseReception(receivedAt, now)
  if (impossible) throw new BadInput([{ path: 'receivedAt', code: impossible }])
  const [settings, already, mentioned] = await Promise.all([
    believedCaseSettings(tx, actor.organisationId),
    asked.id ? readAlready(tx, actor, asked.id, now) : null,
    readMentioned(tx, actor, asked),
  ])
  if (already) return answeredBefore(needs, actor, already, asked)
  const branch = branchFor(settings, actor, asked)
  refuseUnknown(asked, settings, mentioned)
  const notYet = refuseIncident(asked.incidentOn, localDay(branch, now))
  if (notYet) throw new BadInput([{ path: 'incidentOn', code: notYet }])

  const id = asked.id ?? newId()
  const customerId = await customerFor(work, asked, branch)
  const { started, duties } = startTerms(settings.terms, branch, asked, mentioned, receivedAt)
  // Where the first answer is all that is owed, its clock is the one that an open case must have.
  const spoke = spokenAtReception({ by: actor.kind, channel: asked.channel, receivedAt, at: now }) && started.some(({ rule }) => rule.clock === 'final-answer')
  const acknowledgement = acknowledgementFor(asked, mentioned.customer)
  const newTerms = [
    ...started.map((term) => newTerm(term, receivedAt, { acknowledgement: acknowledgement.way === 'mail' ? null : now, 'first-answer': spoke ? now : null })),
    ...duties.flatMap(({ term }) => term ?? []),
  ]
  const theCase = composeCase({ id, asked, actor, now, receivedAt, branch, settings, customerId, terms: newTerms })
  theCase.ownerId ??= await responsibleNow(tx, actor.organisationId, settings, branch, now)

  insertContact(tx, actor, { id: newId(), caseId: id, at: receivedAt, branchId: branch.id, supplierId: theCase.supplierId, customerId, door: asked.channel, raw: asked })
  const numbered = insertCase(tx, actor, theCase)
  insertTerms(tx, actor, id, newTerms)
  insertDuties(work, id, duties)
  linkFiles(tx, actor, id, asked.files, now)
  note(work, { action: 'case-registered', subject: ['case', id], details: { kind: asked.kind, channel: asked.channel, branchId: branch.id, receivedAt, ...(spoke && { spoke }), ...(duties.length > 0 && { duties: duties.map(({ rule }) => rule.id) }) } })
  if (acknowledgement.way === 'mail')
    queueMail(work, {
      purpose: 'acknowledgement', subject: ['case', id], recipient: acknowledgement.to, recipientName: acknowledgement.name, language: asked.language,
      content: WRITTEN_WHEN_IT_LEAVES,
    })
  work.changed({ kind: 'case', id, action: 'registered', branchId: branch.id, areaIds: theCase.areaIds, supplierId: theCase.supplierId })

  const { seq, ownerName } = await numbered
  const number = caseNumber(branch.code, theCase.year, seq)
  const area = theCase.areaId ? settings.areas.get(theCase.areaId) : undefined
  return {
    id,
    number,
    version: 1,
    receivedAt,
    registeredAt: now,
    terms: newTerms.map((term) => toTerm(term, { governs: theCase.dueTermId, now, language: actor.language })),
    area: area ? { id: area.id, name: area.name } : null,
    owner: theCase.ownerId ? { id: theCase.ownerId, name: ownerName ?? '' } : null,
    acknowledgement: { way: acknowledgement.way, to: seesMasked(actor) && acknowledgement.kept ? maskAddress(acknowledgement.to) : acknowledgement.to },
    follow: followLink(needs, { id, number, followVersion: 1 }),
  }
}

/** The same intention again: what was answered then, whatever became of the case since. */
function answeredBefore(needs: CasesNeeds, actor: Actor, { followVersion, ...already }: Already, { acknowledge }: Asked): Reply {
  const { way, to } = already.acknowledgement
  const acknowledgement = { way, to: seesMasked(actor) ? maskAddress(to) : to }
  return { ...already, acknowledgement: acknowledge ? acknowledgement : { way: 'none', to: '' }, follow: followLink(needs, { ...already, followVersion }) }
}

/** The branch asked for by id or code, else the only one the actor works in. */
function branchFor({ branches }: CaseSettings, actor: Actor, asked: Asked): KnownBranch {
  const active = [...branches.values()].filter((branch) => branch.active)
  const own = actor.grants.filter(({ permissions }) => permissions.has('cases.register')).flatMap(({ branchId }) => branchId ?? [])
  const wanted = asked.branchId ?? active.find(({ code }) => code === asked.branch)?.id ?? (asked.branch ? '' : null)
  const candidates = wanted === null ? active.filter(({ id }) => own.length === 0 || own.includes(id)) : active.filter(({ id }) => id === wanted)
  if (candidates.length === 0) throw new BadInput([{ path: asked.branchId ? 'branchId' : 'branch', code: 'branch-unknown' }])
  if (candidates.length > 1) throw new BadInput([{ path: 'branchId', code: 'branch-needed' }])
  const branch = candidates[0]!
  // Any employee may file for the area or supplier they work for, in whichever branch it happened.
  const place = { branchId: branch.id, areaIds: actor.grants.flatMap(({ areaId }) => areaId ?? []), supplierId: supplierOf(actor) }
  if (!may(actor, 'cases.register', place)) throw new BadInput([{ path: 'branchId', code: 'branch-unknown' }])
  return branch
}

function refuseUnknown(asked: Asked, settings: CaseSettings, mentioned: Mentioned): void {
  const cause = asked.causeId ? settings.causes.get(asked.causeId) : null
  const refused = [
    asked.causeId && !cause && { path: 'causeId', code: 'cause-unknown' },
    asked.areaId && !settings.areas.get(asked.areaId)?.active && { path: 'areaId', code: 'area-unknown' },
    cause && !cause.active && { path: 'causeId', code: 'cause-inactive' },
    asked.productId && !mentioned.product && { path: 'productId', code: 'product-unknown' },
    'customerId' in asked.customer && asked.customer.customerId && !mentioned.customer && { path: 'customer.customerId', code: 'customer-unknown' },
    'siteId' in asked.customer && asked.customer.siteId && !mentioned.customer?.site && { path: 'customer.siteId', code: 'unknown' },
    mentioned.files < asked.files.length && { path: 'files', code: 'file-unknown' },
    ...unasked(asked, settings.terms.asked),
  ].filter((refusal) => refusal !== false && refusal !== undefined && refusal !== null && refusal !== '')
  if (refused.length > 0) throw new BadInput(refused)
}

async function customerFor(work: Work, { customer }: Asked, branch: KnownBranch): Promise<string | null> {
  if (customer.status === 'known') return customer.customerId
  if (customer.status === 'third-party') return customer.customerId ?? null
  if (customer.status === 'anonymous') return null
  return createCustomer(work, { ...customer, branchId: branch.id })
}

function startTerms(terms: TermSettings, branch: KnownBranch, asked: Asked, { customer }: Mentioned, receivedAt: Instant): { started: StartedTerm[]; duties: NewDuty[] } {
  const whose = { customerId: customer?.id ?? null, segment: customer?.segment ?? '', productId: asked.productId ?? null }
  const facts = factsOf(asked.kind, asked.channel, termFactsOf(asked), whose)
  const started = termsAtRegistration(terms, branch.id, facts, receivedAt)
  // No open case without a running term: a kind that no rule covers is a rule to be written, said before anything is.
  if (!started.some(({ rule }) => rule.clock === 'first-answer' || rule.clock === 'final-answer')) throw new Refusal('case-without-term')
  return { started, duties: dutiesKnown(terms, branch.id, facts, { receivedAt, incidentOn: asked.incidentOn ?? null }).map(newDuty) }
}

function toTerm(term: NewTerm, { governs, now, language }: { governs: string; now: Instant; language: Language }): Term {
  return {
    id: term.id, clock: term.clock, layer: term.layer, rule: term.ruleId, ruleVersion: term.ruleVersion, name: term.rule.name[language], source: sourceIn(term.rule.source, language),
    receivedAt: term.receivedAt, dueOn: term.dueOn, dueAt: term.dueAt, state: term.state, metAt: term.metAt, late: term.dueAt < (term.metAt ?? now),
    governs: term.ruleId === governs, calendar: { id: term.calendarId, version: term.calendarVersion },
  }
}
