/**
 * Takes the README's pictures: `npm run pictures` (after a build). The demonstration, always the same, seen by its head of
 * service and by an agent of its first branch, at the moment at which its two years end.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { chromium, type Page } from 'playwright-core'
import { readConfig } from '#app/config.ts'
import { loadDemonstration } from '#app/demonstration/load.ts'
import { openInstallation } from '#app/installation.ts'
import { createApp } from '#app/server.ts'
import { migrate } from '#platform/server/migrations.ts'
import { launching } from './browser.ts'

const UNTIL = '2026-07-16T15:20:00.000Z'
const CASES = 1500
const PORT = 4137
const OUT = join(import.meta.dirname, '../../docs/pictures')

const dataDir = mkdtempSync(join(tmpdir(), 'acuse-pictures-'))
const config = readConfig({ port: PORT, dataDir }, { ACUSE_LOG: 'silent', DATABASE_URL: process.env['DATABASE_URL'] })
const installation = await openInstallation(config)
const pool = new pg.Pool({ ...installation.connection, max: 2 })
await migrate(pool)
await pool.end()
const app = await createApp({ config, connection: installation.connection, secret: installation.secret, log: pino({ level: 'silent' }), now: () => UNTIL })
await app.server.listen({ port: PORT, host: '127.0.0.1' })
const { email, password, replayed } = await loadDemonstration(app, { cases: CASES, seed: 7, until: Date.parse(UNTIL) })
await replayed
const browser = await chromium.launch(launching)
mkdirSync(OUT, { recursive: true })

/** Somebody of the demonstration, signed in; their clock stands where the server's does. */
async function signedIn(address: string, theme: 'light' | 'dark' = 'light', { width, height } = { width: 1280, height: 860 }): Promise<Page> {
  const context = await browser.newContext({ baseURL: config.publicUrl.origin, viewport: { width, height }, locale: 'es-CO', timezoneId: 'America/Bogota', reducedMotion: 'reduce', colorScheme: theme, isMobile: width < 500, hasTouch: width < 500 })
  const page = await context.newPage()
  await page.clock.setFixedTime(UNTIL)
  const reply = await context.request.post('/api/v1/session', { data: { email: address, password }, headers: { origin: config.publicUrl.origin, 'sec-fetch-site': 'same-origin' } })
  if (!reply.ok()) throw new Error(`${address} could not sign in: ${await reply.text()}`)
  return page
}

async function picture(page: Page, name: string) {
  await page.evaluate('document.fonts.ready')
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(OUT, `${name}.png`) })
}

/** One that waits for an area: it has a story to show. */
async function numberOf(): Promise<string> {
  const page = await signedIn(email)
  const reply = await page.context().request.get('/api/v1/cases?list=waiting&sort=newest&limit=1')
  const { items } = (await reply.json()) as { items: { number: string }[] }
  await page.context().close()
  return items[0]?.number ?? ''
}

const agent = await signedIn('bog.suplente@tequendal.example')
const head = await signedIn(email)
await head.goto('/?list=open&sort=newest')
await head.getByRole('table').waitFor()
await picture(head, 'cases')

await agent.goto('/register')
await agent.getByRole('combobox', { name: 'Quién' }).fill('clinica')
await agent.getByRole('option').first().waitFor()
await agent.keyboard.press('Enter')
await agent.getByLabel('Cuente qué pasó').fill('El pedido de oxígeno llegó hoy incompleto: faltaron dos cilindros de la remisión y uno traía el precinto roto. Piden que los repongan antes del viernes.')
await agent.waitForTimeout(1500)
await agent.evaluate('document.activeElement.blur(); scrollTo(0, 0)')
await picture(agent, 'register')

await head.goto('/board')
await head.getByRole('heading', { level: 1 }).waitFor()
await picture(head, 'board')

const waiting = await numberOf()
await head.goto(`/cases/${waiting}`)
await head.getByRole('heading', { level: 1, name: waiting }).waitFor()
await picture(head, 'case')

await browser.close()
await app.close()
await installation.stop()
rmSync(dataDir, { recursive: true, force: true })
