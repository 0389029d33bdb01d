import type { BodyOf } from '#kernel/endpoint.ts'
import { given } from '#kernel/fields.ts'
import { newId } from '#kernel/id.ts'
import { asRead, refuseIf } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AddApprovalRule, ChangeApprovalRule } from '../contract-settings.ts'
import { lockApprovalRule, readApprovalRules, saveApprovalRule, type ApprovalRow } from './store-settings.ts'

export const listApprovalRules = async ({ tx, actor }: Work) => ({ items: await readApprovalRules(tx, actor.organisationId) })

export async function addApprovalRule(work: Work, asked: BodyOf<typeof AddApprovalRule>): Promise<ApprovalRow> {
  return save(work, { ...asked, id: newId(), version: 1 }, 'approval-rule.added')
}

/** Answers that wait already go on waiting: they were written under the rule as it was. */
export async function changeApprovalRule(work: Work, ruleId: string, asked: BodyOf<typeof ChangeApprovalRule>, ifMatch: number | null): Promise<ApprovalRow> {
  const [before] = await lockApprovalRule(work.tx, work.actor.organisationId, ruleId)
  const rule = asRead(before, ifMatch, 'approval rule')
  return save(work, { ...rule, ...given(asked), version: rule.version + 1 }, 'approval-rule.changed')
}

async function save(work: Work, rule: ApprovalRow, action: string): Promise<ApprovalRow> {
  refuseIf(rule.kinds.length === 0 && rule.amountAbove === null ? 'rule-without-effect' : null)
  const [saved] = await saveApprovalRule(work.tx, work.actor.organisationId, rule)
  note(work, { action, subject: ['approval-rule', rule.id], details: { kinds: rule.kinds, amountAbove: rule.amountAbove, active: rule.active } })
  return saved!
}
