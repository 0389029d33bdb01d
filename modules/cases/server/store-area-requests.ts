import type { Actor, Instant } from '#kernel/actor.ts'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { sql, type Tx } from '#platform/server/database.ts'
import type { ListAreaRequests } from '../contract-lists.ts'

type Item = ReplyOf<typeof ListAreaRequests>['items'][number]
export type AreaRequestRow = Omit<Item, 'area' | 'branch'> & { areaId: string; areaName: string; areaNameEn: string; branchId: string; branchCode: string }

type Asked = {
  status: string
  areas: readonly string[] | null
  branchIds: readonly string[] | null
  /** Only those due before then that still wait. */
  lateAt: Instant | null
  limit: number
  after: { at: string; id: string } | null
}

/** Requests in the order of their terms: walked area by area and merged, or along all of them where `areas` is null. */
export function readAreaRequests(
  tx: Tx,
  { organisationId }: Actor,
  { status, areas, branchIds, lateAt, limit, after }: Asked,
): Promise<AreaRequestRow[]> {
  const rest = sql`
    ${after ? sql`and (r.due_at, r.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    ${lateAt ? sql`and r.status = 'open' and r.due_at < ${lateAt}` : sql``}
    ${branchIds ? sql`and exists (select from cases c where c.organisation_id = r.organisation_id and c.id = r.case_id and c.branch_id = any (${branchIds}::uuid[]))` : sql``}`
  const page = areas === null
    ? sql`select r.* from area_requests r where r.organisation_id = ${organisationId} and r.status = ${status} ${rest} order by r.due_at, r.id limit ${limit}`
    : sql`
      select r.* from unnest(${areas}::uuid[]) own (area_id) cross join lateral (
        select r.* from area_requests r
        where r.organisation_id = ${organisationId} and r.area_id = own.area_id and r.status = ${status} ${rest} order by r.due_at, r.id limit ${limit}
      ) r order by r.due_at, r.id limit ${limit}`
  return tx.run<AreaRequestRow>(sql`
    select r.id, c.number, c.title, c.kind, c.severity, r.area_id, a.name as area_name, a.name_en as area_name_en, c.branch_id, b.code as branch_code, m.body as question, r.asked_at, r.due_at, r.status, r.reminders
    from (${page}) r
    join cases c on c.organisation_id = ${organisationId} and c.id = r.case_id
    join areas a on a.organisation_id = ${organisationId} and a.id = r.area_id
    join branches b on b.organisation_id = ${organisationId} and b.id = c.branch_id
    join case_messages m on m.organisation_id = ${organisationId} and m.id = r.message_id
    order by r.due_at, r.id`)
}

/** How many requests still wait after their date, of the cases that the actor sees. */
export const countLateRequests = async (tx: Tx, { organisationId }: Actor, now: Instant, branchIds: readonly string[] | null): Promise<number> => {
  const rows = await tx<{ late: number }>`
    select count(*)::int as late
    from area_requests r
    join cases c on c.organisation_id = r.organisation_id and c.id = r.case_id
    where r.organisation_id = ${organisationId} and r.status = 'open' and r.due_at < ${now} and (${branchIds}::uuid[] is null or c.branch_id = any (${branchIds}::uuid[]))`
  return rows[0]!.late
}

/** What waits for these areas, and how much of it is late. */
export const countAreaRequests = (tx: Tx, { organisationId }: Actor, areas: readonly string[], now: Instant) => tx<{ open: number; late: number }>`
  select count(*)::int as open, count(*) filter (where due_at < ${now})::int as late
  from area_requests
  where organisation_id = ${organisationId} and area_id = any (${areas}::uuid[]) and status = 'open'`
