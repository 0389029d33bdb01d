import type { Actor, Instant } from '#kernel/actor.ts'
import type { Tx } from './database.ts'

/** What other screens should hear of when the transaction is committed, and where it belongs. */
export type Change = {
  kind: string
  id: string
  action: string
  branchId?: string | null
  areaIds?: readonly string[]
  supplierId?: string | null
}

/** A piece of work under way: one transaction, one actor, one instant. Every verb takes it first. */
export type Work = {
  tx: Tx
  actor: Actor
  now: Instant
  /** Tells the live screens, once it is committed. */
  changed: (change: Change) => void
  /** Runs when the transaction is committed, and not at all otherwise; may be lost in a crash. */
  afterCommit: (wake: () => void) => void
}
