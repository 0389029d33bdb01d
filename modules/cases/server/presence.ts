import { NotFound, PersonsOnly } from '#kernel/refusal.ts'
import type { Live } from '#platform/server/live.ts'
import { on, type Route } from '#platform/server/route.ts'
import type { Work } from '#platform/server/work.ts'
import { ListPresence, ReadPresence, SayPresence } from '../contract-sheet.ts'
import { numbers } from './case-alias.ts'

export type PresenceNeeds = { live: Pick<Live, 'present' | 'presentAt'> }
type Seen = { id: string; branchId: string; areaIds: string[]; supplierId: string | null }

/** Who is at a case and who is writing its answer: kept by nobody, told to whoever sees the case. */
export const presenceRoutes = (needs: PresenceNeeds): Route[] => [
  on(SayPresence, 'cases.read', (work, { params, body }) => sayPresence(needs, work, params.number, body.doing)),
  on(ReadPresence, 'cases.read', (work, { params }) => readPresence(needs, work, params.number)),
  on(ListPresence, 'cases.read', (work, { query }) => listPresence(needs, work, query.caseId)),
]

async function sayPresence({ live }: PresenceNeeds, work: Work, number: string, doing: 'viewing' | 'typing' | 'gone') {
  const { id, ...place } = await readSeen(work, number)
  const { kind, id: personId, organisationId, name } = work.actor
  // A program looks at nothing.
  if (kind !== 'person') throw new PersonsOnly()
  work.afterCommit(() => live.present(organisationId, { kind: 'case', id, personId, name, doing, ...place }))
  return {}
}

async function readPresence({ live }: PresenceNeeds, work: Work, number: string) {
  const { id } = await readSeen(work, number)
  return { items: live.presentAt(work.actor.organisationId, 'case', id) }
}

/** Of the cases of a list, as far as the actor sees them. */
async function listPresence({ live }: PresenceNeeds, { tx, actor }: Work, caseIds: readonly string[]) {
  const seen = await tx<{ id: string }>`select id from cases where organisation_id = ${actor.organisationId} and id = any (${caseIds}::uuid[])`
  return { items: seen.map(({ id }) => ({ caseId: id, people: live.presentAt(actor.organisationId, 'case', id) })).filter(({ people }) => people.length > 0) }
}

async function readSeen({ tx, actor }: Work, number: string): Promise<Seen> {
  const caseId = await numbers.caseId(tx, actor.organisationId, number)
  const [seen] = await tx<Seen>`select id, branch_id, area_ids, supplier_id from cases where organisation_id = ${actor.organisationId} and id = ${caseId}`
  if (!seen) throw new NotFound('case')
  return seen
}
