/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/

/** A line of a CSV that a spreadsheet shows as it is: nothing in it runs (CWE-1236). `safeCell` says how. */
export const csvLine = (cells: readonly (string | number | null)[], separator: ';' | ','): string => `${cells.map((cell) => quoted(safeCell(cell), separator)).join(separator)}\r\n`

/** A text that begins like a formula gets an apostrophe in front; a number is a number. */
function safeCell(cell: string | number | null): string {
  if (cell === null) return ''
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell)
}

/** Takes off the apostrophe that `safeCell` put on, so that what was written out can be read in again. */
export const unsafeCell = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell)

const quoted = (cell: string, separator: string) => (/["\r\n]/.test(cell) || cell.includes(separator) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell)
