import type { QueryOf } from '#kernel/endpoint.ts'
import { readCursor, writeCursor } from '#kernel/cursor.ts'
import { BadInput } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { ReadTimeline } from '../contract.ts'
import { numbers } from './case-alias.ts'
import { readEntries } from './store-sheet.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Everything that happened to a case and to those merged into it, in order, with who and with the text that was written. */
export async function readTimeline({ tx, actor }: Work, number: string, { limit, cursor }: QueryOf<typeof ReadTimeline>) {
  const caseId = await numbers.caseId(tx, actor.organisationId, number)
  const after = afterOf(cursor)
  const rows = await readEntries(tx, { organisationId: actor.organisationId, caseId }, { after, limit: limit + 1 })
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.id]) : null }
}

function afterOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = readCursor(cursor, 1)?.[0]
  if (typeof id !== 'string' || !UUID.test(id)) throw new BadInput([{ path: 'cursor', code: 'wrong-format' }])
  return id
}
