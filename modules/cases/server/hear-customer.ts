import { timingSafeEqual } from 'node:crypto'
import type { Day, Instant } from '#kernel/actor.ts'
import { DAY_MS } from '#kernel/day.ts'
import { NotFound } from '#kernel/refusal.ts'
import { explainTerm } from '#modules/calendars/rules/explain-term.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import type { Kind, Status } from '../contract.ts'
import { followSecret } from './follow-link.ts'
import type { CasesNeeds } from './needs.ts'
import { insertMessage } from './store-case.ts'
import { explainedTerms } from './store-said.ts'
import { linkFiles } from './store-registration.ts'
import { happened, lockCaseById } from './the-case.ts'
import { hashOf, wake } from './write-note.ts'

/** How long after closing a customer's link still opens. */
const OPEN_AFTER_CLOSING_DAYS = 180

/** What the customer sees of their case: never a note, never a name of the staff but under an answer. */
export type FollowedCase = {
  id: string
  number: string
  kind: Kind
  status: Status
  title: string
  description: string
  receivedAt: Instant
  /** By when the answer on the merits is owed; the company's own earlier targets are no promise to the customer. */
  dueOn: Day | null
  /** Why that date, in sentences: the rule first, then its source, then how it was counted. */
  why: string[]
  answeredAt: Instant | null
  closedAt: Instant | null
  mergedInto: string | null
  language: 'es' | 'en'
  timeZone: string
  followVersion: number
  messages: { id: string; kind: 'customer-message' | 'answer'; body: string; at: Instant; files: { id: string; name: string; size: number }[] }[]
}

/** The case of a number and its secret. A wrong number and a wrong secret are told alike; `expired` when it was closed long ago. */
export async function readFollowed(needs: Pick<CasesNeeds, 'secretOf'>, { tx, actor, now }: Work, number: string, secret: string): Promise<FollowedCase | 'expired'> {
  const [found] = await tx<Omit<FollowedCase, 'messages' | 'why'> & { termsOf: string }>`
    select c.id, coalesce(m.id, c.id) as terms_of, c.number, c.kind, coalesce(m.status, c.status) as status, c.title, c.description, c.received_at, (
        select min(t.due_on) from case_terms t
        where t.organisation_id = c.organisation_id and t.case_id = coalesce(m.id, c.id) and t.clock = 'final-answer' and t.state in ('running', 'paused')
      ) as due_on,
      coalesce(m.answered_at, c.answered_at) as answered_at, coalesce(m.closed_at, c.closed_at) as closed_at, m.number as merged_into, c.language, b.time_zone, c.follow_version
    from cases c
    join branches b on b.organisation_id = c.organisation_id and b.id = c.branch_id
    left join cases m on m.organisation_id = c.organisation_id and m.id = c.merged_into
    where c.organisation_id = ${actor.organisationId} and c.number = ${number.toUpperCase()}`
  const right = followSecret(needs, found ?? { id: number, followVersion: 0 })
  if (!sameText(right, secret) || !found) throw new NotFound('case')
  const { termsOf, ...theCase } = found
  if (theCase.closedAt && Date.parse(now) - Date.parse(theCase.closedAt) > OPEN_AFTER_CLOSING_DAYS * DAY_MS) return 'expired'
  const [messages, terms] = await Promise.all([messagesFor(tx, actor.organisationId, theCase.id), theCase.dueOn ? explainedTerms(tx, actor.organisationId, termsOf) : []])
  const binding = terms.find(({ row }) => row.dueOn === theCase.dueOn && row.state !== 'met')
  return { ...theCase, why: binding ? explainTerm(binding.proof, actor.language, binding.calendar) : [], messages }
}

/** The organisation whose case a link opens: another may have given the same number, and none the same secret. */
export async function organisationOfLink(needs: Pick<CasesNeeds, 'secretOf'>, tx: Tx, number: string, secret: string): Promise<string | null> {
  const numbered = await tx<{ organisationId: string; id: string; followVersion: number }>`
    select c.organisation_id, c.id, c.follow_version from organisations o
    join cases c on c.organisation_id = o.organisation_id and c.number = ${number.toUpperCase()}
    order by o.created_at, o.organisation_id`
  return numbered.find((one) => sameText(followSecret(needs, one), secret))?.organisationId ?? null
}

function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

// From its first try an answer can no longer be taken back, and its mail may already be read when the mail server's word reaches us.
const messagesFor = (tx: Tx, organisationId: string, caseId: string) => tx<FollowedCase['messages'][number]>`
  select m.id, m.kind, m.body, m.at, coalesce((
      select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size) order by f.id)
      from case_files cf join files f on f.organisation_id = cf.organisation_id and f.id = cf.file_id
      where cf.organisation_id = m.organisation_id and cf.message_id = m.id and cf.visibility = 'customer'
    ), '[]') as files
  from case_messages m
  where m.organisation_id = ${organisationId} and m.case_id = ${caseId} and m.visibility = 'customer'
    and (m.kind = 'customer-message' or exists (
      select from case_answers a left join outgoing_mails o on o.organisation_id = a.organisation_id and o.id = a.mail_id
      where a.organisation_id = m.organisation_id and a.message_id = m.id and (a.status in ('sent', 'delivered') or a.status = 'leaving' and o.attempts > 0)))
  order by m.id`

/** The customer adds something: it stands in the timeline, wakes a case put aside, and its owner sees it. */
export async function hearCustomer(work: Work, caseId: string, { body, files }: { body: string; files: readonly string[] }) {
  const theCase = await lockCaseById(work.tx, work.actor.organisationId, caseId)
  const messageId = insertMessage(work, { caseId, kind: 'customer-message', visibility: 'customer', body })
  linkFiles(work.tx, work.actor, caseId, files, work.now, { messageId, visibility: 'customer' })
  if (theCase.snoozedUntil) wake(work, caseId)
  return happened(work, theCase, { action: 'customer-message', details: { messageId, sha256: hashOf(body) } })
}
