import { readFile } from 'node:fs/promises'
import { importCustomers, ImportFailed } from '#modules/customers/public.ts'
import { systemActor } from '#platform/server/ground.ts'
import { languageOf, many, text, WrongUse, type Command } from '../command.ts'
import { quietGround, withDatabase } from '../installation.ts'
import { theOrganisation } from '../organisation.ts'

/** So often, at the most, it is said how far it is. */
const TELL_MS = 1000

export const importCommand: Command = {
  name: 'import',
  usage: 'import customers FILE [--map MAP.json] [--dry-run] [--report OUT.csv] [--language es|en] [--organisation O] [--data DIR] [--json]',
  summary: 'Bring in customers from a CSV or XLSX, each row whole; the same file again changes nothing.',
  options: { map: { type: 'string' }, 'dry-run': { type: 'boolean' }, report: { type: 'string' }, language: { type: 'string' }, organisation: { type: 'string' } },
  async run({ words: [kind, path], flags, print, complain }) {
    if (kind !== 'customers') throw new WrongUse(`'import' is followed by 'customers'.`)
    if (!path) throw new WrongUse('Say which file.')
    const map = await readMap(text(flags, 'map'))
    const reportPath = text(flags, 'report')
    const language = languageOf(flags)
    const dryRun = flags['dry-run'] === true
    try {
      const result = await withDatabase(flags, async (db) => {
        const { id } = await theOrganisation(db, text(flags, 'organisation'))
        const actor = { ...systemActor(id), language }
        return importCustomers(quietGround(db), actor, { path, map, dryRun, ...(reportPath && { reportPath }), onProgress: teller(complain) })
      })
      const { read, created, updated, unchanged, refused, report } = result
      if (flags['json']) print(JSON.stringify(result))
      else print(`${many(read, 'row', 'rows')}: ${created} ${dryRun ? 'to create' : 'created'}, ${updated} ${dryRun ? 'to update' : 'updated'}, ${unchanged} unchanged, ${refused} refused${report ? `; they are in ${report}` : ''}.`)
      return 0
    } catch (error) {
      const missing = (error as { code?: string }).code === 'ENOENT'
      if (!(error instanceof ImportFailed) && !missing) throw error
      complain(missing ? `There is no file ${path}.` : (error as Error).message)
      return 1
    }
  },
}

async function readMap(path: string | undefined): Promise<unknown> {
  if (path === undefined) return undefined
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new WrongUse(`--map ${path} cannot be read as JSON: ${(error as Error).message}`)
  }
}

type Progress = Parameters<NonNullable<Parameters<typeof importCustomers>[2]['onProgress']>>[0]

function teller(complain: (line: string) => void): (theImport: Progress) => void {
  let last = 0
  return ({ state, read, created, updated, refused, toApply }) => {
    if (Date.now() - last < TELL_MS) return
    last = Date.now()
    complain(state === 'applying' ? `${created + updated} of ${toApply} rows written, ${refused} refused` : `${read} rows read, ${refused} refused`)
  }
}
