import { newId } from '#kernel/id.ts'
import type { TermRule } from '#kernel/term.ts'
import { saveSetting } from '#modules/people/public.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import { packOf } from '../packs/all.ts'
import { calendarOf } from '../packs/calendar-of.ts'
import { assignCalendar, insertCalendar, insertCalendarVersion, insertRules } from './store.ts'

/** Gives a new organisation the calendar, the rules and the decision order of its country, and its own targets. */
export async function seedCalendars({ tx, actor, now }: Work, country: string, targets: readonly TermRule[] = []): Promise<void> {
  const pack = packOf(country)
  const { organisationId } = actor
  const calendarId = newId()
  const written = { reason: `Viene con Acuse: ${pack.name.es}`, by: actor.id, at: now }
  void insertCalendar(tx, organisationId, { id: calendarId, name: pack.name.es })
  void insertCalendarVersion(tx, organisationId, { ...written, definition: calendarOf(pack, calendarId) })
  void assignCalendar(tx, organisationId, { id: newId(), branchId: null, calendarId })
  void insertRules(tx, organisationId, [...pack.terms, ...targets], written)
  const decision = [...pack.decision, { id: 'targets', when: [], unlessTaken: [], families: ['contract', 'internal'] }]
  await saveSetting(tx, organisationId, 'decision', decision)
  note({ tx, actor, now }, { action: 'calendars-seeded', subject: ['organisation', organisationId], details: { country } })
}
