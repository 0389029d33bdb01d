import type { Instant } from '#kernel/actor.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Status } from '../contract.ts'

export type Candidate = {
  id: string
  number: string
  title: string
  status: Status
  customerId: string | null
  reporter: { telephone?: string; email?: string }
  serial: string
  orderNumber: string
  causeId: string | null
  description: string
  receivedAt: Instant
}

export type Known = { customerId: string | null; serials: readonly string[]; orders: readonly string[]; since: Instant }

/** Cases of the same customer, serial or order since then, by an index each. */
export const readByKnown = (tx: Tx, organisationId: string, { customerId, serials, orders, since }: Known) => tx<Candidate>`
  select c.id, c.number, c.title, c.status, c.customer_id, c.reporter, c.serial, c.order_number, c.cause_id, c.description, c.received_at
  from (
    (select id from cases where organisation_id = ${organisationId} and customer_id = ${customerId}::uuid and received_at >= ${since} order by received_at desc limit 50)
    union
    (select id from cases where organisation_id = ${organisationId} and serial <> '' and serial = any (${serials}) and received_at >= ${since} limit 50)
    union
    (select id from cases where organisation_id = ${organisationId} and order_number <> '' and order_number = any (${orders}) and received_at >= ${since} limit 50)
  ) known
  join cases c on c.organisation_id = ${organisationId} and c.id = known.id
  where c.status <> 'merged'`

/** Cases since then whose words are like those of the text. */
export const readByWords = (tx: Tx, organisationId: string, { said, since, most }: { said: string; since: Instant; most: number }) => tx<Candidate>`
  select c.id, c.number, c.title, c.status, c.customer_id, c.reporter, c.serial, c.order_number, c.cause_id, c.description, c.received_at
  from acuse.cases_alike(${said}, ${since}, ${most}) a
  join cases c on c.organisation_id = ${organisationId} and c.id = a.case_id
  where c.status <> 'merged'`
