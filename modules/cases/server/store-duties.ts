import type { Day, Instant } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import type { Clock, StartsFrom, TermRule } from '#kernel/term.ts'
import type { BegunDuty } from '#modules/calendars/public.ts'
import type { TermFacts } from '#modules/calendars/rules/facts-asked.ts'
import { sql, type Sql, type Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import type { Channel, Kind } from '../contract.ts'
import type { Duty } from '../contract-duties.ts'
import { BY_TELLING, type Outcome } from '../rules/duties.ts'
import { meetTerms, RUNS_AGAIN } from './store-case.ts'
import { newTerm, type NewTerm } from './store-registration.ts'

export type NewDuty = Pick<BegunDuty, 'rule' | 'on' | 'at'> & { id: string; term: NewTerm | null }

export const newDuty = ({ rule, on, at, term }: BegunDuty): NewDuty => ({ id: newId(), rule, on, at, term: term && newTerm(term, at) })

export function insertDuties({ tx, actor, now }: Work, caseId: string, duties: readonly NewDuty[], note = ''): void {
  if (duties.length === 0) return
  const rows = duties.map(({ id, rule, on, at, term }) => ({ id, rule_id: rule.id, rule_version: rule.version, happened_on: on, happened_at: at, term_id: term?.id ?? null }))
  void tx`
    insert into case_duties (organisation_id, id, case_id, rule_id, rule_version, happened_on, happened_at, term_id, note, begun_by, begun_at)
    select ${actor.organisationId}, d.id, ${caseId}, d.rule_id, d.rule_version, d.happened_on, d.happened_at, d.term_id, ${note}, ${actor.id}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}) as d (id uuid, rule_id text, rule_version integer, happened_on date, happened_at timestamptz, term_id uuid)`
}

export type KeptDuty = {
  id: string
  caseId: string
  ruleId: string
  clock: Clock
  startsFrom: StartsFrom
  happenedOn: Day
  happenedAt: Instant
  termId: string | null
  begunAt: Instant
  /** Whether it came with a case that was merged into this one, and has its own day. */
  came: boolean
  outcome: Outcome | null
  endedOn: Day | null
  endedAt: Instant | null
  /** When the customer was told, where it ended by that. */
  toldAt: Instant | null
}

const CAME = sql`exists (select from case_merges m where m.organisation_id = d.organisation_id and m.into_id = d.case_id and m.unmerged_at is null and m.before -> 'duties' ? d.id::text)`

/** The duties that have begun on a case, ended or not. */
export const readDuties = (tx: Tx, organisationId: string, caseId: string) => tx<KeptDuty>`
  select d.id, d.case_id, d.rule_id, r.clock, r.definition ->> 'startsFrom' as starts_from, d.happened_on, d.happened_at, d.term_id, d.begun_at, ${CAME} as came,
    e.outcome, e.ended_on, e.ended_at, e.told_at
  from case_duties d
  join term_rules r on r.organisation_id = d.organisation_id and r.id = d.rule_id and r.version = d.rule_version
  left join case_duty_ends e on e.organisation_id = d.organisation_id and e.duty_id = d.id
  where d.organisation_id = ${organisationId} and d.case_id = ${caseId}
  order by d.id`

export type BegunDutyRow = Pick<Duty, 'id' | 'happenedOn' | 'note' | 'termId' | 'end' | 'takenBack'> & { happenedOn: Day; rule: TermRule; came: boolean }

/** An end as the sheet tells it: of `e`. */
const END = sql`jsonb_build_object('outcome', e.outcome, 'on', e.ended_on, 'to', e.told_to, 'filing', e.filing, 'note', e.note, 'by', (
  select jsonb_build_object('id', p.id, 'name', p.name) from people p where p.organisation_id = e.organisation_id and p.id = e.ended_by
))`

/** The same for whoever reads the case, with who ended each. One whose day was put right began anew, and is left out. */
export const readBegunDuties = (tx: Tx, { organisationId, caseId }: { organisationId: string; caseId: string }) => tx<BegunDutyRow>`
  select d.id, d.happened_on, d.note, d.term_id, r.definition as rule, ${CAME} as came,
    case when e.duty_id is not null then ${END} end as "end",
    array(
      select ${END} || jsonb_build_object('reason', e.reason) from case_duty_ends_taken_back e
      where e.organisation_id = d.organisation_id and e.duty_id = d.id order by e.taken_back_at, e.id
    ) as taken_back
  from case_duties d
  join term_rules r on r.organisation_id = d.organisation_id and r.id = d.rule_id and r.version = d.rule_version
  left join case_duty_ends e on e.organisation_id = d.organisation_id and e.duty_id = d.id
  where d.organisation_id = ${organisationId} and d.case_id = ${caseId} and e.outcome is distinct from 'corrected'
  order by d.id`

/** The customer was told of the answer: what was to send it to them is done, and its clock met. */
export function endNotified(work: Work, caseId: string, at: Instant): void {
  const { tx, actor, now } = work
  meetTerms(work, caseId, [BY_TELLING], at)
  void tx`
    insert into case_duty_ends (organisation_id, duty_id, case_id, outcome, ended_on, told_at, ended_by, ended_at)
    select d.organisation_id, d.id, d.case_id, 'done', (${at}::timestamptz at time zone b.time_zone)::date, ${at}, ${actor.id}, ${now}
    from case_duties d
    join term_rules r on r.organisation_id = d.organisation_id and r.id = d.rule_id and r.version = d.rule_version and r.clock = ${BY_TELLING}
    join cases c on c.organisation_id = d.organisation_id and c.id = d.case_id
    join branches b on b.organisation_id = c.organisation_id and b.id = c.branch_id
    where d.organisation_id = ${actor.organisationId} and d.case_id = ${caseId}
      and not exists (select from case_duty_ends e where e.organisation_id = d.organisation_id and e.duty_id = d.id)`
}

/** They were not told at that instant after all: what was done by it is owed again, its clock from where it stood; what somebody said was done stays so. */
export const oweNotice = (work: Work, caseId: string, toldAt: Instant) => oweAgain(work, sql`e.case_id = ${caseId} and e.told_at = ${toldAt}`)
/** The same of these duties, whenever that was. */
export const oweNoticesOf = (work: Work, ids: readonly string[]) => oweAgain(work, sql`e.duty_id = any (${ids}::uuid[]) and e.told_at is not null`)

const oweAgain = ({ tx, actor }: Work, which: Sql) => tx<{ ruleId: string }>`
  with undone as (
    delete from case_duty_ends e using case_duties d
    where e.organisation_id = ${actor.organisationId} and ${which}
      and d.organisation_id = e.organisation_id and d.id = e.duty_id
    returning d.term_id
  )
  update case_terms t set met_at = null, state = ${RUNS_AGAIN}
  from undone u
  where t.organisation_id = ${actor.organisationId} and t.id = u.term_id
  returning t.rule_id`

type Ended = { on: Day; note?: string } & ({ outcome: 'done'; metAt: Instant; to: string; filing: string } | { outcome: Exclude<Outcome, 'done'> })

/** Ends a duty. Done, its clock was met at that instant; else it is of no more use. */
export function endDuty({ tx, actor, now }: Work, { id, caseId, termId }: Pick<KeptDuty, 'id' | 'caseId' | 'termId'>, ended: Ended): void {
  const { outcome, on, note = '' } = ended
  const { metAt, to, filing } = ended.outcome === 'done' ? ended : { metAt: null, to: '', filing: '' }
  void tx`
    insert into case_duty_ends (organisation_id, duty_id, case_id, outcome, ended_on, told_to, filing, note, ended_by, ended_at)
    values (${actor.organisationId}, ${id}, ${caseId}, ${outcome}, ${on}, ${to}, ${filing}, ${note}, ${actor.id}, ${now})`
  void tx`
    update case_terms set state = ${outcome === 'done' ? 'met' : 'cancelled'}, met_at = ${metAt}
    where organisation_id = ${actor.organisationId} and id = ${termId} and state in ('running', 'paused')`
}

/** What was said of its end is kept apart, with why it is taken back; its clock runs again from where it stood. */
export function takeBackEnd({ tx, actor, now }: Work, { id, termId }: Pick<KeptDuty, 'id' | 'termId'>, reason: string): void {
  void tx`
    with said as (delete from case_duty_ends where organisation_id = ${actor.organisationId} and duty_id = ${id} returning *)
    insert into case_duty_ends_taken_back (organisation_id, id, duty_id, case_id, outcome, ended_on, told_to, filing, note, ended_by, ended_at, reason, taken_back_by, taken_back_at)
    select organisation_id, ${newId()}, duty_id, case_id, outcome, ended_on, told_to, filing, note, ended_by, ended_at, ${reason}, ${actor.id}, ${now} from said`
  void tx`
    update case_terms t set met_at = null, state = ${RUNS_AGAIN}
    where t.organisation_id = ${actor.organisationId} and t.id = ${termId} and t.state in ('met', 'cancelled')`
}

export type UnconfirmedDuty = { id: string; caseId: string; number: string; branchId: string; happenedOn: Day; happenedAt: Instant }

/** Duties that an earlier version of the rule gave no term, from `after` on by id, the first `limit`. */
export const unconfirmedDuties = (tx: Tx, organisationId: string, rule: TermRule, after: string | null, limit: number) => tx<UnconfirmedDuty>`
  select d.id, d.case_id, c.number, c.branch_id, d.happened_on, d.happened_at
  from case_duties d
  join cases c on c.organisation_id = d.organisation_id and c.id = d.case_id and c.status in ('open', 'answered')
  where d.organisation_id = ${organisationId} and d.rule_id = ${rule.id} and d.rule_version < ${rule.version} and d.term_id is null
    and d.id > ${after ?? '00000000-0000-0000-0000-000000000000'}
    and not exists (select from case_duty_ends e where e.organisation_id = d.organisation_id and e.duty_id = d.id)
  order by d.id
  limit ${limit}`

/** Its term is known now, by that version of its rule. */
export function saveDutyTerm({ tx, actor }: Work, id: string, { id: termId, ruleVersion }: Pick<NewTerm, 'id' | 'ruleVersion'>): void {
  void tx`update case_duties set term_id = ${termId}, rule_version = ${ruleVersion} where organisation_id = ${actor.organisationId} and id = ${id}`
}

type Expired = { caseId: string; branchId: string; dueAt: Instant; kind: Kind; channel: Channel; termFacts: Partial<TermFacts>; customerId: string | null; productId: string | null; segment: string; begun: string[] }

/** Open cases whose term of law to answer has run out, each by the first that did, with the rules of the duties that have begun while it ran, and not before the case was opened again; `among`: of these alone. */
export const expiredCases = (tx: Tx, organisationId: string, { now, among }: { now: Instant; among: readonly string[] | undefined }) => tx<Expired>`
  select distinct on (t.case_id) t.case_id, c.branch_id, t.due_at, c.kind, c.channel, c.term_facts, c.customer_id, c.product_id, coalesce(u.segment, '') as segment,
    array(select d.rule_id from case_duties d where d.organisation_id = t.organisation_id and d.case_id = t.case_id and d.happened_at > t.received_at) as begun
  from case_terms t
  join cases c on c.organisation_id = t.organisation_id and c.id = t.case_id and c.status = 'open'
  left join customers u on u.organisation_id = c.organisation_id and u.id = c.customer_id
  where t.organisation_id = ${organisationId} and t.state = 'running' and t.clock = 'final-answer' and t.layer = 'law' and t.due_at < ${now}
    ${among ? sql`and t.case_id = any (${among}::uuid[])` : sql``}
  order by t.case_id, t.due_at`
