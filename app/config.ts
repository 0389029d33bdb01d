import { resolve } from 'node:path'
import { z } from 'zod'

/** What the environment says, read once. Everything is optional; a wrong value stops the start with one sentence that names it. */
export type Config = {
  databaseUrl: string | null
  dataDir: string
  port: number
  publicUrl: URL
  /** That address was said, or its port; else it is only the one we begin with. */
  publicUrlSaid: boolean
  /** Given, or null when one is made once and kept in the data folder. */
  secret: string | null
  log: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  role: 'all' | 'web' | 'jobs'
  /** smtp:// or smtps:// with user and password; without it, mails wait in the outbox. */
  smtpUrl: string | null
  mailFrom: string
  trustProxy: boolean
}

const Environment = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\/\S+$/).optional(),
  ACUSE_DATA_DIR: z.string().min(1).default('./data'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
  ACUSE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  ACUSE_SECRET: z.string().min(32).optional(),
  // A name that is kept for a store of files elsewhere: whoever sets it expects them there, and they would lie here.
  ACUSE_FILES_URL: z.never().optional(),
  ACUSE_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ACUSE_ROLE: z.enum(['all', 'web', 'jobs']).default('all'),
  ACUSE_SMTP_URL: z.string().regex(/^smtps?:\/\/\S+$/).optional(),
  ACUSE_MAIL_FROM: z.string().min(3).default('Acuse <acuse@localhost>'),
  ACUSE_TRUST_PROXY: z.enum(['yes', 'no']).default('no'),
})

const EXPECTED: Record<keyof z.infer<typeof Environment>, string> = {
  DATABASE_URL: 'postgres://user:password@host:5432/database',
  ACUSE_DATA_DIR: 'a folder',
  PORT: 'a port from 1 to 65535',
  ACUSE_PUBLIC_URL: 'the address people use, such as https://acuse.example.com',
  ACUSE_SECRET: 'at least 32 characters',
  ACUSE_FILES_URL: 'left out: this version keeps files in its data folder',
  ACUSE_LOG: 'debug, info, warn, error or silent',
  ACUSE_ROLE: 'all, web or jobs',
  ACUSE_SMTP_URL: 'smtp://user:password@host:587',
  ACUSE_MAIL_FROM: 'a sender, such as Service <service@example.com>',
  ACUSE_TRUST_PROXY: 'yes or no',
}

export class WrongConfig extends Error {}

export function readConfig(asked: { port?: number; dataDir?: string } = {}, environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const read = Environment.safeParse(set)
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]) as keyof typeof EXPECTED
    throw new WrongConfig(`${name} has a value that Acuse cannot use; it should be ${EXPECTED[name]}.`)
  }
  const env = read.data
  const port = asked.port ?? env.PORT
  return Object.freeze({
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: resolve(asked.dataDir ?? env.ACUSE_DATA_DIR),
    port,
    publicUrl: new URL(env.ACUSE_PUBLIC_URL ?? `http://localhost:${port}`),
    publicUrlSaid: env.ACUSE_PUBLIC_URL !== undefined || asked.port !== undefined || set['PORT'] !== undefined,
    secret: env.ACUSE_SECRET ?? null,
    log: env.ACUSE_LOG,
    role: env.ACUSE_ROLE,
    smtpUrl: env.ACUSE_SMTP_URL ?? null,
    mailFrom: env.ACUSE_MAIL_FROM,
    trustProxy: env.ACUSE_TRUST_PROXY === 'yes',
  })
}

/** What a program of ours that we start finds around it: where programs and its home are, and what we set; none of our own settings by accident. */
export const childEnvironment = (own: Record<string, string>): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], ...own })
