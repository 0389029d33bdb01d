/** Attempts on one mail address before its next waits, and how the wait grows: 15 s, 30 s, 1 min … 15 min. */
const FREE_ATTEMPTS = 5
const FIRST_WAIT_SECONDS = 15
const LONGEST_WAIT_SECONDS = 900

/** How long after the `failures`-th attempt in a row on one account the next is not even looked at. */
export function waitAfter(failures: number): number {
  if (failures < FREE_ATTEMPTS) return 0
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** Math.min(failures - FREE_ATTEMPTS, 20))
}

/** A network address may be a whole company behind one door: many may fail there before it waits, and then a minute. */
const FREE_AT_AN_ADDRESS = 100
export const waitAtAddress = (failures: number): number => (failures < FREE_AT_AN_ADDRESS ? 0 : 60)
