import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** A browser that tests may drive: where it is, and what its process needs to find its libraries. */
export type Browser = { executablePath: string; env: Record<string, string> }

const INSTALLED = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Nothing of the browser's own looks for a network. */
export const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
]

export const NO_BROWSER = 'No browser was found for the tests: install Chromium or Chrome, or name one with ACUSE_BROWSER.'

let found: Promise<Browser | null> | undefined

/** The one that ACUSE_BROWSER names, else one that is installed, else the one that came with the packages (Linux only); null when there is none. */
export const findBrowser = (): Promise<Browser | null> => (found ??= look())

async function look(): Promise<Browser | null> {
  const named = process.env['ACUSE_BROWSER']
  const executablePath = named ?? INSTALLED.find((path) => existsSync(path))
  if (executablePath) return { executablePath, env: {} }
  return process.platform === 'linux' && process.arch === 'x64' ? unpacked() : null
}

/** The packaged one unpacks itself into the temporary folder: each user has one of their own, for another's cannot be started. */
async function unpacked(): Promise<Browser> {
  const folder = join(tmpdir(), `acuse-browser-${userInfo().uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  // It sets up its libraries only where it believes to be in the place it was made for.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const executablePath = await packaged.executablePath()
    return { executablePath, env: { LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'), TMPDIR: folder } }
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
