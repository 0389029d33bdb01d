import { startDatabase } from '../embedded-postgres.ts'

// A program for the tests to start and to kill: holds the database of the folder it is given until SIGTERM.
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`)
const dataDir = process.argv[2]!

try {
  const database = await startDatabase({ dataDir, log: (message) => say({ log: message }), onExit: (exit) => say({ exit }) })
  process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)))
  setInterval(() => {}, 60_000)
  say({ ready: true, pid: database.pid(), adopted: database.adopted, connection: database.connection })
} catch (error) {
  say({ refused: (error as Error).message })
  process.exitCode = 1
}
