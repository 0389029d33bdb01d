import { pageOf } from '#kernel/cursor.ts'
import type { BodyOf, ReplyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { BadInput, Forbidden, NotFound, Refusal } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Change, Work } from '#platform/server/work.ts'
import { MOST_IN_BULK, type ActInBulk, type CaseFilter, type UndoBulk } from '../contract-lists.ts'
import { assignCase } from './assign-case.ts'
import { classifyCase } from './classify-case.ts'
import { snoozeCase } from './link-case.ts'
import { MOST_MATCHING } from './list-cases.ts'
import { readAfter } from './read-after.ts'
import { matchingCases } from './store-search.ts'
import { bulkRows, insertBulk, insertBulkRow, lockBulk, readBefore, restore, type Before } from './store-bulk.ts'
import { readList } from './store-list.ts'
import { routeCase } from './route-case.ts'
import { happened, lockCaseById, refuseUnlessMay } from './the-case.ts'
import { writeNote } from './write-note.ts'

type Asked = BodyOf<typeof ActInBulk>
type Act = Asked['act']
type Result = ReplyOf<typeof ActInBulk>['results'][number]

/**
 * The same act on many cases, each by the verb and the rules of one: what is refused of one leaves the others done. A preview does it
 * all and takes it back, so that it cannot say otherwise than the act.
 */
export async function actInBulk(work: Work, { numbers, filter, cursor, preview, act }: Asked): Promise<ReplyOf<typeof ActInBulk>> {
  const { tx, actor } = work
  if (!numbers && !filter) throw new BadInput([{ path: 'numbers', code: 'required' }])
  const matching = numbers ? { numbers, nextCursor: null } : await numbersOf(work, filter!, cursor)
  const wanted = [...new Set(matching.numbers.map((number) => number.toUpperCase()))]
  const before = new Map((await readBefore(tx, actor, wanted)).map((row) => [row.number, row]))
  const id = newId()
  const undoable = !preview && act.verb !== 'note'
  if (undoable) void insertBulk(tx, work, { id, verb: act.verb })
  const results: Result[] = []
  for (const number of wanted) {
    const was = before.get(number)
    const tried = await attempt(work, preview, async (one) => {
      if (!was) throw new NotFound('case')
      // Its number leads to the other, which has its own row, or was not chosen.
      if (was.status === 'merged') throw new Refusal('case-merged')
      const done = await perform(one, number, act)
      const [now] = await readBefore(tx, actor, [number])
      if (undoable) void insertBulkRow(tx, actor, id, was, done.version)
      return changeOf(act, was, now!)
    })
    results.push('why' in tried ? { number, outcome: 'refused', change: '', why: tried.why } : { number, outcome: preview ? 'would' : 'done', change: tried.value, why: null })
  }
  return { matching: wanted.length, nextCursor: matching.nextCursor, results, undo: undoable && results.some(({ outcome }) => outcome === 'done') ? id : null }
}

/** Puts each case back as it was, where nothing else has happened to it since. */
export async function undoBulk(work: Work, bulkId: string): Promise<ReplyOf<typeof UndoBulk>> {
  const { tx, actor } = work
  const [bulk] = await lockBulk(tx, work, bulkId)
  if (!bulk) throw new NotFound('bulk act')
  const results: ReplyOf<typeof UndoBulk>['results'] = []
  for (const row of await bulkRows(tx, actor, bulkId)) {
    const tried = await attempt(work, false, async (one) => {
      const theCase = await lockCaseById(tx, actor.organisationId, row.caseId)
      refuseUnlessMay(one, 'cases.work', theCase)
      if (theCase.version !== row.version) throw new Refusal('bulk-went-on')
      await restore(tx, actor, row.caseId, row.before)
      happened(one, theCase, { action: 'bulk-undone', details: { bulkId, verb: bulk.verb }, areaIds: [...new Set([...theCase.areaIds, ...row.before.areaIds])] })
    })
    results.push({ number: row.number, outcome: 'why' in tried ? 'refused' : 'done', why: 'why' in tried ? tried.why : null })
  }
  note(work, { action: 'bulk-undone', subject: ['bulk', bulkId], details: { verb: bulk.verb } })
  return { results }
}

/** The newest that match, from where the cursor says; and where those begin that another call takes. */
async function numbersOf({ tx, actor, now }: Work, filter: CaseFilter, cursor: string | undefined): Promise<{ numbers: string[]; nextCursor: string | null }> {
  const matching = filter.find?.trim() ? await matchingCases(tx, actor, filter.find, MOST_MATCHING) : null
  const rows = await readList(tx, actor, now, { ...filter, sort: 'newest', limit: MOST_IN_BULK, after: readAfter(cursor), matching })
  const { items, nextCursor } = pageOf(rows, MOST_IN_BULK, ({ id, receivedAt }) => [receivedAt, id])
  return { numbers: items.map(({ number }) => number), nextCursor }
}

function perform(work: Work, number: string, act: Act): Promise<{ version: number }> {
  switch (act.verb) {
    case 'assign': return assignCase(work, number, act)
    case 'route': return routeCase(work, number, act)
    case 'classify': return classifyCase(work, number, act)
    case 'snooze': return snoozeCase(work, number, act)
    case 'note': return writeNote(work, number, { kind: 'note', body: act.body, mentions: [], files: [] })
  }
}

/** In a savepoint of its own: taken back when a rule refuses, or when it was only to be seen. What it tells others is told only if it stays. */
async function attempt<T>(work: Work, takeBack: boolean, body: (one: Work) => Promise<T>): Promise<{ value: T } | { why: string }> {
  const changes: Change[] = []
  const wakes: (() => void)[] = []
  const one: Work = { ...work, changed: (change) => void changes.push(change), afterCommit: (wake) => void wakes.push(wake) }
  await work.tx`savepoint one`
  try {
    const value = await body(one)
    await (takeBack ? work.tx`rollback to savepoint one` : work.tx`release savepoint one`)
    if (!takeBack) {
      for (const change of changes) work.changed(change)
      for (const wake of wakes) work.afterCommit(wake)
    }
    return { value }
  } catch (error) {
    const why = codeOf(error)
    // A bug, or a database that fails, fails the whole.
    if (why === null) throw error
    await work.tx`rollback to savepoint one`
    return { why }
  }
}

function codeOf(error: unknown): string | null {
  if (error instanceof Refusal) return error.code
  if (error instanceof BadInput) return error.fields[0]?.code ?? 'bad-input'
  if (error instanceof NotFound) return 'not-found'
  return error instanceof Forbidden ? 'forbidden' : null
}

function changeOf({ verb }: Act, was: Before, now: Before): string {
  const shown: Record<Act['verb'], (row: Before) => string | null> = {
    assign: ({ ownerName }) => ownerName,
    route: ({ areaCode }) => areaCode,
    classify: ({ causeName, severity }) => [causeName, severity].filter(Boolean).join(', '),
    snooze: ({ snoozedUntil }) => snoozedUntil,
    note: () => null,
  }
  return verb === 'note' ? '' : `${shown[verb](was) ?? '—'} → ${shown[verb](now) ?? '—'}`
}
