import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { id, listOf, page } from '#kernel/fields.ts'
import { MAIL_HELD } from '#kernel/mail-held.ts'

export const MailState = z.enum(['waiting', 'sending', 'sent', 'failed', 'cancelled'])
export type MailState = z.infer<typeof MailState>

const OutgoingMail = z.object({
  id: z.string(), purpose: z.string(), title: z.string(), recipient: z.string(), recipientName: z.string().nullable(), state: MailState, attempts: z.number(), lastError: z.string().nullable(),
  createdAt: z.string(), sentAt: z.string().nullable(),
  /** The case it tells of, where it tells of one. */
  caseNumber: z.string().nullable(),
})

export const ListMails = endpoint({
  name: 'ListMails', method: 'GET', path: '/outgoing-mails', summary: 'Mails that wait, left or failed, newest first.',
  query: z.object({ state: MailState.optional(), ...page }),
  /** Why none leaves; null where they do. */
  reply: listOf(OutgoingMail).extend({ held: z.enum(MAIL_HELD).nullable() }),
})
export const RetryMail = endpoint({
  name: 'RetryMail', method: 'POST', path: '/outgoing-mails/:mailId/attempts', summary: 'Try a failed mail again.', params: z.object({ mailId: id() }), body: z.object({}), reply: z.object({ id: z.string() }),
})
