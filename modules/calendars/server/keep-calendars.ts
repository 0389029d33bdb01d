import type { BodyOf } from '#kernel/endpoint.ts'
import type { CalendarDefinition } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { localDay } from '#kernel/local-day.ts'
import { BadInput, NotFound, Refusal, refuseStale } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { CalendarFacts } from '../contract.ts'
import type { AddCalendar, ApplyCalendarVersion, AssignCalendar, ProposeCalendarVersion } from '../contract-endpoints.ts'
import { hoursReachBack } from '../rules/reach-back.ts'
import { sameJson } from '../rules/same-json.ts'
import type { CalendarsNeeds } from './needs.ts'
import { assignCalendar, insertCalendar, insertCalendarVersion } from './store.ts'
import { insertChange, lastChange } from './store-changes.ts'
import * as store from './store-keeping.ts'

export const listCalendars = async ({ tx, actor }: Work) => ({ items: await store.calendars(tx, actor.organisationId) })

export async function readCalendar({ tx, actor }: Work, calendarId: string, version?: number) {
  const { organisationId } = actor
  const [all, versions, [change]] = await Promise.all([
    store.calendars(tx, organisationId), store.calendarVersions(tx, organisationId, calendarId), lastChange(tx, organisationId, 'calendar', calendarId),
  ])
  const calendar = all.find(({ id }) => id === calendarId)
  const [kept] = calendar ? await store.calendarDefinition(tx, organisationId, calendarId, version ?? calendar.version) : []
  if (!calendar || !kept) throw new NotFound('calendar')
  return { ...calendar, definition: kept.definition, versions, change: change ?? null }
}

export async function addCalendar(work: Work, { name, copyOf }: BodyOf<typeof AddCalendar>) {
  const { tx, actor, now } = work
  const { organisationId } = actor
  // Two of one name at once: the second waits here.
  void tx`select pg_advisory_xact_lock(hashtextextended(${`calendars ${organisationId}`}, 0))`
  const [[copied], taken] = await Promise.all([store.lockCalendar(tx, organisationId, copyOf), store.calendarNamed(tx, organisationId, name)])
  if (!copied) throw new BadInput([{ path: 'copyOf', code: 'calendar-unknown' }])
  if (taken.length > 0) throw new Refusal('calendar-name-taken', { name })
  const [from] = (await store.calendars(tx, organisationId)).filter((one) => one.id === copyOf)
  const id = newId()
  void insertCalendar(tx, organisationId, { id, name })
  await insertCalendarVersion(tx, organisationId, { definition: { ...copied.definition, id, version: 1 }, reason: `Copia de ${from?.name ?? copyOf}`, by: actor.id, at: now })
  note(work, { action: 'calendar.added', subject: ['calendar', id], details: { copyOf } })
  work.changed({ kind: 'settings', id, action: 'calendar-added' })
  return { id, name, version: 1, timeZone: copied.definition.timeZone, organisation: false, branchIds: [] }
}

/** The version that the facts would be: refused where it says nothing new, or changes hours already worked. */
async function nextVersion({ tx, actor, now }: Work, calendarId: string, facts: CalendarFacts): Promise<{ before: number; next: CalendarDefinition }> {
  const [calendar] = await store.lockCalendar(tx, actor.organisationId, calendarId)
  if (!calendar) throw new NotFound('calendar')
  const { id, timeZone } = calendar.definition
  const next: CalendarDefinition = { id, version: calendar.version + 1, timeZone, ...facts, specialDays: [...facts.specialDays].sort((a, b) => (a.date < b.date ? -1 : 1)) }
  if (same(calendar.definition, next)) throw new Refusal('calendar-unchanged')
  if (hoursReachBack(calendar.definition, next, localDay(calendar.definition, now))) throw new Refusal('hours-reach-back')
  return { before: calendar.version, next }
}

const said = ({ week, laterWeeks = [], holidays, specialDays, saturdayCounts = false }: CalendarFacts) => [week, laterWeeks, holidays, specialDays, saturdayCounts]
const same = (a: CalendarFacts, b: CalendarFacts) => sameJson(said(a), said(b))

export async function proposeCalendarVersion(needs: CalendarsNeeds, work: Work, calendarId: string, { definition, ...page }: BodyOf<typeof ProposeCalendarVersion>) {
  const { next } = await nextVersion(work, calendarId, definition)
  return needs.previewTerms(work, { kind: 'calendar', calendar: next }, page)
}

/** Writes the version; open terms follow it in the background, closed ones keep theirs for ever. */
export async function applyCalendarVersion(needs: CalendarsNeeds, work: Work, calendarId: string, { definition, reason }: BodyOf<typeof ApplyCalendarVersion>, ifMatch: number | null) {
  const { tx, actor, now } = work
  const { before, next } = await nextVersion(work, calendarId, definition)
  refuseStale(before, ifMatch)
  void insertCalendarVersion(tx, actor.organisationId, { definition: next, reason, by: actor.id, at: now })
  const [change] = await insertChange(work, { id: newId(), kind: 'calendar', subjectId: calendarId, version: next.version, reason })
  note(work, { action: 'calendar.changed', subject: ['calendar', calendarId], reason, details: { version: next.version, changeId: change!.id } })
  needs.onTermsChanged(work, change!)
  work.changed({ kind: 'settings', id: calendarId, action: 'calendar-changed' })
  return { version: next.version, change: change! }
}

export async function assignBranchCalendar(work: Work, branchId: string, { calendarId }: BodyOf<typeof AssignCalendar>) {
  const { tx, actor } = work
  const { organisationId } = actor
  const [[branch], all, [own]] = await Promise.all([
    store.branchCalled(tx, organisationId, branchId), store.calendars(tx, organisationId), store.organisationCalendar(tx, organisationId),
  ])
  if (!branch) throw new NotFound('branch')
  if (calendarId && !all.some(({ id }) => id === calendarId)) throw new BadInput([{ path: 'calendarId', code: 'calendar-unknown' }])
  if (calendarId) await assignCalendar(tx, organisationId, { id: newId(), branchId, calendarId })
  else await store.removeAssignment(tx, organisationId, branchId)
  note(work, { action: 'calendar.assigned', subject: ['branch', branchId], details: { calendarId } })
  work.changed({ kind: 'settings', id: branchId, action: 'calendar-assigned' })
  return { branchId, calendarId: calendarId ?? own!.calendarId }
}
