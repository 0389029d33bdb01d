import type { BodyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { asRead, Refusal } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { EditSupplier } from '../contract-places.ts'
import { staffSeen } from '../rules/granting.ts'
import { insertSupplier, readSupplier, saveSupplier, supplierNamed, suppliers } from './store-places.ts'

/** A supplier's people see their own and no other. */
export async function listSuppliers({ tx, actor }: Work) {
  const all = await suppliers(tx, actor.organisationId)
  const seen = staffSeen(actor)
  return { items: seen ? all.filter(({ id }) => seen.includes(id)) : all, nextCursor: null }
}

export async function addSupplier(work: Work, { name }: { name: string }) {
  const { tx, actor } = work
  const id = newId()
  const [supplier] = await insertSupplier(tx, actor.organisationId, { id, name })
  if (!supplier) throw new Refusal('supplier-name-taken', { name })
  note(work, { action: 'supplier.added', subject: ['supplier', id] })
  return supplier
}

export async function editSupplier(work: Work, supplierId: string, asked: BodyOf<typeof EditSupplier>, ifMatch: number | null) {
  const { tx, actor } = work
  const [before] = await readSupplier(tx, actor.organisationId, supplierId)
  asRead(before, ifMatch, 'supplier')
  const namesake = asked.name === undefined ? [] : await supplierNamed(tx, actor.organisationId, asked.name)
  if (namesake.some(({ id }) => id !== supplierId)) throw new Refusal('supplier-name-taken', { name: asked.name! })
  const [supplier] = await saveSupplier(tx, actor.organisationId, supplierId, asked)
  note(work, { action: 'supplier.edited', subject: ['supplier', supplierId], details: { fields: Object.keys(asked) } })
  return supplier!
}
