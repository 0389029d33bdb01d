import type { QueryOf, ReplyOf } from '#kernel/endpoint.ts'
import { localDay } from '#kernel/local-day.ts'
import { readTermSettings } from '#modules/calendars/public.ts'
import type { Work } from '#platform/server/work.ts'
import type { CountClosed } from '../contract-lists.ts'
import { readClosedRows } from './store-closed.ts'

/** What was closed from one day to another, by whatever it is cut; this month, where nothing else is asked. */
export async function countClosed(work: Work, { branchId, closedFrom, closedTo }: QueryOf<typeof CountClosed>): Promise<ReplyOf<typeof CountClosed>> {
  const { tx, actor, now } = work
  const today = localDay(await readTermSettings(tx, actor.organisationId), now)
  const to = closedTo ?? today
  const from = closedFrom ?? `${to.slice(0, 7)}-01`
  const rows = await readClosedRows(tx, actor, { from, to, branchIds: branchId ?? null })
  const of = (what: string) => rows.filter((row) => row.what === what).map(({ key, name, total }) => ({ key: key ?? '', name: name ?? key ?? '', total }))
  return {
    from, to, total: of('all')[0]?.total ?? 0, filter: { list: 'everything', status: 'closed', closedFrom: from, closedTo: to },
    byBranch: of('branch'), byArea: of('area'), byCause: of('cause'), byKind: of('kind'), byProduct: of('product'), byChannel: of('channel'),
  }
}
