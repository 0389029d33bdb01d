import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'
import type { SavedView } from '../contract-lists.ts'

type View = z.output<typeof SavedView>

export const readViews = (tx: Tx, { organisationId, id }: Actor) => tx<View>`
  select id, name, shared, branch_id, owner_id = ${id} as mine, filter, version
  from saved_views where organisation_id = ${organisationId} order by owner_id = ${id} desc, acuse.folded(name), id`

export const readView = (tx: Tx, { organisationId, id }: Actor, viewId: string) => tx<{ mine: boolean }>`
  select owner_id = ${id} as mine from saved_views where organisation_id = ${organisationId} and id = ${viewId}`

export const insertView = (tx: Tx, { organisationId, id }: Actor, view: Omit<View, 'mine' | 'version'>) => tx`
  insert into saved_views (organisation_id, id, name, owner_id, branch_id, shared, filter)
  values (${organisationId}, ${view.id}, ${view.name}, ${id}, ${view.branchId}, ${view.shared}, ${JSON.stringify(view.filter)})`

export const deleteView = (tx: Tx, { organisationId, id }: Actor, viewId: string) => tx`
  delete from saved_views where organisation_id = ${organisationId} and id = ${viewId} and owner_id = ${id}`

export const branchKnown = async (tx: Tx, organisationId: string, id: string): Promise<boolean> =>
  (await tx`select from branches where organisation_id = ${organisationId} and id = ${id}`).length > 0
