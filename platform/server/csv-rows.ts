import { Readable } from 'node:stream'
import { parse, CsvError } from 'csv-parse'
import { textOf, type Encoding } from './text-encoding.ts'
import { LONGEST_ROW, MOST_COLUMNS, MOST_ROWS, UnreadableTable } from './unreadable-table.ts'
import type { TableRow } from './xlsx-rows.ts'

const SEPARATORS = [';', ',', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

/** The rows of a CSV, read as they are asked for; every cell is text, whatever it begins with. Numbers count the rows as a spreadsheet would show them. */
export async function* csvRows(path: string, { encoding, separator }: { encoding: Encoding; separator: Separator }): AsyncGenerator<TableRow> {
  const parser = parse({
    delimiter: separator,
    bom: true,
    relax_column_count: true,
    // 'Ferretería "El Tornillo"' without quotes around it is how people write.
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  })
  const source = Readable.from(textOf(path, encoding))
  source.on('error', (error) => parser.destroy(error))
  let number = 0
  try {
    for await (const cells of source.pipe(parser) as AsyncIterable<string[]>) {
      number += 1
      if (number > MOST_ROWS) throw new UnreadableTable('table-too-many-rows', { limit: MOST_ROWS })
      if (cells.length > MOST_COLUMNS) throw new UnreadableTable('table-too-many-columns', { row: number, limit: MOST_COLUMNS })
      yield { number, cells }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw new UnreadableTable('table-row-too-long', { row: number + 1, limit: LONGEST_ROW })
    throw new UnreadableTable('table-not-readable', { row: number + 1 })
  } finally {
    source.destroy()
    parser.destroy()
  }
}

/** The separator that parts the first lines into the most columns, alike in each; quoted text aside. */
export function separatorOf(head: string): Separator {
  const lines = head.replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').slice(0, 20)
  const worth = (separator: string) => {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
    return usual * (counts.filter((count) => count === usual).length / Math.max(1, counts.length))
  }
  return SEPARATORS.reduce((best, one) => (worth(one) > worth(best) ? one : best))
}
