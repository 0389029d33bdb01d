import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { BodyOf } from '#kernel/endpoint.ts'
import type { EditOrganisation } from '../contract-places.ts'
import type { Authenticator } from './authenticate.ts'
import { lockOrganisation, readOrganisation, refuseChanged, saveOrganisation } from './store-places.ts'

export async function showOrganisation({ tx, actor }: Work) {
  return (await readOrganisation(tx, actor.organisationId))!
}

export async function editOrganisation({ authenticator }: { authenticator: Authenticator }, work: Work, asked: BodyOf<typeof EditOrganisation>, ifMatch: number | null) {
  const { tx, actor } = work
  refuseChanged(await lockOrganisation(tx, actor.organisationId), ifMatch, 'organisation')
  void saveOrganisation(tx, actor.organisationId, asked)
  note(work, { action: 'organisation.edited', subject: ['organisation', actor.organisationId], details: { fields: Object.keys(asked), ...(asked.secondFactorRoles && { secondFactorRoles: asked.secondFactorRoles }) } })
  work.afterCommit(authenticator.forget)
  return showOrganisation(work)
}
