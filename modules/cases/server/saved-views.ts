import type { Actor } from '#kernel/actor.ts'
import type { BodyOf, ReplyOf } from '#kernel/endpoint.ts'
import { given } from '#kernel/fields.ts'
import { newId } from '#kernel/id.ts'
import { asRead, BadInput, NotFound, PersonsOnly, Refusal, refuseIf } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { ChangeView, ListViews, SaveView } from '../contract-lists.ts'
import { amongViews, MOST_VIEWS, refuseChanging, refuseShowing, type Audience } from '../rules/view-audience.ts'
import { branchKnown, countViewsOf, deleteView, insertView, lockView, readViews, updateView, type View } from './store-views.ts'

type Shown = ReplyOf<typeof SaveView>

/** Own views, and those shared with everybody or with a branch of this actor. */
export async function listViews({ tx, actor }: Work): Promise<ReplyOf<typeof ListViews>> {
  return { items: (await readViews(tx, actor)).map((view) => shown(actor, view)) }
}

export async function saveView(work: Work, asked: BodyOf<typeof SaveView>): Promise<Shown> {
  if (work.actor.kind === 'token') throw new PersonsOnly()
  const view = { id: newId(), ...asked, ...audienceOf(asked), mine: true, version: 1 }
  await refuseAudience(work, view)
  await insertView(work.tx, work.actor, view)
  if (view.shared) noteView(work, 'view.saved', view)
  return shown(work.actor, view)
}

/** Its name, who sees it, or all that it shows; the version that was read is named, for a view that others see others may change. */
export async function changeView(work: Work, viewId: string, asked: BodyOf<typeof ChangeView>, ifMatch: number | null): Promise<Shown> {
  const { tx, actor } = work
  if (actor.kind === 'token') throw new PersonsOnly()
  const [before] = await lockView(tx, actor, viewId)
  const view = asRead(before, ifMatch, 'view')
  refuseIf(refuseChanging(actor, view))
  const changes = given(asked)
  const next = { ...view, ...changes, ...audienceOf({ ...view, ...changes }), version: view.version + 1 }
  if (next.shared !== view.shared || next.branchId !== view.branchId) {
    // Kept for whoever made it alone, it would be out of sight of whoever took it from the others.
    if (!next.shared && !view.mine) throw new Refusal('view-not-yours')
    await refuseAudience(work, next)
  }
  await updateView(tx, actor, next)
  if (view.shared || next.shared) noteView(work, 'view.changed', next, Object.keys(changes))
  return shown(actor, next)
}

export async function removeView(work: Work, viewId: string): Promise<{ id: string }> {
  const { tx, actor } = work
  if (actor.kind === 'token') throw new PersonsOnly()
  const [view] = await lockView(tx, actor, viewId)
  if (!view) throw new NotFound('view')
  refuseIf(refuseChanging(actor, view))
  await deleteView(tx, actor, viewId)
  if (view.shared) noteView(work, 'view.removed', view)
  return { id: viewId }
}

/** Whoever changes what others see leaves their name; what one keeps for oneself is nobody's affair. */
const noteView = (work: Work, action: string, { id, version, branchId }: View, fields?: readonly string[]) =>
  note(work, { action, subject: ['view', id], details: { version, branchId, ...(fields && { fields }) } })

const shown = (actor: Actor, view: View): Shown => ({ ...view, mayChange: refuseChanging(actor, view) === null })

/** A branch is said of what is shown to it. */
const audienceOf = ({ shared, branchId }: Audience): Audience => ({ shared, branchId: shared ? branchId : null })

async function refuseAudience({ tx, actor }: Work, audience: Audience): Promise<void> {
  if (audience.branchId && !(await branchKnown(tx, actor.organisationId, audience.branchId))) throw new BadInput([{ path: 'branchId', code: 'branch-unknown' }])
  refuseIf(refuseShowing(actor, audience))
  // Two who save at once may go one beyond it, which does no harm.
  const [kept] = await countViewsOf(tx, actor, audience)
  if (kept!.n >= MOST_VIEWS) throw new Refusal(`views-enough-${amongViews(audience)}`, { most: MOST_VIEWS })
}
