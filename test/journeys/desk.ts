import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core'
import { readConfig } from '#app/config.ts'
import { createApp, type App } from '#app/server.ts'
import { findBrowser, FLAGS, NO_BROWSER } from '#test/browser.ts'
import type { TestGround } from '#test/harness.ts'
import { openMailbox, type Mailbox } from './mailbox.ts'

export const found = await findBrowser()
if (!found) console.warn(NO_BROWSER)

/** The product as its users meet it: the built screens, the real server with its background work, a mail server, a browser. */
export type Desk = { app: App; address: string; mailbox: Mailbox; browser: Browser; close(): Promise<void> }

export async function openDesk({ connection }: Pick<TestGround, 'connection'>): Promise<Desk> {
  const mailbox = await openMailbox()
  const dataDir = mkdtempSync(join(tmpdir(), 'acuse-journey-'))
  const port = await aFreePort()
  const config = readConfig({ port, dataDir }, { ACUSE_SMTP_URL: mailbox.url, ACUSE_LOG: 'silent', ACUSE_MAIL_FROM: 'Servicio <servicio@gases.example>' })
  const app = await createApp({ config, connection, secret: 'a secret of the tests, thirty-two long', log: pino({ level: process.env['ACUSE_TEST_LOG'] ?? 'silent' }) })
  await app.server.listen({ port, host: '127.0.0.1' })
  const browser = await chromium.launch({ executablePath: found!.executablePath, args: FLAGS, env: { ...process.env, ...found!.env } })
  return {
    app, mailbox, browser,
    address: config.publicUrl.origin,
    async close() {
      await browser.close()
      await app.close()
      await mailbox.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The links in mails begin with the public address, which must be known before the server listens. */
const aFreePort = () => new Promise<number>((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as { port: number }
    probe.close(() => resolve(port))
  })
})

export type Visit = { language: 'es' | 'en'; width: number; javaScript?: boolean }

/** Somebody's browser, and what went wrong in it or left the machine. */
export type Visitor = { context: BrowserContext; page: Page; errors: string[]; strayed: string[] }

export async function aVisitor({ browser, address }: Desk, { language, width, javaScript = true }: Visit): Promise<Visitor> {
  const small = width < 500
  const context = await browser.newContext({
    viewport: { width, height: small ? 844 : 860 }, locale: language === 'es' ? 'es-CO' : 'en-GB', timezoneId: 'America/Bogota', baseURL: address,
    reducedMotion: 'reduce', hasTouch: small, isMobile: small, javaScriptEnabled: javaScript, acceptDownloads: true,
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const visitor: Visitor = { context, page, errors: [], strayed: [] }
  context.on('weberror', (error) => visitor.errors.push(String(error.error())))
  context.on('console', (line) => {
    // A refusal is an answer: the browser's own line about it is no fault of the page.
    const refused = line.text().startsWith('Failed to load resource') && (line.location().url.includes('/api/v1/') || line.text().includes('status of 400'))
    if (line.type() === 'error' && !refused) visitor.errors.push(`${line.text()} (${page.url()})`)
  })
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== address) visitor.strayed.push(request.url())
  })
  return visitor
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Found = { id: string; help: string; nodes: { html: string; failureSummary: string }[] }

/** What axe finds on the page as it stands, one line a fault; the page's own security policy stays on. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const violations = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then((result) => result.violations)`)) as Found[]
  // What is half scrolled out of sight is whole again once one scrolls.
  const half = (id: string, summary: string) => id === 'target-size' && summary.includes('partially obscured')
  return violations.flatMap(({ id, help, nodes }) => nodes.filter(({ failureSummary }) => !half(id, failureSummary)).map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 200)} ${failureSummary.replaceAll(/\s+/g, ' ').slice(0, 200)}`))
}

/** Bytes that come over the line for everything that an address loads until `shown`; what stays open (the live stream) is no load. */
export async function weightOf(page: Page, path: string, shown: () => Promise<unknown>): Promise<{ typeface: number; rest: number }> {
  const loaded: Request[] = []
  const take = (request: Request) => void loaded.push(request)
  page.on('requestfinished', take)
  await page.goto(path)
  await shown()
  await page.evaluate('document.fonts.ready')
  page.off('requestfinished', take)
  const weight = { typeface: 0, rest: 0 }
  for (const request of loaded) weight[request.resourceType() === 'font' ? 'typeface' : 'rest'] += (await request.sizes()).responseBodySize
  return weight
}
