import type { Database } from '#platform/server/database.ts'
import { CannotStart } from '#platform/server/data-folder.ts'

/** The organisation that a command of the terminal is about: the only one, or the one that --organisation names. */
export async function theOrganisation(db: Database, name?: string): Promise<{ id: string; name: string }> {
  const all = await db.asOwner((tx) => tx<{ id: string; name: string }>`select organisation_id as id, name from organisations order by created_at`)
  const fitting = name ? all.filter((each) => each.id === name || each.name === name) : all
  if (fitting.length === 1) return fitting[0]!
  if (all.length === 0) throw new CannotStart('There is no company yet. Run acuse start and set it up in the browser, or acuse demo load.')
  throw new CannotStart(`Say which company with --organisation: ${all.map((each) => each.name).join(', ')}.`)
}
