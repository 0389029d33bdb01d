import { chromium, type BrowserContext } from 'playwright-core'
import { createServer } from 'vite'
import { findBrowser, FLAGS, NO_BROWSER } from '#test/browser.ts'

export const browser = await findBrowser()
if (!browser) console.warn(NO_BROWSER)

/** How a browser of the tests is started. */
export const launching = { executablePath: browser?.executablePath ?? '', args: FLAGS, env: { ...process.env, ...browser?.env } as Record<string, string> }

/** The application as a developer sees it, gallery included, without a server behind it. */
export async function serveGallery(): Promise<{ address: string; close: () => Promise<void> }> {
  const server = await createServer({ server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' })
  await server.listen()
  return { address: `${server.resolvedUrls!.local[0]!}gallery`, close: () => server.close() }
}

/** A browser on a profile of its own, so that it can be killed and come back to it. */
export const launch = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, { ...launching, viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' })
