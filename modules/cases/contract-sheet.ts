import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, listOf, page } from '#kernel/fields.ts'
import { MAIL_HELD } from '#kernel/mail-held.ts'
import { Duty } from './contract-duties.ts'
import { AreaRequestStatus, CaseRow, MessageKind, named, numberParam, Remedy, Stage, Status, Term, termFacts, Way } from './contract.ts'

/** Why a date is what it is, in words, with each day counted or skipped. */
export const TermExplained = Term.extend({
  calendarName: z.string(),
  unit: z.enum(['working-day', 'calendar-day', 'working-hour', 'hour', 'month']),
  /** What began it, where that is not that the case was received. */
  begins: z.string().nullable(),
  /** The day it is held to be received: later than received when it came after hours or on a day that does not count. */
  filedOn: z.string(),
  counted: z.array(z.string()),
  skipped: z.array(z.object({ date: z.string(), why: z.string() })),
  /** Of a term in working hours: which of each day counted. */
  worked: z.array(z.object({ date: z.string(), seconds: z.number(), stretches: z.array(z.object({ from: z.string(), to: z.string() })) })),
  pauses: z.array(z.object({ cause: z.string(), from: z.string(), to: z.string().nullable(), reason: z.string() })),
  extensions: z.array(z.object({ amount: z.number(), noticedAt: z.string(), reason: z.string(), oldDueAt: z.string(), newDueAt: z.string() })),
  sentences: z.array(z.string()),
  extension: z.object({ refusal: z.string().nullable(), most: z.number() }),
  pauseCauses: z.array(z.string()),
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
  termFacts: z.object(termFacts),
  reporter: z.object({ name: z.string(), telephone: z.string(), email: z.string(), relation: z.string(), onBehalfOf: z.string() }),
  language: z.string(),
  procedureUndefined: z.boolean(),
  registeredAt: z.string(),
  registeredBy: Person,
  reopened: z.number(),
  rerouted: z.number(),
  snoozeReason: z.string().nullable(),
  /** Until when at most it may be put aside; null: as long as one likes. */
  snoozeLimit: z.string().nullable(),
  group: named.nullable(),
  mergedInto: z.object({ number: z.string(), mergeId: z.string() }).nullable(),
  merged: z.array(z.object({ mergeId: z.string(), number: z.string(), mergedAt: z.string() })),
  links: z.array(z.object({ number: z.string(), title: z.string(), status: Status, reason: z.string() })),
  terms: z.array(Term),
  /** What the company must do beside its answer: begun, or awaited. */
  duties: z.array(Duty),
  files: z.array(z.object({ id: z.string(), name: z.string(), size: z.number(), mediaType: z.string(), visibility: z.string() })),
  areaRequests: z.array(z.object({
    id: z.string(), area: named, status: AreaRequestStatus, question: z.string(), answer: z.string().nullable(),
    askedAt: z.string(), dueAt: z.string(), answeredAt: z.string().nullable(), returnedReason: z.string().nullable(), reminders: z.number(),
  })),
  answers: z.array(z.object({
    id: z.string(), final: z.boolean(), way: Way, recipient: z.string(), subject: z.string(), body: z.string(), status: z.string(), writtenBy: Person, writtenAt: z.string(),
    approvedBy: Person, returnedReason: z.string().nullable(), approvalReason: z.string().nullable(), leavesAt: z.string().nullable(), toldAt: z.string().nullable(), delivery: z.string().nullable(),
    /** Why one that is leaving by mail waits; null where it is on its way. */
    held: z.enum([...MAIL_HELD, 'another-attempt']).nullable(),
    /** What the mail server said of the last attempt. */
    mailError: z.string().nullable(),
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

const Present = z.object({ id: z.string(), name: z.string(), doing: z.enum(['viewing', 'typing']) })
/** Forgotten after thirty seconds, unless said again. */
export const SayPresence = endpoint({
  name: 'SayPresence', method: 'POST', path: '/cases/:number/presence', status: 200, summary: 'Say that one is at a case, writes its answer, or has left it.',
  params: numberParam, body: z.object({ doing: z.enum(['viewing', 'typing', 'gone']) }), reply: z.object({}),
})
export const ReadPresence = endpoint({
  name: 'ReadPresence', method: 'GET', path: '/cases/:number/presence', summary: 'Who is at a case now.', params: numberParam, reply: z.object({ items: z.array(Present) }),
})
export const ListPresence = endpoint({
  name: 'ListPresence', method: 'GET', path: '/case-presence', summary: 'Who is now at which of these cases; those where nobody is are left out.',
  query: z.object({ caseId: z.union([id(), z.array(id()).max(100)]).transform((value) => [value].flat()) }),
  reply: z.object({ items: z.array(z.object({ caseId: z.string(), people: z.array(Present) })) }),
})
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
