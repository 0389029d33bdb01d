import type { Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import type { TermChange } from '../contract-endpoints.ts'

export type ChangeUnderWay = TermChange & { reason: string; askedBy: string; askedByKind: 'person' | 'token'; afterId: string | null }

export const insertChange = ({ tx, actor, now }: Work, { id, kind, subjectId, version, reason }: Pick<ChangeUnderWay, 'id' | 'kind' | 'subjectId' | 'version' | 'reason'>) => tx<TermChange>`
  insert into term_changes (organisation_id, id, kind, subject_id, version, reason, asked_by, asked_by_kind, asked_at)
  values (${actor.organisationId}, ${id}, ${kind}, ${subjectId}, ${version}, ${reason}, ${actor.id}, ${actor.kind}, ${now})
  returning id, kind, subject_id, version, seen, moved, kept, asked_at, finished_at`

export const readChange = (tx: Tx, organisationId: string, id: string) => tx<TermChange>`
  select id, kind, subject_id, version, seen, moved, kept, asked_at, finished_at from term_changes where organisation_id = ${organisationId} and id = ${id}`

/** The latest change of a calendar or a rule. */
export const lastChange = (tx: Tx, organisationId: string, kind: TermChange['kind'], subjectId: string) => tx<TermChange>`
  select id, kind, subject_id, version, seen, moved, kept, asked_at, finished_at from term_changes
  where organisation_id = ${organisationId} and kind = ${kind} and subject_id = ${subjectId}
  order by version desc limit 1`

/** Takes a change in hand until the transaction ends: of two who work it off one waits. */
export async function takeChange(tx: Tx, organisationId: string, id: string): Promise<ChangeUnderWay | null> {
  const [change] = await tx<ChangeUnderWay>`
    select id, kind, subject_id, version, seen, moved, kept, asked_at, finished_at, reason, asked_by, asked_by_kind, after_id
    from term_changes where organisation_id = ${organisationId} and id = ${id} for update`
  return change ?? null
}

/** How far it has come; with it the work can be taken up again from there. */
export function noteProgress({ tx, actor }: Pick<Work, 'tx' | 'actor'>, id: string, { afterId, seen, moved, kept, finishedAt }: { afterId: string | null; seen: number; moved: number; kept: number; finishedAt: string | null }): void {
  void tx`
    update term_changes set after_id = ${afterId}, seen = seen + ${seen}, moved = moved + ${moved}, kept = kept + ${kept}, finished_at = coalesce(finished_at, ${finishedAt})
    where organisation_id = ${actor.organisationId} and id = ${id}`
}
