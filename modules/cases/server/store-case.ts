import type { Instant } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { sql, type Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import type { MessageKind, Term } from '../contract.ts'
import { NOT_BINDING } from '../rules/governing.ts'

export type NewMessage = {
  caseId: string
  kind: MessageKind
  visibility: 'internal' | 'customer'
  body: string
  mentions?: readonly string[]
}

/** Adds a text to a case; returns its id. */
export function insertMessage({ tx, actor, now }: Work, { caseId, kind, visibility, body, mentions = [] }: NewMessage): string {
  const id = newId()
  void tx`
    insert into case_messages (organisation_id, id, case_id, kind, visibility, body, author_kind, author_id, at, mentions)
    values (${actor.organisationId}, ${id}, ${caseId}, ${kind}, ${visibility}, ${body}, ${actor.kind}, ${actor.id}, ${now}, ${mentions})`
  return id
}

/** The clock that binds the case now: the earliest that runs; and the next of law or contract, which a target of the house does not hide. While none runs, what bound it last stays, unless the customer is waited for or has their answer. */
export function saveGoverning({ tx, actor }: Work, caseId: string): void {
  void tx`
    update cases c
    set due_at = case when g.id is not null then g.due_at when c.waiting_for = 'customer' or c.status = 'answered' then null else c.due_at end,
      due_on = case when g.id is not null then g.due_on when c.waiting_for = 'customer' or c.status = 'answered' then null else c.due_on end,
      due_rule = case when g.id is not null then g.rule_id else c.due_rule end,
      owed_at = o.due_at, owed_on = o.due_on, owed_layer = o.layer
    from (select 1) one
    left join lateral (
      select t.id, t.due_at, t.due_on, t.rule_id
      from case_terms t
      where t.organisation_id = ${actor.organisationId} and t.case_id = ${caseId} and t.state = 'running' and t.clock <> all (${NOT_BINDING})
      order by t.due_at, array_position(array['law', 'contract', 'internal'], t.layer)
      limit 1
    ) g on true
    left join lateral (
      select t.due_at, t.due_on, t.layer
      from case_terms t
      where t.organisation_id = ${actor.organisationId} and t.case_id = ${caseId} and t.state = 'running' and t.clock <> all (${NOT_BINDING}) and t.layer <> 'internal'
      order by t.due_at, array_position(array['law', 'contract'], t.layer)
      limit 1
    ) o on true
    where c.organisation_id = ${actor.organisationId} and c.id = ${caseId}`
}

/** Stops the running clocks of these kinds: they were met at that instant. */
export function meetTerms({ tx, actor }: Work, caseId: string, clocks: readonly string[], at: Instant): void {
  void tx`
    update case_terms set state = 'met', met_at = ${at}
    where organisation_id = ${actor.organisationId} and case_id = ${caseId} and clock = any (${clocks}) and state in ('running', 'paused')`
}

/** Nothing more is owed, or nothing of these kinds: the clocks that still run are of no more use. */
export function cancelTerms({ tx, actor }: Work, caseId: string, clocks: readonly string[] | null = null): void {
  void tx`
    update case_terms set state = 'cancelled'
    where organisation_id = ${actor.organisationId} and case_id = ${caseId} and state in ('running', 'paused') and (${clocks}::text[] is null or clock = any (${clocks}::text[]))`
}

/** How a clock `t` that is started again stands: still, where it stood still. */
export const RUNS_AGAIN = sql`case
    when exists (select from case_term_pauses p where p.organisation_id = t.organisation_id and p.term_id = t.id and p.until_at is null) then 'paused'
    else 'running'
  end`

/**
 * Starts again the clocks that an answer stopped at that instant, where nothing else has stopped them since: a talk or an answer noted
 * later does at its own instant. `cancelledSince`: the first answer's of the case as it is now were let go by it too. `over`: the case
 * is done all the same, and what is not met is owed no more.
 */
export const restartTerms = ({ tx, actor }: Work, caseId: string, { toldAt, firstAt, finalAt, cancelledSince, over }: Restart) => tx<{ ruleId: string; state: Term['state'] }>`
  with stopped as (
    select t.id, case t.clock when 'first-answer' then ${firstAt}::timestamptz else ${finalAt}::timestamptz end as met_at
    from case_terms t
    where t.organisation_id = ${actor.organisationId} and t.case_id = ${caseId} and t.clock in ('first-answer', 'final-answer')
      and (t.state = 'met' and t.met_at = ${toldAt}
        or t.state = 'cancelled' and t.clock = 'first-answer' and t.received_at >= ${cancelledSince}::timestamptz)
  )
  update case_terms t
  set met_at = s.met_at, state = case
      when s.met_at is not null then 'met'
      when ${over} or t.clock = 'first-answer' and ${finalAt}::timestamptz is not null then 'cancelled'
      else ${RUNS_AGAIN}
    end
  from stopped s
  where t.organisation_id = ${actor.organisationId} and t.id = s.id
  returning t.rule_id, t.state`
type Restart = { toldAt: Instant; firstAt: Instant | null; finalAt: Instant | null; cancelledSince: Instant | null; over: boolean }

/** The case is open again, due as it was when it last was due, until its clocks say. */
export function saveOpenAgain({ tx, actor }: Work, caseId: string): void {
  void tx`
    update cases c set status = 'open', answered_at = null, closed_at = null, due_at = t.due_at, due_on = t.due_on
    from (
      select x.due_at, x.due_on from case_terms x join cases k on k.organisation_id = x.organisation_id and k.id = x.case_id
      where x.organisation_id = ${actor.organisationId} and x.case_id = ${caseId}
      order by x.rule_id = k.due_rule desc, x.received_at desc limit 1
    ) t
    where c.organisation_id = ${actor.organisationId} and c.id = ${caseId}`
}

/** When the customer was last told on the merits; null where they were not. */
export function saveAnswered({ tx, actor }: Work, caseId: string, at: Instant | null): void {
  void tx`update cases set answered_at = ${at} where organisation_id = ${actor.organisationId} and id = ${caseId}`
}

/** Put aside beyond its date, a case is looked at again. */
export function wakeWhereDue({ tx, actor }: Work, caseId: string): void {
  void tx`update cases set snoozed_until = null, snooze_reason = null where organisation_id = ${actor.organisationId} and id = ${caseId} and snoozed_until > due_at`
}

/** Whether a case is still owed its answer, and by when. */
export const readStillOpen = (tx: Tx, organisationId: string, caseId: string) => tx<{ dueAt: Instant | null; open: boolean }>`
  select due_at, status = 'open' as open from cases where organisation_id = ${organisationId} and id = ${caseId}`

/** Whom the case waits for: an area that was asked, a second person who approves; the customer is set by a pause. */
export function saveWaiting({ tx, actor }: Work, caseId: string): void {
  void tx`
    update cases c set waiting_for = case
        when exists (select from case_terms t where t.organisation_id = c.organisation_id and t.case_id = c.id and t.state = 'paused') then 'customer'
        when exists (select from case_answers a where a.organisation_id = c.organisation_id and a.case_id = c.id and a.status = 'awaiting-approval') then 'approval'
        when exists (select from area_requests r where r.organisation_id = c.organisation_id and r.case_id = c.id and r.status = 'open') then 'area'
      end
    where c.organisation_id = ${actor.organisationId} and c.id = ${caseId} and c.status in ('open', 'answered')`
}
