import { join } from 'node:path'
import { CannotStart } from '#platform/server/data-folder.ts'
import type { BenchCompany } from '../bench/bench-company.ts'
import type { Measured } from '../bench/measure.ts'
import { text, WrongUse, type Asked, type Command } from '../command.ts'
import { configOf } from '../installation.ts'

const NAMES = ['load', 'registration', 'lists', 'search', 'terms', 'start'] as const
type Name = (typeof NAMES)[number]

/** Each bench is read when it is asked for: the others' code is no part of the product at work. */
const MEASURES: Record<Exclude<Name, 'load'>, (flags: Asked['flags']) => Promise<Measured[]>> = {
  registration: (flags) => withCompany(flags, async (company) => (await import('../bench/registration.ts')).benchRegistration(company)),
  lists: (flags) => withCompany(flags, async (company) => (await import('../bench/lists.ts')).benchLists(company)),
  search: (flags) => withCompany(flags, async (company) => (await import('../bench/search.ts')).benchSearch(company)),
  terms: async () => (await import('../bench/terms.ts')).benchTerms(),
  start: async (flags) => {
    const { dataDir } = configOf(flags)
    await withCompany(flags, async () => {})
    return (await import('../bench/start.ts')).benchStart(join(dataDir, 'bench'))
  },
}

export const bench: Command = {
  name: 'bench',
  usage: `bench ${NAMES.join('|')} [--cases N] [--texts FILE --column C] [--data DIR] [--json]`,
  summary: 'Measure ours beside what it is held against, in one run; `load` first fills a company of its own with cases.',
  options: { cases: { type: 'string' }, texts: { type: 'string' }, column: { type: 'string' } },
  async run({ words, flags, print, complain }) {
    const name = words[0] as Name
    if (!NAMES.includes(name)) throw new WrongUse(`'bench' is followed by ${NAMES.join(', ')}.`)
    if (name === 'load') return load(flags, print, complain)
    const results = await MEASURES[name](flags)
    if (flags['json']) print(JSON.stringify(results.map(({ name: what, ours, limit, ratio, unit, note }) => ({ name: what, ours, limit, ratio, unit: note ? `${unit}; ${note}` : unit }))))
    else for (const line of table(results)) print(line)
    return 0
  },
}

async function load(flags: Asked['flags'], print: Asked['print'], complain: Asked['complain']): Promise<number> {
  const total = Number(text(flags, 'cases') ?? 1_000_000)
  if (!Number.isSafeInteger(total) || total < 1) throw new WrongUse('--cases has to be a whole number from 1.')
  const file = text(flags, 'texts')
  const column = text(flags, 'column')
  if ((file === undefined) !== (column === undefined)) throw new WrongUse('--texts FILE and --column C go together.')
  const texts = file && column ? await (await import('../bench/bench-texts.ts')).readTexts(file, column) : null
  const { loadCases } = await import('../bench/load.ts')
  const loaded = await withCompany(flags, (company) => loadCases(company, { total, texts, tell: complain }))
  if (flags['json']) print(JSON.stringify(loaded))
  else print(`${loaded.cases} cases; ${loaded.added} added in ${loaded.seconds.toFixed(0)} s, indexes and statistics in ${loaded.indexSeconds.toFixed(0)} s.`)
  return 0
}

async function withCompany<T>(flags: Asked['flags'], body: (company: BenchCompany) => Promise<T>): Promise<T> {
  const { dataDir, databaseUrl } = configOf(flags)
  if (databaseUrl) throw new CannotStart('A bench writes much and belongs in a database of its own: unset DATABASE_URL.')
  const { openBenchCompany } = await import('../bench/bench-company.ts')
  const company = await openBenchCompany(dataDir)
  try {
    return await body(company)
  } finally {
    await company.stop()
  }
}

function table(results: readonly Measured[]): string[] {
  const rows = [['', 'ours', 'limit', 'ratio', 'unit'], ...results.map(({ name, ours, limit, ratio, unit }) => [name, String(ours), String(limit), String(ratio), unit])]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...rows.map((row) => row[at]!.length)))
  const notes = [...new Set(results.flatMap(({ note }) => note ?? []))]
  return [...rows.map((row) => row.map((cell, at) => (at === 0 || at === 4 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at]!))).join('  ').trimEnd()), ...notes]
}
