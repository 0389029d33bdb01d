import type { CalendarDefinition } from '#kernel/calendar.ts'
import type { TermRule } from '#kernel/term.ts'
import type { Tx } from '#platform/server/database.ts'
import type { DecisionStep } from '../contract.ts'

type Settings = { flags?: string[]; decision?: DecisionStep[] }

/** `ours`: this transaction has raised it itself, and what it reads may never be committed. */
export async function settingsVersion(tx: Tx, organisationId: string): Promise<{ version: number; ours: boolean }> {
  const [row] = await tx<{ version: number; ours: boolean }>`
    select settings_version as version, coalesce(xmin = pg_current_xact_id_if_assigned()::xid, false) as ours from organisations where organisation_id = ${organisationId}`
  if (!row) throw new Error(`no organisation ${organisationId}`)
  return row
}

/**
 * Asks in the same batch whether the settings believed still stand: where they do not, the transaction fails before anything of it is kept,
 * and is done again. Not inside a savepoint, which would swallow it.
 */
export const confirmSettings = (tx: Tx, organisationId: string, believed: number): void => void tx`
  select case when settings_version <> ${believed} then acuse.do_again('the settings have changed') end from organisations where organisation_id = ${organisationId}`

export async function organisationSettings(tx: Tx, organisationId: string) {
  const [row] = await tx<{ country: string; timeZone: string; settings: Settings }>`select country, time_zone, settings from organisations where organisation_id = ${organisationId}`
  return row!
}

/** Every version of the rules in use, the latest of each first; which one binds a day is decided by its own dates. */
export const rulesInUse = (tx: Tx, organisationId: string) => tx<{ definition: TermRule }>`
  select definition from term_rules where organisation_id = ${organisationId} and active order by id, version desc`

/** Each branch's calendar in its latest version; the organisation's own has no branch. */
export const calendarsInForce = (tx: Tx, organisationId: string) => tx<{ branchId: string | null; definition: CalendarDefinition }>`
  select b.branch_id, v.definition
  from branch_calendars b
  join calendars c on c.organisation_id = b.organisation_id and c.id = b.calendar_id
  join calendar_versions v on v.organisation_id = c.organisation_id and v.calendar_id = c.id and v.version = c.version
  where b.organisation_id = ${organisationId}
  order by b.branch_id`

export const insertCalendar = (tx: Tx, organisationId: string, { id, name }: { id: string; name: string }) => tx`
  insert into calendars (organisation_id, id, name) values (${organisationId}, ${id}, ${name})`

export const insertCalendarVersion = (
  tx: Tx,
  organisationId: string,
  { definition, reason, by, at }: { definition: CalendarDefinition; reason: string; by: string; at: string },
) => tx`
  with written as (
    insert into calendar_versions (organisation_id, calendar_id, version, definition, reason, created_by, created_at)
    values (${organisationId}, ${definition.id}, ${definition.version}, ${JSON.stringify(definition)}, ${reason}, ${by}, ${at})
    returning organisation_id, calendar_id, version
  )
  update calendars c set version = w.version from written w where c.organisation_id = w.organisation_id and c.id = w.calendar_id`

export const assignCalendar = (tx: Tx, organisationId: string, { id, branchId, calendarId }: { id: string; branchId: string | null; calendarId: string }) => tx`
  insert into branch_calendars (organisation_id, id, branch_id, calendar_id)
  values (${organisationId}, ${id}, ${branchId}, ${calendarId})
  on conflict on constraint one_calendar_a_branch do update set calendar_id = excluded.calendar_id`

export const insertRules = (tx: Tx, organisationId: string, rules: readonly TermRule[], { reason, by, at }: { reason: string; by: string; at: string }) => tx`
  insert into term_rules (organisation_id, id, version, layer, clock, definition, effective_since, effective_until, reason, created_by, created_at)
  select ${organisationId}, rule->>'id', (rule->>'version')::integer, rule->>'layer', rule->>'clock', rule,
    (rule->>'since')::date, (rule->>'until')::date, ${reason}, ${by}, ${at}
  from jsonb_array_elements(${JSON.stringify(rules)}::jsonb) rule`
