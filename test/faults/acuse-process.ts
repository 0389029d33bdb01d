import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const CLI = join(import.meta.dirname, '../../app/cli.ts')
const ENVIRONMENT = { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], ACUSE_LOG: 'silent' }

export type Ran = { code: number | null; out: string; err: string }

/** A command of the terminal, to its end. */
export const acuse = (...words: string[]): Promise<Ran> => begun(...words).ended

/** The same while it runs, to be killed. */
export function begun(...words: string[]): { kill(): void; ended: Promise<Ran> } {
  const child = spawn(process.execPath, [CLI, ...words], { stdio: ['ignore', 'pipe', 'pipe'], env: ENVIRONMENT })
  return { kill: () => void child.kill('SIGKILL'), ended: ended(child) }
}

async function ended(child: ChildProcess): Promise<Ran> {
  const [out, err] = [gather(child.stdout!), gather(child.stderr!)]
  await once(child, 'close')
  return { code: child.exitCode, out: out(), err: err() }
}

function gather(stream: NodeJS.ReadableStream): () => string {
  let text = ''
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return () => text
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** The product as people run it, in a process of its own. */
export class AcuseProcess {
  readonly url: string
  readonly child: ChildProcess
  readonly result: Promise<Ran>
  readonly dataDir: string
  constructor(dataDir: string, port: number, environment: Record<string, string> = {}) {
    this.dataDir = dataDir
    this.url = `http://127.0.0.1:${port}`
    this.child = spawn(process.execPath, [CLI, 'start', '--port', String(port), '--data', dataDir], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...ENVIRONMENT, ...environment } })
    this.result = ended(this.child)
  }

  /** Until it answers at `path` as one that is `ok`, or, asked so, as one that refuses. */
  async answers(path = '/readyz', status = 200): Promise<Response> {
    for (let tries = 0; tries < 1200; tries++) {
      const answer = await fetch(this.url + path, { headers: { accept: 'text/html' } }).catch(() => null)
      if (answer?.status === status) return answer
      if (this.child.exitCode !== null) throw new Error(`Acuse ended: ${JSON.stringify(await this.result)}`)
      await wait(50)
    }
    throw new Error('Acuse does not answer')
  }

  async stop(): Promise<Ran> {
    this.child.kill('SIGTERM')
    return this.result
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.result
  }
}

/** The postmaster of a data folder as its pid file names it; null when there is no file. */
export function postmasterOf(dataDir: string): number | null {
  try {
    return Number(readFileSync(join(dataDir, 'database/database/cluster/postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
