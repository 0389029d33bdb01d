import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, email, id, instant, language, optionalText, text } from '#kernel/fields.ts'

export const Kind = z.enum(['request', 'complaint', 'claim', 'suggestion', 'compliment'])
export const Channel = z.enum(['telephone', 'visit', 'letter', 'mail', 'web', 'whatsapp', 'driver', 'internal', 'api'])
export const Stage = z.enum(['pre-sale', 'sale', 'after-sale'])
export const Severity = z.enum(['low', 'normal', 'high', 'critical'])
export const Status = z.enum(['open', 'answered', 'closed', 'withdrawn', 'merged'])
export const WaitingFor = z.enum(['customer', 'area', 'approval'])
export const AreaRequestStatus = z.enum(['open', 'answered', 'returned', 'cancelled'])
export const Remedy = z.enum(['none', 'explanation', 'apology', 'correction', 'replacement', 'pick-up', 'credit-note', 'refund', 'goodwill', 'information'])
export const Way = z.enum(['mail', 'letter', 'telephone', 'in-person'])
export const MessageKind = z.enum(['note', 'telephone-note', 'customer-message', 'answer', 'notice', 'area-request', 'area-answer', 'area-return'])
/** Remedies that are money: they say how much. */
export const MONEY_REMEDIES: readonly z.infer<typeof Remedy>[] = ['credit-note', 'refund', 'goodwill']

export type Kind = z.infer<typeof Kind>
export type Channel = z.infer<typeof Channel>
export type Status = z.infer<typeof Status>
export type Stage = z.infer<typeof Stage>
export type MessageKind = z.infer<typeof MessageKind>
export type Severity = z.infer<typeof Severity>
export type Remedy = z.infer<typeof Remedy>
export type AreaRequestStatus = z.infer<typeof AreaRequestStatus>
export type Way = z.infer<typeof Way>
export type WaitingFor = z.infer<typeof WaitingFor>

/** A rule's no. Each has its sentence in es.ts and en.ts. */
export const CASE_REFUSALS = [
  'case-not-open', 'case-not-closed', 'case-merged', 'case-without-term', 'received-in-future', 'received-long-ago', 'branch-unknown', 'branch-needed',
  'cause-unknown', 'cause-inactive', 'area-unknown', 'owner-unknown', 'owner-cannot-work-it', 'customer-unknown', 'product-unknown', 'file-unknown',
  'reason-needed', 'approval-needed', 'answer-pending', 'area-request-open', 'area-request-not-open', 'duty-open', 'duty-not-owed', 'duty-begun-already', 'duty-ended', 'duty-not-ended', 'duty-told', 'duty-begun-again', 'happened-before-received', 'happened-long-ago', 'happened-another-day', 'done-before-begun', 'told-whom-needed', 'area-not-yours', 'answer-not-awaiting', 'approver-is-author', 'answer-left',
  'answer-not-leaving', 'recipient-needed', 'not-answered-yet', 'amount-needed', 'merge-with-itself', 'merge-other-customer', 'merge-closed',
  'merge-undone', 'merge-went-on', 'bulk-went-on', 'link-with-itself', 'draft-changed', 'term-cannot-be-extended', 'term-cannot-be-paused', 'term-not-paused',
  'snooze-in-past', 'snooze-beyond-due', 'serial-needed', 'fact-unknown', 'told-in-future', 'told-before-received', 'incident-in-future', 'kind-unchanged', 'template-unknown', 'template-field-left', 'view-not-yours', 'view-shown-beyond', 'views-enough-own', 'views-enough-branch', 'views-enough-everybody',
  'case-has-owner', 'case-id-taken', 'case-not-snoozed', 'cause-code-taken', 'cause-under-itself', 'product-code-taken', 'template-name-taken', 'placeholder-unknown', 'rule-without-effect', 'mention-cannot-see',
] as const
export type CaseRefusal = (typeof CASE_REFUSALS)[number]
/** Of money, as decimal digits: no cent is lost on the way. */
export const amount = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/, 'money')
export const numberParam = z.object({ number: z.string().min(3).max(40) })
export const named = z.object({ id: z.string(), name: z.string() })

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

export const reporter = z.object({ name: optionalText(200), telephone: optionalText(60), email: email().optional(), relation: optionalText(120) })

/** Who it is about: somebody known, somebody new, nobody identified as a customer (whoever calls may still say their name), or one for whom another speaks. */
export const AskedCustomer = z.discriminatedUnion('status', [
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
  z.strictObject({ status: z.literal('third-party'), onBehalfOf: text(200), customerId: id().optional(), siteId: id().optional() }),
])

/** What decides which terms of law run, beside its kind, by the words of the rules: subjects ('information', 'warranty-repair'…) and flags ('lpg-user'…) are those of `GET /term-questions`. */
export const termFacts = {
  subjects: z.array(z.string().max(40)).max(10),
  flags: z.array(z.string().max(40)).max(10),
  personalData: z.boolean(),
  consumer: z.boolean(),
}

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
    /** The area that answers for it, where whoever registers knows; else its route or its cause says. */
    areaId: id().optional(),
    receivedAt: instant().optional(),
    customer: AskedCustomer.default({ status: 'anonymous' }),
    reporter: reporter.optional(),
    language: language().default('es'),
    subjects: termFacts.subjects.default([]),
    flags: termFacts.flags.default([]),
    personalData: termFacts.personalData.default(false),
    consumer: termFacts.consumer.optional(),
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
  /** The name of who told it; empty where they said none. */
  toldBy: z.string(),
  branch: z.object({ id: z.string(), code: z.string() }),
  area: z.object({ id: z.string(), code: z.string() }).nullable(),
  owner: named.nullable(),
  cause: named.nullable(),
  waitingFor: WaitingFor.nullable(),
  snoozedUntil: z.string().nullable(),
  receivedAt: z.string(),
  dueOn: z.string().nullable(),
  dueAt: z.string().nullable(),
  /** Where a target of the house binds first: the date of law or of a contract that comes after it. */
  owed: z.object({ dueOn: z.string(), dueAt: z.string(), layer: z.enum(['law', 'contract']) }).nullable(),
  answeredAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  version: z.number(),
})
export type CaseRow = z.infer<typeof CaseRow>
