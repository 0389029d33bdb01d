import type { Actor, Instant } from '#kernel/actor.ts'
import type { BodyOf } from '#kernel/endpoint.ts'
import { localDay } from '#kernel/local-day.ts'
import { shortTitle } from '#kernel/plain-text.ts'
import type { RegisterCase } from '../contract.ts'
import { governing, owed } from '../rules/governing.ts'
import { areaOf, routeOf } from '../rules/routing.ts'
import { termFactsOf } from '../rules/term-facts.ts'
import type { CaseSettings, KnownBranch } from './case-settings.ts'
import type { NewCase, NewTerm } from './store-registration.ts'

type Asked = BodyOf<typeof RegisterCase>

type Composed = {
  id: string
  asked: Asked
  actor: Actor
  now: Instant
  receivedAt: Instant
  branch: KnownBranch
  settings: CaseSettings
  customerId: string | null
  terms: NewTerm[]
}

/** The case as it is written down, of what was asked and what the settings say: asks nothing of the database. */
export function composeCase({ id, asked, actor, now, receivedAt, branch, settings, customerId, terms }: Composed): NewCase {
  const cause = asked.causeId ? settings.causes.get(asked.causeId)! : null
  const severity = asked.severity ?? cause?.severity ?? 'normal'
  const routed = { kind: asked.kind, causeId: cause?.id ?? null, productId: asked.productId ?? null, branchId: branch.id, customerId, severity }
  const route = routeOf(settings.routing, routed)
  const areaId = asked.areaId ?? areaOf(route, cause)
  const clocks = terms.map((term) => ({ ...term, rule: term.ruleId }))
  const binding = governing(clocks)!
  return {
    id, branchId: branch.id, branchCode: branch.code, year: Number(localDay(branch, now).slice(0, 4)),
    kind: asked.kind, channel: asked.channel, stage: asked.stage, severity, language: asked.language,
    title: asked.title || shortTitle(asked.description), description: asked.description, wishedOutcome: asked.wishedOutcome,
    productId: asked.productId ?? null, productText: asked.product, place: asked.place, serial: asked.serial, orderNumber: asked.orderNumber, incidentOn: asked.incidentOn ?? null,
    customerStatus: asked.customer.status, customerId, siteId: 'siteId' in asked.customer ? (asked.customer.siteId ?? null) : null, reporter: reporterOf(asked),
    causeId: cause?.id ?? null, causeVersion: cause?.version ?? null, procedureUndefined: cause?.procedureUndefined ?? false,
    areaId, areaIds: areaId ? [areaId] : [], ownerId: route?.ownerId ?? null, supplierId: supplierOf(actor),
    registeredBy: actor.id, receivedAt, registeredAt: now, dueAt: binding.dueAt, dueOn: binding.dueOn, dueTermId: binding.rule, owed: owed(clocks), termFacts: termFactsOf(asked),
  }
}

/** For which supplier somebody works; null: for the company. */
export const supplierOf = ({ grants }: Actor) => grants.find(({ supplierId }) => supplierId)?.supplierId ?? null

/** Who told it, in their own words: a new customer or a third party is also who told it, unless another is named. */
function reporterOf({ customer, reporter }: Asked) {
  const named = customer.status === 'new' ? { name: customer.name, telephone: customer.telephone, email: customer.email } : {}
  const given = Object.fromEntries(Object.entries(reporter ?? {}).filter(([, value]) => value))
  return { ...named, ...given, ...(customer.status === 'third-party' ? { onBehalfOf: customer.onBehalfOf } : {}) }
}
