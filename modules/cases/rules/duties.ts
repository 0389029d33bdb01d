import type { Day, Instant } from '#kernel/actor.ts'
import type { Clock, StartsFrom } from '#kernel/term.ts'
import type { CaseRefusal } from '../contract.ts'
import { DutyEvent, type Duty, type SaidOutcome } from '../contract-duties.ts'
import { isLongAgo } from './reception.ts'

/** Owed to an authority or to everybody, whoever desists: the rest is owed to the customer. */
const TO_AUTHORITY: readonly Clock[] = ['authority-report', 'investigation', 'stop-contact']
export const survivesWithdrawal = (clock: Clock): boolean => TO_AUTHORITY.includes(clock)

/** What follows from the answer itself, with the word by which rules name it. */
export const FOLLOWS = { decision: 'answer-decided', expiry: 'answer-expired' } as const
/** Done when the customer hears of the answer, which a closed case has seen to: nobody needs to say so. */
export const BY_TELLING: Clock = 'notification'

export type Outcome = NonNullable<Duty['end']>['outcome']
/** How a duty that has begun ended; null while it is open. */
type Begun = { outcome: Outcome | null }
export const isOpen = ({ outcome }: Begun): boolean => outcome === null
/** What a case is not closed over. */
export const holdsOpen = ({ outcome, clock }: Begun & { clock: Clock }): boolean => outcome === null && clock !== BY_TELLING
/** What does not begin again on another day. */
export const stands = ({ outcome }: Begun): boolean => outcome === null || outcome === 'done'

/** Whether somebody may say that it happened. */
export const isSayable = (event: StartsFrom): event is DutyEvent => DutyEvent.options.some((one) => one === event)

/** What cannot have happened before the case was received: it follows from it. */
const AFTER_RECEPTION: readonly StartsFrom[] = ['claim-and-goods', 'complete-claim', 'expiry', 'decision', 'answer-known']

type Said = { event: StartsFrom; on: Day; today: Day; receivedOn: Day; incidentOn: Day | null }

type Counted = Begun & { startsFrom: StartsFrom; came: boolean; happenedOn: Day }
/** What was done stays as it was counted, though the day on which it happened was put right after; what came with a merged case has its own day. */
export const isMiscounted = ({ outcome, startsFrom, came, happenedOn }: Counted, incidentOn: Day | null): incidentOn is Day =>
  outcome === 'done' && startsFrom === 'event' && !came && incidentOn !== null && incidentOn !== happenedOn

/** Why a duty cannot have begun on that day; null where it can. `today`: the day where the branch is; `incidentOn`: the one on which the case says it happened. */
export function refuseBeginning({ event, on, today, receivedOn, incidentOn }: Said): CaseRefusal | null {
  if (on > today) return 'incident-in-future'
  if (event === 'event' && incidentOn !== null && on !== incidentOn) return 'happened-another-day'
  if (on < receivedOn && AFTER_RECEPTION.includes(event)) return 'happened-before-received'
  return isLongAgo(on, today) ? 'happened-long-ago' : null
}

/** Why it cannot have been done on that day; null where it can. */
export function refuseDone({ on, begunOn, today }: { on: Day; begunOn: Day; today: Day }): CaseRefusal | null {
  if (on > today) return 'incident-in-future'
  return on < begunOn ? 'done-before-begun' : null
}

/** A report is proved by whom it was made to. */
export const refuseUntold = ({ clock, to }: { clock: string; to: string }): CaseRefusal | null => (clock === 'authority-report' && to === '' ? 'told-whom-needed' : null)

/** Why what was said of how a duty ended cannot be taken back; null where it can. `again`: it has begun anew since it ended. */
export function refuseTakingBack({ outcome, toldAt }: Begun & { toldAt: Instant | null }, said: SaidOutcome, again: boolean): CaseRefusal | null {
  if (outcome !== said) return 'duty-not-ended'
  if (toldAt !== null) return 'duty-told'
  return again ? 'duty-begun-again' : null
}
