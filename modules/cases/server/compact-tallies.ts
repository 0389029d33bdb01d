import { doWork, systemActor, type Ground } from '#platform/server/ground.ts'
import { foldTallies } from './store-tallies.ts'

/**
 * Folds what changed since the last time into few rows, organisation by organisation. Twice does no harm, nor two nodes at once: the
 * second waits, and finds nothing. What is registered meanwhile stays for the next time and is counted all the same.
 */
export async function compactTallies(ground: Ground): Promise<number> {
  const organisations = await ground.db.asOwner((tx) => tx<{ organisationId: string }>`select organisation_id from organisations order by organisation_id`)
  let folded = 0
  for (const { organisationId } of organisations) {
    const [row] = await doWork(ground, systemActor(organisationId), ({ tx }) => foldTallies(tx))
    folded += row!.folded
  }
  return folded
}
