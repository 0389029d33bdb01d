import type { Instant } from '#kernel/actor.ts'
import type { Work } from '#platform/server/work.ts'
import { meetTerms } from './store-case.ts'
import { happened, lockCaseById } from './the-case.ts'

/** What a mail needs on its way when nothing holds it up. */
const ON_ITS_WAY_MS = 15 * 60_000

/**
 * The mail server took the acknowledgement of a case: its clock is met, at the registration when the mail left at once, else when it left.
 * What had no such clock running is as it was. Twice does no harm.
 */
export async function acknowledgementSent(work: Work, caseId: string): Promise<void> {
  const { tx, actor, now } = work
  const theCase = await lockCaseById(tx, actor.organisationId, caseId)
  const [runs] = await tx<{ registeredAt: Instant }>`
    select c.registered_at from cases c
    where c.organisation_id = ${actor.organisationId} and c.id = ${caseId} and exists (
      select from case_terms t where t.organisation_id = c.organisation_id and t.case_id = c.id and t.clock = 'acknowledgement' and t.state = 'running')`
  if (!runs) return
  const at = Date.parse(now) - Date.parse(runs.registeredAt) < ON_ITS_WAY_MS ? runs.registeredAt : now
  meetTerms(work, caseId, ['acknowledgement'], at)
  happened(work, theCase, { action: 'acknowledgement-sent', details: { at } })
}
