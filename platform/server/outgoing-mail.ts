import type { Language } from '#kernel/actor.ts'
import { mailAddress } from '#kernel/fields.ts'
import { newId } from '#kernel/id.ts'
import { later } from '#kernel/instant.ts'
import type { MailHeld } from '#kernel/mail-held.ts'
import { BadInput, NotFound, Refusal } from '#kernel/refusal.ts'
import { sql, type Sql } from './database.ts'
import { oneLine } from './mail-layout.ts'
import type { Work } from './work.ts'

/** What a mail says, as plain data; it is set as text and HTML when it is sent, so that whoever queues it does not wait for that. */
export type MailContent = {
  subject: string
  /** 'Estimada señora Rojas:' */
  greeting?: string
  paragraphs: readonly string[]
  /** Label and value, shown as a small table. */
  facts?: readonly (readonly [label: string, value: string])[]
  link?: { label: string; url: string }
  closing?: readonly string[]
  /** Ids of files of the organisation; whoever queues has seen that they may be sent. */
  attachments?: readonly string[]
  /** Nobody wrote it: other programs are asked not to answer it. */
  automatic?: boolean
  /** An address alone; anything else is left out. */
  replyTo?: string
  /** The Message-ID it answers, '<…@…>'. */
  inReplyTo?: string
}

type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'cancelled'

export type NewMail = {
  /** 'case-acknowledged': what app/ may have a form of its own for. */
  purpose: string
  subject: readonly [kind: string, id: string]
  recipient: string
  recipientName?: string | null
  language: Language
  content: MailContent
  /** Seconds in which it can still be taken back. */
  undoSeconds?: number
}

/** Queues a mail in the transaction of what it tells of: it leaves if that is committed, and never otherwise. Returns its id. */
export function queueMail(work: Work, { purpose, subject: [kind, subjectId], recipient, recipientName = null, language, content, undoSeconds = 0 }: NewMail): string {
  const { tx, actor, now } = work
  const address = mailAddress(recipient)
  if (!address) throw new BadInput([{ path: 'email', code: 'email' }])
  const id = newId()
  const notBefore = later(now, undoSeconds * 1000)
  void tx`
    insert into outgoing_mails
      (organisation_id, id, purpose, subject_kind, subject_id, recipient, recipient_name, language, content, not_before, created_at)
    values
      (${actor.organisationId}, ${id}, ${purpose}, ${kind}, ${subjectId}, ${address}, ${recipientName && oneLine(recipientName)}, ${language}, ${storable(content)},
       ${notBefore}, ${now})`
  work.changed({ kind: 'mail', id, action: 'queued' })
  return id
}

/** A database keeps neither NUL nor halves of characters; a mail has no use for them. */
const storable = (content: MailContent): string =>
  JSON.stringify(content, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value))

/** Why the organisation's mails wait; null where they leave. Those of the demonstration do, whatever is set. */
export async function mailHeld({ tx, actor }: Pick<Work, 'tx' | 'actor'>, { hasMailServer }: { hasMailServer: boolean }): Promise<MailHeld | null> {
  const [organisation] = await tx<{ demonstration: boolean }>`
    select coalesce(settings ->> 'demonstration' = 'true', false) as demonstration from organisations where organisation_id = ${actor.organisationId}`
  if (organisation?.demonstration) return 'demonstration'
  return hasMailServer ? null : 'no-mail-server'
}

/** Takes back what waits about these things and has not begun to leave. `subjects`: a query of their ids. */
export const cancelMailsAbout = ({ tx, actor }: Pick<Work, 'tx' | 'actor'>, kind: string, subjects: Sql): void => void tx`
  update outgoing_mails set state = 'cancelled'
  where organisation_id = ${actor.organisationId} and subject_kind = ${kind} and subject_id in (${subjects}) and state = 'waiting' and attempts = 0`

/** Takes back a mail that has not begun to leave; `tried`: also one that no mail server took, whether it is to be tried again or not. False where it left. */
export async function takeBackMail({ tx, actor }: Work, id: string, { tried = false } = {}): Promise<boolean> {
  const [cancelled] = await tx`
    update outgoing_mails set state = 'cancelled'
    where organisation_id = ${actor.organisationId} and id = ${id} and (state = 'waiting' and attempts = 0 or ${tried} and state in ('waiting', 'failed'))
    returning id`
  return cancelled !== undefined || (await stateOf({ tx, actor }, id)).state === 'cancelled'
}

/** @throws {Refusal} mail-already-left */
export async function cancelMail(work: Work, id: string, which: { tried?: boolean } = {}): Promise<void> {
  if (!(await takeBackMail(work, id, which))) throw new Refusal('mail-already-left')
}

/** Tries a failed mail again from the beginning. `within`: a condition on outgoing_mails that says which the actor may see. */
export async function retryMail(work: Work, id: string, within: Sql = sql`true`): Promise<void> {
  const { tx, actor, now } = work
  const [again] = await tx`
    update outgoing_mails set state = 'waiting', attempts = 0, not_before = ${now}
    where organisation_id = ${actor.organisationId} and id = ${id} and state = 'failed' and ${within}
    returning id`
  if (again) return work.changed({ kind: 'mail', id, action: 'queued' })
  const { state } = await stateOf(work, id, within)
  if (state !== 'waiting') throw new Refusal('mail-not-failed')
}

async function stateOf({ tx, actor }: Pick<Work, 'tx' | 'actor'>, id: string, within: Sql = sql`true`): Promise<{ state: MailState }> {
  const [mail] = await tx<{ state: MailState }>`select state from outgoing_mails where organisation_id = ${actor.organisationId} and id = ${id} and ${within}`
  if (!mail) throw new NotFound('mail')
  return mail
}

export type ListedMail = {
  id: string
  purpose: string
  subjectKind: string
  subjectId: string
  recipient: string
  recipientName: string | null
  title: string
  state: MailState
  attempts: number
  lastError: string | null
  notBefore: string
  createdAt: string
  sentAt: string | null
}

type Listing = { state?: MailState | null; before?: string | null; limit?: number; within?: Sql }

/** The outbox, newest first: all of it `within` a condition, or what is in a state; `before` is the id of the last one shown. */
export const listMails = ({ tx, actor }: Work, { state = null, before = null, limit = 50, within = sql`true` }: Listing) => tx<ListedMail>`
  select id, purpose, subject_kind, subject_id, recipient, recipient_name, content ->> 'subject' as title,
    state, attempts, last_error, not_before, created_at, sent_at
  from outgoing_mails
  where organisation_id = ${actor.organisationId}
    and (${state}::text is null or state = ${state})
    and (${before}::uuid is null or id < ${before})
    and ${within}
  order by id desc
  limit ${limit}`
