import type { BodyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { BadInput, refuseIf } from '#kernel/refusal.ts'
import { nextDayEnds } from '#kernel/working-days.ts'
import { readTermSettings } from '#modules/calendars/public.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { GroupCases, LinkCase, SnoozeCase } from '../contract-work.ts'
import { refuseSnoozing, snoozeLimit } from '../rules/lifecycle.ts'
import { numbers } from './case-alias.ts'
import { happened, lockCase, refuseUnlessMay } from './the-case.ts'
import { wake } from './write-note.ts'

/** Links two cases that have to do with one another; each shows the other. */
export async function linkCase(work: Work, number: string, { to, reason }: BodyOf<typeof LinkCase>) {
  const theCase = await lockCase(work, number)
  const { tx, actor, now } = work
  refuseUnlessMay(work, 'cases.work', theCase)
  const other = await numbers.caseId(tx, actor.organisationId, to)
  refuseIf(other === theCase.id ? 'link-with-itself' : null)
  void tx`
    insert into case_links (organisation_id, case_id, other_id, reason, linked_by, linked_at)
    values (${actor.organisationId}, ${theCase.id}, ${other}, ${reason}, ${actor.id}, ${now}), (${actor.organisationId}, ${other}, ${theCase.id}, ${reason}, ${actor.id}, ${now})
    on conflict do nothing`
  return happened(work, theCase, { action: 'case-linked', reason, details: { to } })
}

/** One happening that touched many customers: a case each, with one name over them. */
export async function groupCases(work: Work, { name, numbers: asked }: BodyOf<typeof GroupCases>) {
  const { tx, actor, now } = work
  const id = newId()
  const wanted = [...new Set(asked.map((number) => number.toUpperCase()))].sort()
  void tx`insert into case_groups (organisation_id, id, name, opened_by, opened_at) values (${actor.organisationId}, ${id}, ${name}, ${actor.id}, ${now})`
  const grouped = await tx<{ id: string; number: string; branchId: string; areaIds: string[]; supplierId: string | null }>`
    update cases set group_id = ${id}, version = version + 1 where organisation_id = ${actor.organisationId} and number = any (${wanted})
    returning id, number, branch_id, area_ids, supplier_id`
  const missing = wanted.filter((number) => !grouped.some((row) => row.number === number))
  if (missing.length > 0) throw new BadInput(missing.map((number) => ({ path: `numbers.${asked.indexOf(number)}`, code: 'unknown' })))
  for (const row of grouped) refuseUnlessMay(work, 'cases.work', row)
  for (const row of grouped) note(work, { action: 'case-grouped', subject: ['case', row.id], details: { groupId: id } })
  return { id, cases: grouped.length }
}

/** Puts a case aside until then, never beyond what it may wait. */
export async function snoozeCase(work: Work, number: string, { until, reason }: BodyOf<typeof SnoozeCase>) {
  const theCase = await lockCase(work, number)
  refuseUnlessMay(work, 'cases.work', theCase)
  const settings = await readTermSettings(work.tx, work.actor.organisationId)
  refuseIf(refuseSnoozing(theCase, until, work.now, snoozeLimit(theCase, work.now, nextDayEnds(settings.calendarOf(theCase.branchId), work.now))))
  void work.tx`
    update cases set snoozed_until = ${until}, snooze_reason = ${reason} where organisation_id = ${work.actor.organisationId} and id = ${theCase.id}`
  return happened(work, theCase, { action: 'case-snoozed', reason, details: { until } })
}

export async function wakeCase(work: Work, number: string) {
  const theCase = await lockCase(work, number)
  refuseUnlessMay(work, 'cases.work', theCase)
  wake(work, theCase.id)
  return happened(work, theCase, { action: 'case-woken' })
}
