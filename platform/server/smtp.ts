import type { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'

/** A mail ready to leave. Addresses are one each, checked; nothing here can begin another header. */
export type Message = {
  messageId: string
  from: { name: string; address: string }
  to: { name: string; address: string }
  replyTo?: string
  inReplyTo?: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  attachments: { filename: string; contentType: string; content: Readable }[]
}

/** The way out. Resolves when the server has taken the mail upon itself; throws as nodemailer does. */
export type MailTransport = { send(message: Message): Promise<void>; close(): void }

const SECONDS = 1000

/** `url`: smtp://user:password@host:587 (STARTTLS where offered) or smtps://…:465. */
export function smtpTransport(url: string): MailTransport {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  const transport = createTransport({
    pool: true,
    maxConnections: 3,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    // A relay on the same machine has seldom a certificate in its name.
    ...(near && { tls: { rejectUnauthorized: false } }),
    connectionTimeout: 15 * SECONDS,
    greetingTimeout: 15 * SECONDS,
    socketTimeout: 60 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(message) {
      await transport.sendMail(message)
    },
    close: () => transport.close(),
  }
}

/**
 * Whose fault it was: the way out is closed, this mail will never be taken, or it may be taken later. A server that hangs up
 * in the middle counts against the mail: else one that always makes it hang up would be tried for ever.
 */
export function blame(error: unknown): 'way' | 'mail' | 'moment' {
  const { code = '', syscall, timeoutType = 'SOCKET_TIMEOUT', responseCode = 0 } = error as { code?: string; syscall?: string; timeoutType?: string; responseCode?: number }
  if (syscall === 'connect' || timeoutType !== 'SOCKET_TIMEOUT' || WAY.has(code)) return 'way'
  return responseCode >= 500 ? 'mail' : 'moment'
}

const WAY = new Set(['EAUTH', 'ENOAUTH', 'EDNS', 'ETLS', 'EPROXY'])
