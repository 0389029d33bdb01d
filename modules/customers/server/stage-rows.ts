import { createHash } from 'node:crypto'
import type { Tx } from '#platform/server/database.ts'
import type { TableRow } from '#platform/server/xlsx-rows.ts'
import { readImportRow, type RowPlan } from '../rules/read-import-row.ts'
import { knownCodes, noteRead, stagedCodes, stageRows, type Counts, type ImportRow, type StagedRow } from './store-import.ts'

/** Checks some rows of a file and puts them down, with how far the reading is, in one transaction. */
export async function stageBatch(tx: Tx, { organisationId, theImport, plan, rows, now }: { organisationId: string; theImport: ImportRow; plan: RowPlan; rows: readonly TableRow[]; now: string }): Promise<void> {
  const key = { organisationId, importId: theImport.id }
  const read = rows.map(({ number, cells }) => ({ number, cells, ...readImportRow(plan, cells) }))
  const codes = [...new Set(read.map(({ code }) => code).filter((code) => code !== null))]
  const [known, before] = await Promise.all([knownCodes(tx, organisationId, theImport.source, codes), stagedCodes(tx, key, codes)])
  const marks = new Map(known.map(({ code, mark }) => [code, mark]))
  const firstRow = new Map(before.map(({ code, rowNumber }) => [code, rowNumber]))
  const staged = read.map(({ number, cells, code, ...found }): StagedRow => {
    if ('problems' in found) return { rowNumber: number, code, outcome: 'refused', content: null, mark: null, problems: found.problems, cells: keptCells(cells) }
    const first = firstRow.get(found.content.code)
    if (first !== undefined) {
      const column = plan.columns[plan.at.get('code')?.[0] ?? 0] ?? ''
      return { rowNumber: number, code, outcome: 'refused', content: null, mark: null, problems: [{ column, value: found.content.code, code: 'code-twice', details: { row: first } }], cells: keptCells(cells) }
    }
    firstRow.set(found.content.code, number)
    const mark = markOf(found.content)
    const outcome = !marks.has(found.content.code) ? 'create' : marks.get(found.content.code) === mark ? 'unchanged' : 'update'
    const applies = outcome !== 'unchanged' && !theImport.dryRun
    return { rowNumber: number, code, outcome, content: applies ? found.content : null, mark: applies ? mark : null, problems: null, cells: null }
  })
  void stageRows(tx, key, staged)
  void noteRead(tx, key, { readTo: rows.at(-1)!.number, now, counts: countsOf(staged, theImport.dryRun) })
}

/** Changes when anything of the row that is imported changes, or when more of its columns are. */
const markOf = (content: object): string => createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)

/** What PostgreSQL can keep of the cells; the row was refused for the rest. */
const keptCells = (cells: readonly string[]): string[] => cells.map((cell) => cell.toWellFormed().replaceAll('\u0000', '\ufffd').slice(0, 10_000))

function countsOf(rows: readonly StagedRow[], dryRun: boolean): Counts {
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length
  const [created, updated] = [count('create'), count('update')]
  return { read: rows.length, created, updated, unchanged: count('unchanged'), refused: count('refused'), toApply: dryRun ? 0 : created + updated }
}
