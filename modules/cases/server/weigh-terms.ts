import type { Language } from '#kernel/actor.ts'
import { pageOf, readAfterId } from '#kernel/cursor.ts'
import { computeTerm } from '#kernel/term-proof.ts'
import { calendarVersion, ruleVersion, type NextVersion } from '#modules/calendars/public.ts'
import { en } from '#modules/calendars/en.ts'
import { es } from '#modules/calendars/es.ts'
import type { MoveCounts, MovedTerm, PageAsked, Preview } from '#modules/calendars/contract-endpoints.ts'
import { explainMove } from '#modules/calendars/rules/explain-change.ts'
import type { Tx } from '#platform/server/database.ts'
import type { Work } from '#platform/server/work.ts'
import { weighMove, type Basis, type Move } from '../rules/weigh-move.ts'
import { eventsOf, openTermsBefore, type OpenTerm } from './store-recompute.ts'
import { extensionsOf, pausesOf } from './term-events.ts'

const BATCH = 1_000
/** Weighed for the figures of one preview: a screen does not wait for more. */
const WEIGHED_AT_MOST = 50_000

export type Weighed = { term: OpenTerm; move: Move; now: Basis; next: Basis; events: Parameters<typeof weighMove>[3] }

/** The same terms by the versions they have and by the one that is to come. */
export async function weighTerms(tx: Tx, organisationId: string, terms: readonly OpenTerm[], next: NextVersion): Promise<Weighed[]> {
  const events = await eventsOf(tx, organisationId, terms.map(({ id }) => id))
  const weighed: Weighed[] = []
  for (const term of terms) {
    const now: Basis = {
      rule: await ruleVersion(tx, organisationId, term.ruleId, term.ruleVersion),
      calendar: await calendarVersion(tx, organisationId, term.calendarId, term.calendarVersion),
    }
    const then: Basis = next.kind === 'calendar' ? { ...now, calendar: next.calendar } : { ...now, rule: next.rule }
    const rows = events(term.id)
    const befell = { pauses: pausesOf(rows), extensions: extensionsOf(rows) }
    weighed.push({ term, now, next: then, events: befell, move: weighMove(now, then, term, befell) })
  }
  return weighed
}

/** What a version would do to every open term within reach: the figures with the first page, then those that move, by id. */
export async function previewTerms({ tx, actor, now }: Work, next: NextVersion, { limit, cursor }: PageAsked): Promise<Preview> {
  const from = readAfterId(cursor)
  const counts: MoveCounts | null = from ? null : { terms: 0, same: 0, earlier: 0, later: 0, kept: 0, overdue: 0, complete: true }
  const shown: Weighed[] = []
  let after = from
  for (;;) {
    const terms = await openTermsBefore(tx, actor.organisationId, next, after, BATCH)
    for (const one of await weighTerms(tx, actor.organisationId, terms, next)) {
      if (counts) count(counts, one, now)
      if (isTold(one) && shown.length <= limit) shown.push(one)
    }
    after = terms.at(-1)?.id ?? after
    const ended = terms.length < BATCH
    if (counts && !ended && counts.terms >= WEIGHED_AT_MOST) counts.complete = false
    if (ended || (shown.length > limit && (!counts || !counts.complete))) break
  }
  const { items, nextCursor } = pageOf(shown, limit, ({ term }) => [term.id])
  return { counts, items: items.map((one) => told(one, actor.language)), nextCursor }
}

const isTold = ({ move }: Weighed) => move.outcome !== 'same' && move.outcome !== 'held'

function count(counts: MoveCounts, { term, move }: Weighed, now: string): void {
  counts.terms++
  counts[move.outcome === 'held' ? 'same' : move.outcome]++
  if (move.outcome === 'earlier' && move.due.dueAt < now && term.dueAt >= now && term.state === 'running') counts.overdue++
}

function told({ term, move, now, next, events }: Weighed, language: Language): MovedTerm {
  const before = { dueOn: term.dueOn, dueAt: term.dueAt }
  const { number, clock, layer, ruleId: rule } = term
  const about = { termId: term.id, number, clock, layer, rule, name: now.rule.name[language], before }
  const { moved } = language === 'es' ? es : en
  if (move.outcome === 'kept') return { ...about, outcome: 'kept', after: before, why: [moved.kept[move.why]] }
  const received = Date.parse(term.receivedAt)
  const why = explainMove(computeTerm(now.rule, received, now.calendar, events), computeTerm(next.rule, received, next.calendar, events), language)
  return { ...about, outcome: move.outcome === 'earlier' ? 'earlier' : 'later', after: move.due ?? before, why }
}
