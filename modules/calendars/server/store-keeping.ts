import type { CalendarDefinition } from '#kernel/calendar.ts'
import type { TermRule } from '#kernel/term.ts'
import type { Tx } from '#platform/server/database.ts'
import type { CalendarRow, RuleRow } from '../contract-endpoints.ts'

type Written = { version: number; reason: string; by: string; at: string }

export const calendars = (tx: Tx, organisationId: string) => tx<CalendarRow>`
  select c.id, c.name, c.version, v.definition ->> 'timeZone' as time_zone,
    exists (select from branch_calendars b where b.organisation_id = c.organisation_id and b.calendar_id = c.id and b.branch_id is null) as organisation,
    array(select b.branch_id::text from branch_calendars b where b.organisation_id = c.organisation_id and b.calendar_id = c.id and b.branch_id is not null order by 1) as branch_ids
  from calendars c
  join calendar_versions v on v.organisation_id = c.organisation_id and v.calendar_id = c.id and v.version = c.version
  where c.organisation_id = ${organisationId}
  order by organisation desc, c.name`

/** Two who change it at once go one after another. */
export const lockCalendar = (tx: Tx, organisationId: string, id: string) => tx<{ version: number; definition: CalendarDefinition }>`
  select c.version, v.definition
  from calendars c
  join calendar_versions v on v.organisation_id = c.organisation_id and v.calendar_id = c.id and v.version = c.version
  where c.organisation_id = ${organisationId} and c.id = ${id}
  for update of c`

export const calendarVersions = (tx: Tx, organisationId: string, id: string) => tx<Written>`
  select v.version, v.reason, coalesce(p.name, '') as by, v.created_at as at
  from calendar_versions v
  left join people p on p.organisation_id = v.organisation_id and p.id = v.created_by
  where v.organisation_id = ${organisationId} and v.calendar_id = ${id}
  order by v.version desc`

export const calendarDefinition = (tx: Tx, organisationId: string, id: string, version: number) => tx<{ definition: CalendarDefinition }>`
  select definition from calendar_versions where organisation_id = ${organisationId} and calendar_id = ${id} and version = ${version}`

export const calendarNamed = (tx: Tx, organisationId: string, name: string) => tx`
  select id from calendars where organisation_id = ${organisationId} and acuse.folded(name) = acuse.folded(${name})`

/** What calendars are called, by id: an explanation names them. */
export async function calendarNames(tx: Tx, organisationId: string): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; name: string }>`select id, name from calendars where organisation_id = ${organisationId}`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A branch, by its code or its id as text; null is the organisation's own calendar. */
export const branchCalled = (tx: Tx, organisationId: string, called: string) => tx<{ id: string }>`
  select id from branches where organisation_id = ${organisationId} and (code = ${called} or id::text = ${called})`

export const organisationCalendar = (tx: Tx, organisationId: string) => tx<{ calendarId: string }>`
  select calendar_id from branch_calendars where organisation_id = ${organisationId} and branch_id is null`

export const removeAssignment = (tx: Tx, organisationId: string, branchId: string) => tx`
  delete from branch_calendars where organisation_id = ${organisationId} and branch_id = ${branchId}`

export const rules = (tx: Tx, organisationId: string) => tx<RuleRow>`
  select distinct on (id) id, version, active, definition from term_rules where organisation_id = ${organisationId} order by id, version desc`

export const ruleVersions = (tx: Tx, organisationId: string, id: string) => tx<RuleRow & Written>`
  select r.id, r.version, r.active, r.definition, r.reason, coalesce(p.name, '') as by, r.created_at as at
  from term_rules r
  left join people p on p.organisation_id = r.organisation_id and p.id = r.created_by
  where r.organisation_id = ${organisationId} and r.id = ${id}
  order by r.version desc`

/** The latest version of a rule, every version of it locked. */
export const lockRule = (tx: Tx, organisationId: string, id: string) => tx<{ version: number; active: boolean; definition: TermRule }>`
  select version, active, definition from term_rules where organisation_id = ${organisationId} and id = ${id} order by version desc for update`

export const putOut = (tx: Tx, organisationId: string, id: string) => tx`
  update term_rules set active = false where organisation_id = ${organisationId} and id = ${id} and active`
