import { may, type Actor } from '#kernel/actor.ts'
import type { CaseRefusal, Status } from '../contract.ts'
import { refuseClosing, refuseReopening, refuseWithdrawing, refuseWork } from './lifecycle.ts'

/** What one may do to a case; a screen has a button each. */
const CASE_ACTS = [
  'take', 'assign', 'route', 'classify', 'retype', 'correct', 'note', 'askArea', 'answer', 'approve', 'close', 'reopen', 'withdraw', 'merge', 'link', 'snooze', 'wake', 'terms',
] as const
export type CaseAct = (typeof CASE_ACTS)[number]

export type ActsFacts = {
  status: Status
  ownerId: string | null
  snoozedUntil: string | null
  branchId: string
  areaIds: readonly string[]
  supplierId: string | null
  openAreaRequests: number
  openDuties: number
  /** Answers that wait for a second person, or to be told. */
  pendingAnswers: number
  told: boolean
  /** Whether an answer waits for a second person who is not this actor. */
  toApprove: 'none' | 'own' | 'others'
}

const PERMISSION: Record<CaseAct, string> = {
  take: 'cases.work', assign: 'cases.reassign', route: 'cases.work', classify: 'cases.work', retype: 'cases.work', correct: 'cases.work', note: 'cases.work', askArea: 'cases.work',
  answer: 'cases.work', approve: 'cases.approve', close: 'cases.close', reopen: 'cases.work', withdraw: 'cases.close', merge: 'cases.merge', link: 'cases.work', snooze: 'cases.work',
  wake: 'cases.work', terms: 'cases.work',
}

/** Why each act cannot be done now, by the same rules by which the server refuses it; null where it can. */
export function permittedActs(actor: Pick<Actor, 'kind' | 'grants'>, facts: ActsFacts): Record<CaseAct, CaseRefusal | 'forbidden' | null> {
  const standing = (act: CaseAct): CaseRefusal | null => {
    switch (act) {
      case 'note': return facts.status === 'merged' ? 'case-merged' : null
      case 'link': return null
      case 'close': return refuseClosing(facts, facts)
      case 'withdraw': return refuseWithdrawing(facts, { openDuties: 0, pendingAnswers: facts.pendingAnswers })
      case 'reopen': return refuseReopening(facts)
      case 'approve': return facts.toApprove === 'others' ? refuseWork(facts) : facts.toApprove === 'own' ? 'approver-is-author' : 'answer-not-awaiting'
      case 'take': return refuseWork(facts) ?? (facts.ownerId === null ? null : 'case-has-owner')
      case 'wake': return facts.snoozedUntil === null ? 'case-not-snoozed' : null
      case 'merge': return refuseWork(facts) === 'case-not-open' ? 'merge-closed' : refuseWork(facts)
      default: return refuseWork(facts)
    }
  }
  const refusals = CASE_ACTS.map((act) => [act, may(actor, PERMISSION[act], facts) ? standing(act) : 'forbidden'] as const)
  return Object.fromEntries(refusals) as Record<CaseAct, CaseRefusal | 'forbidden' | null>
}
