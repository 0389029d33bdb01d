import { pageOf, readAfterId } from '#kernel/cursor.ts'
import type { QueryOf, ReplyOf } from '#kernel/endpoint.ts'
import type { Work } from '#platform/server/work.ts'
import type { ListMentions } from '../contract-lists.ts'
import { readMentions } from './store-notices.ts'

/** The notes that name whoever asks, the newest first; those of cases that they no longer see are not among them. */
export async function listMentions({ tx, actor }: Work, { limit, cursor }: QueryOf<typeof ListMentions>): Promise<ReplyOf<typeof ListMentions>> {
  const rows = await readMentions(tx, { organisationId: actor.organisationId, personId: actor.id, after: readAfterId(cursor), limit: limit + 1 })
  return pageOf(rows, limit, ({ id }) => [id])
}
