import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyReply } from 'fastify'
import { pageOf, readCursor } from '#kernel/cursor.ts'
import type { BodyOf, QueryOf } from '#kernel/endpoint.ts'
import { NotFound, Refusal } from '#kernel/refusal.ts'
import type { BlobStore } from '#platform/server/blob-store.ts'
import { contentDisposition } from '#platform/server/file-name.ts'
import { readFile, type StoredFile } from '#platform/server/files.ts'
import type { Ground } from '#platform/server/ground.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { inspectTable } from '#platform/server/table-file.ts'
import type { Work } from '#platform/server/work.ts'
import type { CustomerImport, InspectImport, ListImports, StartImport } from '../contract-import.ts'
import { suggestColumns } from '../rules/suggest-columns.ts'
import { beginImport, underFile } from './import-customers.ts'
import { reportOf } from './import-report.ts'
import { problemSentence } from './problem-sentence.ts'
import { importOf, importsBefore, refusedRows, type ImportRow } from './store-import.ts'

/** What app/ hands over. */
export type CustomersNeeds = { ground: Ground; blobs: BlobStore }

/** Lays the bytes of a stored file where they can be read from anywhere in them, for as long as `body` runs. */
export async function onDisk<T>(blobs: BlobStore, sha256: string, body: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'acuse-import-'))
  try {
    const bytes = await blobs.open(sha256)
    if (!bytes) throw new Refusal('import-file-unknown')
    const path = join(folder, 'file')
    await pipeline(bytes, createWriteStream(path, { mode: 0o600 }))
    return await body(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Only whoever has just uploaded a file may import it. */
const ownFile = (work: Work, fileId: string): Promise<StoredFile> =>
  readFile(work, [], fileId).catch((error: unknown) => {
    throw error instanceof NotFound ? new Refusal('import-file-unknown') : error
  })

const LONGEST_SAMPLE = 200

export async function inspectImport({ blobs }: CustomersNeeds, work: Work, { fileId, reading }: BodyOf<typeof InspectImport>) {
  const { sha256 } = await ownFile(work, fileId)
  const table = await onDisk(blobs, sha256, (path) => inspectTable(path, reading)).catch(underFile)
  return {
    reading: table.reading, columns: table.columns, sheets: table.sheets, suggested: suggestColumns(table.columns),
    sample: table.sample.map(({ number, cells }) => ({ row: number, cells: cells.map((cell) => cell.toWellFormed().slice(0, LONGEST_SAMPLE)) })),
  }
}

export async function startImport({ blobs }: CustomersNeeds, work: Work, { fileId, source, mapping, reading, dryRun }: BodyOf<typeof StartImport>): Promise<CustomerImport> {
  const { sha256, name } = await ownFile(work, fileId)
  const importId = await onDisk(blobs, sha256, (path) => beginImport(work, { fileId, fileName: name, path, source, mapping, reading, dryRun }))
  enqueue(work.tx, 'customers.import', { organisationId: work.actor.organisationId, importId }, { key: `customers.import:${importId}` })
  return readImport(work, { importId })
}

export async function readImport({ tx, actor }: Work, { importId }: { importId: string }): Promise<CustomerImport> {
  const key = { organisationId: actor.organisationId, importId }
  const [[row], refused] = await Promise.all([importOf(tx, key), refusedRows(tx, key, { after: 0, limit: 20 })])
  if (!row) throw new NotFound('import')
  const problems = refused.flatMap(({ rowNumber, problems: all }) => all.map(({ column, value, code, details }) => ({ row: rowNumber, column, value, code, message: problemSentence(actor.language, code, details) })))
  return { ...shown(row, actor.language), problems: problems.slice(0, 50) }
}

function shown(row: ImportRow & { startedByName: string }, language: 'es' | 'en'): Omit<CustomerImport, 'problems'> {
  const { id, fileName, source, dryRun, state, read, created, updated, unchanged, refused, toApply, problem, startedAt, finishedAt, startedByName } = row
  const applied = state === 'reading' || dryRun ? 0 : Math.min(toApply, created + updated)
  return {
    id, fileName, source, dryRun, state, language: row.language, read, created, updated, unchanged, refused, applied, toApply,
    problem: problem && problemSentence(language, problem.code, problem.details), startedAt, finishedAt, startedBy: startedByName,
  }
}

export async function listImports({ tx, actor }: Work, { limit, cursor }: QueryOf<typeof ListImports>) {
  const rows = await importsBefore(tx, actor.organisationId, { before: readCursor(cursor, ['instant', 'id']), limit: limit + 1 })
  const { items, nextCursor } = pageOf(rows, limit, ({ startedAt, id }) => [startedAt, id])
  return { items: items.map((row) => ({ ...shown(row, actor.language), problems: [] })), nextCursor }
}

export async function sendReport({ ground }: CustomersNeeds, { tx, actor }: Work, { importId }: { importId: string }, reply: FastifyReply): Promise<Readable & Record<string, unknown>> {
  const [row] = await importOf(tx, { organisationId: actor.organisationId, importId })
  if (!row) throw new NotFound('import')
  if (row.finishedAt === null) throw new Refusal('import-not-finished')
  const scope = { organisationId: actor.organisationId, actorId: actor.id, all: true, branches: [], areas: [], suppliers: [] }
  const name = `${row.fileName.replace(/\.[^.]*$/, '')}-${actor.language === 'es' ? 'rechazadas' : 'refused'}.csv`
  void reply.headers({ 'content-type': 'text/csv; charset=utf-8', 'content-disposition': contentDisposition(name, 'attachment') })
  // A stream is sent as it is; its pages are read in transactions of their own, after this one.
  return Readable.from(reportOf(ground.db, scope, { importId, columns: row.columns, language: actor.language })) as Readable & Record<string, unknown>
}
