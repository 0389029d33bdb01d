import type { Instant } from './actor.ts'

/** So many milliseconds after an instant; before it where they are negative. */
export const later = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString()
