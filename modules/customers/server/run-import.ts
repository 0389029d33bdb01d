import type { Actor } from '#kernel/actor.ts'
import { foldText } from '#kernel/plain-text.ts'
import { doWork, type Ground } from '#platform/server/ground.ts'
import { note } from '#platform/server/history.ts'
import { tableRows } from '#platform/server/table-file.ts'
import { UnreadableTable } from '#platform/server/unreadable-table.ts'
import type { Work } from '#platform/server/work.ts'
import type { TableRow } from '#platform/server/xlsx-rows.ts'
import { identityTypesOf } from '../rules/identity.ts'
import { planRows, type RowPlan } from '../rules/read-import-row.ts'
import { applyBatch } from './apply-rows.ts'
import { stageBatch } from './stage-rows.ts'
import { countryOf } from './store.ts'
import { beginApplying, branchNames, clearRows, endImport, importOf, lockImport, refuseRow, rowsToApply, type ImportRow } from './store-import.ts'

const ROWS_READ = 1000
const ROWS_APPLIED = 500
const ROWS_CLEARED = 20_000

export type RunNeeds = {
  ground: Ground
  organisationId: string
  importId: string
  /** Where the file can be read from; null when its bytes are gone. */
  path: string | null
  signal?: AbortSignal | undefined
  onProgress?: (theImport: ImportRow) => void
}

/** Carries an import on from wherever it is until it ends; stopped at any moment it can be called again, and by two at once. */
export async function runImport(needs: RunNeeds): Promise<ImportRow> {
  const { ground, organisationId, importId, onProgress } = needs
  for (;;) {
    needs.signal?.throwIfAborted()
    const theImport = await current(needs)
    onProgress?.(theImport)
    if (theImport.state === 'done' || theImport.state === 'failed') {
      for (let from = 0; from <= theImport.readTo; from += ROWS_CLEARED)
        await ground.db.transaction(scopeOfImport(organisationId, theImport), (tx) => clearRows(tx, { organisationId, importId }, { from, to: from + ROWS_CLEARED - 1 }))
      return theImport
    }
    if (theImport.state === 'reading') await readFile(needs, theImport)
    else await apply(needs, theImport)
  }
}

async function current({ ground, organisationId, importId }: RunNeeds): Promise<ImportRow> {
  const [theImport] = await ground.db.transaction({ organisationId, actorId: organisationId, all: true, branches: [], areas: [], suppliers: [] }, (tx) => importOf(tx, { organisationId, importId }))
  if (!theImport) throw new Error(`there is no import ${importId}`)
  return theImport
}

const scopeOfImport = (organisationId: string, { startedBy }: ImportRow) => ({ organisationId, actorId: startedBy, all: true, branches: [], areas: [], suppliers: [] })

/** Whoever began it did what it does. */
const actorOf = (organisationId: string, { startedBy, language }: Pick<ImportRow, 'startedBy' | 'language'>): Actor => ({
  kind: startedBy === organisationId ? 'system' : 'person', id: startedBy, organisationId, name: '', language, grants: [], sessionId: null,
})

/** One transaction with the import locked, so that two who carry it on take turns; nothing is done if it is elsewhere by now. */
async function step(needs: RunNeeds, seen: ImportRow, body: (work: Work, theImport: ImportRow) => Promise<unknown>): Promise<boolean> {
  const { ground, organisationId, importId } = needs
  return doWork(ground, actorOf(organisationId, seen), async (work) => {
    const [theImport] = await lockImport(work.tx, { organisationId, importId })
    if (theImport?.state !== seen.state || theImport.readTo !== seen.readTo || theImport.appliedTo !== seen.appliedTo) return false
    await body(work, theImport)
    work.changed({ kind: 'customer-import', id: importId, action: 'progress' })
    return true
  }, { sees: 'customers.import' })
}

async function readFile(needs: RunNeeds, theImport: ImportRow): Promise<void> {
  const { path } = needs
  try {
    if (path === null) throw new UnreadableTable('table-not-readable')
    const plan = await planOf(needs, theImport)
    let seen = theImport
    for await (const rows of batches(tableRows(path, theImport.reading), theImport.readTo, ROWS_READ)) {
      needs.signal?.throwIfAborted()
      const { organisationId } = needs
      if (!(await step(needs, seen, ({ tx, now }) => stageBatch(tx, { organisationId, theImport: seen, plan, rows, now })))) return
      seen = { ...seen, readTo: rows.at(-1)!.number, read: seen.read + rows.length }
      needs.onProgress?.(seen)
    }
    await step(needs, seen, async ({ tx, now }) => {
      const key = { organisationId: needs.organisationId, importId: needs.importId }
      if (seen.read === 0) await endImport(tx, key, { state: 'failed', problem: { code: 'table-empty', details: {} }, now })
      else if (seen.dryRun) await endImport(tx, key, { state: 'done', problem: null, now })
      else await beginApplying(tx, key)
    })
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error
    await fail(needs, error)
  }
}

/** Nothing of a file is imported of which a part cannot be read. */
async function fail(needs: RunNeeds, { code, details }: UnreadableTable): Promise<void> {
  const seen = await current(needs)
  await step(needs, seen, ({ tx, now }) => endImport(tx, { organisationId: needs.organisationId, importId: needs.importId }, { state: 'failed', problem: { code, details }, now }))
}

async function planOf({ ground, organisationId }: RunNeeds, theImport: ImportRow): Promise<RowPlan> {
  const [country, branches] = await ground.db.transaction(scopeOfImport(organisationId, theImport), (tx) => Promise.all([countryOf(tx, organisationId), branchNames(tx, organisationId)]))
  return planRows(theImport.mapping, {
    columns: theImport.columns,
    country: country[0]?.country ?? '',
    types: identityTypesOf(country[0]?.country ?? ''),
    branches: new Map(branches.flatMap(({ id, code, name }) => [[foldText(code), id], [foldText(name), id]])),
  })
}

async function* batches(rows: AsyncIterable<TableRow>, after: number, size: number): AsyncGenerator<TableRow[]> {
  let batch: TableRow[] = []
  for await (const row of rows) {
    if (row.number <= after) continue
    batch.push(row)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function apply(needs: RunNeeds, theImport: ImportRow): Promise<void> {
  const { organisationId, importId } = needs
  const key = { organisationId, importId }
  const once = (limit: number) => step(needs, theImport, async (work, locked) => {
    if (await applyBatch(work, locked, limit)) return
    const { created, updated, unchanged, refused } = locked
    await endImport(work.tx, key, { state: 'done', problem: null, now: work.now })
    note(work, { action: 'customers.imported', subject: ['customer-import', importId], details: { source: locked.source, created, updated, unchanged, refused } })
  })
  await once(ROWS_APPLIED).catch(async (error: { code?: string }) => {
    if (!isOfTheData(error)) throw error
    await once(1).catch((alone: { code?: string }) => {
      if (!isOfTheData(alone)) throw alone
      return refuseNext(needs, theImport)
    })
  })
}

/** Data exceptions and broken constraints: the same row again would fail again. */
const isOfTheData = ({ code }: { code?: string }) => code?.startsWith('22') === true || code?.startsWith('23') === true

const refuseNext = (needs: RunNeeds, theImport: ImportRow) => step(needs, theImport, async ({ tx, now }) => {
  const key = { organisationId: needs.organisationId, importId: needs.importId }
  const [row] = await rowsToApply(tx, key, { after: theImport.appliedTo, limit: 1 })
  if (row) await refuseRow(tx, key, { rowNumber: row.rowNumber, problem: { column: '', value: row.content.code, code: 'row-refused-by-database' }, now })
})
