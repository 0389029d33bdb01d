import { doWork, everyOrganisation, systemActor, type Ground } from '#platform/server/ground.ts'
import { foldTallies } from './store-tallies.ts'

/**
 * Folds what changed since the last time into few rows, organisation by organisation. Twice does no harm, nor two nodes at once: the
 * second waits, and finds nothing. What is registered meanwhile stays for the next time and is counted all the same.
 */
export async function compactTallies(ground: Ground): Promise<number> {
  let folded = 0
  for (const organisationId of await everyOrganisation(ground)) {
    const [row] = await doWork(ground, systemActor(organisationId), ({ tx }) => foldTallies(tx))
    folded += row!.folded
  }
  return folded
}
