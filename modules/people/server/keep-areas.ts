import type { BodyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { asRead, Refusal } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AddArea, EditArea } from '../contract-places.ts'
import { areas, insertArea, readArea, saveArea } from './store-places.ts'

export const listAreas = async ({ tx, actor }: Work) => ({ items: await areas(tx, actor.organisationId), nextCursor: null })

export async function addArea(work: Work, asked: BodyOf<typeof AddArea>) {
  const { tx, actor } = work
  const id = newId()
  const [area] = await insertArea(tx, actor.organisationId, { ...asked, id, nameEn: asked.nameEn || asked.name })
  if (!area) throw new Refusal('area-code-taken', { code: asked.code })
  note(work, { action: 'area.added', subject: ['area', id], details: { code: asked.code } })
  return area
}

export async function editArea(work: Work, areaId: string, asked: BodyOf<typeof EditArea>, ifMatch: number | null) {
  const { tx, actor } = work
  const [before] = await readArea(tx, actor.organisationId, areaId)
  asRead(before, ifMatch, 'area')
  const [area] = await saveArea(tx, actor.organisationId, areaId, asked)
  note(work, { action: 'area.edited', subject: ['area', areaId], details: { fields: Object.keys(asked) } })
  return area!
}
