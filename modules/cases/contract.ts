import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { changesOf, day, email, id, instant, language, listOf, optionalText, page, text } from '#kernel/fields.ts'

export const Kind = z.enum(['request', 'complaint', 'claim', 'suggestion', 'compliment'])
export const Channel = z.enum(['telephone', 'visit', 'letter', 'mail', 'web', 'whatsapp', 'driver', 'internal', 'api'])
export const Stage = z.enum(['pre-sale', 'sale', 'after-sale'])
export const Severity = z.enum(['low', 'normal', 'high', 'critical'])
export const Status = z.enum(['open', 'answered', 'closed', 'withdrawn', 'merged'])
export const WaitingFor = z.enum(['customer', 'area', 'approval'])
export const Remedy = z.enum(['none', 'explanation', 'apology', 'correction', 'replacement', 'pick-up', 'credit-note', 'refund', 'goodwill', 'information'])
export const Way = z.enum(['mail', 'letter', 'telephone', 'in-person'])
export const MessageKind = z.enum(['note', 'telephone-note', 'customer-message', 'answer', 'area-request', 'area-answer', 'area-return'])
/** Remedies that are money: they say how much. */
export const MONEY_REMEDIES: readonly z.infer<typeof Remedy>[] = ['credit-note', 'refund', 'goodwill']

export type Kind = z.infer<typeof Kind>
export type Channel = z.infer<typeof Channel>
export type Status = z.infer<typeof Status>
export type Stage = z.infer<typeof Stage>
export type MessageKind = z.infer<typeof MessageKind>
export type Severity = z.infer<typeof Severity>
export type Remedy = z.infer<typeof Remedy>
export type Way = z.infer<typeof Way>
export type WaitingFor = z.infer<typeof WaitingFor>

/** A rule's no. Each has its sentence in es.ts and en.ts. */
export const CASE_REFUSALS = [
  'case-not-open', 'case-not-closed', 'case-merged', 'case-without-term', 'received-in-future', 'branch-unknown', 'branch-needed',
  'cause-unknown', 'cause-inactive', 'area-unknown', 'owner-unknown', 'owner-cannot-work-it', 'customer-unknown', 'product-unknown', 'file-unknown',
  'reason-needed', 'area-request-open', 'area-request-not-open', 'area-not-yours', 'answer-not-awaiting', 'approver-is-author', 'answer-left',
  'answer-not-leaving', 'recipient-needed', 'not-answered-yet', 'amount-needed', 'merge-with-itself', 'merge-other-customer', 'merge-closed',
  'merge-undone', 'merge-went-on', 'bulk-went-on', 'link-with-itself', 'draft-changed', 'term-cannot-be-extended', 'term-cannot-be-paused', 'term-not-paused',
  'snooze-in-past', 'snooze-beyond-due', 'serial-needed', 'told-in-future', 'told-before-received', 'kind-unchanged', 'template-unknown', 'view-not-yours',
  'case-has-owner', 'case-id-taken', 'case-not-snoozed', 'cause-code-taken', 'cause-under-itself', 'product-code-taken', 'template-name-taken', 'placeholder-unknown', 'rule-without-effect', 'mention-cannot-see',
] as const
export type CaseRefusal = (typeof CASE_REFUSALS)[number]

const money = z.object({ amount: z.string().regex(/^\d{1,13}(\.\d{1,2})?$/, 'money'), currency: z.string().regex(/^[A-Z]{3}$/, 'currency').default('COP') })
const numberParam = z.object({ number: z.string().min(3).max(40) })
const named = z.object({ id: z.string(), name: z.string() })

/** A running clock with what it rests on; `governs`: the date that binds now. */
export const Term = z.object({
  id: z.string(),
  clock: z.string(),
  layer: z.enum(['law', 'contract', 'internal']),
  rule: z.string(),
  ruleVersion: z.number(),
  name: z.string(),
  source: z.string(),
  receivedAt: z.string(),
  dueOn: z.string(),
  dueAt: z.string(),
  state: z.enum(['running', 'paused', 'met', 'cancelled']),
  metAt: z.string().nullable(),
  late: z.boolean(),
  governs: z.boolean(),
  calendar: z.object({ id: z.string(), version: z.number() }),
})
export type Term = z.infer<typeof Term>

/** Why a date is what it is, in words, with each day counted or skipped. */
export const TermExplained = Term.extend({
  calendarName: z.string(),
  counted: z.array(z.string()),
  skipped: z.array(z.object({ date: z.string(), why: z.string() })),
  pauses: z.array(z.object({ cause: z.string(), from: z.string(), to: z.string().nullable(), reason: z.string() })),
  extensions: z.array(z.object({ amount: z.number(), noticedAt: z.string(), reason: z.string(), oldDueAt: z.string(), newDueAt: z.string() })),
  sentences: z.array(z.string()),
  extension: z.object({ refusal: z.string().nullable(), most: z.number() }),
  pauseCauses: z.array(z.string()),
})

const reporter = z.object({ name: optionalText(200), telephone: optionalText(60), email: email().optional(), relation: optionalText(120) })

/** Who it is about: somebody known, somebody new, nobody named, or one who speaks for another. */
const AskedCustomer = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('known'), customerId: id(), siteId: id().optional() }),
  z.strictObject({
    status: z.literal('new'),
    kind: z.enum(['company', 'person']).default('company'),
    name: text(200),
    idType: z.string().max(20).optional(),
    idNumber: optionalText(40),
    telephone: optionalText(60),
    email: email().optional(),
  }),
  z.strictObject({ status: z.literal('anonymous') }),
  z.strictObject({ status: z.literal('third-party'), onBehalfOf: text(200), customerId: id().optional() }),
])

export const CaseFacts = z.object({
  kind: Kind,
  channel: Channel,
  stage: Stage.default('after-sale'),
  description: text(20_000),
  title: optionalText(160),
  wishedOutcome: optionalText(2_000),
  productId: id().optional(),
  product: optionalText(200),
  place: optionalText(300),
  serial: optionalText(60),
  orderNumber: optionalText(60),
  incidentOn: day().optional(),
  causeId: id().optional(),
  severity: Severity.optional(),
})

export const RegisterCase = endpoint({
  name: 'RegisterCase',
  method: 'POST',
  path: '/cases',
  summary: 'Register a case: it gets its number, its terms and its acknowledgement.',
  body: CaseFacts.extend({
    /** Made by the caller when it may repeat offline; else made here. */
    id: id().optional(),
    branchId: id().optional(),
    /** The branch's code, for whoever does not know its id. */
    branch: z.string().max(10).optional(),
    receivedAt: instant().optional(),
    customer: AskedCustomer.default({ status: 'anonymous' }),
    reporter: reporter.optional(),
    language: language().default('es'),
    /** What decides which terms of law run. */
    personalData: z.boolean().default(false),
    consumer: z.boolean().optional(),
    /** What it is about, by the words of the rules: 'information', 'warranty-repair'… */
    subjects: z.array(z.string().max(40)).max(10).default([]),
    files: z.array(id()).max(50).default([]),
    acknowledge: z.boolean().default(true),
  }),
  reply: z.object({
    id: z.string(),
    number: z.string(),
    version: z.number(),
    receivedAt: z.string(),
    registeredAt: z.string(),
    terms: z.array(Term),
    area: named.nullable(),
    owner: named.nullable(),
    acknowledgement: z.object({ way: z.enum(['mail', 'print', 'none']), to: z.string() }),
    follow: z.string(),
  }),
})

export const CaseRow = z.object({
  id: z.string(),
  number: z.string(),
  kind: Kind,
  channel: Channel,
  status: Status,
  severity: Severity,
  title: z.string(),
  customer: named.nullable(),
  branch: z.object({ id: z.string(), code: z.string() }),
  area: z.object({ id: z.string(), code: z.string() }).nullable(),
  owner: named.nullable(),
  cause: named.nullable(),
  waitingFor: WaitingFor.nullable(),
  snoozedUntil: z.string().nullable(),
  receivedAt: z.string(),
  dueOn: z.string().nullable(),
  dueAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  version: z.number(),
})
export type CaseRow = z.infer<typeof CaseRow>

const ids = (max = 100) => z.union([id(), z.array(id()).max(max)]).transform((value) => [value].flat()).optional()
const some = <Values extends z.ZodType>(values: Values) => z.union([values, z.array(values).max(20)]).transform((value) => [value].flat() as z.output<Values>[]).optional()
export const ListName = z.enum(['mine', 'branch', 'unassigned', 'due-today', 'overdue', 'waiting', 'snoozed', 'area', 'open', 'everything'])
export type ListName = z.infer<typeof ListName>

/** What a list may be narrowed by; also what a saved view keeps, and what an export writes at its head. */
export const CaseFilter = z.object({
  list: ListName.default('open'),
  find: z.string().max(200).optional(),
  kind: some(Kind),
  channel: some(Channel),
  status: some(Status),
  severity: some(Severity),
  waitingFor: some(WaitingFor),
  branchId: ids(),
  areaId: ids(),
  ownerId: ids(),
  causeId: ids(),
  /** Those that have none yet. */
  without: some(z.enum(['area', 'cause'])),
  productId: ids(),
  customerId: ids(1),
  groupId: ids(1),
  receivedFrom: day().optional(),
  receivedTo: day().optional(),
  dueFrom: day().optional(),
  dueTo: day().optional(),
})
export type CaseFilter = z.output<typeof CaseFilter>

export const ListCases = endpoint({
  name: 'ListCases',
  method: 'GET',
  path: '/cases',
  summary: 'A page of cases by list and filters, in the order of their due date or the newest first.',
  query: CaseFilter.extend({ sort: z.enum(['due', 'newest']).optional(), ...page }),
  reply: listOf(CaseRow),
})

/** How many each list holds for this actor: kept as cases change, not counted. */
export const CountCases = endpoint({
  name: 'CountCases',
  method: 'GET',
  path: '/case-counts',
  summary: 'How many cases each list holds.',
  reply: z.object({ mine: z.number(), branch: z.number(), unassigned: z.number(), dueToday: z.number(), overdue: z.number(), waiting: z.number(), open: z.number() }),
})

const Person = named.nullable()
export const CaseSheet = CaseRow.extend({
  alias: z.string().nullable(),
  stage: Stage,
  description: z.string(),
  wishedOutcome: z.string(),
  product: z.string(),
  productId: z.string().nullable(),
  place: z.string(),
  serial: z.string(),
  orderNumber: z.string(),
  incidentOn: z.string().nullable(),
  customerStatus: z.enum(['known', 'new', 'anonymous', 'third-party']),
  siteId: z.string().nullable(),
  reporter: z.object({ name: z.string(), telephone: z.string(), email: z.string(), relation: z.string(), onBehalfOf: z.string() }),
  language: z.string(),
  procedureUndefined: z.boolean(),
  registeredAt: z.string(),
  registeredBy: Person,
  reopened: z.number(),
  rerouted: z.number(),
  snoozeReason: z.string().nullable(),
  group: named.nullable(),
  mergedInto: z.object({ number: z.string(), mergeId: z.string() }).nullable(),
  merged: z.array(z.object({ mergeId: z.string(), number: z.string(), mergedAt: z.string() })),
  links: z.array(z.object({ number: z.string(), title: z.string(), status: Status, reason: z.string() })),
  terms: z.array(Term),
  files: z.array(z.object({ id: z.string(), name: z.string(), size: z.number(), mediaType: z.string(), visibility: z.string() })),
  areaRequests: z.array(z.object({
    id: z.string(), area: named, status: z.enum(['open', 'answered', 'returned', 'cancelled']), question: z.string(), answer: z.string().nullable(),
    askedAt: z.string(), dueAt: z.string(), answeredAt: z.string().nullable(), returnedReason: z.string().nullable(), reminders: z.number(),
  })),
  answers: z.array(z.object({
    id: z.string(), final: z.boolean(), way: Way, recipient: z.string(), subject: z.string(), body: z.string(), status: z.string(), writtenBy: Person, writtenAt: z.string(),
    approvedBy: Person, returnedReason: z.string().nullable(), approvalReason: z.string().nullable(), leavesAt: z.string().nullable(), toldAt: z.string().nullable(), delivery: z.string().nullable(),
  })),
  closure: z.object({
    cause: named, actionTaken: z.string(), remedy: Remedy, amount: z.string().nullable(), currency: z.string().nullable(), toldWay: z.string(), toldAt: z.string(), closedBy: Person, closedAt: z.string(),
  }).nullable(),
  /** What this actor may do now; a reason code where they may not, so that a button can say it. */
  may: z.record(z.string(), z.string().nullable()),
})
export type CaseSheet = z.infer<typeof CaseSheet>

export const ReadCase = endpoint({
  name: 'ReadCase', method: 'GET', path: '/cases/:number', summary: 'One case, by its number or that of a case merged into it.', params: numberParam, reply: CaseSheet,
})

export const TimelineEntry = z.object({
  id: z.string(),
  at: z.string(),
  action: z.string(),
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  reason: z.string().nullable(),
  /** Of the case itself, or of the one merged into it. */
  number: z.string(),
  details: z.record(z.string(), z.unknown()),
  message: z.object({ id: z.string(), kind: MessageKind, visibility: z.enum(['internal', 'customer']), body: z.string(), mentions: z.array(z.string()) }).nullable(),
})
export const ReadTimeline = endpoint({
  name: 'ReadTimeline', method: 'GET', path: '/cases/:number/timeline', summary: 'Everything that happened to a case, in order.',
  params: numberParam, query: z.object(page), reply: listOf(TimelineEntry),
})
export const ReadTerms = endpoint({
  name: 'ReadTerms', method: 'GET', path: '/cases/:number/terms', summary: 'The clocks of a case, each explained day by day.',
  params: numberParam, reply: z.object({ items: z.array(TermExplained) }),
})

const done = z.object({ number: z.string(), version: z.number() })
const act = <Body extends z.ZodType, Reply extends z.ZodType = typeof done>(name: string, path: string, summary: string, body: Body, reply?: Reply) =>
  endpoint({ name, method: 'POST', path: `/cases/:number/${path}`, summary, params: numberParam, body, reply: (reply ?? done) as Reply })

export const AssignCase = act('AssignCase', 'assignments', 'Give a case to an owner, or take it.', z.object({ ownerId: id().nullable(), reason: optionalText(500) }))
export const RouteCase = act('RouteCase', 'routings', 'Send a case to the area that answers for it, saying why.', z.object({ areaId: id(), branchId: id().optional(), reason: text(500, { min: 5 }) }))
export const ClassifyCase = act('ClassifyCase', 'classifications', 'Say its cause and severity.', z.object({
  causeId: id().optional(), severity: Severity.optional(), procedureUndefined: z.boolean().optional(), reason: optionalText(500) }))
export const RetypeCase = act('RetypeCase', 'retypings', 'Change its kind; history and both clocks are kept.', z.object({ kind: Kind, reason: text(500, { min: 5 }) }))
export const CorrectCase = endpoint({
  name: 'CorrectCase', method: 'PATCH', ifMatch: true, path: '/cases/:number', summary: 'Correct what was written of a case.', params: numberParam,
  body: changesOf(CaseFacts.omit({ kind: true, channel: true })).extend({ customer: AskedCustomer.optional(), reporter: reporter.optional(), reason: optionalText(500) }), reply: done,
})
export const WriteNote = act('WriteNote', 'notes', 'Add a note for colleagues, or of a telephone call.', z.object({
  kind: z.enum(['note', 'telephone-note', 'customer-message']).default('note'), body: text(20_000), mentions: z.array(id()).max(20).default([]), files: z.array(id()).max(50).default([]) }),
  done.extend({ messageId: z.string() }))
export const ListMentions = endpoint({
  name: 'ListMentions', method: 'GET', path: '/mentions', summary: 'The notes that name whoever asks, the newest first.', query: z.object(page),
  reply: listOf(z.object({ id: z.string(), number: z.string(), title: z.string(), status: Status, body: z.string(), by: z.string(), at: z.string() })),
})
export const AskArea = act('AskArea', 'area-requests', 'Ask an area for its answer, with a term of its own.', z.object({ areaId: id(), question: text(20_000), files: z.array(id()).max(50).default([]) }),
  done.extend({ areaRequestId: z.string(), dueAt: z.string() }))

const areaRequest = z.object({ areaRequestId: id() })
const ofAreaRequest = <Body extends z.ZodType>(name: string, path: string, summary: string, body: Body) =>
  endpoint({ name, method: 'POST', path: `/area-requests/:areaRequestId/${path}`, summary, params: areaRequest, body, reply: done })
export const AnswerAreaRequest = ofAreaRequest('AnswerAreaRequest', 'answers', 'Answer as the area.', z.object({ answer: text(20_000), files: z.array(id()).max(50).default([]) }))
export const ReturnAreaRequest = ofAreaRequest('ReturnAreaRequest', 'returns', 'Send a request back because it is not for this area, saying why.', z.object({ reason: text(2_000, { min: 5 }) }))
export const RemindArea = ofAreaRequest('RemindArea', 'reminders', 'Remind the area.', z.object({}))
export const CancelAreaRequest = ofAreaRequest('CancelAreaRequest', 'cancellations', 'Withdraw a request that is no longer needed.', z.object({ reason: text(500, { min: 5 }) }))

export const ListAreaRequests = endpoint({
  name: 'ListAreaRequests', method: 'GET', path: '/area-requests', summary: 'Requests to the areas of the actor, those due first.',
  query: z.object({ status: z.enum(['open', 'answered', 'returned', 'cancelled']).default('open'), areaId: id().optional(), branchId: ids(),
    /** Only those still open after their date; of every area, for whoever sees the board. */
    late: z.stringbool().optional(), ...page }),
  reply: listOf(z.object({
    id: z.string(), number: z.string(), title: z.string(), kind: Kind, severity: Severity, area: named, branch: z.object({ id: z.string(), code: z.string() }), question: z.string(), askedAt: z.string(), dueAt: z.string(), status: z.string(), reminders: z.number(),
  })),
})

export const WriteAnswer = act('WriteAnswer', 'answers', 'Answer the customer: by mail, letter, telephone or in person.', z.object({
  final: z.boolean().default(true), way: Way, recipient: optionalText(254), subject: optionalText(200), body: text(40_000), files: z.array(id()).max(50).default([]),
  money: money.optional(), templateId: id().optional() }),
  done.extend({ answerId: z.string(), status: z.string(), leavesAt: z.string().nullable(), approvalReason: z.string().nullable() }))

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
  body: z.object({ body: z.string().max(40_000), fields: z.record(z.string().max(40), z.string().max(2_000)).default({}), overwrite: z.boolean().default(false) }),
  reply: z.object({ version: z.number(), updatedAt: z.string() }),
})
export const ReadDrafts = endpoint({
  name: 'ReadDrafts', method: 'GET', path: '/cases/:number/drafts', summary: 'What the team is writing on this case.', params: numberParam,
  reply: z.object({ items: z.array(z.object({ kind: z.string(), author: named, mine: z.boolean(), body: z.string(), fields: z.record(z.string(), z.string()), version: z.number(), updatedAt: z.string() })) }),
})

const Present = z.object({ id: z.string(), name: z.string(), doing: z.enum(['viewing', 'typing']) })
/** Forgotten after thirty seconds, unless said again. */
export const SayPresence = endpoint({
  name: 'SayPresence', method: 'POST', path: '/cases/:number/presence', status: 200, summary: 'Say that one is at a case, writes its answer, or has left it.',
  params: numberParam, body: z.object({ doing: z.enum(['viewing', 'typing', 'gone']) }), reply: z.object({}),
})
export const ReadPresence = endpoint({
  name: 'ReadPresence', method: 'GET', path: '/cases/:number/presence', summary: 'Who is at a case now.', params: numberParam, reply: z.object({ items: z.array(Present) }),
})

export const CloseCase = act('CloseCase', 'closure', 'Close with cause, action taken, remedy, and how the customer was told.', z.object({
  causeId: id(), actionTaken: text(4_000, { min: 3 }), remedy: Remedy, money: money.optional(), told: z.object({ way: Way, at: instant() }).optional() }))
export const ReopenCase = act('ReopenCase', 'reopenings', 'Reopen; its clocks run again.', z.object({ reason: text(2_000, { min: 5 }) }))
export const WithdrawCase = act('WithdrawCase', 'withdrawals', 'The customer desists.', z.object({ reason: text(2_000, { min: 5 }) }))
export const MergeCase = act('MergeCase', 'merges', 'Merge this case into another that tells the same; its number goes on leading there.', z.object({ into: z.string().max(40), reason: text(500, { min: 3 }) }), done.extend({ mergeId: z.string() }))
export const UnmergeCase = endpoint({
  name: 'UnmergeCase', method: 'DELETE', path: '/merges/:mergeId', summary: 'Undo a merge: both cases are again as they were.', params: z.object({ mergeId: id() }), reply: z.object({ number: z.string(), from: z.string() }),
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
export const AcknowledgeWarning = endpoint({
  name: 'AcknowledgeWarning', method: 'POST', path: '/warnings/:warningId/acknowledgement', summary: 'Say that a warning was seen and is being acted on.', params: z.object({ warningId: id() }), body: z.object({}), reply: z.object({ acknowledgedAt: z.string() }),
})
export const ListWarnings = endpoint({
  name: 'ListWarnings', method: 'GET', path: '/warnings', summary: 'Warnings of terms that wait for this person.',
  reply: z.object({ items: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), clock: z.string(), rung: z.string(), dueAt: z.string(), warnedAt: z.string() })) }),
})

export const FindDuplicates = endpoint({
  name: 'FindDuplicates', method: 'POST', path: '/case-likenesses', status: 200, summary: 'Cases like the one being written: same customer, serial or order, similar words, near in time.',
  body: z.object({ description: z.string().max(20_000).default(''), customerId: id().optional(), serial: z.string().max(60).default(''), orderNumber: z.string().max(60).default('') }),
  reply: z.object({ items: z.array(z.object({ number: z.string(), title: z.string(), status: Status, receivedAt: z.string(), likeness: z.number(), reasons: z.array(z.string()) })) }),
})
export const SuggestClassification = endpoint({
  name: 'SuggestClassification', method: 'POST', path: '/case-suggestions', status: 200, summary: 'Kind, cause and area that the closed cases of this organisation suggest, with the words that weighed.',
  body: z.object({ description: z.string().max(20_000) }),
  reply: z.object({ items: z.array(z.object({ question: z.enum(['kind', 'cause', 'area']), id: z.string(), name: z.string(), probability: z.number(), words: z.array(z.string()), alike: z.number() })), hazardWords: z.array(z.string()) }),
})

export const ActInBulk = endpoint({
  name: 'ActInBulk', method: 'POST', path: '/case-bulks', status: 200, summary: 'The same act on many cases: preview first, then a result each, and a way back.',
  body: z.object({
    numbers: z.array(z.string().max(40)).max(2_000).optional(),
    filter: CaseFilter.optional(),
    preview: z.boolean(),
    act: z.discriminatedUnion('verb', [
      z.strictObject({ verb: z.literal('assign'), ownerId: id().nullable(), reason: optionalText(500) }),
      z.strictObject({ verb: z.literal('route'), areaId: id(), reason: text(500, { min: 5 }) }),
      z.strictObject({ verb: z.literal('classify'), causeId: id().optional(), severity: Severity.optional(), reason: optionalText(500) }),
      z.strictObject({ verb: z.literal('snooze'), until: instant(), reason: text(300, { min: 3 }) }),
      z.strictObject({ verb: z.literal('note'), body: text(20_000) }),
    ]),
  }),
  reply: z.object({
    matching: z.number(),
    results: z.array(z.object({ number: z.string(), outcome: z.enum(['would', 'done', 'refused']), change: z.string(), why: z.string().nullable() })),
    undo: z.string().nullable(),
  }),
})
export const UndoBulk = endpoint({
  name: 'UndoBulk', method: 'DELETE', path: '/case-bulks/:undo', summary: 'Undo a bulk act, case by case, where nothing else happened since.', params: z.object({ undo: id() }),
  reply: z.object({ results: z.array(z.object({ number: z.string(), outcome: z.enum(['done', 'refused']), why: z.string().nullable() })) }),
})

export const NextCase = endpoint({
  name: 'NextCase', method: 'GET', path: '/next-case', summary: 'The case nearest to its term among those of this actor, after the one just done.',
  query: z.object({ after: z.string().max(40).optional() }), reply: z.object({ number: z.string().nullable() }),
})

export const Cause = z.object({
  id: z.string(), code: z.string(), parentId: z.string().nullable(), name: z.string(), nameEn: z.string(), kinds: z.array(Kind), areaId: z.string().nullable(), severity: Severity,
  serialRequired: z.boolean(), procedureUndefined: z.boolean(), active: z.boolean(), version: z.number(),
})
const CauseFacts = z.object({
  code: z.string().regex(/^[A-Z0-9][A-Z0-9.-]{0,29}$/, 'code'), parentId: id().nullable().default(null), name: text(120), nameEn: optionalText(120), kinds: z.array(Kind).default([]), areaId: id().nullable().default(null),
  severity: Severity.default('normal'), serialRequired: z.boolean().default(false), procedureUndefined: z.boolean().default(false), active: z.boolean().default(true),
})
export const ListCauses = endpoint({ name: 'ListCauses', method: 'GET', path: '/causes', summary: 'The tree of causes.', reply: z.object({ items: z.array(Cause) }) })
export const AddCause = endpoint({ name: 'AddCause', method: 'POST', path: '/causes', summary: 'Add a cause.', body: CauseFacts, reply: Cause })
export const ChangeCause = endpoint({ name: 'ChangeCause', method: 'PATCH', ifMatch: true, path: '/causes/:causeId', summary: 'Change a cause: a new version; cases keep the one they had.', params: z.object({ causeId: id() }), body: changesOf(CauseFacts), reply: Cause })
export const ListGaps = endpoint({
  name: 'ListGaps', method: 'GET', path: '/procedure-gaps', summary: 'Causes and cases without a defined procedure.',
  reply: z.object({ items: z.array(z.object({ causeId: z.string().nullable(), name: z.string(), cases: z.number(), lastAt: z.string().nullable(), lastNumber: z.string().nullable() })) }),
})
export const Product = z.object({ id: z.string(), code: z.string(), name: z.string(), nameEn: z.string(), family: z.string(), active: z.boolean() })
export const ListProducts = endpoint({ name: 'ListProducts', method: 'GET', path: '/products', summary: 'Products and services.', query: z.object({ find: z.string().max(100).optional() }), reply: z.object({ items: z.array(Product) }) })
export const AddProduct = endpoint({ name: 'AddProduct', method: 'POST', path: '/products', summary: 'Add a product or service.', body: z.object({ code: text(40), name: text(200), nameEn: optionalText(200), family: optionalText(80) }), reply: Product })

export const RoutingRule = z.object({
  id: z.string(), position: z.number(), name: z.string(), areaId: z.string().nullable(), ownerId: z.string().nullable(), active: z.boolean(), version: z.number(),
  conditions: z.object({ kinds: z.array(Kind).optional(), causeIds: z.array(z.string()).optional(), productIds: z.array(z.string()).optional(), branchIds: z.array(z.string()).optional(), customerIds: z.array(z.string()).optional(), severities: z.array(Severity).optional() }),
})
const RoutingFacts = RoutingRule.omit({ id: true, version: true }).extend({ name: text(120), areaId: id().nullable(), ownerId: id().nullable() })
export const ListRoutingRules = endpoint({ name: 'ListRoutingRules', method: 'GET', path: '/routing-rules', summary: 'Which area and owner a case goes to; the first that fits.', reply: z.object({ items: z.array(RoutingRule) }) })
export const AddRoutingRule = endpoint({ name: 'AddRoutingRule', method: 'POST', path: '/routing-rules', summary: 'Add a routing rule.', body: RoutingFacts, reply: RoutingRule })
export const ChangeRoutingRule = endpoint({ name: 'ChangeRoutingRule', method: 'PATCH', ifMatch: true, path: '/routing-rules/:ruleId', summary: 'Change a routing rule.', params: z.object({ ruleId: id() }), body: changesOf(RoutingFacts), reply: RoutingRule })

export const Template = z.object({ id: z.string(), name: z.string(), language: language(), kinds: z.array(Kind), subject: z.string(), body: z.string(), active: z.boolean(), version: z.number() })
const TemplateFacts = z.object({ name: text(120), language: language(), kinds: z.array(Kind).default([]), subject: text(200), body: text(20_000), active: z.boolean().default(true) })
export const ListTemplates = endpoint({ name: 'ListTemplates', method: 'GET', path: '/answer-templates', summary: 'Templates of answers, with fields in {{ }}.', reply: z.object({ items: z.array(Template) }) })
export const AddTemplate = endpoint({ name: 'AddTemplate', method: 'POST', path: '/answer-templates', summary: 'Add a template.', body: TemplateFacts, reply: Template })
export const ChangeTemplate = endpoint({ name: 'ChangeTemplate', method: 'PATCH', ifMatch: true, path: '/answer-templates/:templateId', summary: 'Change a template.', params: z.object({ templateId: id() }), body: changesOf(TemplateFacts), reply: Template })
export const FillTemplate = act('FillTemplate', 'filled-templates', 'A template with the fields of this case in it; what is missing is named.', z.object({ templateId: id() }), z.object({ subject: z.string(), body: z.string(), missing: z.array(z.string()), templateId: z.string(), version: z.number() }))

export const ApprovalRule = z.object({ id: z.string(), kinds: z.array(Kind), amountAbove: z.string().nullable(), active: z.boolean(), version: z.number() })
const ApprovalFacts = z.object({ kinds: z.array(Kind).default([]), amountAbove: z.string().regex(/^\d{1,13}(\.\d{1,2})?$/, 'money').nullable().default(null), active: z.boolean().default(true) })
export const ListApprovalRules = endpoint({ name: 'ListApprovalRules', method: 'GET', path: '/approval-rules', summary: 'Which answers a second person approves.', reply: z.object({ items: z.array(ApprovalRule) }) })
export const AddApprovalRule = endpoint({ name: 'AddApprovalRule', method: 'POST', path: '/approval-rules', summary: 'Ask for a second person by kind, above an amount, or both.', body: ApprovalFacts, reply: ApprovalRule })
export const ChangeApprovalRule = endpoint({ name: 'ChangeApprovalRule', method: 'PATCH', ifMatch: true, path: '/approval-rules/:ruleId', summary: 'Change an approval rule, or put it out of use.', params: z.object({ ruleId: id() }), body: changesOf(ApprovalFacts), reply: ApprovalRule })

const Rung = z.strictObject({ to: z.enum(['owner', 'branch-responsible', 'head', 'executive']), when: z.enum(['before', 'due', 'after']), workingHours: z.number().min(0).max(400) })
const Ladder = z.object({ items: z.array(Rung).max(12) })
export const ReadLadder = endpoint({ name: 'ReadLadder', method: 'GET', path: '/warning-ladder', summary: 'Who is warned of a term, and when, in working hours.', reply: Ladder.extend({ version: z.number() }) })
export const ChangeLadder = endpoint({ name: 'ChangeLadder', method: 'PUT', ifMatch: true, path: '/warning-ladder', summary: 'Change who is warned and when.', body: Ladder, reply: Ladder.extend({ version: z.number() }) })

export const SavedView = z.object({ id: z.string(), name: z.string(), shared: z.boolean(), branchId: z.string().nullable(), mine: z.boolean(), filter: z.record(z.string(), z.unknown()), version: z.number() })
const ViewFacts = z.object({ name: text(80), shared: z.boolean().default(false), branchId: id().nullable().default(null), filter: changesOf(CaseFilter) })
export const ListViews = endpoint({ name: 'ListViews', method: 'GET', path: '/saved-views', summary: 'Saved views, own and of the team.', reply: z.object({ items: z.array(SavedView) }) })
export const SaveView = endpoint({ name: 'SaveView', method: 'POST', path: '/saved-views', summary: 'Save a view.', body: ViewFacts, reply: SavedView })
export const RemoveView = endpoint({ name: 'RemoveView', method: 'DELETE', path: '/saved-views/:viewId', summary: 'Remove a view of one\'s own.', params: z.object({ viewId: id() }), reply: z.object({ id: z.string() }) })

export const Search = endpoint({
  name: 'Search', method: 'GET', path: '/search', summary: 'Words in cases, their messages and customers, accents ignored; newest or best first.',
  query: z.object({ find: text(200), sort: z.enum(['newest', 'best']).default('newest'), kind: some(Kind), status: some(Status), branchId: ids(), ...page }),
  reply: z.object({
    cases: z.array(CaseRow.extend({ excerpt: z.string() })), customers: z.array(z.object({ id: z.string(), name: z.string(), code: z.string(), why: z.string() })), nextCursor: z.string().nullable(),
  }),
})

const Count = z.object({ key: z.string(), name: z.string(), total: z.number(), overdue: z.number(), dueSoon: z.number() })
const Opening = z.record(z.string(), z.string()).nullable()
export const ReadBoard = endpoint({
  name: 'ReadBoard', method: 'GET', path: '/board', summary: 'Open cases by age, term, branch, area and cause, and what needs a decision today.',
  query: z.object({ branchId: ids() }),
  reply: z.object({
    at: z.string(), open: z.number(), overdue: z.number(), dueToday: z.number(), dueSoon: z.number(), unassigned: z.number(), answeredNotClosed: z.number(),
    /** `filter`: what opens its cases; null where the branches' calendars set different days, and no one list is all of them. */
    byAge: z.array(z.object({ from: z.number(), to: z.number().nullable(), total: z.number(), overdue: z.number(), filter: Opening })),
    /** What opens what is due soon, of the whole or within a branch, area, cause or kind. */
    soon: Opening,
    byBranch: z.array(Count), byArea: z.array(Count), byCause: z.array(Count), byKind: z.array(Count),
    /** `opens`: whose rows the number counts, narrowed by `filter`. */
    decisions: z.array(z.object({ code: z.string(), count: z.number(), name: z.string(), opens: z.enum(['cases', 'area-requests', 'branches']), filter: z.record(z.string(), z.string()) })),
  }),
})
