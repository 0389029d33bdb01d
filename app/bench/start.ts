import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from '#platform/server/data-folder.ts'
import { measured, type Measured } from './measure.ts'
import { childEnvironment } from '../config.ts'

const FIRST_PAGE_SECONDS = 3
const REST_MB = 250
/** After so long without a request it rests. */
const REST_MS = 8_000

/**
 * From the command to the first page whole, at the second start on the bench's own folder, database included; then the memory that
 * the program holds at rest, without its database.
 */
export async function benchStart(dataDir: string, port = 4811): Promise<Measured[]> {
  const first = await startOnce(dataDir, port)
  await first.stop()
  const second = await startOnce(dataDir, port)
  await wait(REST_MS)
  const megabytes = residentMegabytes(second.pid)
  await second.stop()
  return [
    measured('start', second.seconds, FIRST_PAGE_SECONDS, 's to the first page, second start with its database (hold ≤ 1)', `the first took ${first.seconds.toFixed(2)} s`),
    ...(megabytes === null ? [] : [measured('memory at rest', megabytes, REST_MB, 'MB resident, without the database (hold ≤ 1)')]),
  ]
}

async function startOnce(dataDir: string, port: number) {
  const began = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, '../cli.ts'), 'start', '--port', String(port), '--data', dataDir], {
    stdio: ['ignore', 'ignore', 'inherit'], env: childEnvironment({ ACUSE_LOG: 'error' }),
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  for (;;) {
    if (await firstPage(port)) return { pid: child.pid!, seconds: (performance.now() - began) / 1000, stop }
    if (child.exitCode !== null) throw new CannotStart('The server of the bench did not start.')
    if (performance.now() - began > 60_000) {
      await stop()
      throw new CannotStart('The server of the bench gave no first page in a minute. Is the web application built (npm run build)?')
    }
    await wait(20)
  }
}

async function firstPage(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' } })
    return answer.ok && (await answer.text()).includes('</html>')
  } catch {
    return false
  }
}

/** As Linux tells it; null elsewhere. */
function residentMegabytes(pid: number): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes ? Number(kilobytes) / 1024 : null
  } catch {
    return null
  }
}
