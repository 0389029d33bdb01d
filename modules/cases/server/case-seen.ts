import { NotFound } from '#kernel/refusal.ts'
import type { Reading } from '#platform/server/readings.ts'
import type { Work } from '#platform/server/work.ts'
import { numbers } from './case-alias.ts'

type Seen = { id: string; number: string; customerId: string | null }

/** Whatever shows of a case who it is about is looked at as its sheet is; of one without a customer, the case itself is whom it is about. */
export const sheetSeen = ({ id, number, customerId }: Seen): Reading => ({ subjectId: customerId ?? id, seen: { kind: 'case', id, number } })

/** The same of several, by their numbers. */
export const casesSeen = async ({ tx, actor }: Work, listed: readonly string[]): Promise<Reading[]> =>
  (await tx<Seen>`select id, number, customer_id from cases where organisation_id = ${actor.organisationId} and number = any (${listed})`).map(sheetSeen)

export async function caseSeen({ tx, actor }: Work, number: string): Promise<Reading> {
  const id = await numbers.caseId(tx, actor.organisationId, number)
  const [seen] = await tx<Seen>`select id, number, customer_id from cases where organisation_id = ${actor.organisationId} and id = ${id}`
  if (!seen) throw new NotFound('case')
  return sheetSeen(seen)
}
