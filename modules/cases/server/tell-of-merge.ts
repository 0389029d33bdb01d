import { queueMail, takeBackMail } from '#platform/server/outgoing-mail.ts'
import type { Work } from '#platform/server/work.ts'
import { words } from './case-mails.ts'
import { insertMessage } from './store-case.ts'
import type { TheCase } from './the-case.ts'
import { hashOf } from './write-note.ts'

/** A word to a customer of what became of their case: in the timeline by its text, on its way by its mail. */
export type Told = { caseId: string; mailId: string; messageId: string; sha256: string }
type Pair = { theCase: TheCase; into: TheCase }

/** The merge is undone as long as its undoing is offered: a word that was not yet said is then taken back. */
const SECOND_THOUGHTS_SECONDS = 10

/** Both customers hear that their cases go on as one, under which number; once where both are reached at the same address (F-9). */
export async function tellOfMerge(work: Work, { theCase, into }: Pair): Promise<Told[]> {
  const [one, other] = [await addressOf(work, theCase), await addressOf(work, into)]
  const numbers = { from: theCase.number, into: into.number }
  const told = (about: TheCase, recipient: string) => {
    const { mails } = words[about.language]
    return tell(work, about, recipient, { subject: mails.mergedSubject(numbers), body: mails.merged(numbers) })
  }
  return [...(one ? [told(theCase, one)] : []), ...(other && other !== one ? [told(into, other)] : [])]
}

/** Whoever heard of the merge hears of its undoing; where the mail had not left, nobody heard, and it is taken back. */
export async function tellOfUnmerge(work: Work, { theCase, into }: Pair, ofMerge: readonly Told[]): Promise<{ told: Told[]; takenBack: boolean }> {
  const told: Told[] = []
  let anyBack = false
  for (const notice of ofMerge) {
    if (await takeBackMail(work, notice.mailId)) {
      anyBack = true
      continue
    }
    const about = notice.caseId === into.id ? into : theCase
    const recipient = await addressOf(work, about)
    const { mails } = words[about.language]
    const numbers = { from: theCase.number, into: into.number }
    if (recipient) told.push(tell(work, about, recipient, { subject: mails.unmergedSubject(numbers), body: mails.unmerged(numbers) }))
  }
  return { told, takenBack: anyBack }
}

/** What the history says of it beside what happened. */
export const detailsOf = (told: readonly Told[], caseId: string) => {
  const own = told.find((one) => one.caseId === caseId)
  return own && { messageId: own.messageId, sha256: own.sha256 }
}

function tell(work: Work, { id, language, channel, reporter }: TheCase, recipient: string, { subject, body }: { subject: string; body: string }): Told {
  const messageId = insertMessage(work, { caseId: id, kind: 'notice', visibility: 'customer', body })
  // Of the public form: nobody has shown that the address is theirs, and a stranger is sent no word of whoever filled it in.
  const recipientName = channel === 'web' ? null : (reporter.name ?? null)
  const mailId = queueMail(work, { purpose: 'merge-notice', subject: ['case', id], recipient, recipientName, language, content: { subject, paragraphs: [body] }, undoSeconds: SECOND_THOUGHTS_SECONDS })
  return { caseId: id, mailId, messageId, sha256: hashOf(body) }
}

/** Where whoever told the case is written to: as it says, else where its acknowledgement went. Nowhere, where they asked for no mail or not to be contacted. */
async function addressOf({ tx, actor }: Work, { id, reporter, termFacts }: TheCase): Promise<string | null> {
  if (termFacts.subjects?.includes('do-not-contact')) return null
  const [row] = await tx<{ wantsNone: boolean; acknowledgedAt: string | null }>`
    select exists (select from contacts k where k.organisation_id = ${actor.organisationId} and k.case_id = ${id} and k.raw ->> 'acknowledge' = 'false') as wants_none,
      (select o.recipient from outgoing_mails o
        where o.organisation_id = ${actor.organisationId} and o.subject_kind = 'case' and o.subject_id = ${id} and o.purpose = 'acknowledgement' order by o.id limit 1) as acknowledged_at`
  return row!.wantsNone ? null : (reporter.email?.toLowerCase() || row!.acknowledgedAt)
}
