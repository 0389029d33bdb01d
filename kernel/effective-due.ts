import type { Layer } from './term.ts'
import type { Millis } from './zone.ts'

/** A term as the choice of the governing one needs it; `dueAt` null: paused or undefined, so it governs nothing now. */
export type DueTerm = { rule: string; layer: Layer; party?: 'company' | 'customer'; dueAt: Millis | null }
export type EffectiveDue<T extends DueTerm> = { governs: T; byLayer: Partial<Record<Layer, T>> }

const WEIGHT: Record<Layer, number> = { law: 0, contract: 1, internal: 2 }

/**
 * The earliest of the layers governs: a contract or a target may shorten what the law gives, never lengthen it. Each layer's own
 * earliest is told beside it. The heavier layer governs a tie. Null when nothing is due. The customer's own terms govern nothing.
 */
export function effectiveDue<T extends DueTerm>(terms: readonly T[]): EffectiveDue<T> | null {
  const running = terms.filter((term) => term.dueAt !== null && term.party !== 'customer')
  if (running.length === 0) return null
  const earlier = (a: T, b: T) => a.dueAt! - b.dueAt! || WEIGHT[a.layer] - WEIGHT[b.layer]
  const ordered = [...running].sort(earlier)
  const byLayer: Partial<Record<Layer, T>> = {}
  for (const term of ordered) byLayer[term.layer] ??= term
  return { governs: ordered[0]!, byLayer }
}
