import type { Work } from '#platform/server/work.ts'
import { remainingId } from './store-merges.ts'
import { lockCaseById, type TheCase } from './the-case.ts'

/** Both locked in the order of their ids: two merges at once never wait for each other in a ring. */
export async function lockBoth({ tx, actor }: Work, a: string, b: string): Promise<[TheCase, TheCase]> {
  if (a === b) {
    const one = await lockCaseById(tx, actor.organisationId, a)
    return [one, one]
  }
  const first = await lockCaseById(tx, actor.organisationId, a < b ? a : b)
  const second = await lockCaseById(tx, actor.organisationId, a < b ? b : a)
  return a < b ? [first, second] : [second, first]
}

/** A case and the one that is worked in its stead where it was merged, which has its clocks; else itself. */
export async function lockWithRemaining(work: Work, caseId: string): Promise<{ theCase: TheCase; remaining: TheCase }> {
  const { tx, actor } = work
  const intoId = await remainingId(tx, actor.organisationId, caseId)
  const [theCase, remaining] = await lockBoth(work, caseId, intoId)
  // Read again now that both are locked, and none between them can be merged or parted: one may have been, meanwhile.
  return (await remainingId(tx, actor.organisationId, caseId)) === intoId ? { theCase, remaining } : lockWithRemaining(work, caseId)
}
