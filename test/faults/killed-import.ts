import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { begun } from './acuse-process.ts'

export const IMPORTED = 2000
const KILLS = 2

/** Imports a file by the command line, killed in the middle and asked again until it comes to its end; the times it took. */
export async function importUntilDone(dataDir: string): Promise<number> {
  const file = join(dataDir, 'clientes.csv')
  writeFileSync(file, `Código;Nombre;Teléfono\n${Array.from({ length: IMPORTED }, (_, n) => `IMP-${n};Soldaduras ${n};300 555 ${String(n).padStart(4, '0')}`).join('\n')}\n`)
  for (let times = 1; times < 60; times++) {
    const run = begun('import', 'customers', file, '--data', dataDir)
    if (times <= KILLS) void wait(1000 + Math.random() * 2000).then(() => run.kill())
    if ((await run.ended).code === 0) return times
    // The database may be away for a moment.
    await wait(1000)
  }
  throw new Error('an import came to no end')
}
