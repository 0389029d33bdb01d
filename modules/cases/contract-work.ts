import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { changesOf, id, instant, optionalText, text } from '#kernel/fields.ts'
import { MAIL_HELD } from '#kernel/mail-held.ts'
import { amount, AskedCustomer, CaseFacts, Kind, named, numberParam, Remedy, reporter, Severity, termFacts, Way } from './contract.ts'

const money = z.object({ amount, currency: z.string().regex(/^[A-Z]{3}$/, 'currency').default('COP') })
const done = z.object({ number: z.string(), version: z.number() })
const act = <Body extends z.ZodType, Reply extends z.ZodType = typeof done>(name: string, path: string, summary: string, body: Body, reply?: Reply) =>
  endpoint({ name, method: 'POST', path: `/cases/:number/${path}`, summary, params: numberParam, body, reply: (reply ?? done) as Reply })

/** What it turned out to be about; the terms that it brings run beside those that run. */
const factChanges = z.object(termFacts).partial().shape

export const AssignCase = act('AssignCase', 'assignments', 'Give a case to an owner, or take it.', z.object({ ownerId: id().nullable(), reason: optionalText(500) }))
export const RouteCase = act('RouteCase', 'routings', 'Send a case to the area that answers for it, saying why.', z.object({ areaId: id(), branchId: id().optional(), reason: text(500, { min: 5 }) }))
export const ClassifyCase = act('ClassifyCase', 'classifications', 'Say its cause and severity.', z.object({
  causeId: id().optional(), severity: Severity.optional(), procedureUndefined: z.boolean().optional(), reason: optionalText(500) }))
export const RetypeCase = act('RetypeCase', 'retypings', 'Change its kind; history and both clocks are kept.', z.object({ kind: Kind, ...factChanges, reason: text(500, { min: 5 }) }))
export const CorrectCase = endpoint({
  name: 'CorrectCase', method: 'PATCH', ifMatch: true, path: '/cases/:number', summary: 'Correct what was written of a case.', params: numberParam,
  body: changesOf(CaseFacts.omit({ kind: true, channel: true })).extend({ customer: AskedCustomer.optional(), reporter: reporter.optional(), ...factChanges, reason: optionalText(500) }), reply: done,
})
export const WriteNote = act('WriteNote', 'notes', 'Add a note for colleagues, or of a telephone call.', z.object({
  kind: z.enum(['note', 'telephone-note', 'customer-message']).default('note'), body: text(20_000),
  /** Whoever writes it spoke with the customer: they were answered by a person. */
  spoke: z.boolean().default(false), mentions: z.array(id()).max(20).default([]), files: z.array(id()).max(50).default([]) }),
  done.extend({ messageId: z.string() }))
export const AskArea = act('AskArea', 'area-requests', 'Ask an area for its answer, with a term of its own.', z.object({ areaId: id(), question: text(20_000), files: z.array(id()).max(50).default([]) }),
  done.extend({ areaRequestId: z.string(), dueAt: z.string() }))

const areaRequest = z.object({ areaRequestId: id() })
const ofAreaRequest = <Body extends z.ZodType>(name: string, path: string, summary: string, body: Body) =>
  endpoint({ name, method: 'POST', path: `/area-requests/:areaRequestId/${path}`, summary, params: areaRequest, body, reply: done })
export const AnswerAreaRequest = ofAreaRequest('AnswerAreaRequest', 'answers', 'Answer as the area.', z.object({ answer: text(20_000), files: z.array(id()).max(50).default([]) }))
export const ReturnAreaRequest = ofAreaRequest('ReturnAreaRequest', 'returns', 'Send a request back because it is not for this area, saying why.', z.object({ reason: text(2_000, { min: 5 }) }))
export const RemindArea = ofAreaRequest('RemindArea', 'reminders', 'Remind the area.', z.object({}))
export const CancelAreaRequest = ofAreaRequest('CancelAreaRequest', 'cancellations', 'Withdraw a request that is no longer needed.', z.object({ reason: text(500, { min: 5 }) }))

export const WriteAnswer = act('WriteAnswer', 'answers', 'Answer the customer: by mail, letter, telephone or in person.', z.object({
  final: z.boolean().default(true), way: Way, recipient: optionalText(254), subject: optionalText(200), body: text(40_000), files: z.array(id()).max(50).default([]),
  money: money.optional(), templateId: id().optional() }),
  // `held`: why one that is leaving by mail waits instead.
  done.extend({ answerId: z.string(), status: z.string(), leavesAt: z.string().nullable(), approvalReason: z.string().nullable(), held: z.enum(MAIL_HELD).nullable() }))

const answer = z.object({ answerId: id() })
const ofAnswer = <Body extends z.ZodType>(name: string, path: string, summary: string, body: Body) =>
  endpoint({ name, method: 'POST', path: `/answers/:answerId/${path}`, summary, params: answer, body, reply: done })
export const ApproveAnswer = ofAnswer('ApproveAnswer', 'approvals', 'Approve an answer as a second person: it leaves.', z.object({}))
export const ReturnAnswer = ofAnswer('ReturnAnswer', 'returns', 'Return an answer to its author, saying what to mend.', z.object({ reason: text(2_000, { min: 5 }) }))
export const RecallAnswer = ofAnswer('RecallAnswer', 'recalls', 'Take an answer back before it leaves.', z.object({}))
export const RecordDelivery = ofAnswer('RecordDelivery', 'deliveries', 'Say how and when it reached the customer, or that it did not.', z.object({ delivered: z.boolean(), at: instant().optional(), proof: text(500) }))

export const SaveDraft = endpoint({
  name: 'SaveDraft', method: 'PUT', ifMatch: true, path: '/cases/:number/drafts/:kind', summary: 'Keep what is being written, from version 0 on; a version in between is overwritten only where `overwrite` says so.',
  params: numberParam.extend({ kind: z.enum(['answer', 'note', 'area-request', 'area-answer']) }),
  body: z.object({ body: z.string().max(40_000), fields: z.record(z.string().max(40), z.string().max(20_000)).default({}), overwrite: z.boolean().default(false) }),
  reply: z.object({ version: z.number(), updatedAt: z.string() }),
})
export const ReadDrafts = endpoint({
  name: 'ReadDrafts', method: 'GET', path: '/cases/:number/drafts', summary: 'What the team is writing on this case.', params: numberParam,
  reply: z.object({ items: z.array(z.object({ kind: z.string(), author: named, mine: z.boolean(), body: z.string(), fields: z.record(z.string(), z.string()), version: z.number(), updatedAt: z.string() })) }),
})

export const CloseCase = act('CloseCase', 'closure', 'Close with cause, action taken, remedy, and how the customer was told.', z.object({
  causeId: id(), actionTaken: text(4_000, { min: 3 }), remedy: Remedy, money: money.optional(), told: z.object({ way: Way, at: instant() }).optional() }))
export const ReopenCase = act('ReopenCase', 'reopenings', 'Reopen; its clocks run again.', z.object({ reason: text(2_000, { min: 5 }) }))
export const WithdrawCase = act('WithdrawCase', 'withdrawals', 'The customer desists.', z.object({ reason: text(2_000, { min: 5 }) }))
export const MergeCase = act('MergeCase', 'merges', 'Merge this case into another that tells the same; its number goes on leading there.', z.object({ into: z.string().max(40), reason: text(500, { min: 3 }) }), done.extend({ mergeId: z.string() }))
export const UnmergeCase = endpoint({
  name: 'UnmergeCase', method: 'DELETE', path: '/merges/:mergeId', summary: 'Undo a merge: both cases are again as they were, and whoever heard of it is told.', params: z.object({ mergeId: id() }), reply: z.object({ number: z.string(), from: z.string() }),
})
export const LinkCase = act('LinkCase', 'links', 'Link to another case.', z.object({ to: z.string().max(40), reason: optionalText(300) }))
export const GroupCases = endpoint({
  name: 'GroupCases', method: 'POST', path: '/case-groups', summary: 'One happening that touched many customers: their cases, together.',
  body: z.object({ name: text(200), numbers: z.array(z.string().max(40)).min(1).max(500) }), reply: z.object({ id: z.string(), cases: z.number() }),
})
export const SnoozeCase = act('SnoozeCase', 'snoozes', 'Put aside until then, saying why; a word from the customer wakes it.', z.object({ until: instant(), reason: text(300, { min: 3 }) }))
export const WakeCase = act('WakeCase', 'wakings', 'Take it up again.', z.object({}))
export const ExtendTerm = act('ExtendTerm', 'extensions', 'Extend a term before it expires, telling the customer why.', z.object({ termId: id(), days: z.number().int().min(1).max(365), reason: text(2_000, { min: 20 }) }), done.extend({ dueOn: z.string() }))
export const PauseTerm = act('PauseTerm', 'pauses', 'Pause a term by a cause that its rule allows.', z.object({ termId: id(), cause: z.string().max(60), reason: text(2_000, { min: 5 }) }))
export const ResumeTerm = act('ResumeTerm', 'resumptions', 'Let a paused term run again.', z.object({ termId: id(), reason: optionalText(500) }), done.extend({ dueOn: z.string() }))
export const FillTemplate = act('FillTemplate', 'filled-templates', 'A template with the fields of this case in it; what is missing is named.', z.object({ templateId: id() }), z.object({ subject: z.string(), body: z.string(), missing: z.array(z.string()), templateId: z.string(), version: z.number() }))
