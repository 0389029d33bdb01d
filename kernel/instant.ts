import type { Instant } from './actor.ts'

/**
 * An instant that people said to the minute, of something that followed another: within the same minute it is that other one, for what is
 * told at 14:54 to whoever called at 14:54:09 was not told before they called.
 */
export const notBefore = (other: Instant, said: Instant): Instant => (said < other && said.slice(0, 16) === other.slice(0, 16) ? other : said)

/** So many milliseconds after an instant; before it where they are negative. */
export const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString()
