import type { Logger } from 'pino'

/** What app/ hands over. */
export type CasesNeeds = {
  /** A secret text that only this installation can make of a name: for links that a customer is given. */
  secretOf: (name: string) => string
  publicUrl: URL
  /** Where a bug is told that need not stop the reader. */
  log: Pick<Logger, 'error'>
}

/** Without a mail server answers by mail wait in the outbox, and whoever writes or reads them is told. */
export type MailServer = { hasMailServer: boolean }
