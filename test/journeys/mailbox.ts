import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail that arrived: whom it is for, what it is about, its plain text, by which its receiver knows it again. */
export type Mail = { to: string; subject: string; text: string; messageId: string }

export type Mailbox = {
  url: string
  mails: readonly Mail[]
  /** The first mail to `to` that has come or comes and whose subject or text holds `words`; throws after twenty seconds. */
  mailTo(to: string, words?: string): Promise<Mail>
  close(): Promise<void>
}

const WAIT_MS = 20_000

/** A mail server in this process, which takes everything and keeps it in sight. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: Mail[] = []
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', ...readMail(Buffer.concat(chunks).toString()) })
        done()
      })
    },
  })
  // Whoever is killed while sending hangs up, and unheard that would end the test.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async mailTo(to, words = '') {
      for (const until = Date.now() + WAIT_MS; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 50))) {
        const found = mails.find((mail) => mail.to === to && `${mail.subject}\n${mail.text}`.includes(words))
        if (found) return found
      }
      throw new Error(`no mail to ${to} with '${words}'; there are: ${mails.map((mail) => `${mail.to} ${mail.subject}`).join('; ')}`)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function readMail(raw: string): Omit<Mail, 'to'> {
  const [head = ''] = raw.split(/\r?\n\r?\n/)
  const messageId = /^Message-ID: (\S+)/im.exec(head)?.[1] ?? ''
  const subject = /^Subject: (.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1] ?? ''
  const part = raw.slice(raw.search(/^Content-Type: text\/plain/im))
  const [partHead = '', ...body] = part.split(/\r?\n\r?\n/)
  const text = body.join('\n\n').split(/\r?\n--/)[0] ?? ''
  return { messageId, subject: readWords(subject.replace(/\r?\n[ \t]/g, ' ')), text: /base64/i.test(partHead) ? Buffer.from(text, 'base64').toString() : /quoted-printable/i.test(partHead) ? readQuoted(text) : text }
}

const readWords = (text: string) => text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, way: string, word: string) =>
  way.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : readQuoted(word.replaceAll('_', ' ')))

const readQuoted = (text: string) => Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString()
