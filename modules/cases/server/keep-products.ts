import type { BodyOf, QueryOf } from '#kernel/endpoint.ts'
import { given } from '#kernel/fields.ts'
import { newId } from '#kernel/id.ts'
import { asRead, Refusal } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AddProduct, ChangeProduct, ListProducts } from '../contract-settings.ts'
import { findProducts, insertProduct, lockProduct, productCoded, updateProduct, type ProductRow } from './store-products.ts'

/** Products and services by name or code, accents ignored; at most 500. */
export const listProducts = async ({ tx, actor }: Work, { find = '' }: QueryOf<typeof ListProducts>) => ({ items: await findProducts(tx, actor.organisationId, find.trim()) })

export async function addProduct(work: Work, asked: BodyOf<typeof AddProduct>) {
  const id = newId()
  const [product] = await insertProduct(work.tx, work.actor.organisationId, { ...asked, id })
  if (!product) throw new Refusal('product-code-taken', { code: asked.code })
  note(work, { action: 'product.added', subject: ['product', id], details: { code: asked.code } })
  return product
}

/** Changes a product, or puts it out of use: cases that are about it go on being about it, and nobody chooses it any more. */
export async function changeProduct(work: Work, productId: string, asked: BodyOf<typeof ChangeProduct>, ifMatch: number | null): Promise<ProductRow> {
  const { tx, actor } = work
  const [before] = await lockProduct(tx, actor.organisationId, productId)
  const changes = given(asked)
  const product: ProductRow = { ...asRead(before, ifMatch, 'product'), ...changes }
  if ((await productCoded(tx, actor.organisationId, product)).length > 0) throw new Refusal('product-code-taken', { code: product.code })
  const [saved] = await updateProduct(tx, actor.organisationId, product)
  note(work, { action: 'product.changed', subject: ['product', productId], details: { code: product.code, fields: Object.keys(changes) } })
  return saved!
}
