import { NotFound } from '#kernel/refusal.ts'
import { on, type Route } from '#platform/server/route.ts'
import type { Work } from '#platform/server/work.ts'
import * as contract from '../contract-endpoints.ts'
import { computeTermOf } from './compute-term.ts'
import { changeCompanyFlags, readCompanyFlags } from './keep-company-flags.ts'
import { addCalendar, applyCalendarVersion, assignBranchCalendar, listCalendars, proposeCalendarVersion, readCalendar } from './keep-calendars.ts'
import { addRule, addRuleVersion, listRules, proposeRuleVersion, putRuleOut, readRule } from './keep-rules.ts'
import type { CalendarsNeeds } from './needs.ts'
import { readTermSettings } from './settings.ts'
import { readChange } from './store-changes.ts'

/** Seen with the reach of whoever configures: who changes a calendar must learn which dates move, whatever else they may read. */
const asManager = { sees: 'settings.manage' }

export const calendarRoutes = (needs: CalendarsNeeds): Route[] => [
  on(contract.ListCalendars, 'settings.read', (work) => listCalendars(work)),
  on(contract.ReadCalendar, 'settings.read', (work, { params, query }) => readCalendar(work, params.calendarId, query.version)),
  on(contract.AddCalendar, 'settings.manage', (work, { body }) => addCalendar(work, body)),
  on(contract.ProposeCalendarVersion, 'settings.manage', (work, { params, body }) => proposeCalendarVersion(needs, work, params.calendarId, body), asManager),
  on(contract.ApplyCalendarVersion, 'settings.manage', (work, { params, body, ifMatch }) => applyCalendarVersion(needs, work, params.calendarId, body, ifMatch)),
  on(contract.AssignCalendar, 'settings.manage', (work, { params, body }) => assignBranchCalendar(work, params.branchId, body)),

  on(contract.ListTermRules, 'settings.read', (work) => listRules(work)),
  on(contract.ReadTermRule, 'settings.read', (work, { params }) => readRule(work, params.ruleId)),
  on(contract.AddTermRule, 'settings.manage', (work, { body }) => addRule(work, body)),
  on(contract.ProposeTermRuleVersion, 'settings.manage', (work, { params, body }) => proposeRuleVersion(needs, work, params.ruleId, body), asManager),
  on(contract.AddTermRuleVersion, 'settings.manage', (work, { params, body, ifMatch }) => addRuleVersion(needs, work, params.ruleId, body, ifMatch)),
  on(contract.PutTermRuleOut, 'settings.manage', (work, { params, body }) => putRuleOut(work, params.ruleId, body.reason)),

  on(contract.ReadTermQuestions, 'signed-in', async ({ tx, actor }) => (await readTermSettings(tx, actor.organisationId)).asked),
  on(contract.ReadCompanyFlags, 'settings.read', (work) => readCompanyFlags(work)),
  on(contract.ChangeCompanyFlags, 'settings.manage', (work, { body, ifMatch }) => changeCompanyFlags(work, body, ifMatch)),

  on(contract.ReadTermChange, 'settings.read', (work, { params }) => readTermChange(work, params.changeId)),
  on(contract.ComputeTerm, 'signed-in', (work, { body }) => computeTermOf(work, body)),
]

async function readTermChange({ tx, actor }: Work, changeId: string) {
  const [change] = await readChange(tx, actor.organisationId, changeId)
  if (!change) throw new NotFound('term change')
  return change
}
