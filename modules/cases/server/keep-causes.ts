import type { BodyOf } from '#kernel/endpoint.ts'
import { given } from '#kernel/fields.ts'
import { newId } from '#kernel/id.ts'
import { asRead, BadInput, Refusal } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AddCause, ChangeCause } from '../contract-settings.ts'
import { insertCauses, insertCauseVersion, lockCauses, readCauses, readGaps, readUnknown, updateCause, type CauseRow } from './store-settings.ts'

export const listCauses = async ({ tx, actor }: Work) => ({ items: await readCauses(tx, actor.organisationId) })

/** Adds a cause to the tree. Two at once go one after another, so that a code is one cause's and a tree has no ring. */
export async function addCause(work: Work, asked: BodyOf<typeof AddCause>): Promise<CauseRow> {
  const { tx, actor, now } = work
  const others = await lockCauses(tx, actor.organisationId)
  const cause = { ...asked, id: newId() }
  await refuseWrong(work, cause, others)
  insertCauses(tx, actor, now, [cause])
  note(work, { action: 'cause.added', subject: ['cause', cause.id], details: { code: cause.code } })
  return { ...cause, version: 1 }
}

/** Changes a cause: a new version, its former one kept. Cases keep the version they were given; switched off, it is offered no more. */
export async function changeCause(work: Work, causeId: string, asked: BodyOf<typeof ChangeCause>, ifMatch: number | null): Promise<CauseRow> {
  const { tx, actor, now } = work
  const all = await lockCauses(tx, actor.organisationId)
  const before = asRead(all.find(({ id }) => id === causeId), ifMatch, 'cause')
  const changes = given(asked)
  const cause: CauseRow = { ...before, ...changes, version: before.version + 1 }
  await refuseWrong(work, cause, all.filter(({ id }) => id !== causeId))
  updateCause(tx, actor.organisationId, cause)
  insertCauseVersion(tx, { organisationId: actor.organisationId, by: actor.id, at: now }, cause)
  note(work, { action: 'cause.changed', subject: ['cause', causeId], details: { version: cause.version, fields: Object.keys(changes) } })
  return cause
}

/** Causes and cases that have no procedure defined: what is still to be written (S-78). */
export async function listGaps({ tx, actor }: Work) {
  const gaps = await readGaps(tx, actor.organisationId)
  return { items: gaps.map(({ nameEn, name, ...gap }) => ({ ...gap, name: (actor.language === 'en' && nameEn) || name })) }
}

async function refuseWrong({ tx, actor }: Work, cause: Omit<CauseRow, 'version'>, others: readonly CauseRow[]): Promise<void> {
  if (others.some(({ code }) => code === cause.code)) throw new Refusal('cause-code-taken', { code: cause.code })
  if (cause.parentId) {
    if (cause.parentId === cause.id || ancestorsOf(cause.parentId, others).has(cause.id)) throw new Refusal('cause-under-itself')
    if (!others.some(({ id }) => id === cause.parentId)) throw new BadInput([{ path: 'parentId', code: 'cause-unknown' }])
  }
  if (!cause.areaId) return
  const nothing = { people: [], causes: [], products: [], branches: [], customers: [] }
  if ((await readUnknown(tx, actor.organisationId, { ...nothing, areas: [cause.areaId] })).length > 0) throw new BadInput([{ path: 'areaId', code: 'area-unknown' }])
}

/** A cause and all above it. */
function ancestorsOf(id: string, causes: readonly CauseRow[]): Set<string> {
  const found = new Set<string>()
  for (let at: string | null | undefined = id; at && !found.has(at); at = causes.find((cause) => cause.id === at)?.parentId) found.add(at)
  return found
}
