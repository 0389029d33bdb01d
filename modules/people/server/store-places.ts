import type { Day, Language } from '#kernel/actor.ts'
import { BadInput } from '#kernel/refusal.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Area, Branch, Consent, Supplier } from '../contract-places.ts'
import type { Role } from '../contract.ts'

export type OrganisationRow = {
  id: string
  name: string
  taxId: string | null
  country: string
  language: Language
  timeZone: string
  secondFactorRoles: Role[]
  consent: Consent | null
  receivingBranchId: string | null
  version: number
}
export const readOrganisation = async (tx: Tx, organisationId: string): Promise<OrganisationRow | undefined> => {
  const rows = await tx<OrganisationRow>`
    select organisation_id as id, name, tax_id, country, language, time_zone, version,
      coalesce(settings -> 'secondFactorRoles', '[]') as second_factor_roles, settings -> 'consent' as consent,
      settings ->> 'receivingBranchId' as receiving_branch_id
    from organisations where organisation_id = ${organisationId}`
  return rows[0]
}
/** Held to the end of the transaction: whoever counts administrators, or changes the company, goes one after another. */
export const lockOrganisation = async (tx: Tx, organisationId: string): Promise<{ version: number }> => {
  const rows = await tx<{ version: number }>`select version from organisations where organisation_id = ${organisationId} for update`
  return rows[0]!
}
export const insertOrganisation = (tx: Tx, one: { id: string; name: string; taxId: string | null; country: string; language: Language; timeZone: string }) => tx`
  insert into organisations (organisation_id, name, tax_id, country, language, time_zone)
  values (${one.id}, ${one.name}, ${one.taxId}, ${one.country}, ${one.language}, ${one.timeZone})`
export const saveOrganisation = (tx: Tx, organisationId: string, asked: { name?: string; taxId?: string; language?: Language; timeZone?: string; secondFactorRoles?: Role[]; receivingBranchId?: string | null }) => tx`
  update organisations
  set name = coalesce(${asked.name ?? null}, name),
    tax_id = case when ${asked.taxId ?? null}::text is null then tax_id else nullif(${asked.taxId ?? null}::text, '') end,
    language = coalesce(${asked.language ?? null}, language),
    time_zone = coalesce(${asked.timeZone ?? null}, time_zone),
    settings = settings || ${JSON.stringify({ secondFactorRoles: asked.secondFactorRoles, receivingBranchId: asked.receivingBranchId })}::jsonb,
    version = version + 1, settings_version = settings_version + 1
  where organisation_id = ${organisationId}`

/** Another text for the customers to agree to; those before it are kept, for what was agreed to names its version. */
export const saveConsent = (tx: Tx, organisationId: string, consent: Consent | null) => tx`
  update organisations
  set settings = settings - 'consent'
    || case when settings -> 'consent' <> 'null' then jsonb_build_object('consentsBefore', coalesce(settings -> 'consentsBefore', '[]') || jsonb_build_array(settings -> 'consent')) else '{}' end
    || coalesce(${consent ? JSON.stringify({ consent }) : null}::jsonb, '{}')
  where organisation_id = ${organisationId}`
export const consentsBefore = async (tx: Tx, organisationId: string): Promise<number> => {
  const rows = await tx<{ before: number }>`select jsonb_array_length(coalesce(settings -> 'consentsBefore', '[]')) as before from organisations where organisation_id = ${organisationId}`
  return rows[0]!.before
}

export const branches = (tx: Tx, organisationId: string) => tx<Branch>`
  select id, code, name, city, address, telephone, time_zone, active, version
  from branches
  where organisation_id = ${organisationId}
  order by not active, acuse.folded(name), code`
export const readBranch = (tx: Tx, organisationId: string, id: string) => tx<Branch>`
  select id, code, name, city, address, telephone, time_zone, active, version
  from branches where organisation_id = ${organisationId} and id = ${id} for update`
export const insertBranch = (tx: Tx, organisationId: string, one: Omit<Branch, 'active' | 'version' | 'timeZone'> & { timeZone: string | null }) => tx<Branch>`
  insert into branches (organisation_id, id, code, name, city, address, telephone, time_zone)
  select o.organisation_id, ${one.id}, ${one.code}, ${one.name}, ${one.city}, ${one.address}, ${one.telephone}, coalesce(${one.timeZone}, o.time_zone)
  from organisations o where o.organisation_id = ${organisationId}
  on conflict on constraint branch_code_once do nothing
  returning id, code, name, city, address, telephone, time_zone, active, version`
export const saveBranch = (tx: Tx, organisationId: string, id: string, asked: Partial<Omit<Branch, 'id' | 'code' | 'version'>>) => tx<Branch>`
  update branches
  set name = coalesce(${asked.name ?? null}, name), city = coalesce(${asked.city ?? null}, city), address = coalesce(${asked.address ?? null}, address),
    telephone = coalesce(${asked.telephone ?? null}, telephone), time_zone = coalesce(${asked.timeZone ?? null}, time_zone),
    active = coalesce(${asked.active ?? null}, active), version = version + 1
  where organisation_id = ${organisationId} and id = ${id}
  returning id, code, name, city, address, telephone, time_zone, active, version`

export const areas = (tx: Tx, organisationId: string) => tx<Area>`
  select id, code, name, name_en, active, version
  from areas where organisation_id = ${organisationId}
  order by not active, code`
export const readArea = (tx: Tx, organisationId: string, id: string) => tx<Area>`
  select id, code, name, name_en, active, version from areas where organisation_id = ${organisationId} and id = ${id} for update`
export const insertArea = (tx: Tx, organisationId: string, one: Omit<Area, 'active' | 'version'>) => tx<Area>`
  insert into areas (organisation_id, id, code, name, name_en)
  values (${organisationId}, ${one.id}, ${one.code}, ${one.name}, ${one.nameEn})
  on conflict on constraint area_code_once do nothing
  returning id, code, name, name_en, active, version`
export const saveArea = (tx: Tx, organisationId: string, id: string, asked: Partial<Pick<Area, 'name' | 'nameEn' | 'active'>>) => tx<Area>`
  update areas
  set name = coalesce(${asked.name ?? null}, name), name_en = coalesce(${asked.nameEn ?? null}, name_en), active = coalesce(${asked.active ?? null}, active), version = version + 1
  where organisation_id = ${organisationId} and id = ${id}
  returning id, code, name, name_en, active, version`

export const suppliers = (tx: Tx, organisationId: string) => tx<Supplier>`
  select id, name, active, version from suppliers where organisation_id = ${organisationId} order by not active, acuse.folded(name), id`
export const readSupplier = (tx: Tx, organisationId: string, id: string) => tx<Supplier>`
  select id, name, active, version from suppliers where organisation_id = ${organisationId} and id = ${id} for update`
export const supplierNamed = (tx: Tx, organisationId: string, name: string) => tx<{ id: string }>`
  select id from suppliers where organisation_id = ${organisationId} and name = ${name}`
export const insertSupplier = (tx: Tx, organisationId: string, one: { id: string; name: string }) => tx<Supplier>`
  insert into suppliers (organisation_id, id, name) values (${organisationId}, ${one.id}, ${one.name})
  on conflict on constraint supplier_name_once do nothing
  returning id, name, active, version`
export const saveSupplier = (tx: Tx, organisationId: string, id: string, asked: { name?: string; active?: boolean }) => tx<Supplier>`
  update suppliers set name = coalesce(${asked.name ?? null}, name), active = coalesce(${asked.active ?? null}, active), version = version + 1
  where organisation_id = ${organisationId} and id = ${id}
  returning id, name, active, version`

/** Throws with the field of each place that this company has not, or has closed. */
export async function refuseUnknownPlaces(tx: Tx, organisationId: string, { branchId, areaId, supplierId }: { branchId: string | null; areaId: string | null; supplierId: string | null }, under = ''): Promise<void> {
  const [known] = await tx<{ branch: boolean; area: boolean; supplier: boolean }>`
    select
      ${branchId}::uuid is null or exists (select from branches where organisation_id = ${organisationId} and id = ${branchId} and active) as branch,
      ${areaId}::uuid is null or exists (select from areas where organisation_id = ${organisationId} and id = ${areaId} and active) as area,
      ${supplierId}::uuid is null or exists (select from suppliers where organisation_id = ${organisationId} and id = ${supplierId} and active) as supplier`
  const missing = (['branch', 'area', 'supplier'] as const).filter((place) => !known![place])
  if (missing.length > 0) throw new BadInput(missing.map((place) => ({ path: `${under}${place}Id`, code: 'unknown' })))
}

export type CoverageRow = {
  branchId: string
  code: string
  name: string
  responsibles: { personId: string; name: string; substitute: boolean; fromOn: Day; untilOn: Day | null }[]
  absences: { personId: string; substituteId: string | null; fromOn: Day; untilOn: Day }[]
}
/** Each open branch (or the one given) with whoever answers for it on some day of the span, and their absences and their substitutes' then. */
export const readCoverage = (tx: Tx, organisationId: string, { fromOn, untilOn, branchId = null }: { fromOn: Day; untilOn: Day; branchId?: string | null }) => tx<CoverageRow>`
  select b.id as branch_id, b.code, b.name, coalesce(r.responsibles, '[]') as responsibles, coalesce(a.absences, '[]') as absences
  from branches b
  left join lateral (
    select json_agg(json_build_object('personId', g.person_id, 'name', p.name, 'substitute', g.substitute, 'fromOn', g.from_on, 'untilOn', g.until_on)
        order by g.substitute, g.from_on, g.id) as responsibles,
      array_agg(g.person_id) as people
    from grants g
    join people p on p.organisation_id = g.organisation_id and p.id = g.person_id and p.active
    where g.organisation_id = b.organisation_id and g.branch_id = b.id and g.role = 'branch-responsible' and g.ended_at is null
      and g.from_on <= ${untilOn} and (g.until_on is null or g.until_on >= ${fromOn})
  ) r on true
  left join lateral (
    select json_agg(json_build_object('personId', x.person_id, 'fromOn', x.from_on, 'untilOn', x.until_on,
        'substituteId', case when s.active then x.substitute_id end) order by x.from_on, x.id) as absences
    from absences x
    left join people s on s.organisation_id = x.organisation_id and s.id = x.substitute_id
    where x.organisation_id = b.organisation_id and x.until_on >= ${fromOn} and x.from_on <= ${untilOn}
      and (x.person_id = any(r.people) or x.person_id in (
        select y.substitute_id from absences y
        where y.organisation_id = b.organisation_id and y.person_id = any(r.people) and y.until_on >= ${fromOn} and y.from_on <= ${untilOn}))
  ) a on true
  where b.organisation_id = ${organisationId} and b.active and (${branchId}::uuid is null or b.id = ${branchId})
  order by acuse.folded(b.name), b.code`
