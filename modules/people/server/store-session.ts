import type { Day, Instant, Language } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Role } from '../contract.ts'
import type { ReadToken } from './opaque-token.ts'

type HeldGrant = { role: Role; branchId: string | null; areaId: string | null; supplierId: string | null }

type Holder = { id: string; name: string; language: Language; grants: HeldGrant[] }
export type SessionHolder = Holder & { sessionId: string; enrolled: boolean; secondFactorRoles: Role[] }

/**
 * The person of a session that is still good, with what they may do today: their own grants, and the daily duties of
 * those whose absence names them. Notes in passing, at most once a minute, that the session is in use.
 */
export const readSession = (tx: Tx, { organisationId, hash }: ReadToken, { now, idleSeconds, delegated }: { now: Instant; idleSeconds: number; delegated: readonly Role[] }) => tx<SessionHolder>`
  with good as (
    select s.id, s.person_id
    from sessions s
    where s.organisation_id = ${organisationId} and s.token_hash = ${hash}
      and s.ended_at is null and s.expires_at > ${now}
      and s.last_seen_at > ${now}::timestamptz - make_interval(secs => ${idleSeconds})
  ), seen as (
    update sessions set last_seen_at = ${now}
    where organisation_id = ${organisationId} and id in (select id from good) and last_seen_at < ${now}::timestamptz - interval '1 minute'
  )
  select good.id as session_id, p.id, p.name, p.language, p.totp_secret is not null as enrolled,
    coalesce(o.settings -> 'secondFactorRoles', '[]') as second_factor_roles,
    coalesce((
      select json_agg(distinct jsonb_build_object('role', g.role, 'branchId', g.branch_id, 'areaId', g.area_id, 'supplierId', g.supplier_id))
      from grants g
      where g.organisation_id = p.organisation_id and g.ended_at is null
        and g.from_on <= today.day and (g.until_on is null or g.until_on >= today.day)
        and (g.person_id = p.id or (g.role = any(${delegated}) and g.person_id in (
          select a.person_id from absences a
          join people absent on absent.organisation_id = a.organisation_id and absent.id = a.person_id and absent.active
          where a.organisation_id = p.organisation_id and a.substitute_id = p.id and a.from_on <= today.day and a.until_on >= today.day)))
    ), '[]') as grants
  from good
  join people p on p.organisation_id = ${organisationId} and p.id = good.person_id and p.active
  join organisations o on o.organisation_id = p.organisation_id
  cross join lateral (select (${now}::timestamptz at time zone o.time_zone)::date as day) today`

/** The program of a token that has not been ended. */
export const readApiTokenHolder = (tx: Tx, { organisationId, hash }: ReadToken, now: Instant) => tx<Holder>`
  with good as (
    select t.* from api_tokens t
    where t.organisation_id = ${organisationId} and t.token_hash = ${hash} and t.ended_at is null
  ), used as (
    update api_tokens set last_used_at = ${now}
    where organisation_id = ${organisationId} and id in (select id from good)
      and (last_used_at is null or last_used_at < ${now}::timestamptz - interval '1 minute')
  )
  select good.id, good.name, o.language,
    json_build_array(json_build_object('role', good.role, 'branchId', good.branch_id, 'areaId', good.area_id, 'supplierId', good.supplier_id)) as grants
  from good
  join organisations o on o.organisation_id = good.organisation_id`

export const insertSession = (tx: Tx, session: { organisationId: string; id: string; personId: string; hash: Buffer; now: Instant; expiresAt: Instant; device: string }) => tx`
  insert into sessions (organisation_id, id, person_id, token_hash, created_at, last_seen_at, expires_at, device)
  values (${session.organisationId}, ${session.id}, ${session.personId}, ${session.hash}, ${session.now}, ${session.now}, ${session.expiresAt}, ${session.device})`

export type OpenSession = { id: string; device: string; createdAt: Instant; lastSeenAt: Instant; expiresAt: Instant }
export const sessionsOf = (tx: Tx, organisationId: string, personId: string, { now, idleSeconds }: { now: Instant; idleSeconds: number }) => tx<OpenSession>`
  select id, device, created_at, last_seen_at, expires_at
  from sessions
  where organisation_id = ${organisationId} and person_id = ${personId} and ended_at is null and expires_at > ${now}
    and last_seen_at > ${now}::timestamptz - make_interval(secs => ${idleSeconds})
  order by last_seen_at desc, id`

/** Ends one session of a person, or all but one; gives the ids of those that were open. */
export const endSessions = (tx: Tx, { organisationId, personId, only = null, but = null, now }: { organisationId: string; personId: string; only?: string | null; but?: string | null; now: Instant }) => tx<{ id: string }>`
  update sessions set ended_at = ${now}
  where organisation_id = ${organisationId} and person_id = ${personId} and ended_at is null
    and (${only}::uuid is null or id = ${only}) and (${but}::uuid is null or id <> ${but})
  returning id`

/** As the owner: the cookie that came with a new sign-in ends with it. */
export const endSessionByToken = (tx: Tx, { organisationId, hash }: ReadToken, now: Instant) => tx`
  update sessions set ended_at = ${now} where organisation_id = ${organisationId} and token_hash = ${hash} and ended_at is null`

/** The day it is for the organisation. */
export const readToday = async (tx: Tx, organisationId: string, now: Instant): Promise<Day> => {
  const rows = await tx<{ today: Day }>`
    select (${now}::timestamptz at time zone time_zone)::date as today from organisations where organisation_id = ${organisationId}`
  return rows[0]!.today
}

/** As the owner: what nobody will ask for again. */
export const sweepSessions = (tx: Tx, before: Instant) => tx`
  delete from sessions where coalesce(ended_at, expires_at) < ${before}`
export const sweepInvitations = (tx: Tx, before: Instant) => tx`
  delete from invitations where expires_at < ${before}`
