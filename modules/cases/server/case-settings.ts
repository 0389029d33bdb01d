import type { Instant } from '#kernel/actor.ts'
import { localDay } from '#kernel/local-day.ts'
import { confirmSettings, readTermSettings, type TermSettings } from '#modules/calendars/public.ts'
import { responsibleOf } from '#modules/people/public.ts'
import type { Tx } from '#platform/server/database.ts'
import type { RoutingRule } from '../rules/routing.ts'

export type KnownBranch = { id: string; code: string; name: string; timeZone: string; active: boolean }
export type KnownCause = {
  id: string
  name: string
  nameEn: string
  areaId: string | null
  severity: 'low' | 'normal' | 'high' | 'critical'
  serialRequired: boolean
  procedureUndefined: boolean
  active: boolean
  version: number
  kinds: string[]
}
export type KnownArea = { id: string; code: string; name: string; nameEn: string; active: boolean }

/** What every registration looks up and hardly ever changes. */
export type CaseSettings = {
  terms: TermSettings
  branches: Map<string, KnownBranch>
  causes: Map<string, KnownCause>
  areas: Map<string, KnownArea>
  routing: readonly (RoutingRule & { id: string })[]
  /** Who answers for a branch on a day, as far as it was asked. */
  responsibles: Map<string, string | null>
}

const known = new Map<string, CaseSettings>()

/** Read once for each version of the organisation's settings; whoever changes a branch, area, cause, route, role or absence raises the version. */
export async function readCaseSettings(tx: Tx, organisationId: string): Promise<CaseSettings> {
  const terms = await readTermSettings(tx, organisationId)
  const before = known.get(organisationId)
  if (!terms.ours && before?.terms.version === terms.version) return before
  const [branches, causes, areas, routing] = await Promise.all([
    tx<KnownBranch>`select id, code, name, time_zone, active from branches where organisation_id = ${organisationId} order by code`,
    tx<KnownCause>`
      select id, name, name_en, area_id, severity, serial_required, procedure_undefined, active, version, kinds
      from causes where organisation_id = ${organisationId} order by code`,
    tx<KnownArea>`select id, code, name, name_en, active from areas where organisation_id = ${organisationId} order by code`,
    tx<RoutingRule & { id: string }>`
      select id, area_id, owner_id, conditions from routing_rules
      where organisation_id = ${organisationId} and active order by position, id`,
  ])
  const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]))
  const fresh = { terms, branches: byId(branches), causes: byId(causes), areas: byId(areas), routing, responsibles: new Map<string, string | null>() }
  if (!terms.ours) known.set(organisationId, fresh)
  return fresh
}

/** The same without a round trip where they are remembered: whoever registers goes by them, and does it again if they have changed. */
export function believedCaseSettings(tx: Tx, organisationId: string): CaseSettings | Promise<CaseSettings> {
  const before = known.get(organisationId)
  if (!before || tx.again) return readCaseSettings(tx, organisationId)
  confirmSettings(tx, organisationId, before.terms.version)
  return before
}

/** Who answers for the branch on the day that it is there; null when nobody does. */
export async function responsibleNow(tx: Tx, organisationId: string, { responsibles }: CaseSettings, branch: KnownBranch, now: Instant): Promise<string | null> {
  const day = localDay(branch, now)
  const key = `${branch.id} ${day}`
  if (!responsibles.has(key)) responsibles.set(key, await responsibleOf(tx, organisationId, branch.id, day))
  return responsibles.get(key)!
}
