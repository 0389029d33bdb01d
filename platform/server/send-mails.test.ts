import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import pino from 'pino'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aGround, type TestGround } from '#test/harness.ts'
import { openDiskStore, type BlobStore } from './blob-store.ts'
import { receiveFile } from './files.ts'
import { doWork, systemActor } from './ground.ts'
import { cancelMail, listMails, queueMail, retryMail, type NewMail } from './outgoing-mail.ts'
import { anOpenWay, sendMails, sendWaiting, type MailSenderNeeds } from './send-mails.ts'
import { smtpTransport, type MailTransport } from './smtp.ts'

type Taken = { from: string; to: string[]; raw: string }

/** A mail server in this process; what it says to the next mails can be set. */
function aMailServer() {
  const taken: Taken[] = []
  const says: (number | 'hang-up')[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const say = says.shift()
        if (say === 'hang-up') return smtp.connections.forEach((connection) => connection.close())
        if (say) return done(Object.assign(new Error('buzón lleno'), { responseCode: say }))
        taken.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  return { smtp, taken, says }
}

let ground: TestGround
let blobs: BlobStore
let folder: string
let organisationId: string
const { smtp, taken, says } = aMailServer()
let transport: MailTransport
beforeAll(async () => {
  ground = await aGround()
  folder = await mkdtemp(join(tmpdir(), 'acuse-mail-'))
  blobs = await openDiskStore(folder)
  const listening = smtp.listen(0, '127.0.0.1')
  await new Promise((resolve) => listening.once('listening', resolve))
  transport = smtpTransport(`smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`)
})
afterAll(async () => {
  transport.close()
  await new Promise<void>((resolve) => smtp.close(resolve))
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  await ground.db.asOwner((tx) => tx`delete from outgoing_mails`)
  organisationId = newId()
  taken.length = says.length = 0
  await ground.db.asOwner((tx) => tx`
    insert into organisations (organisation_id, name, country, language, time_zone) values (${organisationId}, 'Gases', 'CO', 'es', 'America/Bogota')`)
})

const needs = (more: Partial<MailSenderNeeds> = {}): MailSenderNeeds => ({ ground, transport, from: 'Servicio Ñ <servicio@gases.example>', blobs, ...more })
const work = <T>(act: Parameters<typeof doWork<T>>[2]) => doWork(ground, systemActor(organisationId), act)
const aMail = (more: Partial<NewMail> = {}): NewMail => ({
  purpose: 'case-acknowledged',
  subject: ['case', newId()],
  recipient: 'rosa@cliente.example',
  recipientName: 'Rosa Peña',
  language: 'es',
  content: { subject: 'Recibimos su reclamo BOG-2026-000123', greeting: 'Señora Peña:', paragraphs: ['Recibimos su reclamo.', 'Le responderemos a más tardar el 22 de julio de 2026.'] },
  ...more,
})
const queue = (more?: Partial<NewMail>) => work((w) => Promise.resolve(queueMail(w, aMail(more))))
const row = async (id: string) => (await work((w) => listMails(w, {}))).find((mail) => mail.id === id)!
/** The header's lines, unfolded, by name. */
const headersOf = ({ raw }: Taken) =>
  raw.split('\r\n\r\n')[0]!.replace(/\r\n[ \t]+/g, ' ').split('\r\n').map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const)
const headerOf = (mail: Taken, name: string) => headersOf(mail).filter(([known]) => known === name).map(([, value]) => value)

test('a mail leaves with its text, its facts, its link and what it carries', async () => {
  const file = await receiveFile(blobs, Readable.from([Buffer.from('%PDF-1.4 acuse')]), 'acuse de recibo.pdf', 1000)
  await work((w) => file.keep(w))
  const id = await queue({
    content: {
      subject: 'Recibimos su reclamo', paragraphs: ['Línea 1\nlínea 2 <b>'], facts: [['Número', 'BOG-2026-000123'], ['Vence', '22 de julio']],
      link: { label: 'Ver el caso', url: 'https://acuse.example/c/1' }, closing: ['Servicio al cliente'], attachments: [file.id], automatic: true, inReplyTo: '<q1@cliente.example>',
    },
  })
  expect(await sendWaiting(needs())).toBe(1)
  expect(taken).toMatchObject([{ from: 'servicio@gases.example', to: ['rosa@cliente.example'] }])
  expect(headerOf(taken[0]!, 'message-id')).toEqual([`<${id}@gases.example>`])
  expect(headerOf(taken[0]!, 'in-reply-to')).toEqual(['<q1@cliente.example>'])
  expect(headerOf(taken[0]!, 'auto-submitted')).toEqual(['auto-generated'])
  expect(taken[0]!.raw).toContain('filename="acuse de recibo.pdf"')
  expect(taken[0]!.raw).toContain(Buffer.from('%PDF-1.4 acuse').toString('base64'))
  expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1, lastError: null, sentAt: ground.now() })
  expect(ground.announced.at(-1)).toMatchObject({ changes: [{ kind: 'mail', id, action: 'sent' }] })
})

test('without a mail server mails wait in sight', async () => {
  const id = await queue()
  expect(await sendWaiting(needs({ transport: null }))).toBe(0)
  expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 0, title: 'Recibimos su reclamo BOG-2026-000123' })
})

test('what is rolled back does not leave', async () => {
  await expect(work((w) => { queueMail(w, aMail()); return Promise.reject(new Error('no')) })).rejects.toThrow('no')
  expect(await sendWaiting(needs())).toBe(0)
})

test('a purpose may have a form of its own, worked out when it leaves', async () => {
  await queue()
  await sendWaiting(needs({ forms: { 'case-acknowledged': ({ content }) => ({ ...content, subject: 'Otra forma' }) } }))
  expect(headerOf(taken[0]!, 'subject')).toEqual(['Otra forma'])
})

describe('undo', () => {
  test('within its seconds it is taken back', async () => {
    const id = await queue({ undoSeconds: 10 })
    expect(await sendWaiting(needs())).toBe(0)
    await work((w) => cancelMail(w, id))
    await work((w) => cancelMail(w, id))
    ground.clock.pass(1)
    expect(await sendWaiting(needs())).toBe(0)
    expect((await row(id)).state).toBe('cancelled')
  })

  test('after it has left it is not', async () => {
    const id = await queue()
    await sendWaiting(needs())
    await expect(work((w) => cancelMail(w, id))).rejects.toMatchObject({ code: 'mail-already-left' })
    await expect(work((w) => cancelMail(w, newId()))).rejects.toMatchObject({ what: 'mail' })
  })
})

describe('faults', () => {
  test('killed between sending and marking: sent again under the same Message-ID', async () => {
    const id = await queue()
    let killed = false
    const settled = () => {
      if (killed) return Promise.resolve()
      killed = true
      return Promise.reject(new Error('killed'))
    }
    await expect(sendWaiting(needs({ settled }))).rejects.toThrow('killed')
    expect((await row(id)).state).toBe('sending')
    expect(await sendWaiting(needs({ settled }))).toBe(0)
    ground.clock.pass(11)
    expect(await sendWaiting(needs({ settled }))).toBe(1)
    expect(taken.map((mail) => headerOf(mail, 'message-id')[0])).toEqual([`<${id}@gases.example>`, `<${id}@gases.example>`])
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  test('the database away between sending and marking: it is marked when the database is back, and not sent again', async () => {
    const id = await queue()
    const way = anOpenWay()
    let [away, told] = [true, 0]
    const settled = () => (away ? Promise.reject(new Error('Connection terminated unexpectedly')) : Promise.resolve(void told++))
    await expect(sendWaiting(needs({ settled }), way)).rejects.toThrow('terminated')
    await expect(sendWaiting(needs({ settled }), way)).rejects.toThrow('terminated')
    away = false
    await sendWaiting(needs({ settled }), way)
    ground.clock.pass(11)
    await sendWaiting(needs({ settled }), way)
    expect([await row(id), taken.length, told, way.unmarked]).toMatchObject([{ state: 'sent', attempts: 1 }, 1, 1, []])
  })

  test('a mail that was taken and cannot be marked keeps no other from leaving, and is not sent again when its time with us is over', async () => {
    const id = await queue()
    const way = anOpenWay()
    const settled: MailSenderNeeds['settled'] = (_, mail) => (mail.id === id ? Promise.reject(new Error('what it answers is gone')) : Promise.resolve())
    await expect(sendWaiting(needs({ settled }), way)).rejects.toThrow('is gone')
    const other = await queue()
    await expect(sendWaiting(needs({ settled }), way)).rejects.toThrow('is gone')
    expect([await row(id), await row(other)]).toMatchObject([{ state: 'sending' }, { state: 'sent' }])
    ground.clock.pass(11)
    await expect(sendWaiting(needs({ settled }), way)).rejects.toThrow('is gone')
    expect([taken.length, way.unmarked.map((mail) => mail.id)]).toEqual([2, [id]])
    await sendWaiting(needs(), way)
    expect([await row(id), way.unmarked]).toMatchObject([{ state: 'sent' }, []])
  })

  test('two senders at once send each mail once', async () => {
    for (let i = 0; i < 30; i++) await queue()
    await Promise.all([sendWaiting(needs()), sendWaiting(needs())])
    expect(new Set(taken.map((mail) => headerOf(mail, 'message-id')[0])).size).toBe(30)
    expect(taken).toHaveLength(30)
  })

  test('refused for good: failed with its reason, and may be tried again by hand', async () => {
    says.push(550)
    const id = await queue()
    const outcomes: string[] = []
    await sendWaiting(needs({ settled: (_, mail, outcome) => { outcomes.push(`${mail.purpose} ${outcome}`); return Promise.resolve() } }))
    expect(outcomes).toEqual(['case-acknowledged failed'])
    expect(await row(id)).toMatchObject({ state: 'failed', lastError: expect.stringContaining('buzón lleno') as string, sentAt: null })
    await work((w) => retryMail(w, id))
    expect(await sendWaiting(needs())).toBe(1)
    await expect(work((w) => retryMail(w, id))).rejects.toMatchObject({ code: 'mail-not-failed' })
  })

  test('whom a mail server refuses is told in the outbox, and in no log', async () => {
    const lines: string[] = []
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
    const refuses: MailTransport = { send: () => Promise.reject(Object.assign(new Error('550 5.1.1 <rosa@cliente.example>: no such user rosa@cliente.example'), { responseCode: 550 })), close: () => {} }
    const id = await queue()
    await sendWaiting(needs({ transport: refuses, ground: { ...ground, log } }))
    expect((await row(id)).lastError).toContain('<rosa@cliente.example>')
    expect(lines.join('')).toContain('550 5.1.1')
    expect(lines.join('')).not.toContain('cliente.example')
  })

  test('refused for the moment: again after longer and longer, and failed in the end', async () => {
    const id = await queue()
    says.push(...Array.from({ length: 10 }, () => 451))
    await sendWaiting(needs())
    expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 1, lastError: expect.stringContaining('451') as string })
    expect(await sendWaiting(needs())).toBe(0)
    for (const minutes of [1, 5, 15, 30, 60, 120, 240, 480, 720]) {
      expect((await row(id)).state).toBe('waiting')
      ground.clock.pass(minutes)
      await sendWaiting(needs())
    }
    expect(await row(id)).toMatchObject({ state: 'failed', attempts: 10 })
  })

  test('a server that hangs up counts against the mail', async () => {
    const id = await queue()
    says.push('hang-up')
    await sendWaiting(needs())
    expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 1 })
  })

  test('a closed way out counts against no mail, and is not tried at once', async () => {
    const id = await queue()
    const nowhere = smtpTransport('smtp://127.0.0.1:1')
    const way = anOpenWay()
    await sendWaiting(needs({ transport: nowhere }), way)
    expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 0, lastError: expect.stringContaining('ECONNREFUSED') as string })
    expect(way.closedUntil).toBeGreaterThan(Date.now() + 3000)
    expect(await sendWaiting(needs(), way)).toBe(0)
    expect(await sendWaiting(needs())).toBe(1)
    nowhere.close()
  })

  test('a file that is not there fails the mail with its reason', async () => {
    const id = await queue({ content: { subject: 'x', paragraphs: [], attachments: [newId()] } })
    await sendWaiting(needs())
    expect(await row(id)).toMatchObject({ state: 'failed', lastError: 'a file that it carries does not exist' })
  })

  test('it sends when poked, and ends the pass under way when stopped', async () => {
    const sender = sendMails(needs({ everyMs: 60_000 }))
    await queue()
    sender.poke()
    await sender.stop()
    expect(taken).toHaveLength(1)
  })

  test('stopped, it ends the mails in hand and leaves the rest waiting', async () => {
    for (let i = 0; i < 35; i++) await queue()
    const sender = sendMails(needs({ everyMs: 60_000 }))
    sender.poke()
    await sender.stop()
    expect(taken).toHaveLength(10)
    expect((await work((w) => listMails(w, { state: 'waiting' }))).every(({ attempts }) => attempts === 0)).toBe(true)
  })
})

describe('hostile words', () => {
  const hostile = ['x\r\nBcc: evil@example.com', 'x\nBcc: evil@example.com\n\n<script>', 'Ana" <evil@example.com>, "b', 'a, evil@example.com', '=?utf-8?Q?x=0D=0ABcc:_evil@example.com?=', '\u0000\u0085\u2028Bcc: evil@example.com']

  test.each(hostile)('%j in the name, the subject, the file name: one recipient, no header more', async (text) => {
    await queue({ recipientName: text, content: { subject: text, paragraphs: [text], facts: [[text, text]], link: { label: text, url: `javascript:${text}` }, replyTo: `${text} <r@example.com>`, inReplyTo: text } })
    await sendWaiting(needs())
    expect(taken).toMatchObject([{ to: ['rosa@cliente.example'] }])
    const names = headersOf(taken[0]!).map(([name]) => name)
    expect(names).not.toContain('bcc')
    expect(names.filter((name) => ['to', 'subject', 'from', 'message-id'].includes(name)).sort()).toEqual(['from', 'message-id', 'subject', 'to'])
    expect(new Set(names)).toEqual(new Set([...names].filter((name) => EXPECTED.has(name))))
    expect(taken[0]!.raw).not.toContain('href="javascript')
    expect(taken[0]!.raw.split('text/html')[1]).not.toContain('<script')
  })

  test('any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
        taken.length = 0
        await queue({ recipientName: text, content: { subject: text, paragraphs: [text] } })
        await sendWaiting(needs())
        expect(taken).toMatchObject([{ to: ['rosa@cliente.example'] }])
        for (const [name] of headersOf(taken[0]!)) expect(EXPECTED).toContain(name)
      }),
      { numRuns: 60 },
    )
  })

  test.each(['a@b.co, evil@example.com', 'a@b.co\r\nBcc: x@y.co', '<a@b.co>', 'a@b', '', 'a b@c.co'])('%j is no recipient', async (recipient) => {
    await expect(queue({ recipient })).rejects.toMatchObject({ fields: [{ code: 'email' }] })
  })
})

const EXPECTED = new Set(['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type', 'content-transfer-encoding', 'reply-to', 'in-reply-to', 'references'])
