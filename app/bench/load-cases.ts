import { setImmediate as breathe } from 'node:timers/promises'
import { dayText } from '#kernel/day.ts'
import { newId } from '#kernel/id.ts'
import { shortTitle } from '#kernel/plain-text.ts'
import { Random } from '#kernel/random.ts'
import { dayAt, zoneOf, type Zone } from '#kernel/zone.ts'
import { termsAtRegistration, type TermSettings } from '#modules/calendars/public.ts'
import { caseNumber } from '#modules/cases/rules/case-number.ts'
import { governing, owed } from '#modules/cases/rules/governing.ts'
import { factsOf } from '#modules/cases/rules/term-facts.ts'
import { writeCase } from '../demonstration/writer.ts'
import { copyLine } from './copy-rows.ts'

/** What the cases of a load are made of: ids of the company, by their place. */
export type Stuff = {
  organisationId: string
  settings: TermSettings
  timeZone: string
  branches: readonly { id: string; code: string; people: readonly string[] }[]
  areas: readonly string[]
  suppliers: readonly string[]
  causes: readonly string[]
  customers: readonly string[]
  /** Texts to use instead of the writer's. */
  texts: readonly string[] | null
  /** The last number given, by branch and year: 'id/2026'. */
  counters: Map<string, number>
  /** When the last case is received, in ms; the first is two years before. */
  end: number
  total: number
}

const DAY = 86_400_000
const SPAN = 730 * DAY
/** The last fortnight is mostly unfinished, of what is older one in a thousand. */
const FRESH = 15 * DAY
const KINDS = ['request', 'request', 'complaint', 'claim', 'claim', 'suggestion'] as const
const CHANNELS = ['telephone', 'telephone', 'mail', 'web', 'whatsapp', 'visit'] as const

export const CASE_COLUMNS = `cases (organisation_id, id, branch_id, year, seq, number, kind, channel, stage, status, severity, title, description, wished_outcome,
  product_text, place, serial, order_number, customer_status, customer_id, cause_id, cause_version, area_id, area_ids, owner_id, supplier_id, registered_by,
  received_at, registered_at, due_at, due_on, due_rule, owed_at, owed_on, owed_layer, reporter, waiting_for, answered_at, closed_at)`
export const TERM_COLUMNS = `case_terms (organisation_id, id, case_id, clock, layer, rule_id, rule_version, calendar_id, calendar_version, received_at, due_on, due_at, state, met_at)`
export const MESSAGE_COLUMNS = 'case_messages (organisation_id, id, case_id, kind, visibility, body, author_kind, author_id, at)'

export type Batch = { to: number; cases: string[]; terms: string[]; messages: string[] }

/** Cases number `from` to `to` - 1 of all; between slices others of this process have their turn, for the database is fed meanwhile. */
export async function composeBatch(stuff: Stuff, from: number, to: number): Promise<Batch> {
  const batch: Batch = { to, cases: [], terms: [], messages: [] }
  const zone = zoneOf(stuff.timeZone)
  for (let at = from; at < to; at++) {
    composeOne(stuff, at, zone, batch)
    if (at % 25 === 0) await breathe()
  }
  return batch
}

function composeOne(stuff: Stuff, at: number, zone: Zone, batch: Batch): void {
  const random = new Random(20_261_124, at)
  const received = Math.floor(stuff.end - SPAN + ((at + random.next()) / stuff.total) * SPAN)
  const receivedAt = new Date(received).toISOString()
  const day = dayAt(zone, received)
  const told = stuff.texts ? toldAs(stuff.texts, at, random) : writeCase(at, 7, { day })
  // Some branches have many more cases than others.
  const branch = stuff.branches[Math.floor(random.next() ** 1.5 * stuff.branches.length)]!
  const year = Number(dayText(day).slice(0, 4))
  const counter = `${branch.id}/${year}`
  const seq = (stuff.counters.get(counter) ?? 0) + 1
  stuff.counters.set(counter, seq)

  const fresh = stuff.end - received < FRESH || random.chance(0.001)
  const status = fresh ? (random.chance(0.9) ? 'open' : 'answered') : random.chance(0.96) ? 'closed' : 'withdrawn'
  const endedAt = status === 'open' ? null : new Date(Math.min(received + random.between(1, 20 * 24) * 3_600_000, stuff.end)).toISOString()
  const started = termsAtRegistration(stuff.settings, branch.id, factsOf(told.kind, told.channel, {}), receivedAt)
  const running = started.map(({ rule, dueOn, dueAt }) => ({ id: rule.id, clock: rule.clock, layer: rule.layer, dueOn, dueAt, rule: rule.id, state: 'running' as const }))
  const binding = governing(running)!
  const byLaw = status === 'open' ? owed(running) : null
  const areaIds = random.chance(0.3) ? [] : [...new Set(random.chance(0.8) ? [random.pick(stuff.areas)] : [random.pick(stuff.areas), random.pick(stuff.areas)])]
  const registrar = random.pick(branch.people)
  const id = newId(received)
  const { organisationId } = stuff
  batch.cases.push(copyLine([
    organisationId, id, branch.id, year, seq, caseNumber(branch.code, year, seq), told.kind, told.channel, told.stage, status, told.severity,
    told.title || shortTitle(told.description), told.description, told.wishedOutcome, '', told.place, told.serial, told.orderNumber, 'known', random.pick(stuff.customers),
    random.pick(stuff.causes), 1, areaIds[0] ?? null, areaIds, random.chance(0.95) ? random.pick(branch.people) : null, random.chance(0.3) ? random.pick(stuff.suppliers) : null, registrar,
    receivedAt, receivedAt, status === 'open' ? binding.dueAt : null, status === 'open' ? binding.dueOn : null, binding.rule,
    byLaw?.dueAt ?? null, byLaw?.dueOn ?? null, byLaw?.layer ?? null, JSON.stringify({ name: told.reporter.name, telephone: told.reporter.telephone }),
    status === 'open' && random.chance(0.15) ? 'area' : null, endedAt, status === 'closed' ? endedAt : null,
  ]))
  for (const { rule, calendar, dueOn, dueAt } of started) {
    const metAt = rule.clock === 'acknowledgement' ? receivedAt : endedAt
    batch.terms.push(copyLine([organisationId, newId(received), id, rule.clock, rule.layer, rule.id, rule.version, calendar.id, calendar.version, receivedAt, dueOn, dueAt, metAt ? 'met' : 'running', metAt]))
  }
  if (at % 3 === 0)
    batch.messages.push(copyLine([organisationId, newId(received), id, 'note', 'internal', `Se habló con el cliente y queda en seguimiento: ${told.description.slice(0, 120)}`, 'person', registrar, receivedAt]))
}

/** Other people's texts, with what else a case has. */
const toldAs = (texts: readonly string[], at: number, random: Random) => ({
  kind: random.pick(KINDS), channel: random.pick(CHANNELS), stage: 'after-sale', severity: random.chance(0.8) ? 'normal' : 'high', title: '', description: texts[at % texts.length]!,
  reporter: { name: '', telephone: `31${random.between(0, 9)} ${random.between(100, 999)} ${random.between(1000, 9999)}` },
  wishedOutcome: '', place: '', serial: random.chance(0.3) ? `CL-${random.between(100_000, 999_999_999)}` : '', orderNumber: random.chance(0.2) ? `PV${random.between(100_000, 99_999_999)}` : '',
})
