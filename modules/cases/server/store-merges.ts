import type { Instant } from '#kernel/actor.ts'
import { NotFound } from '#kernel/refusal.ts'
import { sql, type Tx } from '#platform/server/database.ts'
import { answeredByPerson } from '../rules/first-answer.ts'
import { whole } from './store-sheet.ts'

/** A case and those it went into, one after another: the last is worked. */
const wentInto = (organisationId: string, caseId: string) => sql`
  with recursive went as (
    select id, merged_into from cases where organisation_id = ${organisationId} and id = ${caseId}
    union
    select c.id, c.merged_into from cases c join went on c.id = went.merged_into where c.organisation_id = ${organisationId}
  )`

/** The case that is worked where this one is told of: itself, or the one that it was merged into, through any chain of merges. */
export async function remainingId(tx: Tx, organisationId: string, caseId: string): Promise<string> {
  const [row] = await tx<{ id: string }>`${wentInto(organisationId, caseId)} select id from went where merged_into is null`
  if (!row) throw new NotFound('case')
  return row.id
}

/** The answers, of a case and of those merged into it, that the customer was not told yet. */
export const untoldAnswers = (tx: Tx, organisationId: string, caseId: string) => tx<{ id: string }>`
  ${whole({ organisationId, caseId })}
  select a.id from whole w
  join case_answers a on a.organisation_id = ${organisationId} and a.case_id = w.id and a.told_at is null
  order by a.id`

/** Whether the customer was told of an answer since its case went into the one that remains, and not before on the way there. */
export async function toldSinceMerged(tx: Tx, organisationId: string, caseId: string, answerId: string): Promise<boolean> {
  const [row] = await tx<{ told: boolean }>`
    ${wentInto(organisationId, caseId)}
    select coalesce(bool_and(coalesce(m.before -> 'untold' ? ${answerId}, false)), true) as told
    from went join case_merges m on m.organisation_id = ${organisationId} and m.case_id = went.id and m.unmerged_at is null`
  return row!.told
}

export type AnswerTold = { id: string; final: boolean; byPerson: boolean; toldAt: Instant; of: { id: string; number: string } }

/** Of these answers the ones that the customer has been told, in the order in which they were. */
export async function toldAnswers(tx: Tx, organisationId: string, ids: readonly string[]): Promise<AnswerTold[]> {
  const rows = await tx<Omit<AnswerTold, 'byPerson'> & Parameters<typeof answeredByPerson>[0]>`
    select a.id, a.final, a.told_at, jsonb_build_object('id', c.id, 'number', c.number) as of, m.author_kind as written_by, a.approved_at is not null as approved
    from case_answers a
    join cases c on c.organisation_id = a.organisation_id and c.id = a.case_id
    join case_messages m on m.organisation_id = a.organisation_id and m.id = a.message_id
    where a.organisation_id = ${organisationId} and a.id = any (${ids}::uuid[]) and a.told_at is not null
    order by a.told_at, a.id`
  return rows.map(({ writtenBy, approved, ...answer }) => ({ ...answer, byPerson: answeredByPerson({ writtenBy, approved }) }))
}
