import { sql, type Tx } from '#platform/server/database.ts'
import type { Reading } from '#platform/server/table-file.ts'
import type { Mapping } from '../contract-import.ts'
import type { CellProblem, RowContent } from '../rules/read-import-row.ts'

export type ImportRow = {
  id: string
  source: string
  fileId: string | null
  fileName: string
  mapping: Mapping
  reading: Reading
  columns: string[]
  dryRun: boolean
  language: 'es' | 'en'
  state: 'reading' | 'applying' | 'done' | 'failed'
  read: number
  created: number
  updated: number
  unchanged: number
  refused: number
  toApply: number
  readTo: number
  appliedTo: number
  problem: { code: string; details: Record<string, string | number> } | null
  startedBy: string
  startedAt: string
  finishedAt: string | null
}
type Outcome = 'create' | 'update' | 'unchanged' | 'refused'
export type StagedRow = { rowNumber: number; code: string | null; outcome: Outcome; content: RowContent | null; mark: string | null; problems: CellProblem[] | null; cells: readonly string[] | null }

type Key = { organisationId: string; importId: string }

export const insertImport = (tx: Tx, organisationId: string, row: Omit<ImportRow, 'state' | 'read' | 'created' | 'updated' | 'unchanged' | 'refused' | 'toApply' | 'readTo' | 'appliedTo' | 'problem' | 'finishedAt'>) => tx`
  insert into customer_imports (organisation_id, id, source, file_id, file_name, mapping, reading, columns, dry_run, language, started_by, started_at, touched_at)
  values (${organisationId}, ${row.id}, ${row.source}, ${row.fileId}, ${row.fileName}, ${JSON.stringify(row.mapping)}, ${JSON.stringify(row.reading)},
    ${JSON.stringify(row.columns)}, ${row.dryRun}, ${row.language}, ${row.startedBy}, ${row.startedAt}, ${row.startedAt})`

/** Locked: two nodes that work at one import take turns, and each goes on from where the other left it. */
export const lockImport = (tx: Tx, { organisationId, importId }: Key) => tx<ImportRow>`
  select id, source, file_id, file_name, mapping, reading, columns, dry_run, language, state, read, created, updated, unchanged, refused, to_apply, read_to, applied_to,
    problem, started_by, started_at, finished_at
  from customer_imports
  where organisation_id = ${organisationId} and id = ${importId}
  for update`

export const importOf = (tx: Tx, { organisationId, importId }: Key) => tx<ImportRow & { startedByName: string }>`
  select i.id, i.source, i.file_id, i.file_name, i.mapping, i.reading, i.columns, i.dry_run, i.language, i.state, i.read, i.created, i.updated, i.unchanged, i.refused,
    i.to_apply, i.read_to, i.applied_to, i.problem, i.started_by, i.started_at, i.finished_at, coalesce(p.name, '') as started_by_name
  from customer_imports i
  left join people p on p.organisation_id = i.organisation_id and p.id = i.started_by
  where i.organisation_id = ${organisationId} and i.id = ${importId}`

export const importsBefore = (tx: Tx, organisationId: string, { before, limit }: { before: readonly (string | number | null)[] | null; limit: number }) => tx<ImportRow & { startedByName: string }>`
  select i.id, i.source, i.file_id, i.file_name, i.mapping, i.reading, i.columns, i.dry_run, i.language, i.state, i.read, i.created, i.updated, i.unchanged, i.refused,
    i.to_apply, i.read_to, i.applied_to, i.problem, i.started_by, i.started_at, i.finished_at, coalesce(p.name, '') as started_by_name
  from customer_imports i
  left join people p on p.organisation_id = i.organisation_id and p.id = i.started_by
  where i.organisation_id = ${organisationId}
    and (${before?.[0] ?? null}::timestamptz is null or (i.started_at, i.id) < (${before?.[0] ?? null}::timestamptz, ${before?.[1] ?? null}::uuid))
  order by i.started_at desc, i.id desc
  limit ${limit}`

/** Which codes customers of the source have, and by which hash of their row. */
export const knownCodes = (tx: Tx, organisationId: string, source: string, codes: readonly string[]) => tx<{ code: string; mark: string | null }>`
  select code, encode(source_mark, 'hex') as mark from customers
  where organisation_id = ${organisationId} and source = ${source} and code = any (${codes})`

export const stagedCodes = (tx: Tx, { organisationId, importId }: Key, codes: readonly string[]) => tx<{ code: string; rowNumber: number }>`
  select code, min(row_number) as row_number from customer_import_rows
  where organisation_id = ${organisationId} and import_id = ${importId} and code = any (${codes}) and outcome <> 'refused'
  group by code`

export const stageRows = (tx: Tx, { organisationId, importId }: Key, rows: readonly StagedRow[]) => tx`
  insert into customer_import_rows (organisation_id, import_id, row_number, code, outcome, content, mark, problems, cells)
  select ${organisationId}, ${importId}, r."rowNumber", r.code, r.outcome, r.content, decode(r.mark, 'hex'), r.problems, r.cells
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("rowNumber" integer, code text, outcome text, content jsonb, mark text, problems jsonb, cells jsonb)`

export type Counts = { read: number; created: number; updated: number; unchanged: number; refused: number; toApply: number }

export const noteRead = (tx: Tx, { organisationId, importId }: Key, { readTo, now, counts }: { readTo: number; now: string; counts: Counts }) => tx`
  update customer_imports
  set read_to = ${readTo}, touched_at = ${now}, read = read + ${counts.read}, created = created + ${counts.created}, updated = updated + ${counts.updated},
    unchanged = unchanged + ${counts.unchanged}, refused = refused + ${counts.refused}, to_apply = to_apply + ${counts.toApply}
  where organisation_id = ${organisationId} and id = ${importId}`

/** What reading counted as new and changed was a forecast: applying counts what it does. */
export const beginApplying = (tx: Tx, { organisationId, importId }: Key) => tx`
  update customer_imports set state = 'applying', created = 0, updated = 0 where organisation_id = ${organisationId} and id = ${importId}`

export const rowsToApply = (tx: Tx, { organisationId, importId }: Key, { after, limit }: { after: number; limit: number }) => tx<{ rowNumber: number; content: RowContent; mark: string }>`
  select row_number, content, encode(mark, 'hex') as mark from customer_import_rows
  where organisation_id = ${organisationId} and import_id = ${importId} and row_number > ${after} and outcome in ('create', 'update')
  order by row_number
  limit ${limit}`

export const noteApplied = (tx: Tx, { organisationId, importId }: Key, { appliedTo, now, created, updated, unchanged }: { appliedTo: number; now: string; created: number; updated: number; unchanged: number }) => tx`
  update customer_imports
  set applied_to = ${appliedTo}, touched_at = ${now}, created = created + ${created}, updated = updated + ${updated}, unchanged = unchanged + ${unchanged}
  where organisation_id = ${organisationId} and id = ${importId}`

export const endImport = (tx: Tx, { organisationId, importId }: Key, { state, problem, now }: { state: 'done' | 'failed'; problem: unknown; now: string }) => tx`
  update customer_imports
  set state = ${state}, problem = ${problem === null ? null : JSON.stringify(problem)}, touched_at = ${now}, finished_at = ${now}
  where organisation_id = ${organisationId} and id = ${importId}`

/** Rows that have done their work, by their numbers: a bounded stretch at a time. */
export const clearRows = (tx: Tx, { organisationId, importId }: Key, { from, to }: { from: number; to: number }) => tx`
  delete from customer_import_rows
  where organisation_id = ${organisationId} and import_id = ${importId} and row_number between ${from} and ${to} and outcome <> 'refused'`

export const refusedRows = (tx: Tx, { organisationId, importId }: Key, { after, limit }: { after: number; limit: number }) => tx<{ rowNumber: number; problems: CellProblem[]; cells: string[] }>`
  select row_number, problems, cells from customer_import_rows
  where organisation_id = ${organisationId} and import_id = ${importId} and outcome = 'refused' and row_number > ${after}
  order by row_number
  limit ${limit}`

export const branchNames = (tx: Tx, organisationId: string) => tx<{ id: string; code: string; name: string }>`
  select id, code, name from branches where organisation_id = ${organisationId}`

/** A row that the database itself would not take: refused alone, so that the others go on. */
export const refuseRow = (tx: Tx, { organisationId, importId }: Key, { rowNumber, problem, now }: { rowNumber: number; problem: CellProblem; now: string }) => tx`
  with refused as (
    update customer_import_rows set outcome = 'refused', problems = ${JSON.stringify([problem])}, cells = '[]'
    where organisation_id = ${organisationId} and import_id = ${importId} and row_number = ${rowNumber}
  )
  update customer_imports set refused = refused + 1, applied_to = ${rowNumber}, touched_at = ${now}
  where organisation_id = ${organisationId} and id = ${importId}`

/** Imports that nobody has worked at since: their program ended. Asked as the tables' owner, over all organisations. */
export const abandonedImports = (tx: Tx, before: string) => tx<{ organisationId: string; importId: string }>`
  select organisation_id, id as import_id from customer_imports
  where finished_at is null and touched_at < ${before}
  order by touched_at
  limit 20`

/** Files `f` that are imported, or were. */
export const heldByImports = sql`exists (select from customer_imports h where h.organisation_id = f.organisation_id and h.file_id = f.id)`
