import { CannotStart } from '#platform/server/data-folder.ts'
import { inspectTable, tableRows } from '#platform/server/table-file.ts'
import { cleanText } from '#kernel/plain-text.ts'

/** The texts of one column of a CSV or XLSX, in order, empty ones left out. */
export async function readTexts(path: string, column: string): Promise<string[]> {
  const { reading, columns } = await inspectTable(path)
  const at = columns.indexOf(column)
  if (at < 0) throw new CannotStart(`${path} has no column ${column}; it has ${columns.join(', ')}.`)
  const texts: string[] = []
  for await (const { cells } of tableRows(path, reading)) {
    const { text } = cleanText(cells[at] ?? '')
    if (text !== '') texts.push(text.slice(0, 20_000))
  }
  if (texts.length === 0) throw new CannotStart(`The column ${column} of ${path} is empty.`)
  return texts
}
