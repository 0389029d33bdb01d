import { scopeOf, type Actor } from '#kernel/actor.ts'
import type { CaseRefusal } from '../contract.ts'

/** Who sees a view: only whoever made it; or, shared, those of a branch, or everybody. */
export type Audience = { shared: boolean; branchId: string | null }
/** Kept for each person, each branch and the team: how many cases each view holds is asked for again and again. */
export const MOST_VIEWS = 20

/** Why the actor may not show a view to these; null when they may. One shows to those whose cases one sees. */
export function refuseShowing(actor: Actor, { shared, branchId }: Audience): CaseRefusal | null {
  if (!shared) return null
  const { all, branches } = scopeOf(actor, 'cases.read')
  return all || (branchId !== null && branches.includes(branchId)) ? null : 'view-shown-beyond'
}

/** Why the actor may neither change a view nor remove it; null when they may. What others see outlives whoever made it. */
export const refuseChanging = (actor: Actor, { mine, ...audience }: Audience & { mine: boolean }): CaseRefusal | null =>
  mine || (audience.shared && !refuseShowing(actor, audience)) ? null : 'view-not-yours'

/** Whose views it is counted among. */
export const amongViews = ({ shared, branchId }: Audience): 'own' | 'branch' | 'everybody' => (!shared ? 'own' : branchId ? 'branch' : 'everybody')
