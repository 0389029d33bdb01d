import type { BodyOf, QueryOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AddProduct, ListProducts } from '../contract-settings.ts'
import { findProducts, insertProduct } from './store-settings.ts'

/** Products and services by name or code, accents ignored; at most 500. */
export const listProducts = async ({ tx, actor }: Work, { find = '' }: QueryOf<typeof ListProducts>) => ({ items: await findProducts(tx, actor.organisationId, find.trim()) })

export async function addProduct(work: Work, asked: BodyOf<typeof AddProduct>) {
  const id = newId()
  const [product] = await insertProduct(work.tx, work.actor.organisationId, { ...asked, id })
  if (!product) throw new Refusal('product-code-taken', { code: asked.code })
  note(work, { action: 'product.added', subject: ['product', id], details: { code: asked.code } })
  return product
}
