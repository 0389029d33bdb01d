import type { Rung } from '#kernel/warnings.ts'

/** Who climbs in when a term nears and passes: the roles as people know them. */
export type RungTo = 'owner' | 'branch-responsible' | 'head' | 'executive'
export type Ladder = readonly (Rung & { to: RungTo })[]

/** What a new organisation begins with: the day before and on the last day of the term the owner, then whoever answers for more (F-19). */
export const PROPOSED_LADDER: Ladder = [
  { to: 'owner', when: 'before', workingHours: 16 },
  { to: 'owner', when: 'due', workingHours: 0 },
  { to: 'branch-responsible', when: 'after', workingHours: 0 },
  { to: 'head', when: 'after', workingHours: 8 },
  { to: 'executive', when: 'after', workingHours: 24 },
]

/** Names a rung for good: a ladder that is changed warns anew only where it says something new. */
export const rungName = ({ to, when, workingHours }: Rung): string => `${to}:${when}:${workingHours}`
