import { examine } from '../doctor.ts'
import type { Command } from '../command.ts'
import { withDatabaseAsFound } from '../installation.ts'

const SIGNS = { good: 'ok  ', look: 'look', bad: 'BAD ' }

export const doctor: Command = {
  name: 'doctor',
  usage: 'doctor [--data DIR] [--json]',
  summary: 'Say what is wrong with this installation, in sentences.',
  async run({ flags, print }) {
    const findings = await withDatabaseAsFound(flags, (db, installation) => examine(installation, db))
    if (flags['json']) print(JSON.stringify(findings))
    else for (const { level, about, sentence } of findings) print(`${SIGNS[level]}  ${about}: ${sentence}`)
    return findings.some(({ level }) => level === 'bad') ? 1 : 0
  },
}
