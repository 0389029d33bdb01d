import type { BodyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { notBefore } from '#kernel/instant.ts'
import { BadInput, refuseIf } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { MONEY_REMEDIES } from '../contract.ts'
import type { CloseCase } from '../contract-work.ts'
import { holdsOpen } from '../rules/duties.ts'
import { approvalMissing } from '../rules/approval.ts'
import { refuseClosing } from '../rules/lifecycle.ts'
import { readCaseSettings } from './case-settings.ts'
import { cancelTerms } from './store-case.ts'
import { readDuties } from './store-duties.ts'
import { lastTold, readApprovalRules, readStanding } from './store-answers.ts'
import { happened, lockCase, refuseUnlessMay, type TheCase } from './the-case.ts'
import { meetByTelling } from './told.ts'

/** Closes with the root cause, what was done, the remedy, and how and when the customer was told (F-21). The apparent cause stays. */
export async function closeCase(work: Work, number: string, asked: BodyOf<typeof CloseCase>) {
  const theCase = await lockCase(work, number)
  const { tx, actor, now } = work
  refuseUnlessMay(work, 'cases.close', theCase)
  const { causes } = await readCaseSettings(tx, actor.organisationId)
  const cause = causes.get(asked.causeId)
  if (!cause) throw new BadInput([{ path: 'causeId', code: 'cause-unknown' }])
  // One that was given up since it was said of this case remains what was said.
  if (!cause.active && cause.id !== theCase.causeId) throw new BadInput([{ path: 'causeId', code: 'cause-inactive' }])
  if (cause.serialRequired && !theCase.serial) throw new BadInput([{ path: 'causeId', code: 'serial-needed' }])
  if (MONEY_REMEDIES.includes(asked.remedy) && !asked.money) throw new BadInput([{ path: 'money', code: 'amount-needed' }])
  const told = await howTold(work, theCase, asked.told)
  const [open] = await tx<{ n: number }>`
    select count(*) as n from area_requests where organisation_id = ${actor.organisationId} and case_id = ${theCase.id} and status = 'open'`
  const [duties, standing, rules] = await Promise.all([
    readDuties(tx, actor.organisationId, theCase.id), readStanding(tx, actor.organisationId, theCase.id), readApprovalRules(tx, actor.organisationId),
  ])
  refuseIf(refuseClosing(theCase, { openAreaRequests: open!.n, openDuties: duties.filter(holdsOpen).length, pendingAnswers: standing.pending, told: told !== null }))
  refuseIf(approvalMissing(rules, { kind: theCase.kind, amount: asked.money?.amount ?? null, toldNow: asked.told !== undefined }, standing) ? 'approval-needed' : null)

  void tx`
    insert into case_closures (organisation_id, id, case_id, cause_id, action_taken, remedy, amount, currency, told_way, told_at, closed_by, closed_at)
    values (${actor.organisationId}, ${newId()}, ${theCase.id}, ${asked.causeId}, ${asked.actionTaken}, ${asked.remedy}, ${asked.money?.amount ?? null},
      ${asked.money?.currency ?? null}, ${told!.way}, ${told!.at}, ${actor.id}, ${now})`
  meetByTelling(work, theCase.id, { final: true, byPerson: actor.kind === 'person' }, told!.at)
  cancelTerms(work, theCase.id)
  void tx`
    update cases set status = 'closed', answered_at = coalesce(answered_at, ${told!.at}), closed_at = ${now}, due_at = null, due_on = null,
      waiting_for = null, snoozed_until = null, snooze_reason = null
    where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  return happened(work, theCase, { action: 'case-closed', details: { causeId: asked.causeId, remedy: asked.remedy, money: asked.money, told } })
}

/** As said now, else by the last final answer that reached the customer. */
async function howTold({ tx, actor, now }: Work, theCase: TheCase, said: { way: string; at: string } | undefined): Promise<{ way: string; at: string } | null> {
  if (said) {
    if (said.at > now) throw new BadInput([{ path: 'told.at', code: 'told-in-future' }])
    const at = notBefore(theCase.receivedAt, said.at)
    if (at < theCase.receivedAt) throw new BadInput([{ path: 'told.at', code: 'told-before-received' }])
    return { way: said.way, at }
  }
  const [last] = await lastTold(tx, actor.organisationId, theCase)
  return last ?? null
}
