import { newId } from '#kernel/id.ts'
import { NotRecognised, Refusal } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import { ownAccount, refuseWrongPassword } from './my-account.ts'
import type { PeopleNeeds } from './needs.ts'
import { hashOf } from './opaque-token.ts'
import { secretBox } from './secret-box.ts'
import { confirmTotp, insertRecoveryCodes, removeTotp, savePendingTotp } from './store-account.ts'
import { readOrganisation } from './store-places.ts'
import { rolesOf } from './store-staff.ts'
import { base32, newRecoveryCode, newSecret, plainRecoveryCode, stepOf, totpUri } from './totp.ts'

const RECOVERY_CODES = 10

/** The password again: a session left open on a desk must not be enough to bind another's telephone. */
export async function startSecondFactor({ secret }: PeopleNeeds, { tx, actor }: Work, { password }: { password: string }) {
  const account = await ownAccount(tx, actor)
  if (account.totpSecret) throw new Refusal('second-factor-enrolled')
  await refuseWrongPassword(account, password)
  const fresh = newSecret()
  await savePendingTotp(tx, actor.organisationId, actor.id, secretBox(secret, 'totp').close(fresh, actor.id))
  const organisation = (await readOrganisation(tx, actor.organisationId))!
  return { secret: base32(fresh), uri: totpUri(fresh, { issuer: `Acuse ${organisation.name}`, account: account.email }) }
}

export async function confirmSecondFactor({ secret, authenticator }: PeopleNeeds, work: Work, { code }: { code: string }) {
  const { tx, actor, now } = work
  const { organisationId, id } = actor
  const account = await ownAccount(tx, actor)
  const pending = account.totpPending && secretBox(secret, 'totp').open(account.totpPending, id)
  if (!pending) throw new Refusal('second-factor-not-started')
  const step = stepOf(pending, code, { now: Date.parse(now), lastStep: 0 })
  if (!step) throw new NotRecognised('wrong-code')
  await confirmTotp(tx, organisationId, id, step)
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
  await insertRecoveryCodes(tx, organisationId, id, recoveryCodes.map((one) => ({ id: newId(), hash: hashOf(plainRecoveryCode(one)) })))
  note(work, { action: 'person.second-factor-enrolled', subject: ['person', id] })
  work.afterCommit(authenticator.forget)
  return { recoveryCodes }
}

export async function removeSecondFactor({ authenticator }: PeopleNeeds, work: Work, { password }: { password: string }) {
  const { tx, actor, now } = work
  const account = await ownAccount(tx, actor)
  await refuseWrongPassword(account, password)
  const [organisation, roles] = await Promise.all([readOrganisation(tx, actor.organisationId), rolesOf(tx, actor.organisationId, actor.id, now)])
  if (roles.some((role) => organisation!.secondFactorRoles.includes(role))) throw new Refusal('second-factor-required')
  await removeTotp(tx, actor.organisationId, actor.id)
  note(work, { action: 'person.second-factor-removed', subject: ['person', actor.id] })
  work.afterCommit(authenticator.forget)
  return {}
}
