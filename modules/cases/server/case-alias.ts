import { NotFound } from '#kernel/refusal.ts'
import type { Tx } from '#platform/server/database.ts'

/** A number leads to its case, and that of a merged case on to the one it was merged into, through any chain of merges. */
export const numbers = {
  async caseId(tx: Tx, organisationId: string, number: string): Promise<string> {
    const [row] = await tx<{ id: string }>`
      with recursive chain as (
        select id, merged_into from cases where organisation_id = ${organisationId} and number = ${number.toUpperCase()}
        union
        select c.id, c.merged_into from cases c join chain on c.id = chain.merged_into where c.organisation_id = ${organisationId}
      )
      select id from chain where merged_into is null`
    if (!row) throw new NotFound('case')
    return row.id
  },

  /** The case of exactly that number, merged or not. */
  async ownCaseId(tx: Tx, organisationId: string, number: string): Promise<string> {
    const [row] = await tx<{ id: string }>`select id from cases where organisation_id = ${organisationId} and number = ${number.toUpperCase()}`
    if (!row) throw new NotFound('case')
    return row.id
  },
}
