import type { Actor } from '#kernel/actor.ts'
import type { Role } from '#modules/people/contract.ts'
import { grantOf } from '#modules/people/rules/granting.ts'
import { CannotStart } from '#platform/server/data-folder.ts'
import type { BenchCompany } from './bench-company.ts'

type Place = { branchId?: string; areaId?: string; supplierId?: string }

/** Whoever reads lists in a company of this size, by how they come to see cases: all of it, a branch, ten, an area, a supplier. */
export async function benchActors({ db, organisationId, branchIds, areaIds }: BenchCompany): Promise<{ name: string; actor: Actor }[]> {
  const [people, suppliers] = await db.asOwner((tx) => Promise.all([
    tx<{ id: string; branchId: string }>`select id, post as branch_id from people where organisation_id = ${organisationId} and post <> '' order by id`,
    tx<{ id: string }>`select id from suppliers where organisation_id = ${organisationId} order by name`,
  ]))
  if (people.length === 0) throw new CannotStart('There are no cases to measure with. First: acuse bench load --cases 1000000.')
  const personOf = (branchId: string) => people.find((person) => person.branchId === branchId)!.id
  const actor = (id: string, role: Role, places: readonly Place[]): Actor => ({
    kind: 'person', id, organisationId, name: '', language: 'es', sessionId: null,
    grants: places.map(({ branchId = null, areaId = null, supplierId = null }) => grantOf(role, { branchId, areaId, supplierId })),
  })
  const branch = (at: number) => ({ branchId: branchIds[at]! })
  return [
    { name: 'head', actor: actor(personOf(branchIds[0]!), 'head', [{}]) },
    { name: 'agent of a branch', actor: actor(personOf(branchIds[1]!), 'agent', [branch(1)]) },
    { name: 'agent of ten branches', actor: actor(personOf(branchIds[2]!), 'agent', branchIds.slice(2, 12).map((branchId) => ({ branchId }))) },
    { name: 'responder of an area', actor: actor(personOf(branchIds[100]!), 'area-responder', [{ areaId: areaIds[0]! }]) },
    { name: 'agent of a supplier', actor: actor(personOf(branchIds[101]!), 'supplier-agent', [{ supplierId: suppliers[0]!.id }]) },
  ]
}
