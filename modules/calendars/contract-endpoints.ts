import { z } from 'zod'
import type { CalendarDefinition } from '#kernel/calendar.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { id, instant, text } from '#kernel/fields.ts'
import type { TermRule } from '#kernel/term.ts'
import { CalendarFactsShape, RuleFactsShape } from './contract.ts'

/** Why not, each with its sentence in es.ts and en.ts. */
const CALENDAR_REFUSALS = [
  'calendar-name-taken', 'calendar-unchanged', 'hours-reach-back', 'rule-id-taken', 'rule-unchanged', 'rule-measures-other', 'rule-out-already', 'family-unknown',
] as const
export type CalendarRefusal = (typeof CALENDAR_REFUSALS)[number]
/** What is wrong with a field, each with its sentence. */
const CALENDAR_FIELD_REFUSALS = [
  'not-a-day', 'no-such-zone', 'period-ends-before-it-begins', 'periods-overlap', 'week-never-opens', 'weeks-out-of-order', 'special-day-twice', 'days-are-whole',
  'until-before-since', 'rule-id', 'clock-time', 'calendar-unknown', 'rule-unknown', 'branch-unknown-here', 'flag-unknown',
] as const
export type CalendarFieldRefusal = (typeof CALENDAR_FIELD_REFUSALS)[number]

const reason = text(2_000, { min: 10 })
/** Definitions are read as they were written: they passed the shape then, and are never edited. */
const definition = <T>() => z.custom<T>()
const Written = z.object({ version: z.number(), reason: z.string(), by: z.string(), at: z.string() })

/** How far a change has come through the open terms. */
export const TermChange = z.object({
  id: z.string(), kind: z.enum(['calendar', 'rule']), subjectId: z.string(), version: z.number(), seen: z.number(), moved: z.number(), kept: z.number(), askedAt: z.string(), finishedAt: z.string().nullable(),
})
export type TermChange = z.infer<typeof TermChange>
export const ReadTermChange = endpoint({
  name: 'ReadTermChange', method: 'GET', path: '/term-changes/:changeId', summary: 'How far a new version has come through the open terms.', params: z.object({ changeId: id() }), reply: TermChange,
})

/** Before and after of one open term, or of a duty that had none: dates of the case's place, and the days that make the difference, in words. */
export const MovedTerm = z.object({
  termId: z.string().nullable(), dutyId: z.string().nullable(), number: z.string(), clock: z.string(), layer: z.enum(['law', 'contract', 'internal']), rule: z.string(), name: z.string(),
  outcome: z.enum(['earlier', 'later', 'kept', 'begun']),
  before: z.object({ dueOn: z.string(), dueAt: z.string() }).nullable(), after: z.object({ dueOn: z.string(), dueAt: z.string() }), why: z.array(z.string()),
})
export type MovedTerm = z.infer<typeof MovedTerm>
/** Of the open terms. `begun`: duties that are owed without a date and would have one. `overdue`: those that would be overdue and are not now. `complete`: all were weighed. Told with the first page only. */
export const MoveCounts = z.object({ terms: z.number(), same: z.number(), earlier: z.number(), later: z.number(), kept: z.number(), begun: z.number(), overdue: z.number(), complete: z.boolean() })
export type MoveCounts = z.infer<typeof MoveCounts>
export const Preview = z.object({ counts: MoveCounts.nullable(), items: z.array(MovedTerm), nextCursor: z.string().nullable() })
export type Preview = z.infer<typeof Preview>
const pageOf = { limit: z.int().min(1).max(200).default(50), cursor: z.string().max(6000).optional() }
export type PageAsked = { limit: number; cursor?: string | undefined }

const Calendar = z.object({ id: z.string(), name: z.string(), version: z.number(), timeZone: z.string(), organisation: z.boolean(), branchIds: z.array(z.string()) })
export type CalendarRow = z.infer<typeof Calendar>
const WholeCalendar = Calendar.extend({ definition: definition<CalendarDefinition>(), versions: z.array(Written), change: TermChange.nullable() })
const calendarParam = z.object({ calendarId: id() })
export const ListCalendars = endpoint({ name: 'ListCalendars', method: 'GET', path: '/calendars', summary: 'Calendars and the branches that keep them.', reply: z.object({ items: z.array(Calendar) }) })
export const ReadCalendar = endpoint({
  name: 'ReadCalendar', method: 'GET', path: '/calendars/:calendarId', summary: 'A calendar with its versions; an earlier one where it is asked for.', params: calendarParam,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }), reply: WholeCalendar,
})
export const AddCalendar = endpoint({
  name: 'AddCalendar', method: 'POST', path: '/calendars', summary: 'A calendar more, beginning as a copy of another.', body: z.object({ name: text(80), copyOf: id() }), reply: Calendar,
})
export const ProposeCalendarVersion = endpoint({
  name: 'ProposeCalendarVersion', method: 'POST', path: '/calendars/:calendarId/proposals', status: 200, summary: 'What a new version would do to every open term, before anything is written.',
  params: calendarParam, body: z.object({ definition: CalendarFactsShape, ...pageOf }), reply: Preview,
})
const Applied = z.object({ version: z.number(), change: TermChange.nullable() })
export const ApplyCalendarVersion = endpoint({
  name: 'ApplyCalendarVersion', method: 'POST', ifMatch: true, path: '/calendars/:calendarId/versions', summary: 'Write a new version and count the open terms again by it.',
  params: calendarParam, body: z.object({ definition: CalendarFactsShape, reason }), reply: Applied,
})
export const AssignCalendar = endpoint({
  name: 'AssignCalendar', method: 'PUT', path: '/branches/:branchId/calendar', summary: 'Which calendar a branch keeps for cases from now on; null is the organisation\'s.',
  params: z.object({ branchId: id() }), body: z.object({ calendarId: id().nullable() }), reply: z.object({ branchId: z.string(), calendarId: z.string() }),
})

const Rule = z.object({ id: z.string(), version: z.number(), active: z.boolean(), definition: definition<TermRule>() })
export type RuleRow = z.infer<typeof Rule>
const ruleParam = z.object({ ruleId: z.string().min(1).max(60) })
export const ListTermRules = endpoint({ name: 'ListTermRules', method: 'GET', path: '/term-rules', summary: 'Terms of law, contract and target, each in its latest version.', reply: z.object({ items: z.array(Rule) }) })
export const ReadTermRule = endpoint({
  name: 'ReadTermRule', method: 'GET', path: '/term-rules/:ruleId', summary: 'A term rule with its versions.', params: ruleParam,
  reply: Rule.extend({ versions: z.array(Written.extend({ definition: definition<TermRule>() })), change: TermChange.nullable() }),
})
export const AddTermRule = endpoint({
  name: 'AddTermRule', method: 'POST', path: '/term-rules', summary: 'A contract or a target more.',
  body: z.object({ id: z.string().refine((value) => /^[A-Z0-9][A-Z0-9-]{1,59}$/.test(value), 'rule-id'), definition: RuleFactsShape, reason }), reply: Rule,
})
export const ProposeTermRuleVersion = endpoint({
  name: 'ProposeTermRuleVersion', method: 'POST', path: '/term-rules/:ruleId/proposals', status: 200, summary: 'What a new version would do to every open term, before anything is written.',
  params: ruleParam, body: z.object({ definition: RuleFactsShape, ...pageOf }), reply: Preview,
})
export const AddTermRuleVersion = endpoint({
  name: 'AddTermRuleVersion', method: 'POST', ifMatch: true, path: '/term-rules/:ruleId/versions', summary: 'Write a new version; with `openTerms`, count those of cases it binds again by it.',
  params: ruleParam, body: z.object({ definition: RuleFactsShape, reason, openTerms: z.boolean().default(false) }), reply: Applied,
})
export const PutTermRuleOut = endpoint({
  name: 'PutTermRuleOut', method: 'POST', path: '/term-rules/:ruleId/withdrawal', summary: 'Use a rule no more for new cases; terms that run by it run on.', params: ruleParam, body: z.object({ reason }), reply: Rule,
})

export const ReadTermQuestions = endpoint({
  name: 'ReadTermQuestions', method: 'GET', path: '/term-questions', summary: 'What of a case the rules in use ask, beside its kind: subjects it may be about, flags it may carry.',
  reply: z.object({ subjects: z.array(z.string()), flags: z.array(z.string()) }),
})
const CompanyFlags = z.object({ items: z.array(z.object({ code: z.string(), carried: z.boolean(), brings: z.array(z.object({ id: z.string(), name: z.string() })) })), version: z.number() })
export const ReadCompanyFlags = endpoint({ name: 'ReadCompanyFlags', method: 'GET', path: '/company-flags', summary: 'What the company is before the law, and the rules that each brings.', reply: CompanyFlags })
export const ChangeCompanyFlags = endpoint({
  name: 'ChangeCompanyFlags', method: 'PUT', ifMatch: true, path: '/company-flags', summary: 'Say what the company is before the law; it binds cases registered from now on.',
  body: z.object({ flags: z.array(z.string().max(40)).max(20), reason }), reply: CompanyFlags,
})

export const ComputeTerm = endpoint({
  name: 'ComputeTerm', method: 'POST', path: '/terms/computations', status: 200, summary: 'When a term would be due and why. Writes nothing.',
  body: z.object({ rule: z.string().min(1).max(60), received: instant(), branch: text(40).optional() }),
  reply: z.object({
    rule: z.string(), receivedAt: z.string(), dueOn: z.string().nullable(), dueAt: z.string().nullable(), calendar: z.object({ id: z.string(), version: z.number() }),
    filedOn: z.string(), startsOn: z.string().nullable(), counted: z.array(z.string()), skipped: z.array(z.object({ date: z.string(), why: z.string() })), explanation: z.array(z.string()),
    /** Both readings of the week, where they differ. */
    eitherWeek: z.object({ monFri: z.string().nullable(), monSat: z.string().nullable() }).nullable(),
  }),
})
