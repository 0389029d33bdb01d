const TABLE_REFUSALS = [
  'table-empty', 'table-not-readable', 'table-old-excel', 'table-locked', 'table-bomb', 'table-row-too-long', 'table-too-many-columns', 'table-too-many-rows', 'table-sheet-unknown',
] as const
export type TableRefusal = (typeof TABLE_REFUSALS)[number]

/** Why a file as a whole cannot be read as a table. `details` may hold the row's number and the limit that it passes. */
export class UnreadableTable extends Error {
  readonly code: TableRefusal
  readonly details: Record<string, string | number>
  constructor(code: TableRefusal, details: Record<string, string | number> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** A spreadsheet's own limits on rows, and far more columns and letters than a list of anything has. */
export const MOST_ROWS = 1_048_576
export const MOST_COLUMNS = 500
export const LONGEST_ROW = 262_144
