import type { Language } from '#kernel/actor.ts'
import { csvLine } from '#kernel/csv-line.ts'
import type { Database, Scope } from '#platform/server/database.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import type { CellProblem } from '../rules/read-import-row.ts'
import { problemSentence } from './problem-sentence.ts'
import { refusedRows } from './store-import.ts'

const words = { es, en }
const ROWS = 2000

/**
 * The refused rows as CSV, page by page: row, column, value and reason in front, then the row's cells under the file's own
 * names, so that it can be mended and imported as it is. Nothing in it runs in a spreadsheet.
 */
export async function* reportOf(db: Database, scope: Scope, { importId, columns, language }: { importId: string; columns: readonly string[]; language: Language }): AsyncGenerator<string> {
  const separator = language === 'es' ? ';' : ','
  const { row, column, value, problem } = words[language].report
  yield `\ufeff${csvLine([row, column, value, problem, ...columns], separator)}`
  for (let after = 0; ; ) {
    const rows = await db.transaction(scope, (tx) => refusedRows(tx, { organisationId: scope.organisationId, importId }, { after, limit: ROWS }), { readOnly: true })
    const last = rows.at(-1)
    if (!last) return
    after = last.rowNumber
    yield rows.map(({ rowNumber, problems, cells }) => csvLine([rowNumber, ...told(problems, language), ...columns.map((_, at) => cells[at] ?? '')], separator)).join('')
  }
}

function told(problems: readonly CellProblem[], language: Language): [string, string, string] {
  const all = (pick: (problem: CellProblem) => string) => problems.map(pick).join(' | ')
  return [all(({ column }) => column), all(({ value }) => value), all(({ code, details }) => problemSentence(language, code, details))]
}
