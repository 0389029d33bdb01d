import { runCommand } from './command.ts'
import { COMMANDS } from './commands/all.ts'
import { sentencesOf } from './sentences.ts'

try {
  process.exitCode = await runCommand(COMMANDS, process.argv.slice(2))
} catch (error) {
  console.error(sentencesOf(error)?.join('\n') ?? error)
  process.exitCode = 1
}
