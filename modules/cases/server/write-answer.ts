import type { BodyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { BadInput, refuseIf } from '#kernel/refusal.ts'
import { mailHeld } from '#platform/server/outgoing-mail.ts'
import type { Work } from '#platform/server/work.ts'
import type { WriteAnswer } from '../contract-work.ts'
import { approvalReason } from '../rules/approval.ts'
import { answeredByPerson } from '../rules/first-answer.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { fieldsLeft } from '../rules/template-fields.ts'
import { takeFiles } from './case-files.ts'
import { beginDecided } from './follow-answer.ts'
import { dispatch } from './dispatch-answer.ts'
import type { MailServer } from './needs.ts'
import { readApprovalRules, takeAlong } from './store-answers.ts'
import { insertMessage, saveWaiting } from './store-case.ts'
import { happened, lockCase, refuseUnlessMay } from './the-case.ts'
import { hashOf } from './write-note.ts'

/** Answers the customer. Where a rule asks for a second person it waits for one; else it leaves, and can be recalled for ten seconds. */
export async function writeAnswer(work: Work, number: string, asked: BodyOf<typeof WriteAnswer>, server: MailServer = { hasMailServer: true }) {
  const theCase = await lockCase(work, number)
  const { tx, actor, now } = work
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(refuseWork(theCase))
  const recipient = asked.recipient || (asked.way === 'mail' ? await mailOf(work, theCase) : '')
  if (asked.way === 'mail' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(recipient)) throw new BadInput([{ path: 'recipient', code: 'recipient-needed' }])
  const left = (['subject', 'body'] as const).flatMap((path) => fieldsLeft(asked[path]).map((field) => ({ path, code: 'template-field-left', details: { field } })))
  if (left.length > 0) throw new BadInput(left)
  const [rules, template] = await Promise.all([
    readApprovalRules(tx, actor.organisationId),
    asked.templateId ? tx<{ version: number }>`
      select version from answer_templates where organisation_id = ${actor.organisationId} and id = ${asked.templateId}` : [],
  ])
  if (asked.templateId && template.length === 0) throw new BadInput([{ path: 'templateId', code: 'template-unknown' }])
  const why = approvalReason(rules, { kind: theCase.kind, amount: asked.money?.amount ?? null })

  const answerId = newId()
  const messageId = insertMessage(work, { caseId: theCase.id, kind: 'answer', visibility: 'customer', body: asked.body })
  void tx`
    insert into case_answers (organisation_id, id, case_id, message_id, final, way, recipient, subject, amount, currency, template_id, template_version,
      status, approval_reason, written_by, written_at)
    values (${actor.organisationId}, ${answerId}, ${theCase.id}, ${messageId}, ${asked.final}, ${asked.way}, ${recipient}, ${asked.subject},
      ${asked.money?.amount ?? null}, ${asked.money?.currency ?? null}, ${asked.templateId ?? null}, ${template[0]?.version ?? null},
      'awaiting-approval', ${why}, ${actor.id}, ${now})`
  takeAlong(work, theCase.id, asked.files, messageId)
  await takeFiles(work, theCase.id, asked.files, { messageId, visibility: 'customer' })
  // What was being written has been said.
  void tx`
    delete from case_drafts where organisation_id = ${actor.organisationId} and case_id = ${theCase.id} and author_id = ${actor.id} and kind = 'answer'`
  if (!why && asked.final) await beginDecided(work, theCase)
  const leaving = why ? null : dispatch(work, theCase, { id: answerId, way: asked.way, recipient, subject: asked.subject, final: asked.final, byPerson: answeredByPerson({ writtenBy: actor.kind, approved: false }) })
  saveWaiting(work, theCase.id)
  const done = happened(work, theCase, {
    action: why ? 'answer-awaits-approval' : 'answer-written',
    details: { answerId, messageId, way: asked.way, final: asked.final, sha256: hashOf(asked.body), ...(why && { approvalReason: why }) },
  })
  const status = leaving?.status ?? 'awaiting-approval'
  return { ...done, answerId, status, leavesAt: leaving?.leavesAt ?? null, approvalReason: why, held: status === 'leaving' ? await mailHeld(work, server) : null }
}

async function mailOf({ tx, actor }: Work, { reporter, customerId }: { reporter: { email?: string }; customerId: string | null }): Promise<string> {
  if (reporter.email) return reporter.email
  if (!customerId) return ''
  const [row] = await tx<{ address: string }>`
    select address from customer_emails where organisation_id = ${actor.organisationId} and customer_id = ${customerId} order by id limit 1`
  return row?.address ?? ''
}
