import { scopeOf } from '#kernel/actor.ts'
import type { BodyOf, ReplyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { BadInput, NotFound, PersonsOnly, Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { ListViews, SaveView } from '../contract-lists.ts'
import { branchKnown, deleteView, insertView, readView, readViews } from './store-views.ts'

/** Own views, and those shared with everybody or with a branch of this actor. */
export async function listViews({ tx, actor }: Work): Promise<ReplyOf<typeof ListViews>> {
  return { items: await readViews(tx, actor) }
}

export async function saveView({ tx, actor }: Work, asked: BodyOf<typeof SaveView>): Promise<ReplyOf<typeof SaveView>> {
  if (actor.kind === 'token') throw new PersonsOnly()
  const { all, branches } = scopeOf(actor, 'cases.read')
  // A view shown to a branch is shown to one's own.
  if (asked.branchId && !(all ? await branchKnown(tx, actor.organisationId, asked.branchId) : branches.includes(asked.branchId))) throw new BadInput([{ path: 'branchId', code: 'branch-unknown' }])
  const view = { id: newId(), ...asked }
  await insertView(tx, actor, view)
  return { ...view, mine: true, version: 1 }
}

export async function removeView({ tx, actor }: Work, viewId: string): Promise<{ id: string }> {
  const [view] = await readView(tx, actor, viewId)
  if (!view) throw new NotFound('view')
  if (!view.mine) throw new Refusal('view-not-yours')
  await deleteView(tx, actor, viewId)
  return { id: viewId }
}
