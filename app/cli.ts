import { CannotStart } from '#platform/server/data-folder.ts'
import { runCommand } from './command.ts'
import { COMMANDS } from './commands/all.ts'
import { WrongConfig } from './config.ts'

try {
  process.exitCode = await runCommand(COMMANDS, process.argv.slice(2))
} catch (error) {
  if (error instanceof WrongConfig || error instanceof CannotStart) console.error(error.message)
  else console.error(error)
  process.exitCode = 1
}
