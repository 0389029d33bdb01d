import type { BodyOf } from '#kernel/endpoint.ts'
import { createHash } from 'node:crypto'
import { BadInput, refuseIf } from '#kernel/refusal.ts'
import { whoMay } from '#modules/people/public.ts'
import type { Work } from '#platform/server/work.ts'
import type { WriteNote } from '../contract-work.ts'
import { takeFiles } from './case-files.ts'
import { insertMessage, meetTerms, saveGoverning } from './store-case.ts'
import { insertMentions } from './store-notices.ts'
import { tellPeople } from './tell-people.ts'
import { happened, lockCase, placeOf, refuseUnlessMay, type TheCase } from './the-case.ts'

type Asked = Omit<BodyOf<typeof WriteNote>, 'spoke'> & Partial<Pick<BodyOf<typeof WriteNote>, 'spoke'>>

/** A note for colleagues, of a telephone call, or what the customer said. A word from the customer wakes a case put aside. */
export async function writeNote(work: Work, number: string, { kind, body, spoke = false, mentions, files }: Asked) {
  const theCase = await lockCase(work, number)
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(theCase.status === 'merged' ? 'case-merged' : null)
  const messageId = insertMessage(work, { caseId: theCase.id, kind, visibility: kind === 'customer-message' ? 'customer' : 'internal', body, mentions })
  await takeFiles(work, theCase.id, files, { messageId })
  if (mentions.length > 0) await mention(work, theCase, { messageId, body, mentions })
  if (kind === 'customer-message' && theCase.snoozedUntil) wake(work, theCase.id)
  const spoken = spoke && work.actor.kind === 'person'
  if (spoken) heardByPerson(work, theCase)
  return { ...happened(work, theCase, { action: kind, details: { messageId, sha256: hashOf(body), mentions, ...(spoken && { spoke: true }) } }), messageId }
}

/** Those who are named find the note in their list and are written to. Whoever does not see the case is not named in it. */
async function mention(work: Work, theCase: TheCase, { messageId, body, mentions }: { messageId: string; body: string; mentions: readonly string[] }): Promise<void> {
  const { tx, actor, now } = work
  const people = await whoMay(tx, actor.organisationId, mentions, 'cases.read', placeOf(theCase), now)
  if (people.length < new Set(mentions).size) throw new BadInput([{ path: 'mentions', code: 'mention-cannot-see' }])
  void insertMentions(tx, actor.organisationId, { caseId: theCase.id, messageId, personIds: people.map(({ id }) => id) })
  await tellPeople(work, theCase.id, people, 'mention', (t, { number }) => ({ subject: t.mentioned({ number, by: actor.name }), paragraphs: [body] }))
}

/** The customer spoke with a person, who may have told them nothing yet of the merits: the clock of the first answer stops (rules/first-answer.ts). */
function heardByPerson(work: Work, { id, status }: TheCase): void {
  meetTerms(work, id, ['first-answer'], work.now)
  if (status === 'open') saveGoverning(work, id)
}

/** The text is kept in its own row; the history holds its hash, so that a changed text shows. */
export const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex')

export function wake({ tx, actor }: Work, caseId: string): void {
  void tx`update cases set snoozed_until = null, snooze_reason = null where organisation_id = ${actor.organisationId} and id = ${caseId}`
}
