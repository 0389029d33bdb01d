import { newId } from '#kernel/id.ts'
import type { TermRule } from '#kernel/term.ts'
import { calendarOf } from '#modules/calendars/packs/calendar-of.ts'
import { CO } from '#modules/calendars/packs/CO.ts'
import { seedCalendars } from '#modules/calendars/public.ts'
import { doWork, systemActor } from '#platform/server/ground.ts'
import type { Place, Samples } from '#test/samples.ts'

/** Every company has a calendar and rules; one for all its places. */
export async function furnishCalendars({ ground, organisationId }: Place): Promise<void> {
  const [already] = await ground.db.asOwner((tx) => tx`select id from calendars where organisation_id = ${organisationId} limit 1`)
  if (!already) await doWork(ground, systemActor(organisationId), (work) => seedCalendars(work, 'CO'))
}

async function calendarId({ ground, organisationId }: Place): Promise<string> {
  const [row] = await ground.db.asOwner((tx) => tx<{ calendarId: string }>`select calendar_id from branch_calendars where organisation_id = ${organisationId} and branch_id is null`)
  return row!.calendarId
}

let day = 0
/** A civic day more each time, or the version would say nothing new. */
function facts() {
  const { week, holidays } = calendarOf(CO)
  const date = new Date(Date.UTC(2030, 0, 1 + day++)).toISOString().slice(0, 10)
  return { week, holidays, specialDays: [{ date, name: { es: 'Día cívico', en: 'Civic day' }, periods: [], legal: false }] }
}
const ruleFacts = (more: Partial<TermRule> = {}) => Object.fromEntries(Object.entries({ ...CO.terms[0]!, ...more }).filter(([key]) => key !== 'id' && key !== 'version'))
const RULE = CO.terms[0]!.id
const reason = 'Lo dispuso la gerencia en comité'

/** A rule of its own each time, so that what one put out the next still finds; known by name abroad too, hence of the caller's company. */
async function aRule({ ground, organisationId }: Place): Promise<string> {
  const id = `T-${newId().slice(-12).toUpperCase()}`
  const rule = { ...CO.terms[0]!, id }
  await ground.db.asOwner((tx) => tx`
    insert into term_rules (organisation_id, id, version, layer, clock, definition, reason, created_by)
    values (${organisationId}, ${id}, 1, ${rule.layer}, ${rule.clock}, ${JSON.stringify(rule)}, ${reason}, ${organisationId})`)
  return id
}

export const calendarSamples: Samples = {
  ListCalendars: () => ({ reach: 'organisation-list' }),
  ReadCalendar: async (place) => ({ reach: 'organisation', params: { calendarId: await calendarId(place) } }),
  AddCalendar: async (place) => ({ reach: 'organisation', body: { name: `Sede ${newId()}`, copyOf: await calendarId(place) } }),
  ProposeCalendarVersion: async (place) => ({ reach: 'organisation', params: { calendarId: await calendarId(place) }, body: { definition: facts() } }),
  ApplyCalendarVersion: async (place) => ({ reach: 'organisation', params: { calendarId: await calendarId(place) }, body: { definition: facts(), reason } }),
  AssignCalendar: async (place) => ({ reach: 'organisation', params: { branchId: place.branchId }, body: { calendarId: await calendarId(place) } }),
  ListTermRules: () => ({ reach: 'organisation-list' }),
  ReadTermRule: async (place) => ({ reach: 'organisation', params: { ruleId: await aRule(place) } }),
  AddTermRule: () => ({ reach: 'self', body: { id: `N-${newId().slice(-12).toUpperCase()}`, definition: ruleFacts(), reason } }),
  ProposeTermRuleVersion: async (place) => ({ reach: 'organisation', params: { ruleId: await aRule(place) }, body: { definition: ruleFacts({ amount: 7 }) } }),
  AddTermRuleVersion: async (place) => ({ reach: 'organisation', params: { ruleId: await aRule(place) }, body: { definition: ruleFacts({ amount: 7 }), reason, openTerms: true } }),
  PutTermRuleOut: async (place) => ({ reach: 'organisation', params: { ruleId: await aRule(place) }, body: { reason } }),
  ReadTermQuestions: () => ({ reach: 'self' }),
  ReadCompanyFlags: () => ({ reach: 'self' }),
  ChangeCompanyFlags: () => ({ reach: 'self', body: { flags: ['es_ESP_GLP'], reason } }),
  ReadTermChange: () => ({ reach: 'self', params: { changeId: newId() }, answered: 404 }),
  ComputeTerm: () => ({ reach: 'self', body: { rule: RULE, received: '2026-06-26T16:40:00-05:00' } }),
}
