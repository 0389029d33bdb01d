import type { Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'

/** What app/ hands over. */
export type CasesNeeds = {
  /** A secret text that only this installation can make of a name: for links that a customer is given. */
  secretOf(name: string): string
  publicUrl: URL
  /** Puts a mail into the outbox in the transaction of the work; returns its id. */
  queueMail(work: Work, mail: CaseMail): string
  /** Takes a mail back before it leaves; false when it has left. */
  cancelMail(work: Work, mailId: string): Promise<boolean>
  /** Who answers for a branch on a day: the titular, or the substitute while the titular is away. */
  responsibleOf(tx: Tx, organisationId: string, branchId: string, day: string): Promise<string | null>
}

/** A mail about a case; its words are put together from `content` when it leaves. */
export type CaseMail = {
  purpose: 'acknowledgement' | 'answer' | 'extension' | 'warning' | 'area-request' | 'mention'
  caseId: string
  recipient: string
  recipientName: string
  language: 'es' | 'en'
  content: Record<string, unknown>
  /** Not before this instant: what may still be undone. */
  notBefore?: string
}
