import type { Instant, Language } from '#kernel/actor.ts'
import { sql, type Sql, type Tx } from '#platform/server/database.ts'
import type { Preferences } from '../contract-account.ts'
import type { Role } from '../contract.ts'
import type { ReadToken } from './opaque-token.ts'

export type Candidate = {
  id: string
  organisationId: string
  organisation: string
  name: string
  email: string
  language: Language
  passwordHash: string | null
  totpSecret: string | null
  totpLastStep: number
  roles: Role[]
}

/** As the owner: whoever may be meant by a mail address, in any company. */
export const candidatesByEmail = (tx: Tx, email: string, most: number) => tx<Candidate>`
  select p.id, p.organisation_id, o.name as organisation, p.name, p.email, p.language, p.password_hash, p.totp_secret, p.totp_last_step,
    array(select g.role from grants g where g.organisation_id = p.organisation_id and g.person_id = p.id and g.ended_at is null) as roles
  from people p
  join organisations o on o.organisation_id = p.organisation_id
  where p.email = ${email} and p.active
  order by p.created_at, p.id
  limit ${most}`

/** No row when that step, or a later one, was used already: two at once cannot both spend it. */
export const spendStep = (tx: Tx, { organisationId, personId, step }: { organisationId: string; personId: string; step: number }) => tx`
  update people set totp_last_step = ${step}
  where organisation_id = ${organisationId} and id = ${personId} and totp_last_step < ${step}
  returning id`
export const spendRecoveryCode = (tx: Tx, asked: { organisationId: string; personId: string; hash: Buffer; now: Instant }) => tx`
  update recovery_codes set used_at = ${asked.now}
  where organisation_id = ${asked.organisationId} and person_id = ${asked.personId} and code_hash = ${asked.hash} and used_at is null
  returning id`

export type Account = {
  id: string
  name: string
  email: string
  post: string
  language: Language
  preferences: Partial<Preferences>
  passwordHash: string | null
  totpSecret: string | null
  totpPending: string | null
  totpLastStep: number
}
export const readAccount = async (tx: Tx, organisationId: string, personId: string): Promise<Account | undefined> => {
  const rows = await tx<Account>`
    select id, name, email, post, language, preferences, password_hash, totp_secret, totp_pending, totp_last_step
    from people
    where organisation_id = ${organisationId} and id = ${personId}`
  return rows[0]
}

export const savePreferences = (tx: Tx, organisationId: string, personId: string, { language, ...preferences }: Partial<Preferences> & { language?: Language | undefined }) => tx<{ language: Language; preferences: Partial<Preferences> }>`
  update people set language = coalesce(${language ?? null}, language), preferences = preferences || ${JSON.stringify(preferences)}::jsonb
  where organisation_id = ${organisationId} and id = ${personId}
  returning language, preferences`

export const savePassword = (tx: Tx, organisationId: string, personId: string, hash: string) => tx`
  update people set password_hash = ${hash} where organisation_id = ${organisationId} and id = ${personId}`

export const savePendingTotp = (tx: Tx, organisationId: string, personId: string, closed: string) => tx`
  update people set totp_pending = ${closed} where organisation_id = ${organisationId} and id = ${personId}`
export const confirmTotp = (tx: Tx, organisationId: string, personId: string, step: number) => tx`
  update people set totp_secret = totp_pending, totp_pending = null, totp_last_step = ${step}
  where organisation_id = ${organisationId} and id = ${personId} and totp_pending is not null
  returning id`
export function removeTotp(tx: Tx, organisationId: string, personId: string): Promise<unknown> {
  void tx`delete from recovery_codes where organisation_id = ${organisationId} and person_id = ${personId}`
  return tx`
    update people set totp_secret = null, totp_pending = null, totp_last_step = 0
    where organisation_id = ${organisationId} and id = ${personId}`
}
export const insertRecoveryCodes = (tx: Tx, organisationId: string, personId: string, codes: { id: string; hash: Buffer }[]) => tx`
  insert into recovery_codes (organisation_id, id, person_id, code_hash)
  select ${organisationId}, code.id, ${personId}, code.hash
  from unnest(${codes.map(({ id }) => id)}::uuid[], ${codes.map(({ hash }) => hash)}::bytea[]) as code (id, hash)`

export type Purpose = 'invitation' | 'new-password'
export const insertInvitation = (tx: Tx, one: { organisationId: string; id: string; personId: string; purpose: Purpose; hash: Buffer; invitedBy: string; now: Instant; expiresAt: Instant }) => tx`
  insert into invitations (organisation_id, id, person_id, purpose, token_hash, invited_by, created_at, expires_at)
  values (${one.organisationId}, ${one.id}, ${one.personId}, ${one.purpose}, ${one.hash}, ${one.invitedBy}, ${one.now}, ${one.expiresAt})`
/** Whatever links a person still has stop working. */
export const endInvitations = (tx: Tx, organisationId: string, personId: string, now: Instant) => tx`
  update invitations set ended_at = ${now}
  where organisation_id = ${organisationId} and person_id = ${personId} and used_at is null and ended_at is null`

export const invitationsOf = (organisationId: string, personId: string): Sql => sql`select id from invitations where organisation_id = ${organisationId} and person_id = ${personId}`

export type Invited = {
  id: string
  purpose: Purpose
  expiresAt: Instant
  usedAt: Instant | null
  endedAt: Instant | null
  personId: string
  name: string
  email: string
  language: Language
  active: boolean
  secondFactor: boolean
  organisation: string
  roles: Role[]
}
/** As the owner, for whoever holds the link has no session; locked, so that it works once. */
export const readInvitation = async (tx: Tx, { organisationId, hash }: ReadToken): Promise<Invited | undefined> => {
  const rows = await tx<Invited>`
    select i.id, i.purpose, i.expires_at, i.used_at, i.ended_at, p.id as person_id, p.name, p.email, p.language, p.active,
      p.totp_secret is not null as second_factor, o.name as organisation,
      array(select g.role from grants g where g.organisation_id = p.organisation_id and g.person_id = p.id and g.ended_at is null) as roles
    from invitations i
    join people p on p.organisation_id = i.organisation_id and p.id = i.person_id
    join organisations o on o.organisation_id = i.organisation_id
    where i.organisation_id = ${organisationId} and i.token_hash = ${hash}
    for update of i`
  return rows[0]
}
export const spendInvitation = (tx: Tx, organisationId: string, id: string, now: Instant) => tx`
  update invitations set used_at = ${now} where organisation_id = ${organisationId} and id = ${id} and used_at is null returning id`

export type TokenRow = { id: string; name: string; role: Role; branchId: string | null; areaId: string | null; supplierId: string | null; createdAt: Instant; lastUsedAt: Instant | null; endedAt: Instant | null }
export const apiTokens = (tx: Tx, organisationId: string) => tx<TokenRow>`
  select id, name, role, branch_id, area_id, supplier_id, created_at, last_used_at, ended_at
  from api_tokens
  where organisation_id = ${organisationId}
  order by ended_at is not null, id desc
  limit 500`
export const apiTokensMadeBy = (tx: Tx, organisationId: string, personId: string) => tx<Pick<TokenRow, 'id' | 'name' | 'role' | 'branchId' | 'areaId' | 'supplierId'>>`
  select id, name, role, branch_id, area_id, supplier_id
  from api_tokens
  where organisation_id = ${organisationId} and created_by = ${personId} and ended_at is null
  order by name, id`
export const insertApiToken = (tx: Tx, one: { organisationId: string; id: string; name: string; hash: Buffer; role: Role; branchId: string | null; areaId: string | null; supplierId: string | null; createdBy: string; now: Instant }) => tx`
  insert into api_tokens (organisation_id, id, name, token_hash, role, branch_id, area_id, supplier_id, created_by, created_at)
  values (${one.organisationId}, ${one.id}, ${one.name}, ${one.hash}, ${one.role}, ${one.branchId}, ${one.areaId}, ${one.supplierId}, ${one.createdBy}, ${one.now})`
export const endApiToken = (tx: Tx, organisationId: string, id: string, now: Instant) => tx`
  update api_tokens set ended_at = ${now} where organisation_id = ${organisationId} and id = ${id} and ended_at is null returning id`
