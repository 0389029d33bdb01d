/** Why a mail waits in the outbox and does not leave: there is no mail server; or its company is the demonstration, whose addresses are invented. */
export const MAIL_HELD = ['no-mail-server', 'demonstration'] as const
export type MailHeld = (typeof MAIL_HELD)[number]
