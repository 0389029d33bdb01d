import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { childEnvironment } from '../config.ts'
import type { BenchCompany } from './bench-company.ts'

export type ServerProcess = { url: URL; pid: number; stop(): Promise<void> }

/** The server as people start it, in a process of its own, on the bench's database. */
export async function startServer({ config, connection }: Pick<BenchCompany, 'config' | 'connection'>, port = 4810): Promise<ServerProcess> {
  const url = new URL(`http://127.0.0.1:${port}`)
  const { host, user, database, port: socket, connectionString } = connection
  const databaseUrl = connectionString ?? `postgres://${user}@localhost:${socket ?? 5432}/${database}?host=${encodeURIComponent(String(host))}`
  const child = spawn(process.execPath, [join(import.meta.dirname, '../cli.ts'), 'start'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: childEnvironment({ DATABASE_URL: databaseUrl, ACUSE_DATA_DIR: config.dataDir, ACUSE_LOG: 'error', PORT: String(port), ACUSE_PUBLIC_URL: url.href }),
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  for (let tries = 0; ; tries++) {
    const ready = await fetch(new URL('/readyz', url)).then(({ ok }) => ok, () => false)
    if (ready) break
    if (tries > 200 || child.exitCode !== null) throw new Error('the server of the bench did not start')
    await wait(50)
  }
  return {
    url,
    pid: child.pid!,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
