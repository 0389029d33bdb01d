import { effectiveDue } from '#kernel/effective-due.ts'
import type { Layer } from '#kernel/term.ts'

/** A clock of a case, as the choice of the one that binds needs it. */
export type Running = { id: string; clock: string; layer: Layer; dueAt: string; dueOn: string; rule: string; state: string }

/** Every clock binds the case as a whole but an area's, which binds the area, and the acknowledgement's, which is given at once. `saveGoverning` is the same in SQL. */
export const NOT_BINDING = ['area-answer', 'acknowledgement']

/**
 * The running clock that binds now: the earliest, for a contract or a target may shorten what the law gives and never lengthens it;
 * at the same instant the heavier layer. Null when nothing runs.
 */
export const governing = <T extends Running>(terms: readonly T[]): T | null => earliest(terms.filter(binds))

/** The running clock of law or contract that ends first: what is still owed where a target of the house was missed. */
export const owed = <T extends Running>(terms: readonly T[]): T | null => earliest(terms.filter((term) => binds(term) && term.layer !== 'internal'))

const binds = ({ clock, state }: Running): boolean => state === 'running' && !NOT_BINDING.includes(clock)
const earliest = <T extends Running>(terms: readonly T[]): T | null =>
  effectiveDue(terms.map((term) => ({ term, rule: term.rule, layer: term.layer, dueAt: Date.parse(term.dueAt) })))?.governs.term ?? null
