import { BadInput } from '#kernel/refusal.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import { linkFiles } from './store-registration.ts'

/** Puts files that the actor uploaded on a case; a file of somebody else's is unknown here. */
export async function takeFiles(
  { tx, actor, now }: Work,
  caseId: string,
  files: readonly string[],
  where: { messageId?: string; visibility?: 'internal' | 'customer' } = {},
): Promise<void> {
  if (files.length === 0) return
  const own = await tx`select id from files where organisation_id = ${actor.organisationId} and id = any (${files}::uuid[]) and uploaded_by = ${actor.id}`
  if (own.length < new Set(files).size) throw new BadInput([{ path: 'files', code: 'file-unknown' }])
  linkFiles(tx, actor, caseId, files, now, where)
}

/** Whether a file is on a case that the actor sees. */
export async function onSeenCase(tx: Tx, organisationId: string, fileId: string): Promise<boolean> {
  const rows = await tx`
    select from case_files f
    join cases c on c.organisation_id = f.organisation_id and c.id = f.case_id
    where f.organisation_id = ${organisationId} and f.file_id = ${fileId} limit 1`
  return rows.length > 0
}
