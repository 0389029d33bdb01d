import { CannotStart } from '#platform/server/data-folder.ts'
import { audit } from './commands/audit.ts'
import { bench } from './commands/bench.ts'
import { demo } from './commands/demo.ts'
import { importCommand } from './commands/import.ts'
import { doctor } from './commands/doctor.ts'
import { migrateCommand } from './commands/migrate.ts'
import { start } from './commands/start.ts'
import { term } from './commands/term.ts'
import { token } from './commands/token.ts'
import { user } from './commands/user.ts'
import { runCommand } from './command.ts'
import { WrongConfig } from './config.ts'

const COMMANDS = [start, migrateCommand, doctor, demo, token, user, term, audit, importCommand, bench]

try {
  process.exitCode = await runCommand(COMMANDS, process.argv.slice(2))
} catch (error) {
  if (error instanceof WrongConfig || error instanceof CannotStart) console.error(error.message)
  else console.error(error)
  process.exitCode = 1
}
