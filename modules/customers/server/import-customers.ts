import { createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { BadInput, type FieldRefusal } from '#kernel/refusal.ts'
import { doWork, type Ground } from '#platform/server/ground.ts'
import { note } from '#platform/server/history.ts'
import { inspectTable } from '#platform/server/table-file.ts'
import { UnreadableTable } from '#platform/server/unreadable-table.ts'
import type { Work } from '#platform/server/work.ts'
import { ImportMap, type Mapping } from '../contract-import.ts'
import { missingColumns } from '../rules/read-import-row.ts'
import { suggestColumns } from '../rules/suggest-columns.ts'
import { reportOf } from './import-report.ts'
import { problemSentence } from './problem-sentence.ts'
import { runImport } from './run-import.ts'
import { insertImport, type ImportRow } from './store-import.ts'

export type AskedImport = { fileId: string | null; fileName: string; path: string; source: string; mapping: Mapping; reading: Parameters<typeof inspectTable>[1]; dryRun: boolean }

/** Looks at the file and writes the import down; from then on `runImport` carries it to its end. Refuses, by field, what the file does not have. */
export async function beginImport(work: Work, { fileId, fileName, path, source, mapping, reading, dryRun }: AskedImport): Promise<string> {
  const { tx, actor, now } = work
  const table = await inspectTable(path, reading).catch(underFile)
  const missing = missingColumns(mapping, table.columns)
  if (missing.length > 0) throw new BadInput(missing.map((column): FieldRefusal => ({ path: 'mapping', code: 'column-unknown', details: { column } })))
  const id = newId()
  void insertImport(tx, actor.organisationId, {
    id, source, fileId, fileName: fileName.slice(0, 255), mapping, reading: table.reading, columns: table.columns, dryRun, language: actor.language, startedBy: actor.id, startedAt: now,
  })
  if (!dryRun) note(work, { action: 'customers.import-started', subject: ['customer-import', id], details: { source } })
  return id
}

export function underFile(error: unknown): never {
  if (error instanceof UnreadableTable) throw new BadInput([{ path: 'file', code: error.code, details: error.details }])
  throw error
}

export type ImportResult = { read: number; created: number; updated: number; unchanged: number; refused: number; report: string | null }

/** The file cannot be imported: `message` says why in the actor's language. */
export class ImportFailed extends Error {}

/**
 * Imports a file from the disk to its end, as the command line does. `map` is what `--map` holds; without it the columns are
 * taken by their names. `report` is the path written with the refused rows, null when none was refused.
 */
export async function importCustomers(
  ground: Ground, actor: Actor, { path, map, dryRun = false, reportPath, onProgress }: { path: string; map?: unknown; dryRun?: boolean; reportPath?: string; onProgress?: (theImport: ImportRow) => void },
): Promise<ImportResult> {
  const { source, columns: mapping, reading } = await mapFor(actor, path, map)
  const { organisationId } = actor
  const importId = await doWork(ground, actor, (work) => beginImport(work, { fileId: null, fileName: basename(path), path, source, mapping, reading, dryRun }), { sees: 'customers.import' })
    .catch((error: unknown) => failed(actor, error))
  const done = await runImport({ ground, organisationId, importId, path, onProgress })
  if (done.problem) throw new ImportFailed(problemSentence(actor.language, done.problem.code, done.problem.details))
  const report = reportPath && done.refused > 0 ? reportPath : null
  if (report) {
    const scope = { organisationId, actorId: actor.id, all: true, branches: [], areas: [], suppliers: [] }
    await pipeline(Readable.from(reportOf(ground.db, scope, { importId, columns: done.columns, language: actor.language })), createWriteStream(report))
  }
  const { read, created, updated, unchanged, refused } = done
  return { read, created, updated, unchanged, refused, report }
}

async function mapFor(actor: Actor, path: string, map: unknown): Promise<ImportMap> {
  const asked = map ?? { columns: suggestColumns((await inspectTable(path).catch((error: unknown) => failed(actor, error))).columns) }
  const read = ImportMap.safeParse(asked)
  if (read.success) return read.data
  throw new ImportFailed(`${problemSentence(actor.language, 'map-unfit')} ${read.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).slice(0, 5).join('; ')}`)
}

function failed({ language }: Actor, error: unknown): never {
  if (error instanceof UnreadableTable) throw new ImportFailed(problemSentence(language, error.code, error.details))
  if (error instanceof BadInput) throw new ImportFailed(error.fields.map(({ code, details }) => problemSentence(language, code, details)).join(' '))
  throw error
}
