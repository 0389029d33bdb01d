import type { BodyOf } from '#kernel/endpoint.ts'
import { createHash } from 'node:crypto'
import { refuseIf } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { WriteNote } from '../contract.ts'
import { takeFiles } from './case-files.ts'
import { insertMessage } from './store-case.ts'
import { happened, lockCase, refuseUnlessMay } from './the-case.ts'

/** A note for colleagues, of a telephone call, or what the customer said. A word from the customer wakes a case put aside. */
export async function writeNote(work: Work, number: string, { kind, body, mentions, files }: BodyOf<typeof WriteNote>) {
  const theCase = await lockCase(work, number)
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(theCase.status === 'merged' ? 'case-merged' : null)
  const messageId = insertMessage(work, { caseId: theCase.id, kind, visibility: kind === 'customer-message' ? 'customer' : 'internal', body, mentions })
  await takeFiles(work, theCase.id, files, { messageId })
  if (kind === 'customer-message' && theCase.snoozedUntil) wake(work, theCase.id)
  return { ...happened(work, theCase, { action: kind, details: { messageId, sha256: hashOf(body), mentions } }), messageId }
}

/** The text is kept in its own row; the history holds its hash, so that a changed text shows. */
export const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex')

export function wake({ tx, actor }: Work, caseId: string): void {
  void tx`update cases set snoozed_until = null, snooze_reason = null where organisation_id = ${actor.organisationId} and id = ${caseId}`
}
