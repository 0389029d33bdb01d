import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseAccount, handOver } from './postgres/account.ts'
import { findBinaries } from './postgres/binaries.ts'
import { ensureCluster, OWNER, writeSettings } from './postgres/cluster.ts'
import { startPostmaster, stopPostmaster } from './postgres/postmaster.ts'
import { temporarySettings } from './postgres/settings.ts'
import { urlOf, type Connection } from './embedded-postgres.ts'

export type TemporaryDatabase = { connection: Connection; url: string; stop(): Promise<void> }

/** A cluster for one run of tests: nothing in it is durable, and it goes with its folder when we stop it, or when this process dies of whatever. */
export async function startTemporaryDatabase(): Promise<TemporaryDatabase> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'acuse-test-')))
  try {
    const socketDir = join(folder, 'run')
    const cluster = join(folder, 'cluster')
    mkdirSync(socketDir, { mode: 0o700 })
    const binaries = findBinaries(join(folder, 'lib'))
    const account = chooseAccount(folder)
    handOver(account, folder, folder)
    await ensureCluster(binaries, cluster, account, { durable: false })
    writeSettings(cluster, temporarySettings)
    const child = await startPostmaster({ binaries, account, cluster, socketDir, port: 5432 })
    const release = endWithUs(child.pid!, folder)
    const connection = { host: socketDir, port: 5432, user: OWNER, database: 'postgres' }
    return {
      connection,
      url: urlOf(connection),
      async stop() {
        release()
        await stopPostmaster(child.pid!, { immediate: true })
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** A shell that waits for our end of a pipe to close, which the kernel does however we die, and then cleans up. */
function endWithUs(pid: number, folder: string): () => void {
  const script = 'trap "" INT TERM HUP; read -r word; [ "$word" = done ] && exit; kill -QUIT "$1"; while kill -0 "$1" 2>/dev/null; do sleep 0.1; done; rm -rf "$2"'
  const guard = spawn('sh', ['-c', script, 'sh', String(pid), folder], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  guard.unref()
  guard.stdin.on('error', () => {})
  if (guard.stdin instanceof Socket) guard.stdin.unref()
  return () => guard.stdin.end('done\n')
}
