import { pageOf, readAfterId } from '#kernel/cursor.ts'
import type { ParamsOf, QueryOf } from '#kernel/endpoint.ts'
import { NotFound } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { ListCustomerReadings } from '../contract.ts'
import { customerOf, readingsOf } from './store.ts'

/** Who looked at a customer's data, newest first. */
export async function listReadings({ tx, actor }: Work, { customerId: id }: ParamsOf<typeof ListCustomerReadings>, { limit, cursor }: QueryOf<typeof ListCustomerReadings>) {
  const key = { organisationId: actor.organisationId, id }
  const [[customer], rows] = await Promise.all([customerOf(tx, key), readingsOf(tx, key, { before: readAfterId(cursor), limit: limit + 1 })])
  if (!customer) throw new NotFound('customer')
  return pageOf(rows, limit, (row) => [row.id])
}
