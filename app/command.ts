import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Language } from '#kernel/actor.ts'

/** A command of the terminal. `run` returns the exit code: 0 done, 1 not done, 2 asked wrongly. */
export type Command = { name: string; usage: string; summary: string; options?: ParseArgsConfig['options']; run(asked: Asked): Promise<number> }
export type Asked = { words: string[]; flags: Record<string, string | boolean | undefined>; print: (line: string) => void; complain: (line: string) => void }

/** Asked wrongly: the sentence is said, with the usage, and the exit code is 2. */
export class WrongUse extends Error {}

const COMMON: NonNullable<ParseArgsConfig['options']> = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  data: { type: 'string' },
}

export async function runCommand(commands: readonly Command[], argv: readonly string[]): Promise<number> {
  const [name = '', ...rest] = argv
  const command = commands.find((each) => each.name === name)
  if (!command) return listCommands(commands, name)
  try {
    const { values, positionals } = parseArgs({ args: rest, options: { ...COMMON, ...command.options }, allowPositionals: true })
    if (values['help']) return say(`${command.summary}\n\nUsage: acuse ${command.usage}`)
    return await command.run({ words: positionals, flags: values as Asked['flags'], print: console.log, complain: console.error })
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (!(error instanceof WrongUse) && !code?.startsWith('ERR_PARSE_ARGS')) throw error
    console.error(`${message}\nUsage: acuse ${command.usage}`)
    return 2
  }
}

function listCommands(commands: readonly Command[], name: string): number {
  const asked = ['', 'help', '--help', '-h'].includes(name)
  const lines = commands.map(({ usage, summary }) => `  acuse ${usage}\n      ${summary}`)
  const text = `Acuse runs the customer-service process of a company with branches.\n\n${lines.join('\n')}\n`
  if (asked) return say(text)
  console.error(`There is no command '${name}'. These are the commands:\n\n${lines.join('\n')}`)
  return 2
}

function say(text: string): number {
  console.log(text)
  return 0
}

/** `1 entry`, `2 entries`. */
export const many = (n: number, one: string, other: string): string => `${n} ${n === 1 ? one : other}`

/** A flag's text, or the sentence that it is missing. */
export function required(flags: Asked['flags'], name: string): string {
  const value = flags[name]
  if (typeof value !== 'string' || value === '') throw new WrongUse(`--${name} is missing.`)
  return value
}

/** The language asked for, Spanish where none is; another is a wrong use, not Spanish in silence. */
export function languageOf(flags: Asked['flags']): Language {
  const said = text(flags, 'language') ?? 'es'
  if (said !== 'es' && said !== 'en') throw new WrongUse(`--language is es or en, not ${said}.`)
  return said
}

export const text = (flags: Asked['flags'], name: string): string | undefined => (typeof flags[name] === 'string' ? flags[name] : undefined)
