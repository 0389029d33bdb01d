import { newId } from '#kernel/id.ts'
import type { Work } from './work.ts'

export type Note = {
  action: string
  subject: readonly [kind: string, id: string]
  reason?: string | null
  /** Ids, codes, figures, hashes of texts; never the personal text itself. */
  details?: Record<string, unknown>
}

/** Adds to the history, in the transaction of the work; its seal follows in the background. Returns the entry's id. */
export function note({ tx, actor, now }: Pick<Work, 'tx' | 'actor' | 'now'>, { action, subject: [kind, subjectId], reason = null, details = {} }: Note): string {
  const id = newId()
  void tx`
    with entry as (
      insert into history (organisation_id, id, at, actor_kind, actor_id, action, subject_kind, subject_id, reason, details)
      values (${actor.organisationId}, ${id}, ${now}, ${actor.kind}, ${actor.id}, ${action}, ${kind}, ${subjectId}, ${reason}, ${JSON.stringify(details)})
      returning organisation_id, id
    )
    insert into history_pending (organisation_id, id) select organisation_id, id from entry`
  return id
}
