import { BadInput } from '#kernel/refusal.ts'
import { seesMasked } from '#modules/customers/rules/mask.ts'
import { sql, type Sql } from '#platform/server/database.ts'
import type { Reading } from '#platform/server/readings.ts'
import type { Work } from '#platform/server/work.ts'
import { sheetSeen } from './case-seen.ts'
import { linkFiles } from './store-registration.ts'

/** Puts files that the actor uploaded on a case; a file of somebody else's is unknown here. */
export async function takeFiles(
  { tx, actor, now }: Work,
  caseId: string,
  files: readonly string[],
  where: { messageId?: string; visibility?: 'internal' | 'customer' } = {},
): Promise<void> {
  if (files.length === 0) return
  const own = await tx`select id from files where organisation_id = ${actor.organisationId} and id = any (${files}::uuid[]) and uploaded_by = ${actor.id} for key share`
  if (own.length < new Set(files).size) throw new BadInput([{ path: 'files', code: 'file-unknown' }])
  linkFiles(tx, actor, caseId, files, now, where)
}

/** The case that the actor sees and a file is on, which is looked at with it; for a supplier's people, not what the company says within. */
export async function caseOfFile({ tx, actor }: Pick<Work, 'tx' | 'actor'>, fileId: string): Promise<Reading | null> {
  const { organisationId } = actor
  const [seen] = await tx<{ id: string; number: string; customerId: string | null }>`
    select c.id, c.number, c.customer_id from case_files f
    join cases c on c.organisation_id = f.organisation_id and c.id = f.case_id
    where f.organisation_id = ${organisationId} and f.file_id = ${fileId} and (not ${seesMasked(actor)} or ${openOutside(sql`f`)})
    order by c.id limit 1`
  return seen ? sheetSeen(seen) : null
}

/** Of a file `f` on a case: what hangs on no text, and what hangs on one that the customer has from us or wrote. */
export const openOutside = (f: Sql): Sql => sql`(
  ${f}.message_id is null
  or ${f}.visibility = 'customer' and exists (select from case_messages m where m.organisation_id = ${f}.organisation_id and m.id = ${f}.message_id and acuse.reads_outside(m)))`

/** Files `f` that are on a case, or that somebody who writes an answer or a note may still mean to put on one: their draft keeps its files. */
export const heldByCases = sql`(
  exists (select from case_files h where h.organisation_id = f.organisation_id and h.file_id = f.id)
  or exists (select from case_drafts d where d.organisation_id = f.organisation_id and d.author_id = f.uploaded_by and d.body <> '' and d.updated_at > f.uploaded_at - interval '1 day'))`
