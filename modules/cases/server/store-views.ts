import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { sql, type Tx } from '#platform/server/database.ts'
import type { SavedView } from '../contract-lists.ts'
import type { Audience } from '../rules/view-audience.ts'

/** A view as it is kept; `mine`: whoever asks made it. */
export type View = Omit<z.output<typeof SavedView>, 'mayChange'>

const columns = ({ id }: Actor) => sql`id, name, shared, branch_id, owner_id = ${id} as mine, filter, version`

/** One's own first, then the team's, then those of branches. */
export const readViews = (tx: Tx, actor: Actor) => tx<View>`
  select ${columns(actor)} from saved_views where organisation_id = ${actor.organisationId}
  order by owner_id = ${actor.id} desc, branch_id is not null, acuse.folded(name), id`

export const lockView = (tx: Tx, actor: Actor, viewId: string) => tx<View>`
  select ${columns(actor)} from saved_views where organisation_id = ${actor.organisationId} and id = ${viewId} for update`

/** How many there are already for those who would see it. */
export const countViewsOf = (tx: Tx, { organisationId, id }: Actor, { shared, branchId }: Audience) => tx<{ n: number }>`
  select count(*)::int as n from saved_views
  where organisation_id = ${organisationId} and shared = ${shared} and (${shared} or owner_id = ${id}) and branch_id is not distinct from ${branchId}`

export const insertView = (tx: Tx, { organisationId, id }: Actor, view: View) => tx`
  insert into saved_views (organisation_id, id, name, owner_id, branch_id, shared, filter)
  values (${organisationId}, ${view.id}, ${view.name}, ${id}, ${view.branchId}, ${view.shared}, ${JSON.stringify(view.filter)})`

export const updateView = (tx: Tx, { organisationId }: Actor, view: View) => tx`
  update saved_views set name = ${view.name}, branch_id = ${view.branchId}, shared = ${view.shared}, filter = ${JSON.stringify(view.filter)}, version = ${view.version}
  where organisation_id = ${organisationId} and id = ${view.id}`

export const deleteView = (tx: Tx, { organisationId }: Actor, viewId: string) => tx`
  delete from saved_views where organisation_id = ${organisationId} and id = ${viewId}`

export const branchKnown = async (tx: Tx, organisationId: string, id: string): Promise<boolean> =>
  (await tx`select from branches where organisation_id = ${organisationId} and id = ${id}`).length > 0
