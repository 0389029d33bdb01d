import type { Day, Instant, Language } from '#kernel/actor.ts'
import { sql, type Tx } from '#platform/server/database.ts'
import type { Absence, StaffMember } from '../contract-staff.ts'
import { ROLES, type GivenGrant, type Role } from '../contract.ts'

export type StaffFilter = {
  text: string | null
  role: Role | null
  branchId: string | null
  areaId: string | null
  supplierId: string | null
  state: StaffMember['state'] | null
  /** The suppliers whose people alone are seen; null is everybody. */
  suppliers: string[] | null
  personId: string | null
  after: { name: string; id: string } | null
  limit: number
}
export const EVERYBODY: StaffFilter = { text: null, role: null, branchId: null, areaId: null, supplierId: null, state: null, suppliers: null, personId: null, after: null, limit: 1 }

export type StaffRow = StaffMember & { sortedBy: string }

const state = sql`case when not p.active then 'disabled' when p.password_hash is null then 'invited' else 'active' end`

/** Staff by name, with what they hold today or will hold. `text` is found anywhere in name, mail or post, accents forgiven. */
export const staff = (tx: Tx, organisationId: string, today: Day, f: StaffFilter) => tx<StaffRow>`
  select p.id, p.name, p.post, p.email, p.language, p.version, ${state} as state, p.totp_secret is not null as second_factor,
    (select max(a.until_on) from absences a where a.organisation_id = p.organisation_id and a.person_id = p.id and a.from_on <= ${today} and a.until_on >= ${today}) as away_until_on,
    coalesce((
      select json_agg(json_build_object('id', g.id, 'role', g.role, 'branchId', g.branch_id, 'areaId', g.area_id, 'supplierId', g.supplier_id,
        'substitute', g.substitute, 'fromOn', g.from_on, 'untilOn', g.until_on) order by g.from_on, g.id)
      from grants g
      where g.organisation_id = p.organisation_id and g.person_id = p.id and g.ended_at is null and (g.until_on is null or g.until_on >= ${today})
    ), '[]') as grants,
    acuse.folded(p.name) as sorted_by
  from people p
  where p.organisation_id = ${organisationId}
    and (${f.personId}::uuid is null or p.id = ${f.personId})
    and (${f.text}::text is null or acuse.folded(p.name || ' ' || p.email || ' ' || p.post) like '%' || acuse.folded(${f.text}) || '%')
    and (${f.state}::text is null or ${state} = ${f.state})
    and ((${f.role}::text is null and ${f.branchId}::uuid is null and ${f.areaId}::uuid is null and ${f.supplierId}::uuid is null) or exists (
      select from grants g
      where g.organisation_id = p.organisation_id and g.person_id = p.id and g.ended_at is null and (g.until_on is null or g.until_on >= ${today})
        and (${f.role}::text is null or g.role = ${f.role}) and (${f.branchId}::uuid is null or g.branch_id = ${f.branchId})
        and (${f.areaId}::uuid is null or g.area_id = ${f.areaId}) and (${f.supplierId}::uuid is null or g.supplier_id = ${f.supplierId})))
    and (${f.suppliers}::uuid[] is null or exists (
      select from grants g
      where g.organisation_id = p.organisation_id and g.person_id = p.id and g.ended_at is null and g.supplier_id = any(${f.suppliers}::uuid[])))
    and (${f.after?.id ?? null}::uuid is null or (acuse.folded(p.name), p.id) > (${f.after?.name ?? ''}, ${f.after?.id ?? null}::uuid))
  order by acuse.folded(p.name), p.id
  limit ${f.limit}`

type DemonstrationAccounts = { password: string; people: { role: Role; name: string; post: string; email: string }[] }
/** As the owner: of the demonstration company, if there is one, whoever has each role with the fewest others, and the password that all of its own people were given. Whoever has another is somebody, and is shown to nobody. */
export const demonstrationAccounts = async (tx: Tx): Promise<DemonstrationAccounts | undefined> => {
  const rows = await tx<DemonstrationAccounts>`
    select o.settings ->> 'demonstrationPassword' as password, (
      select json_agg(json_build_object('role', one.role, 'name', one.name, 'post', one.post, 'email', one.email) order by array_position(${ROLES}::text[], one.role))
      from (
        select distinct on (g.role) g.role, p.name, p.post, p.email
        from grants g
        join people p on p.organisation_id = g.organisation_id and p.id = g.person_id and p.active and p.password_hash = o.settings ->> 'demonstrationPasswordHash'
        where g.organisation_id = o.organisation_id and g.ended_at is null
        order by g.role, (select count(*) from grants h where h.organisation_id = p.organisation_id and h.person_id = p.id and h.ended_at is null), g.substitute, p.id
      ) one
    ) as people
    from organisations o
    where o.settings ->> 'demonstration' = 'true' and o.settings ? 'demonstrationPassword'
    order by o.created_at
    limit 1`
  return rows[0]?.people ? rows[0] : undefined
}

export const lockPerson = async (tx: Tx, organisationId: string, personId: string): Promise<{ version: number; active: boolean; name: string; email: string; language: Language; invited: boolean } | undefined> => {
  const rows = await tx<{ version: number; active: boolean; name: string; email: string; language: Language; invited: boolean }>`
    select version, active, name, email, language, password_hash is null as invited
    from people where organisation_id = ${organisationId} and id = ${personId} for update`
  return rows[0]
}
/** No row when the address is another's in this company. */
export const insertPerson = (tx: Tx, organisationId: string, one: { id: string; name: string; email: string; post: string; language: Language | null; passwordHash?: string | null; now: Instant }) => tx<{ id: string; language: Language }>`
  insert into people (organisation_id, id, name, email, post, language, password_hash, created_at)
  select o.organisation_id, ${one.id}, ${one.name}, ${one.email}, ${one.post}, coalesce(${one.language}, o.language), ${one.passwordHash ?? null}, ${one.now}
  from organisations o where o.organisation_id = ${organisationId}
  on conflict on constraint email_once do nothing
  returning id, language`
export const personByEmail = (tx: Tx, organisationId: string, email: string) => tx<{ id: string }>`
  select id from people where organisation_id = ${organisationId} and email = ${email}`
export const savePerson = (tx: Tx, organisationId: string, personId: string, asked: { name?: string; email?: string; post?: string; language?: Language }) => tx`
  update people
  set name = coalesce(${asked.name ?? null}, name), email = coalesce(${asked.email ?? null}, email), post = coalesce(${asked.post ?? null}, post),
    language = coalesce(${asked.language ?? null}, language), version = version + 1
  where organisation_id = ${organisationId} and id = ${personId}`
export const saveActive = (tx: Tx, organisationId: string, personId: string, active: boolean) => tx`
  update people set active = ${active}, version = version + 1 where organisation_id = ${organisationId} and id = ${personId}`

/** What a person holds today or will hold. */
export const grantsOf = (tx: Tx, organisationId: string, personId: string, today: Day) => tx<GivenGrant>`
  select id, role, branch_id, area_id, supplier_id, substitute, from_on, until_on
  from grants
  where organisation_id = ${organisationId} and person_id = ${personId} and ended_at is null and (until_on is null or until_on >= ${today})
  order by from_on, id`
/** What an active person holds on the organisation's day of that instant; none when they are disabled. */
export const heldBy = (tx: Tx, organisationId: string, personId: string, now: Instant) => tx<{ role: Role; branchId: string | null; areaId: string | null; supplierId: string | null }>`
  select g.role, g.branch_id, g.area_id, g.supplier_id
  from grants g
  join people p on p.organisation_id = g.organisation_id and p.id = g.person_id and p.active
  join organisations o on o.organisation_id = g.organisation_id
  where g.organisation_id = ${organisationId} and g.person_id = ${personId} and g.ended_at is null
    and g.from_on <= (${now}::timestamptz at time zone o.time_zone)::date
    and (g.until_on is null or g.until_on >= (${now}::timestamptz at time zone o.time_zone)::date)
  order by g.from_on, g.id`
/** The roles of a person today, their own. */
export const rolesOf = async (tx: Tx, organisationId: string, personId: string, now: Instant): Promise<Role[]> => {
  const rows = await tx<{ role: Role }>`
    select distinct g.role
    from grants g
    join organisations o on o.organisation_id = g.organisation_id
    where g.organisation_id = ${organisationId} and g.person_id = ${personId} and g.ended_at is null
      and g.from_on <= (${now}::timestamptz at time zone o.time_zone)::date
      and (g.until_on is null or g.until_on >= (${now}::timestamptz at time zone o.time_zone)::date)`
  return rows.map(({ role }) => role)
}
export const insertGrant = (tx: Tx, organisationId: string, personId: string, g: GivenGrant) => tx`
  insert into grants (organisation_id, id, person_id, role, branch_id, area_id, supplier_id, substitute, from_on, until_on)
  values (${organisationId}, ${g.id}, ${personId}, ${g.role}, ${g.branchId}, ${g.areaId}, ${g.supplierId}, ${g.substitute}, ${g.fromOn}, ${g.untilOn})`
export const saveGrantEnd = (tx: Tx, organisationId: string, grantId: string, untilOn: Day | null) => tx`
  update grants set until_on = ${untilOn} where organisation_id = ${organisationId} and id = ${grantId}`
export const endGrant = (tx: Tx, organisationId: string, grantId: string, now: Instant) => tx`
  update grants set ended_at = ${now} where organisation_id = ${organisationId} and id = ${grantId} and ended_at is null`
/** Titulars of a branch, apart from one grant, on some day of the span. */
export const titularsOf = (tx: Tx, organisationId: string, branchId: string, { fromOn, untilOn, but }: { fromOn: Day; untilOn: Day | null; but: string }) => tx<{ name: string }>`
  select p.name
  from grants g
  join people p on p.organisation_id = g.organisation_id and p.id = g.person_id and p.active
  where g.organisation_id = ${organisationId} and g.branch_id = ${branchId} and g.role = 'branch-responsible' and not g.substitute
    and g.ended_at is null and g.id <> ${but}
    and (${untilOn}::date is null or g.from_on <= ${untilOn}) and (g.until_on is null or g.until_on >= ${fromOn})
  order by g.from_on limit 1`
/** Who administers the company today and for good, and can get in. */
export const lastingAdmins = (tx: Tx, organisationId: string, today: Day) => tx<{ id: string }>`
  select distinct p.id
  from grants g
  join people p on p.organisation_id = g.organisation_id and p.id = g.person_id and p.active and p.password_hash is not null
  where g.organisation_id = ${organisationId} and g.role = 'admin' and g.ended_at is null and g.from_on <= ${today} and g.until_on is null`

export const absences = (tx: Tx, organisationId: string, f: { today: Day; personId: string | null; suppliers: string[] | null; after: { fromOn: Day; id: string } | null; limit: number; absenceId?: string | null }) => tx<Absence>`
  select a.id, a.person_id, p.name, a.substitute_id, s.name as substitute_name, a.from_on, a.until_on, a.reason
  from absences a
  join people p on p.organisation_id = a.organisation_id and p.id = a.person_id
  left join people s on s.organisation_id = a.organisation_id and s.id = a.substitute_id
  where a.organisation_id = ${organisationId} and a.until_on >= ${f.today}
    and (${f.absenceId ?? null}::uuid is null or a.id = ${f.absenceId ?? null})
    and (${f.personId}::uuid is null or a.person_id = ${f.personId})
    and (${f.suppliers}::uuid[] is null or exists (
      select from grants g
      where g.organisation_id = a.organisation_id and g.person_id = a.person_id and g.ended_at is null and g.supplier_id = any(${f.suppliers}::uuid[])))
    and (${f.after?.id ?? null}::uuid is null or (a.from_on, a.id) > (${f.after?.fromOn ?? null}::date, ${f.after?.id ?? null}::uuid))
  order by a.from_on, a.id
  limit ${f.limit}`
export const overlappingAbsences = (tx: Tx, organisationId: string, personId: string, { fromOn, untilOn }: { fromOn: Day; untilOn: Day }) => tx<{ id: string }>`
  select id from absences where organisation_id = ${organisationId} and person_id = ${personId} and from_on <= ${untilOn} and until_on >= ${fromOn}`
export const insertAbsence = (tx: Tx, organisationId: string, one: { id: string; personId: string; substituteId: string | null; fromOn: Day; untilOn: Day; reason: string }) => tx`
  insert into absences (organisation_id, id, person_id, substitute_id, from_on, until_on, reason)
  values (${organisationId}, ${one.id}, ${one.personId}, ${one.substituteId}, ${one.fromOn}, ${one.untilOn}, ${one.reason})`
/** Begun: it ends yesterday, for what was decided by it stands. Not begun: it never was. */
export function removeAbsence(tx: Tx, organisationId: string, id: string, today: Day): Promise<unknown> {
  void tx`delete from absences where organisation_id = ${organisationId} and id = ${id} and from_on >= ${today}`
  return tx`update absences set until_on = ${today}::date - 1 where organisation_id = ${organisationId} and id = ${id} and from_on < ${today}`
}
