import type { CalendarDefinition } from '#kernel/calendar.ts'
import type { TermRule } from '#kernel/term.ts'
import type { Tx } from '#platform/server/database.ts'
import type { DecisionStep } from '../contract.ts'
import { packOf } from '../packs/all.ts'
import { factsAsked, type FactsAsked } from '../rules/facts-asked.ts'
import { calendarsInForce, organisationSettings, rulesInUse, settingsVersion } from './store.ts'

/** What terms are computed by, as it is now: current rules, the decision order, each branch's calendar, the organisation's flags. */
export type TermSettings = {
  version: number
  /** Of a transaction that has changed the settings itself: good for it alone, and remembered by nobody. */
  ours: boolean
  timeZone: string
  flags: readonly string[]
  decision: readonly DecisionStep[]
  /** What of a case its rules ask. */
  asked: FactsAsked
  /** Every version in use, the latest of each rule first: `rulesOn` finds those of a day. */
  rules: readonly TermRule[]
  calendarOf(this: void, branchId: string): CalendarDefinition
}

const known = new Map<string, TermSettings>()

/** Read once for each version of an organisation's settings; the version is asked in the transaction that uses it. */
export async function readTermSettings(tx: Tx, organisationId: string): Promise<TermSettings> {
  const { version, ours } = await settingsVersion(tx, organisationId)
  const before = known.get(organisationId)
  if (!ours && before?.version === version) return before
  const [{ country, timeZone, settings }, rules, calendars] = await Promise.all([organisationSettings(tx, organisationId), rulesInUse(tx, organisationId), calendarsInForce(tx, organisationId)])
  const ofBranch = new Map(calendars.map(({ branchId, definition }) => [branchId, definition]))
  const { flags = [], decision = [] } = settings
  const definitions = rules.map(({ definition }) => definition)
  const fresh: TermSettings = {
    version,
    ours,
    timeZone,
    flags,
    decision,
    rules: definitions,
    asked: factsAsked({ rules: definitions, decision, flags: packOf(country).flags, carried: flags }),
    calendarOf: (branchId) => {
      const calendar = ofBranch.get(branchId) ?? ofBranch.get(null)
      if (!calendar) throw new Error(`organisation ${organisationId} has no calendar`)
      return calendar
    },
  }
  if (!ours) known.set(organisationId, fresh)
  return fresh
}

const rules = new Map<string, TermRule>()
const calendars = new Map<string, CalendarDefinition>()

/** Versions never change once written, so what was read of one is good for ever. */
export async function ruleVersion(tx: Tx, organisationId: string, ruleId: string, version: number): Promise<TermRule> {
  return remembered(rules, `${organisationId} ${ruleId} ${version}`, async () => {
    const [row] = await tx<{ definition: TermRule }>`
      select definition from term_rules where organisation_id = ${organisationId} and id = ${ruleId} and version = ${version}`
    return row?.definition
  })
}

export async function calendarVersion(tx: Tx, organisationId: string, calendarId: string, version: number): Promise<CalendarDefinition> {
  return remembered(calendars, `${organisationId} ${calendarId} ${version}`, async () => {
    const [row] = await tx<{ definition: CalendarDefinition }>`
      select definition from calendar_versions where organisation_id = ${organisationId} and calendar_id = ${calendarId} and version = ${version}`
    return row?.definition
  })
}

async function remembered<T>(memory: Map<string, T>, key: string, read: () => Promise<T | undefined>): Promise<T> {
  const before = memory.get(key)
  if (before) return before
  const found = await read()
  if (!found) throw new Error(`no such version: ${key}`)
  if (memory.size > 2_000) memory.clear()
  memory.set(key, found)
  return found
}
