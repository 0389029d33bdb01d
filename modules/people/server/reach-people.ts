import { may, type Instant, type Language, type Place } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'
import { grantOf } from '../rules/granting.ts'
import { heldBy } from './store-staff.ts'

/** Somebody of the company to whom a mail may go. */
export type Reached = { id: string; name: string; email: string; language: Language }

/** Who answers for an area today: its people, and for whoever is away the substitute they named; without one they are told all the same. */
export const peopleOfArea = (tx: Tx, organisationId: string, areaId: string, now: Instant) => tx<Reached>`
  select distinct on (p.id) p.id, p.name, p.email, p.language
  from organisations o
  cross join lateral (select (${now}::timestamptz at time zone o.time_zone)::date as today) d
  join grants g on g.organisation_id = o.organisation_id and g.area_id = ${areaId} and g.role = 'area-responder' and g.ended_at is null
    and g.from_on <= d.today and (g.until_on is null or g.until_on >= d.today)
  left join absences a on a.organisation_id = g.organisation_id and a.person_id = g.person_id and d.today between a.from_on and a.until_on
  left join people s on s.organisation_id = a.organisation_id and s.id = a.substitute_id and s.active
  join people p on p.organisation_id = g.organisation_id and p.active and p.id = coalesce(s.id, g.person_id)
  where o.organisation_id = ${organisationId}
  order by p.id`

export const peopleById = (tx: Tx, organisationId: string, ids: readonly string[]) => tx<Reached>`
  select id, name, email, language from people where organisation_id = ${organisationId} and id = any (${ids}::uuid[]) and active order by id`

/** Of these people, those who are active and by some role of today have that permission at the place. */
export async function whoMay(tx: Tx, organisationId: string, ids: readonly string[], permission: string, place: Place, now: Instant): Promise<Reached[]> {
  const people = await peopleById(tx, organisationId, ids)
  const held = await Promise.all(people.map(({ id }) => heldBy(tx, organisationId, id, now)))
  return people.filter((_, at) => may({ kind: 'person', grants: held[at]!.map((grant) => grantOf(grant.role, grant)) }, permission, place))
}

/** Whoever wants to hear by mail when an area has answered: everybody, but for those who said no. */
export const whoHearsOfAreas = (tx: Tx, organisationId: string, personId: string) => tx<Reached>`
  select id, name, email, language from people
  where organisation_id = ${organisationId} and id = ${personId} and active and coalesce((preferences -> 'areaAnswerMails')::boolean, true)`
