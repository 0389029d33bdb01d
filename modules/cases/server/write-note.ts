import type { BodyOf } from '#kernel/endpoint.ts'
import { createHash } from 'node:crypto'
import { BadInput, refuseIf } from '#kernel/refusal.ts'
import { whoMay } from '#modules/people/public.ts'
import type { Work } from '#platform/server/work.ts'
import type { WriteNote } from '../contract-work.ts'
import { takeFiles } from './case-files.ts'
import { insertMessage } from './store-case.ts'
import { insertMentions } from './store-notices.ts'
import { tellPeople } from './tell-people.ts'
import { happened, lockCase, placeOf, refuseUnlessMay, type TheCase } from './the-case.ts'

/** A note for colleagues, of a telephone call, or what the customer said. A word from the customer wakes a case put aside. */
export async function writeNote(work: Work, number: string, { kind, body, mentions, files }: BodyOf<typeof WriteNote>) {
  const theCase = await lockCase(work, number)
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(theCase.status === 'merged' ? 'case-merged' : null)
  const messageId = insertMessage(work, { caseId: theCase.id, kind, visibility: kind === 'customer-message' ? 'customer' : 'internal', body, mentions })
  await takeFiles(work, theCase.id, files, { messageId })
  if (mentions.length > 0) await mention(work, theCase, { messageId, body, mentions })
  if (kind === 'customer-message' && theCase.snoozedUntil) wake(work, theCase.id)
  return { ...happened(work, theCase, { action: kind, details: { messageId, sha256: hashOf(body), mentions } }), messageId }
}

/** Those who are named find the note in their list and are written to. Whoever does not see the case is not named in it. */
async function mention(work: Work, theCase: TheCase, { messageId, body, mentions }: { messageId: string; body: string; mentions: readonly string[] }): Promise<void> {
  const { tx, actor, now } = work
  const people = await whoMay(tx, actor.organisationId, mentions, 'cases.read', placeOf(theCase), now)
  if (people.length < new Set(mentions).size) throw new BadInput([{ path: 'mentions', code: 'mention-cannot-see' }])
  void insertMentions(tx, actor.organisationId, { caseId: theCase.id, messageId, personIds: people.map(({ id }) => id) })
  await tellPeople(work, theCase.id, people, 'mention', (t, { number }) => ({ subject: t.mentioned({ number, by: actor.name }), paragraphs: [body] }))
}

/** The text is kept in its own row; the history holds its hash, so that a changed text shows. */
export const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex')

export function wake({ tx, actor }: Work, caseId: string): void {
  void tx`update cases set snoozed_until = null, snooze_reason = null where organisation_id = ${actor.organisationId} and id = ${caseId}`
}
