import { existsSync } from 'node:fs'
import { chromium, type BrowserContext } from 'playwright-core'
import { createServer } from 'vite'

export const CHROMIUM = '/usr/bin/chromium'
export const hasChromium = existsSync(CHROMIUM)

/** Nothing of the browser's own looks for a network. */
export const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

/** The application as a developer sees it, gallery included, without a server behind it. */
export async function serveGallery(): Promise<{ address: string; close: () => Promise<void> }> {
  const server = await createServer({ server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' })
  await server.listen()
  return { address: `${server.resolvedUrls!.local[0]!}gallery`, close: () => server.close() }
}

/** A browser on a profile of its own, so that it can be killed and come back to it. */
export const launch = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: FLAGS, viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' })
