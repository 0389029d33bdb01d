import { createHash } from 'node:crypto'
import type { BodyOf } from '#kernel/endpoint.ts'
import { asRead, BadInput } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { EditOrganisation } from '../contract-places.ts'
import type { Authenticator } from './authenticate.ts'
import { consentsBefore, lockOrganisation, readBranch, readOrganisation, saveConsent, saveOrganisation } from './store-places.ts'

type Asked = BodyOf<typeof EditOrganisation>

export async function showOrganisation({ tx, actor }: Work) {
  return (await readOrganisation(tx, actor.organisationId))!
}

export async function editOrganisation({ authenticator }: { authenticator: Pick<Authenticator, 'forget'> }, work: Work, { consent, ...asked }: Asked, ifMatch: number | null) {
  const { tx, actor } = work
  asRead(await lockOrganisation(tx, actor.organisationId), ifMatch, 'organisation')
  await refuseClosedBranch(work, asked.receivingBranchId)
  void saveOrganisation(tx, actor.organisationId, asked)
  if (Object.keys(asked).length > 0)
    note(work, { action: 'organisation.edited', subject: ['organisation', actor.organisationId], details: { fields: Object.keys(asked), ...(asked.secondFactorRoles && { secondFactorRoles: asked.secondFactorRoles }) } })
  if (consent !== undefined) await changeConsent(work, consent)
  work.afterCommit(authenticator.forget)
  return showOrganisation(work)
}

/** A branch that is closed receives nobody. */
async function refuseClosedBranch({ tx, actor }: Work, branchId: string | null | undefined): Promise<void> {
  const [branch] = branchId ? await readBranch(tx, actor.organisationId, branchId) : []
  if (branchId && !branch?.active) throw new BadInput([{ path: 'receivingBranchId', code: 'unknown' }])
}

/** The same text again is no new version: nobody need agree anew. */
async function changeConsent(work: Work, asked: { es: string; en: string } | null): Promise<void> {
  const { tx, actor } = work
  const { consent: now } = await showOrganisation(work)
  const texts = asked && { es: asked.es, en: asked.en || asked.es }
  if (texts?.es === now?.es && texts?.en === now?.en) return
  const version = `company-${(await consentsBefore(tx, actor.organisationId)) + (now ? 2 : 1)}`
  void saveConsent(tx, actor.organisationId, texts && { version, ...texts })
  const sha256 = texts && createHash('sha256').update(JSON.stringify(texts)).digest('hex')
  note(work, { action: 'organisation.consent-changed', subject: ['organisation', actor.organisationId], details: { before: now?.version ?? null, version: texts && version, sha256 } })
}
