import type { Language } from '#kernel/actor.ts'
import { mailAddress } from '#kernel/fields.ts'
import { later } from '#kernel/instant.ts'
import type { BlobStore } from './blob-store.ts'
import { cleanFileName } from './file-name.ts'
import { doWork, systemActor, type Ground } from './ground.ts'
import { mailHtml, mailText, oneLine } from './mail-layout.ts'
import type { MailContent } from './outgoing-mail.ts'
import { repeat, type Repeating } from './repeating.ts'
import { blame, type MailTransport, type Message } from './smtp.ts'
import type { Work } from './work.ts'

export type MailSenderNeeds = {
  ground: Ground
  /** Null: mails wait in the outbox. */
  transport: MailTransport | null
  /** 'Servicio al cliente <servicio@example.com>' */
  from: string
  blobs: BlobStore
  /** What a mail of a purpose says, where that is worked out when it leaves; else its content is said as it is. */
  forms?: Record<string, (mail: LeavingMail) => MailContent | Promise<MailContent>>
  /** In the transaction that marks it: what else is true once a mail has left, or never will. */
  settled?(this: void, work: Work, mail: LeavingMail, outcome: 'sent' | 'failed'): Promise<void>
  everyMs?: number
}

export type LeavingMail = {
  organisationId: string
  id: string
  purpose: string
  subjectKind: string
  subjectId: string
  recipient: string
  recipientName: string | null
  language: Language
  content: MailContent
  attempts: number
  messageId: string
}

const BATCH = 10
/** How long a mail is one sender's: longer than a batch can take. After it, a sender that was killed is thought dead. */
const LEASE_MINUTES = 10
/** Minutes before the second attempt, the third…; after the last the mail has failed. */
const WAITS = [1, 5, 15, 30, 60, 120, 240, 480, 720]

/** Sends what waits, each few seconds and when poked. Several nodes may; a mail is claimed by one. */
export function sendMails(needs: MailSenderNeeds): Repeating {
  const way = anOpenWay()
  return repeat(needs.everyMs ?? 5000, (stopping) => sendWaiting(needs, way, stopping), (error) => needs.ground.log.error({ err: error }, 'mails could not be sent'))
}

/** How the way out has been. `unmarked`: mails that were taken while the database was away, which this program alone knows of. */
type Way = { closedUntil: number; failures: number; unmarked: LeavingMail[] }
export const anOpenWay = (): Way => ({ closedUntil: 0, failures: 0, unmarked: [] })

/** One pass, to the end of what waits unless it is stopped; returns how many mails left. While the way out is closed nothing is tried. */
export async function sendWaiting(needs: MailSenderNeeds, way: Way = anOpenWay(), stopping = () => false): Promise<number> {
  let left = 0
  const unmarkable = way.unmarked.length > 0 ? await markTaken(needs, way) : null
  for (let claimed = BATCH; claimed === BATCH && needs.transport && Date.now() >= way.closedUntil && !stopping(); ) {
    const mails = await claim(needs)
    claimed = mails.length
    const outcomes = await Promise.all(mails.filter(({ id }) => !way.unmarked.some((taken) => taken.id === id)).map((mail) => sendOne(needs, way, mail)))
    left += outcomes.filter(Boolean).length
  }
  if (unmarkable) throw unmarkable.error
  return left
}

/** Marks what was taken before. One that cannot be marked keeps no other from leaving; its error is told after them. */
async function markTaken(needs: MailSenderNeeds, way: Way): Promise<{ error: unknown } | null> {
  let failure: { error: unknown } | null = null
  for (const mail of way.unmarked.splice(0))
    await settle(needs, mail, 'sent', null).catch((error: unknown) => {
      way.unmarked.push(mail)
      failure ??= { error }
    })
  return failure
}

async function sendOne(needs: MailSenderNeeds, way: Way, mail: LeavingMail): Promise<boolean> {
  try {
    await needs.transport!.send(await messageOf(needs, mail))
  } catch (error) {
    await putBack(needs, way, mail, error)
    return false
  }
  way.failures = 0
  // A crash before this line sends it twice, under one Message-ID, by which the receiver's program knows it; the other
  // order would lose it.
  await settle(needs, mail, 'sent', null).catch((error: unknown) => {
    way.unmarked.push(mail)
    throw error
  })
  return true
}

async function putBack(needs: MailSenderNeeds, way: Way, mail: LeavingMail, error: unknown): Promise<void> {
  const reason = oneLine((error as Error).message).slice(0, 500)
  const fault = error instanceof Unsendable ? 'mail' : blame(error)
  // Mail servers repeat the address that they refuse: it stands in the outbox, for whoever may see it, and in no log.
  needs.ground.log.warn({ mail: mail.id, attempts: mail.attempts, reason: reason.replace(/[^\s<>]+@[^\s<>]+/g, '…') }, 'a mail was not taken')
  if (fault === 'way') {
    way.closedUntil = Date.now() + Math.min(5 * 60_000, 5000 * 2 ** way.failures++)
    return release(needs, mail, reason, 0, mail.attempts - 1)
  }
  const wait = WAITS[mail.attempts - 1]
  if (fault === 'mail' || wait === undefined) return settle(needs, mail, 'failed', reason)
  return release(needs, mail, reason, wait, mail.attempts)
}

/** No attempt will help: what it needs is not there. */
class Unsendable extends Error {}

async function messageOf({ from, blobs, forms = {}, ground }: MailSenderNeeds, mail: LeavingMail): Promise<Message> {
  const content = await (forms[mail.purpose]?.(mail) ?? mail.content)
  const { inReplyTo, replyTo, automatic } = content
  return {
    messageId: mail.messageId,
    from: readSender(from),
    to: { name: oneLine(mail.recipientName ?? ''), address: mail.recipient },
    ...(mailAddress(replyTo) && { replyTo }),
    ...(inReplyTo && /^<[\x21-\x3b\x3d\x3f-\x7e]{3,250}>$/.test(inReplyTo) && { inReplyTo, references: inReplyTo }),
    subject: oneLine(content.subject).slice(0, 500),
    text: mailText(content),
    html: mailHtml(content, mail.language),
    headers: automatic ? { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } : {},
    attachments: await attachmentsOf(ground, blobs, mail, content.attachments ?? []),
  }
}

/** 'Servicio <servicio@example.com>' or the address alone. */
function readSender(sender: string): { name: string; address: string } {
  const [, name = '', address = sender] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(sender) ?? []
  return { name: oneLine(name), address: oneLine(address) }
}

async function attachmentsOf(ground: Ground, blobs: BlobStore, { organisationId }: LeavingMail, ids: readonly string[]): Promise<Message['attachments']> {
  if (ids.length === 0) return []
  const files = await ground.db.asOwner((tx) => tx<{ name: string; mediaType: string; sha256: string }>`
    select name, media_type, encode(sha256, 'hex') as sha256 from files
    where organisation_id = ${organisationId} and id = any(${ids})
    order by array_position(${ids}::uuid[], id)`)
  if (files.length < ids.length) throw new Unsendable('a file that it carries does not exist')
  const opened = []
  for (const { name, mediaType, sha256 } of files) {
    const content = await blobs.open(sha256)
    if (!content) throw new Unsendable(`the bytes of ${name} are gone`)
    opened.push({ filename: cleanFileName(name, []), contentType: mediaType, content })
  }
  return opened
}

/** Takes what is due, and what a killed sender had taken too long ago; each a while for us alone. */
const claim = ({ ground, from }: MailSenderNeeds) => {
  const now = ground.now()
  const lease = later(now, LEASE_MINUTES * 60_000)
  const domain = readSender(from).address.split('@').at(-1) ?? 'localhost'
  return ground.db.asOwner((tx) => tx<LeavingMail>`
    with due as (
      select organisation_id, id from outgoing_mails
      where state in ('waiting', 'sending') and not_before <= ${now}
        -- Addresses of the demonstration are invented: its mails wait in sight and reach nobody.
        and organisation_id not in (select o.organisation_id from organisations o where o.settings->>'demonstration' = 'true')
      order by not_before, organisation_id, id
      limit ${BATCH}
      for update skip locked
    )
    update outgoing_mails m
    set state = 'sending', attempts = attempts + 1, not_before = ${lease}, message_id = coalesce(message_id, '<' || m.id || '@' || ${domain}::text || '>')
    from due
    where m.organisation_id = due.organisation_id and m.id = due.id
    returning m.organisation_id, m.id, purpose, subject_kind, subject_id, recipient, recipient_name, language, content, attempts, message_id`)
}

const release = ({ ground }: MailSenderNeeds, { organisationId, id }: LeavingMail, reason: string, minutes: number, attempts: number) =>
  ground.db.asOwner(async (tx) => {
    const notBefore = later(ground.now(), minutes * 60_000)
    await tx`
      update outgoing_mails set state = 'waiting', last_error = ${reason}, not_before = ${notBefore}, attempts = ${attempts}
      where organisation_id = ${organisationId} and id = ${id} and state = 'sending'`
  })

const settle = ({ ground, settled }: MailSenderNeeds, mail: LeavingMail, outcome: 'sent' | 'failed', reason: string | null) =>
  doWork(ground, systemActor(mail.organisationId), async (work) => {
    // Marked already, and only the word of it was lost on its way here: it is not told twice.
    const [marked] = await work.tx`
      update outgoing_mails
      set state = ${outcome}, last_error = ${reason}, sent_at = case when ${outcome}::text = 'sent' then ${work.now}::timestamptz end
      where organisation_id = ${mail.organisationId} and id = ${mail.id} and state = 'sending'
      returning id`
    if (!marked) return
    work.changed({ kind: 'mail', id: mail.id, action: outcome })
    await settled?.(work, mail, outcome)
  })
