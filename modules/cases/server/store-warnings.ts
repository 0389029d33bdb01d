import type { Day, Instant, Language } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'

/** Terms of a branch that are due in a span of time owe that rung by now. */
export type BranchWindow = { branchId: string; rung: string; from: Instant; until: Instant }
export type OwedRung = {
  termId: string
  caseId: string
  dueAt: Instant
  dueOn: Day
  clock: string
  name: { es: string; en: string }
  rung: string
  number: string
  title: string
  branchId: string
  areaIds: string[]
  supplierId: string | null
  ownerId: string | null
  /** The area that owes its answer, where the term is an area's. */
  owingAreaId: string | null
}

/**
 * Rungs of running terms that nobody was told yet, of terms of which nobody has said that they act on it: those due first at the
 * head. Walks the running terms due from an instant on, before the furthest window's end, only.
 */
export const readOwed = (tx: Tx, organisationId: string, windows: readonly BranchWindow[], { dueFrom, most }: { dueFrom: Instant; most: number }) => {
  const furthest = windows.reduce((last, { until }) => (until > last ? until : last), '')
  // By branch, so that each term meets the few windows of its own: a company of 250 branches has a thousand.
  const ofBranch = Object.fromEntries(Map.groupBy(windows, ({ branchId }) => branchId))
  return tx<OwedRung>`
    select t.id as term_id, t.case_id, t.due_at, t.due_on, t.clock, r.definition -> 'name' as name, l.rung, c.number, c.title, c.branch_id, c.area_ids, c.supplier_id, c.owner_id, q.area_id as owing_area_id
    from case_terms t
    join cases c on c.organisation_id = t.organisation_id and c.id = t.case_id
    cross join lateral jsonb_to_recordset(${JSON.stringify(ofBranch)}::jsonb -> c.branch_id::text) as l (rung text, "from" timestamptz, until timestamptz)
    join term_rules r on r.organisation_id = t.organisation_id and r.id = t.rule_id and r.version = t.rule_version
    left join area_requests q on q.organisation_id = t.organisation_id and q.id = t.area_request_id and q.status = 'open'
    where t.organisation_id = ${organisationId} and t.state = 'running' and t.due_at >= ${dueFrom} and t.due_at < ${furthest} and t.due_at >= l."from" and t.due_at < l.until and c.status in ('open', 'answered')
      and not exists (
        select from case_warnings w
        where w.organisation_id = t.organisation_id and w.term_id = t.id and w.due_at = t.due_at and (w.rung = l.rung or w.acknowledged_at is not null)
      )
    order by t.due_at, t.id, l.rung
    limit ${most}`
}

export type NewWarning = { id: string; caseId: string; termId: string; dueAt: Instant; rung: string; personId: string | null }

/** Writes down who was warned; returns the ids of those that no other run wrote first. */
export async function insertWarnings(tx: Tx, organisationId: string, warnings: readonly NewWarning[], at: Instant): Promise<Set<string>> {
  const rows = warnings.map((w) => ({ id: w.id, case_id: w.caseId, term_id: w.termId, due_at: w.dueAt, rung: w.rung, person_id: w.personId }))
  const written = await tx<{ id: string }>`
    insert into case_warnings (organisation_id, id, case_id, term_id, due_at, rung, warned_at, person_id)
    select ${organisationId}, w.id, w.case_id, w.term_id, w.due_at, w.rung, ${at}, w.person_id
    from jsonb_to_recordset(${JSON.stringify(rows)}) as w (id uuid, case_id uuid, term_id uuid, due_at timestamptz, rung text, person_id uuid)
    on conflict on constraint warned_once do nothing
    returning id`
  return new Set(written.map(({ id }) => id))
}

export type Warned = { id: string; name: string; email: string; language: Language }

export const readPeople = (tx: Tx, organisationId: string, ids: readonly string[]) => tx<Warned>`
  select id, name, email, language from people where organisation_id = ${organisationId} and id = any (${ids}::uuid[]) and active order by id`

/** Who heads the service or directs the company on a day and is there; whoever has had the function longest first. */
export const readHolders = (tx: Tx, organisationId: string, day: Day) => tx<{ role: 'head' | 'executive'; branchId: string | null; personId: string }>`
  select g.role, g.branch_id, g.person_id
  from grants g
  join people p on p.organisation_id = g.organisation_id and p.id = g.person_id and p.active
  where g.organisation_id = ${organisationId} and g.role in ('head', 'executive') and g.area_id is null and g.supplier_id is null
    and g.ended_at is null and g.from_on <= ${day} and (g.until_on is null or g.until_on >= ${day})
    and not exists (select from absences a where a.organisation_id = g.organisation_id and a.person_id = g.person_id and ${day} between a.from_on and a.until_on)
  order by g.from_on, g.id`

export type ListedWarning = { id: string; number: string; title: string; clock: string; rung: string; dueAt: Instant; warnedAt: Instant }

/** Warnings that wait for a person: of terms that still run to the instant they warned of, each term once, at its highest rung. */
export const readWaiting = (tx: Tx, organisationId: string, personId: string) => tx<ListedWarning>`
  select id, number, title, clock, rung, due_at, warned_at
  from (
    select distinct on (w.term_id) w.id, c.number, c.title, t.clock, w.rung, w.due_at, w.warned_at
    from case_warnings w
    join case_terms t on t.organisation_id = w.organisation_id and t.id = w.term_id and t.state = 'running' and t.due_at = w.due_at
    join cases c on c.organisation_id = t.organisation_id and c.id = t.case_id
    where w.organisation_id = ${organisationId} and w.person_id = ${personId} and w.acknowledged_at is null
      and not exists (
        select from case_warnings s where s.organisation_id = w.organisation_id and s.term_id = w.term_id and s.due_at = w.due_at and s.acknowledged_at is not null
      )
    order by w.term_id, w.warned_at desc, w.id desc
  ) waiting
  order by due_at, id
  limit 200`

export type LockedWarning = { caseId: string; termId: string; rung: string; personId: string | null; acknowledgedAt: Instant | null; branchId: string; areaIds: string[]; supplierId: string | null }

export const lockWarning = (tx: Tx, organisationId: string, id: string) => tx<LockedWarning>`
  select t.case_id, w.term_id, w.rung, w.person_id, w.acknowledged_at, c.branch_id, c.area_ids, c.supplier_id
  from case_warnings w
  join case_terms t on t.organisation_id = w.organisation_id and t.id = w.term_id
  join cases c on c.organisation_id = t.organisation_id and c.id = t.case_id
  where w.organisation_id = ${organisationId} and w.id = ${id}
  for update of w`

export const saveAcknowledgement = (tx: Tx, organisationId: string, { id, by, at }: { id: string; by: string; at: Instant }) => tx`
  update case_warnings set acknowledged_at = ${at}, acknowledged_by = ${by} where organisation_id = ${organisationId} and id = ${id}`
