import type { Database } from './database.ts'
import { readHistory } from './history-export.ts'
import { readAnchors, verifyLines, type Verdict } from './verify-export.ts'

/** Checks the history as the database holds it now against its seals and the anchors of a folder, an organisation a verdict. */
export async function verifyHistory(db: Database, anchors: string): Promise<(Verdict & { organisationId: string; name: string })[]> {
  const known = readAnchors(anchors)
  const organisations = await db.asOwner((tx) => tx<{ organisationId: string; name: string }>`select organisation_id, name from organisations order by organisation_id`)
  const verdicts = []
  for (const { organisationId, name } of organisations) {
    const verdict = await readHistory(db, organisationId, ({ demonstration }, lines) => verifyLines(lines, { organisationId, demonstration, anchors: known }))
    verdicts.push({ ...verdict, organisationId, name })
  }
  return verdicts
}
