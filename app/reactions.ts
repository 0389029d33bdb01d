import { seedCalendars } from '#modules/calendars/public.ts'
import { acknowledgementSent } from '#modules/cases/server/acknowledgement-sent.ts'
import { heldByCases } from '#modules/cases/server/case-files.ts'
import { askToRecompute } from '#modules/cases/server/recompute-terms.ts'
import { previewTerms } from '#modules/cases/server/weigh-terms.ts'
import { defaultTargets, seedCases } from '#modules/cases/server/seed.ts'
import { answerMailFailed, answerMailSent } from '#modules/cases/server/decide-answer.ts'
import { heldByImports } from '#modules/customers/server/store-import.ts'
import type { Targets } from '#modules/people/contract-account.ts'
import type { LeavingMail } from '#platform/server/send-mails.ts'
import type { Work } from '#platform/server/work.ts'

/** What a new company begins with, in the transaction that makes it. */
export const onOrganisationCreated = [
  (work: Work, { country, targets }: { country: string; targets: Partial<Targets> }) => seedCalendars(work, country, defaultTargets(targets)),
  (work: Work, { areas }: { areas: ReadonlyMap<string, string> }) => seedCases(work, areas),
]

/** What a version of a calendar or a rule would do to open terms, and that it has been written. */
export const termChanges = { previewTerms, onTermsChanged: askToRecompute }

/** The open cases of a person, for whoever takes them out of service. */
export const openCasesOf = ({ tx, actor }: Work, personId: string) => tx<{ id: string; caseNumber: string }>`
  select id, number as case_number from cases
  where organisation_id = ${actor.organisationId} and owner_id = ${personId} and status in ('open', 'answered')
  order by due_at, id limit 100`

/** In the transaction that marks a mail as left or failed: what is then true of the case. */
export async function mailSettled(work: Work, mail: LeavingMail, outcome: 'sent' | 'failed'): Promise<void> {
  if (mail.purpose === 'acknowledgement' && outcome === 'sent') return acknowledgementSent(work, mail.subjectId)
  if (mail.purpose !== 'answer') return
  if (outcome === 'sent') await answerMailSent(work, mail.id, work.now)
  else await answerMailFailed(work, mail.id, 'mail-server-refused')
}

/** What a file may hang on; one that hangs on nothing is swept after a day. */
export const FILES_HELD = [heldByCases, heldByImports]
