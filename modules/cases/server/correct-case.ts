import type { Day } from '#kernel/actor.ts'
import type { BodyOf } from '#kernel/endpoint.ts'
import { localDay } from '#kernel/local-day.ts'
import { BadInput, refuseIf, refuseStale } from '#kernel/refusal.ts'
import { createCustomer } from '#modules/customers/public.ts'
import { joined, sql, type Sql } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import type { CorrectCase } from '../contract-work.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { refuseIncident } from '../rules/reception.ts'
import { readCaseSettings } from './case-settings.ts'
import { beginKnownDuties } from './begin-duties.ts'
import { otherFacts, startOtherTerms } from './start-terms.ts'
import { happened, lockCase, lockCaseById, refuseUnlessMay } from './the-case.ts'

type Asked = BodyOf<typeof CorrectCase>

/** Corrects what was written of a case. What it said before stays in the history, as hashes of texts and as values of codes. */
export async function correctCase(work: Work, number: string, asked: Asked, ifMatch: number | null) {
  const theCase = await lockCase(work, number)
  const { tx, actor } = work
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(refuseWork(theCase))
  refuseStale(theCase.version, ifMatch)
  const termFacts = await otherFacts(work, theCase, asked)
  const set = [...(await assignments(work, theCase.branchId, asked)), ...(termFacts ? [sql`term_facts = ${JSON.stringify(termFacts)}`] : [])]
  if (set.length === 0) return { number: theCase.number, version: theCase.version }
  void tx.run(sql`update cases set ${joined(set, ', ')} where organisation_id = ${actor.organisationId} and id = ${theCase.id}`)
  const fields = Object.keys(asked).filter((name) => name !== 'reason')
  // Another customer or product may bring a contract; another day on which it happened, another date.
  const bound = termFacts || asked.customer || asked.productId !== undefined || asked.incidentOn !== undefined
  const corrected = bound ? await lockCaseById(tx, actor.organisationId, theCase.id) : null
  const started = corrected ? [...(await startOtherTerms(work, corrected)), ...(await beginKnownDuties(work, corrected, theCase.incidentOn))] : []
  return happened(work, theCase, { action: 'case-corrected', reason: asked.reason, details: { fields, started } })
}

async function assignments(work: Work, branchId: string, asked: Asked): Promise<Sql[]> {
  const set: Sql[] = []
  if (asked.title) set.push(sql`title = ${asked.title}`)
  if (asked.description !== undefined) set.push(sql`description = ${asked.description}`)
  if (asked.wishedOutcome !== undefined) set.push(sql`wished_outcome = ${asked.wishedOutcome}`)
  if (asked.stage !== undefined) set.push(sql`stage = ${asked.stage}`)
  if (asked.product !== undefined) set.push(sql`product_text = ${asked.product}`)
  if (asked.productId !== undefined && !(await isProduct(work, asked.productId))) throw new BadInput([{ path: 'productId', code: 'product-unknown' }])
  if (asked.productId !== undefined) set.push(sql`product_id = ${asked.productId}`)
  if (asked.place !== undefined) set.push(sql`place = ${asked.place}`)
  if (asked.serial !== undefined) set.push(sql`serial = ${asked.serial}`)
  if (asked.orderNumber !== undefined) set.push(sql`order_number = ${asked.orderNumber}`)
  if (asked.incidentOn !== undefined) await refuseNotYet(work, branchId, asked.incidentOn)
  if (asked.incidentOn !== undefined) set.push(sql`incident_on = ${asked.incidentOn}`)
  const reporter = { ...asked.reporter, ...(asked.customer && { onBehalfOf: asked.customer.status === 'third-party' ? asked.customer.onBehalfOf : '' }) }
  if (Object.keys(reporter).length > 0) set.push(sql`reporter = reporter || ${JSON.stringify(reporter)}::jsonb`)
  if (asked.customer !== undefined) set.push(...(await customerAssignments(work, branchId, asked.customer)))
  return set
}

async function refuseNotYet({ tx, actor, now }: Work, branchId: string, incidentOn: Day): Promise<void> {
  const { branches } = await readCaseSettings(tx, actor.organisationId)
  const code = refuseIncident(incidentOn, localDay(branches.get(branchId)!, now))
  if (code) throw new BadInput([{ path: 'incidentOn', code }])
}

const isProduct = async ({ tx, actor }: Work, id: string): Promise<boolean> =>
  (await tx`select from products where organisation_id = ${actor.organisationId} and id = ${id} and active`).length > 0

/** An anonymous case whose customer becomes known, or the wrong customer put right. */
async function customerAssignments(work: Work, branchId: string, customer: NonNullable<Asked['customer']>): Promise<Sql[]> {
  const status = sql`customer_status = ${customer.status}`
  if (customer.status === 'new') return [status, sql`customer_id = ${await createCustomer(work, { ...customer, branchId })}`, sql`site_id = null`]
  const customerId = 'customerId' in customer ? (customer.customerId ?? null) : null
  if (customerId) {
    const known = await work.tx`select from customers where organisation_id = ${work.actor.organisationId} and id = ${customerId}`
    if (known.length === 0) throw new BadInput([{ path: 'customer.customerId', code: 'customer-unknown' }])
  }
  const siteId = 'siteId' in customer ? (customer.siteId ?? null) : null
  if (siteId) {
    const known = await work.tx`
      select from customer_sites where organisation_id = ${work.actor.organisationId} and customer_id = ${customerId} and id = ${siteId}`
    if (known.length === 0) throw new BadInput([{ path: 'customer.siteId', code: 'unknown' }])
  }
  return [status, sql`customer_id = ${customerId}`, sql`site_id = ${siteId}`]
}
