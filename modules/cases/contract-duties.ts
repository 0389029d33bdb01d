import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { day, id, optionalText, text } from '#kernel/fields.ts'
import { StartsFrom } from '#modules/calendars/contract.ts'
import { named, numberParam } from './contract.ts'

/** Events that somebody says, and that begin what the company must do beside its answer. That the case was received nobody needs to say; a period is no single case's. */
export const DutyEvent = StartsFrom.exclude(['receipt', 'period'])
export type DutyEvent = z.infer<typeof DutyEvent>

/** How somebody says that a duty ended. */
export const SaidOutcome = z.enum(['done', 'not-owed'])
export type SaidOutcome = z.infer<typeof SaidOutcome>
const end = z.object({ on: z.string(), to: z.string(), filing: z.string(), note: z.string(), by: named.nullable() })

/** Something that the company must do beside its answer, and how far it has come. */
export const Duty = z.object({
  /** Null while its event is awaited. */
  id: z.string().nullable(),
  rule: z.string(),
  ruleVersion: z.number(),
  name: z.string(),
  clock: z.string(),
  source: z.string(),
  /** What begins it. */
  event: StartsFrom,
  /** `unconfirmed`: it is owed, and its source leaves the term to be confirmed. */
  state: z.enum(['awaited', 'running', 'unconfirmed', 'ended']),
  happenedOn: z.string().nullable(),
  note: z.string(),
  /** Its clock among the terms of the case. */
  termId: z.string().nullable(),
  end: end.extend({ outcome: z.enum(['done', 'not-owed', 'corrected', 'withdrawn']) }).nullable(),
  /** Of one that was done, the day on which the case says by now that it happened, where it was counted from another; and when it was due by that one. */
  putRight: z.object({ on: z.string(), dueOn: z.string().nullable() }).nullable(),
  /** What was said of how it ended and was a mistake, with why it was taken back. */
  takenBack: z.array(end.extend({ outcome: SaidOutcome, reason: z.string() })),
  sentences: z.array(z.string()),
})
export type Duty = z.infer<typeof Duty>

const done = z.object({ number: z.string(), version: z.number() })
export const BeginDuties = endpoint({
  name: 'BeginDuties', method: 'POST', path: '/cases/:number/duties', summary: 'Say on which day something happened that begins what the company must do beside its answer: the goods came, the withdrawal was exercised.', params: numberParam,
  body: z.object({ event: DutyEvent, on: day(), note: optionalText(2_000) }),
  reply: done.extend({ duties: z.array(z.object({ id: z.string(), rule: z.string(), dueOn: z.string().nullable() })) }),
})
const duty = z.object({ dutyId: id() })
export const FulfilDuty = endpoint({
  name: 'FulfilDuty', method: 'POST', path: '/duties/:dutyId/fulfilment', summary: 'Say that a duty was done: when, to whom it was told, under which filing number.', params: duty,
  body: z.object({ on: day(), to: optionalText(200), filing: optionalText(100), note: optionalText(2_000) }), reply: done,
})
export const ReleaseDuty = endpoint({
  name: 'ReleaseDuty', method: 'POST', path: '/duties/:dutyId/release', summary: 'Say that a duty was not owed after all, and why.', params: duty, body: z.object({ note: text(2_000, { min: 5 }) }), reply: done,
})

const mistaken = { params: duty, body: z.object({ reason: text(2_000, { min: 5 }) }), reply: done }
export const TakeBackFulfilment = endpoint({
  name: 'TakeBackFulfilment', method: 'DELETE', path: '/duties/:dutyId/fulfilment', summary: 'Say that a duty was marked as done by mistake, and why: it is owed again, and its clock runs from where it stood.', ...mistaken,
})
export const TakeBackRelease = endpoint({
  name: 'TakeBackRelease', method: 'DELETE', path: '/duties/:dutyId/release', summary: 'Say that a duty is owed after all, and why: its clock runs from where it stood.', ...mistaken,
})
