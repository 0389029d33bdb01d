import type { z } from 'zod'
import type { Actor, Instant } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'
import type { ApprovalRule, Cause, RoutingRule, Template } from '../contract-settings.ts'

export type CauseRow = z.infer<typeof Cause>
export type RoutingRow = z.infer<typeof RoutingRule>
export type TemplateRow = z.infer<typeof Template>
export type ApprovalRow = z.infer<typeof ApprovalRule>

export const readCauses = (tx: Tx, organisationId: string) => tx<CauseRow>`
  select id, code, parent_id, name, name_en, kinds, area_id, severity, serial_required, procedure_undefined, active, version
  from causes
  where organisation_id = ${organisationId}
  order by code`

export const lockCauses = (tx: Tx, organisationId: string) => tx<CauseRow>`
  select id, code, parent_id, name, name_en, kinds, area_id, severity, serial_required, procedure_undefined, active, version
  from causes
  where organisation_id = ${organisationId}
  order by code
  for update`

/** Writes causes with their first version. */
export function insertCauses(tx: Tx, { organisationId, id: by }: Actor, at: Instant, causes: readonly Omit<CauseRow, 'version'>[]): void {
  const rows = causes.map((c) => ({
    id: c.id, code: c.code, parent_id: c.parentId, name: c.name, name_en: c.nameEn, kinds: c.kinds, area_id: c.areaId, severity: c.severity,
    serial_required: c.serialRequired, procedure_undefined: c.procedureUndefined, active: c.active,
  }))
  void tx`
    insert into causes (organisation_id, id, code, parent_id, name, name_en, kinds, area_id, severity, serial_required, procedure_undefined, active)
    select ${organisationId}, c.id, c.code, c.parent_id, c.name, c.name_en, c.kinds, c.area_id, c.severity, c.serial_required, c.procedure_undefined, c.active
    from jsonb_to_recordset(${JSON.stringify(rows)}) as c (id uuid, code text, parent_id uuid, name text, name_en text, kinds text[], area_id uuid, severity text,
      serial_required boolean, procedure_undefined boolean, active boolean)`
  for (const one of causes) insertCauseVersion(tx, { organisationId, by, at }, { ...one, version: 1 })
}

export function updateCause(tx: Tx, organisationId: string, c: CauseRow): void {
  void tx`
    update causes set code = ${c.code}, parent_id = ${c.parentId}, name = ${c.name}, name_en = ${c.nameEn}, kinds = ${c.kinds}, area_id = ${c.areaId}, severity = ${c.severity},
      serial_required = ${c.serialRequired}, procedure_undefined = ${c.procedureUndefined}, active = ${c.active}, version = ${c.version}
    where organisation_id = ${organisationId} and id = ${c.id}`
}

/** What a cause was in each of its versions: a case keeps the one it was given. */
export function insertCauseVersion(tx: Tx, { organisationId, by, at }: { organisationId: string; by: string; at: Instant }, cause: CauseRow): void {
  void tx`
    insert into cause_versions (organisation_id, cause_id, version, definition, created_by, created_at)
    values (${organisationId}, ${cause.id}, ${cause.version}, ${JSON.stringify(cause)}, ${by}, ${at})`
}

/** Causes that have no procedure, used or not, and cases that somebody said have none: the cases are counted by cause. */
export const readGaps = (tx: Tx, organisationId: string) => tx<{ causeId: string | null; name: string; nameEn: string; cases: number; lastAt: string | null; lastNumber: string | null }>`
  with undefined_cases as (
    select cause_id, count(*) as n, max(received_at) as last_at, (array_agg(number order by received_at desc, id desc))[1] as last_number
    from cases
    where organisation_id = ${organisationId} and procedure_undefined
    group by cause_id
  ), undefined_causes as (
    select id, name, name_en from causes where organisation_id = ${organisationId} and procedure_undefined
  )
  select coalesce(u.cause_id, d.id) as cause_id, coalesce(c.name, d.name, '') as name, coalesce(c.name_en, d.name_en, '') as name_en, coalesce(u.n, 0) as cases, u.last_at, u.last_number
  from undefined_cases u
  full join undefined_causes d on d.id = u.cause_id
  left join causes c on c.organisation_id = ${organisationId} and c.id = u.cause_id
  order by coalesce(u.n, 0) desc, u.last_at desc nulls last, name`

export const readRoutingRules = (tx: Tx, organisationId: string) => tx<RoutingRow>`
  select id, position, name, conditions, area_id, owner_id, active, version from routing_rules where organisation_id = ${organisationId} order by position, id`

export const lockRoutingRule = (tx: Tx, organisationId: string, id: string) => tx<RoutingRow>`
  select id, position, name, conditions, area_id, owner_id, active, version from routing_rules where organisation_id = ${organisationId} and id = ${id} for update`

export const saveRoutingRule = (tx: Tx, organisationId: string, r: RoutingRow) => tx<RoutingRow>`
  insert into routing_rules (organisation_id, id, position, name, conditions, area_id, owner_id, active, version)
  values (${organisationId}, ${r.id}, ${r.position}, ${r.name}, ${JSON.stringify(r.conditions)}, ${r.areaId}, ${r.ownerId}, ${r.active}, ${r.version})
  on conflict (organisation_id, id) do update set position = excluded.position, name = excluded.name, conditions = excluded.conditions, area_id = excluded.area_id,
    owner_id = excluded.owner_id, active = excluded.active, version = excluded.version
  returning id, position, name, conditions, area_id, owner_id, active, version`

/** Which of the areas, people, causes, products, branches and customers named are not the organisation's. */
export const readUnknown = (tx: Tx, organisationId: string, named: Record<'areas' | 'people' | 'causes' | 'products' | 'branches' | 'customers', readonly string[]>) => tx<{ id: string }>`
  select id from (
    select unnest(${named.areas}::uuid[]) as id except select id from areas where organisation_id = ${organisationId}
  ) a
  union select id from (select unnest(${named.people}::uuid[]) as id except select id from people where organisation_id = ${organisationId} and active) p
  union select id from (select unnest(${named.causes}::uuid[]) as id except select id from causes where organisation_id = ${organisationId}) c
  union select id from (select unnest(${named.products}::uuid[]) as id except select id from products where organisation_id = ${organisationId}) d
  union select id from (select unnest(${named.branches}::uuid[]) as id except select id from branches where organisation_id = ${organisationId}) b
  union select id from (select unnest(${named.customers}::uuid[]) as id except select id from customers where organisation_id = ${organisationId} and id = any (${named.customers}::uuid[])) u`

export const readTemplates = (tx: Tx, organisationId: string) => tx<TemplateRow>`
  select id, name, language, kinds, subject, body, active, version from answer_templates where organisation_id = ${organisationId} order by language, not active, acuse.folded(name), id`

export const lockTemplate = (tx: Tx, organisationId: string, id: string) => tx<TemplateRow>`
  select id, name, language, kinds, subject, body, active, version from answer_templates where organisation_id = ${organisationId} and id = ${id} for update`

export const templateNamed = (tx: Tx, organisationId: string, { id, name, language }: Pick<TemplateRow, 'id' | 'name' | 'language'>) => tx<{ id: string }>`
  select id from answer_templates where organisation_id = ${organisationId} and name = ${name} and language = ${language} and id <> ${id}`

export const insertTemplates = (tx: Tx, organisationId: string, templates: readonly Omit<TemplateRow, 'version' | 'active'>[]) => tx<TemplateRow>`
  insert into answer_templates (organisation_id, id, name, language, kinds, subject, body)
  select ${organisationId}, t.id, t.name, t.language, t.kinds, t.subject, t.body
  from jsonb_to_recordset(${JSON.stringify(templates)}) as t (id uuid, name text, language text, kinds text[], subject text, body text)
  on conflict on constraint template_name_once do nothing
  returning id, name, language, kinds, subject, body, active, version`

export const updateTemplate = (tx: Tx, organisationId: string, t: TemplateRow) => tx`
  update answer_templates set name = ${t.name}, language = ${t.language}, kinds = ${t.kinds}, subject = ${t.subject}, body = ${t.body}, active = ${t.active}, version = ${t.version}
  where organisation_id = ${organisationId} and id = ${t.id}`

export const readApprovalRules = (tx: Tx, organisationId: string) => tx<ApprovalRow>`
  select id, kinds, amount_above, active, version from approval_rules where organisation_id = ${organisationId} order by id`

export const lockApprovalRule = (tx: Tx, organisationId: string, id: string) => tx<ApprovalRow>`
  select id, kinds, amount_above, active, version from approval_rules where organisation_id = ${organisationId} and id = ${id} for update`

export const saveApprovalRule = (tx: Tx, organisationId: string, r: ApprovalRow) => tx<ApprovalRow>`
  insert into approval_rules (organisation_id, id, kinds, amount_above, active, version) values (${organisationId}, ${r.id}, ${r.kinds}, ${r.amountAbove}, ${r.active}, ${r.version})
  on conflict (organisation_id, id) do update set kinds = excluded.kinds, amount_above = excluded.amount_above, active = excluded.active, version = excluded.version
  returning id, kinds, amount_above, active, version`

export type TemplateCase = {
  number: string
  title: string
  receivedAt: string
  dueOn: string | null
  product: string
  serial: string
  orderNumber: string
  customer: string
  branch: string
  branchTelephone: string
  timeZone: string
  person: string | null
  post: string | null
  company: string
}

/** What of a case, and of whoever writes, a template may name. */
export const readTemplateCase = (tx: Tx, { organisationId, id: actorId }: Pick<Actor, 'organisationId' | 'id'>, caseId: string) => tx<TemplateCase>`
  select c.number, c.title, c.received_at, c.due_on, coalesce(nullif(c.product_text, ''), pr.name, '') as product, c.serial, c.order_number,
    coalesce(nullif(c.reporter ->> 'onBehalfOf', ''), cu.name, c.reporter ->> 'name', '') as customer,
    b.name as branch, b.telephone as branch_telephone, b.time_zone, p.name as person, p.post, o.name as company
  from cases c
  join branches b on b.organisation_id = c.organisation_id and b.id = c.branch_id
  join organisations o on o.organisation_id = c.organisation_id
  left join products pr on pr.organisation_id = c.organisation_id and pr.id = c.product_id
  left join customers cu on cu.organisation_id = c.organisation_id and cu.id = c.customer_id
  left join people p on p.organisation_id = c.organisation_id and p.id = ${actorId}
  where c.organisation_id = ${organisationId} and c.id = ${caseId}`

export const readLadderRow = (tx: Tx, organisationId: string) => tx<{ ladder: unknown; version: number }>`
  select settings -> 'warningLadder' as ladder, settings_version as version from organisations where organisation_id = ${organisationId}`
