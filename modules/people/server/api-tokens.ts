import { newId } from '#kernel/id.ts'
import { NotFound, refuseIf } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { GrantPlace } from '../contract.ts'
import { refuseGranting, refusePlace } from '../rules/granting.ts'
import type { Authenticator } from './authenticate.ts'
import { newApiToken } from './opaque-token.ts'
import { apiTokens, endApiToken as endToken, insertApiToken } from './store-account.ts'
import { refuseUnknownPlaces } from './store-places.ts'

export async function listApiTokens({ tx, actor }: Work) {
  const items = await apiTokens(tx, actor.organisationId)
  // Whoever manages one supplier's people sees the tokens they could give, and no other.
  return { items: items.filter((token) => !refuseGranting(actor, token, 'program')), nextCursor: null }
}

/** The token's text leaves here and is kept nowhere. */
export async function createApiToken(work: Work, { name, ...place }: GrantPlace & { name: string }) {
  const { tx, actor, now } = work
  refuseIf(refusePlace(place) ?? refuseGranting(actor, place, 'program'))
  await refuseUnknownPlaces(tx, actor.organisationId, place)
  const id = newId()
  const { token, hash } = newApiToken(actor.organisationId)
  void insertApiToken(tx, { organisationId: actor.organisationId, id, name, hash, ...place, createdBy: actor.id, now })
  note(work, { action: 'api-token.created', subject: ['api-token', id], details: place })
  return { id, token }
}

export async function endApiToken({ authenticator }: { authenticator: Authenticator }, work: Work, { tokenId }: { tokenId: string }) {
  const { tx, actor, now } = work
  const token = (await apiTokens(tx, actor.organisationId)).find(({ id }) => id === tokenId)
  if (!token || refuseGranting(actor, token, 'program')) throw new NotFound('api-token')
  await endToken(tx, actor.organisationId, tokenId, now)
  note(work, { action: 'api-token.ended', subject: ['api-token', tokenId] })
  work.afterCommit(authenticator.forget)
  return {}
}
