import type { BodyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { asRead, Refusal } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AddBranch, EditBranch } from '../contract-places.ts'
import { branches, insertBranch, readBranch, saveBranch } from './store-places.ts'

export const listBranches = async ({ tx, actor }: Work) => ({ items: await branches(tx, actor.organisationId), nextCursor: null })

export async function addBranch(work: Work, asked: BodyOf<typeof AddBranch>) {
  const { tx, actor, changed } = work
  const id = newId()
  const [branch] = await insertBranch(tx, actor.organisationId, { ...asked, id, timeZone: asked.timeZone ?? null })
  if (!branch) throw new Refusal('branch-code-taken', { code: asked.code })
  note(work, { action: 'branch.added', subject: ['branch', id], details: { code: asked.code } })
  changed({ kind: 'branch', id, action: 'added', branchId: id })
  return branch
}

export async function editBranch(work: Work, branchId: string, asked: BodyOf<typeof EditBranch>, ifMatch: number | null) {
  const { tx, actor, changed } = work
  const [before] = await readBranch(tx, actor.organisationId, branchId)
  asRead(before, ifMatch, 'branch')
  const [branch] = await saveBranch(tx, actor.organisationId, branchId, asked)
  note(work, { action: 'branch.edited', subject: ['branch', branchId], details: { fields: Object.keys(asked), ...(asked.active !== undefined && { active: asked.active }) } })
  changed({ kind: 'branch', id: branchId, action: 'edited', branchId })
  return branch!
}
