import { may } from '#kernel/actor.ts'
import { Forbidden, NotFound } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import { lockWarning, readWaiting, saveAcknowledgement } from './store-warnings.ts'
import { placeOf } from './the-case.ts'

/** What this person was warned of and nobody has said to be acting on, due first at the head. */
export const listWarnings = async ({ tx, actor }: Work) => ({ items: await readWaiting(tx, actor.organisationId, actor.id) })

/** Says that a warning was seen and is being acted on: for this due date the ladder is climbed no further. Twice does no harm. */
export async function acknowledgeWarning(work: Work, id: string): Promise<{ acknowledgedAt: string }> {
  const { tx, actor, now } = work
  const [warning] = await lockWarning(tx, actor.organisationId, id)
  if (!warning) throw new NotFound('warning')
  if (warning.personId !== actor.id && !may(actor, 'cases.work', placeOf(warning))) throw new Forbidden('cases.work')
  if (warning.acknowledgedAt) return { acknowledgedAt: warning.acknowledgedAt }
  void saveAcknowledgement(tx, actor.organisationId, { id, by: actor.id, at: now })
  note(work, { action: 'warning-acknowledged', subject: ['case', warning.caseId], details: { warningId: id, termId: warning.termId, rung: warning.rung } })
  work.changed({ kind: 'warning', id, action: 'warning-acknowledged', ...placeOf(warning) })
  return { acknowledgedAt: now }
}
