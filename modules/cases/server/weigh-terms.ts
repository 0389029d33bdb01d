import type { Language } from '#kernel/actor.ts'
import { pageOf, readCursor } from '#kernel/cursor.ts'
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
import { begunTold, weighDuties, type WeighedDuty } from './weigh-duties.ts'

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

/** What a version would do to every open term within reach, and to what is owed without one: the figures with the first page, then those that move, by id. */
export async function previewTerms(work: Work, next: NextVersion, { limit, cursor }: PageAsked): Promise<Preview> {
  const { tx, actor, now } = work
  const [stage, from] = readCursor(cursor, ['count', 'id']) ?? [TERMS, null]
  const counts: MoveCounts | null = cursor ? null : { terms: 0, same: 0, earlier: 0, later: 0, kept: 0, begun: 0, overdue: 0, complete: true }
  const page: Page = { limit, counts, shown: [] }
  const terms = async (after: string | null) => {
    const open = await openTermsBefore(tx, actor.organisationId, next, after, BATCH)
    const weighed = await weighTerms(tx, actor.organisationId, open, next)
    if (counts) for (const one of weighed) count(counts, one, now)
    return { shown: weighed.filter(isTold).map((one) => ({ stage: TERMS, id: one.term.id, told: () => told(one, actor.language) })), last: open.length < BATCH ? null : open.at(-1)!.id }
  }
  const duties = async (after: string | null) => {
    if (next.kind !== 'rule' || next.rule.amount === null) return { shown: [], last: null }
    const { weighed, last } = await weighDuties(work, next.rule, after, BATCH)
    if (counts) for (const one of weighed) countBegun(counts, one, now)
    return { shown: weighed.map((one) => ({ stage: DUTIES, id: one.duty.id, told: () => begunTold(one, actor.language) })), last }
  }
  const goesOn = stage === DUTIES || (await fill(page, terms, from))
  if (goesOn) await fill(page, duties, stage === DUTIES ? from : null)
  const { items, nextCursor } = pageOf(page.shown, limit, ({ stage: of, id }) => [of, id])
  return { counts, items: items.map((one) => one.told()), nextCursor }
}

/** First the terms that run, then the duties that have none. */
const [TERMS, DUTIES] = [0, 1]
type Shown = { stage: number; id: string; told: () => MovedTerm }
type Page = { limit: number; counts: MoveCounts | null; shown: Shown[] }

/** Puts on a page what there is from `after` on; says whether there is room for what comes after it, or figures are still to be told. */
async function fill(page: Page, read: (after: string | null) => Promise<{ shown: Shown[]; last: string | null }>, from: string | null): Promise<boolean> {
  const { counts, shown, limit } = page
  const isFull = () => shown.length > limit && (!counts || !counts.complete)
  for (let after = from;;) {
    const { shown: more, last } = await read(after)
    shown.push(...more.slice(0, limit + 1 - shown.length))
    if (last === null) return !isFull()
    if (counts && counts.terms + counts.begun >= WEIGHED_AT_MOST) counts.complete = false
    if (isFull()) return false
    after = last
  }
}

const isTold = ({ move }: Weighed) => move.outcome !== 'same' && move.outcome !== 'held'

function count(counts: MoveCounts, { term, move }: Weighed, now: string): void {
  counts.terms++
  counts[move.outcome === 'held' ? 'same' : move.outcome]++
  if (move.outcome === 'earlier' && move.due.dueAt < now && term.dueAt >= now && term.state === 'running') counts.overdue++
}

function countBegun(counts: MoveCounts, { term: { dueAt } }: WeighedDuty, now: string): void {
  counts.begun++
  if (dueAt < now) counts.overdue++
}

function told({ term, move, now, next, events }: Weighed, language: Language): MovedTerm {
  const before = { dueOn: term.dueOn, dueAt: term.dueAt }
  const { number, clock, layer, ruleId: rule } = term
  const about = { termId: term.id, dutyId: null, number, clock, layer, rule, name: now.rule.name[language], before }
  const { moved } = language === 'es' ? es : en
  if (move.outcome === 'kept') return { ...about, outcome: 'kept', after: before, why: [moved.kept[move.why]] }
  const received = Date.parse(term.receivedAt)
  const why = explainMove(computeTerm(now.rule, received, now.calendar, events), computeTerm(next.rule, received, next.calendar, events), language)
  return { ...about, outcome: move.outcome === 'earlier' ? 'earlier' : 'later', after: move.due ?? before, why }
}
