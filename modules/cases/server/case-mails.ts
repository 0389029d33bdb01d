import type { Language } from '#kernel/actor.ts'
import { explainTerm, longDay, longInstant } from '#modules/calendars/rules/explain-term.ts'
import type { Ground } from '#platform/server/ground.ts'
import { doWork, systemActor } from '#platform/server/ground.ts'
import type { MailContent } from '#platform/server/outgoing-mail.ts'
import type { LeavingMail } from '#platform/server/send-mails.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { followLink } from './follow-link.ts'
import type { CasesNeeds } from './needs.ts'
import { explainedTerms, readSaid, readSaidAnswer } from './store-said.ts'

export const words = { es, en }

/** What the acknowledgement says: number, instant, kind, what is due when, by which rule and calendar (F-3). */
export const acknowledgementForm =
  (ground: Ground, needs: CasesNeeds) =>
  (mail: LeavingMail): Promise<MailContent> =>
    doWork(ground, systemActor(mail.organisationId), async ({ tx }) => {
      const said = await readSaid(tx, mail.organisationId, mail.subjectId)
      const terms = await explainedTerms(tx, mail.organisationId, mail.subjectId)
      const t = words[mail.language]
      return {
        subject: t.mails.acknowledgementSubject(said),
        greeting: t.mails.greeting(mail.recipientName ?? ''),
        paragraphs: [t.mails.acknowledged({ kind: t.kinds[said.kind], when: longInstant(said.receivedAt, said.timeZone, mail.language) }), t.mails.whatComes],
        facts: [
          [t.facts.number, said.number],
          // Of the public form: nobody has shown that the address is theirs, and a stranger is sent no word of whoever filled it in.
          ...(said.channel === 'web' ? [] : [[t.facts.about, said.title] satisfies [string, string]]),
          ...terms.map(({ proof, calendar }): [string, string] => [`${t.facts.due}: ${proof.basis.name[mail.language]}`, dueText(proof.dueOn, explainTerm(proof, mail.language, calendar), mail.language)]),
        ],
        link: { label: t.mails.follow, url: followLink(needs, said) },
        closing: t.mails.signed(said.company),
        automatic: true,
      }
    }, { readOnly: true })

const dueText = (dueOn: string | null, sentences: readonly string[], language: Language) => [dueOn ? longDay(dueOn, language) : '', ...sentences].join('\n')

/** The answer as it was written and approved. */
export const answerForm =
  (ground: Ground, needs: CasesNeeds) =>
  (mail: LeavingMail): Promise<MailContent> =>
    doWork(ground, systemActor(mail.organisationId), async ({ tx }) => {
      const said = await readSaid(tx, mail.organisationId, mail.subjectId)
      const answer = await readSaidAnswer(tx, mail.organisationId, mail.id)
      const t = words[mail.language]
      return {
        subject: answer.subject || t.mails.answerSubject(said),
        paragraphs: answer.body.split(/\n{2,}/),
        facts: [[t.facts.number, said.number]],
        link: { label: t.mails.follow, url: followLink(needs, said) },
        closing: [answer.writtenBy, ...t.mails.signed(said.company)].filter(Boolean),
        attachments: answer.files,
      }
    }, { readOnly: true })

/** That two cases go on as one, or apart again: as it was written, with the way to one's own. */
export const mergeNoticeForm =
  (ground: Ground, needs: CasesNeeds) =>
  (mail: LeavingMail): Promise<MailContent> =>
    doWork(ground, systemActor(mail.organisationId), async ({ tx }) => {
      const said = await readSaid(tx, mail.organisationId, mail.subjectId)
      const t = words[mail.language]
      return {
        ...mail.content,
        greeting: t.mails.greeting(mail.recipientName ?? ''),
        facts: [[t.facts.number, said.number]],
        link: { label: t.mails.follow, url: followLink(needs, said) },
        closing: t.mails.signed(said.company),
        automatic: true,
      }
    }, { readOnly: true })

/** The notice without which there is no extension: the reason and the new date. */
export function extensionMail({ number, language, reason, from, to }: { number: string; language: Language; reason: string; from: string; to: string }): MailContent {
  const t = words[language]
  return {
    subject: t.mails.extensionSubject({ number }),
    paragraphs: [t.mails.extended({ from: longDay(from, language), to: longDay(to, language) }), t.mails.extensionReason(reason)],
    facts: [[t.facts.number, number], [t.facts.due, longDay(to, language)]],
  }
}
