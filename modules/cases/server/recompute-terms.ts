import type { Actor } from '#kernel/actor.ts'
import { later } from '#kernel/instant.ts'
import { calendarVersion, noteProgress, ruleVersion, takeChange, type NextVersion } from '#modules/calendars/public.ts'
import { doWork, systemActor, type Ground } from '#platform/server/ground.ts'
import { enqueue } from '#platform/server/jobs.ts'
import type { Work } from '#platform/server/work.ts'
import { confirmDuties } from './confirm-duties.ts'
import { saveGoverning } from './store-case.ts'
import { lockCases, openTermsBefore, saveMove } from './store-recompute.ts'
import { happened, lockCaseById } from './the-case.ts'
import { weighTerms, type Weighed } from './weigh-terms.ts'

export type Recomputation = { organisationId: string; changeId: string; again?: boolean }
export const RECOMPUTE = 'cases.recompute-terms'
const BATCH = 100

/** In the transaction that writes a version of a calendar or a rule: the open terms follow in the background; `again`: those too that are open again since. */
export const askToRecompute = ({ tx, actor }: Work, { id }: { id: string }, { again = false } = {}): void =>
  enqueue(tx, RECOMPUTE, { organisationId: actor.organisationId, changeId: id, again } satisfies Recomputation)

/**
 * Counts every open term again by the version of a change, batch by batch, each in a transaction of its own that also notes how far it
 * came: broken off, it goes on from there; done twice, it finds nothing left to do. Ended cases keep the versions that decided them.
 */
export async function recomputeTerms(ground: Ground, asked: Recomputation, signal?: AbortSignal): Promise<void> {
  const actor = systemActor(asked.organisationId)
  await inBatches(signal, (after) => doWork(ground, actor, (work) => recomputeBatch(work, asked, after)))
  await inBatches(signal, (after) => doWork(ground, actor, (work) => confirmBatch(work, asked, after)))
}

type Batch = { ended: boolean; after: string | null }

async function inBatches(signal: AbortSignal | undefined, next: (after: string | null) => Promise<Batch>): Promise<void> {
  for (let batch: Batch = { ended: false, after: null }; !batch.ended; ) {
    batch = await next(batch.after)
    if (signal?.aborted && !batch.ended) throw new Error('broken off; the next attempt goes on from here')
  }
}

async function confirmBatch(work: Work, { changeId, organisationId }: Recomputation, from: string | null): Promise<Batch> {
  const change = await takeChange(work.tx, organisationId, changeId)
  if (change?.kind !== 'rule') return { ended: true, after: null }
  const rule = await ruleVersion(work.tx, organisationId, change.subjectId, change.version)
  const { begun, last } = await confirmDuties(work, rule, { id: change.id, reason: change.reason, by: changer(change, organisationId) }, { after: from, limit: BATCH })
  noteProgress(work, changeId, { afterId: change.afterId, seen: begun, moved: begun, kept: 0, finishedAt: last === null ? work.now : null })
  return { ended: last === null, after: last }
}

async function recomputeBatch(work: Work, { changeId, organisationId, again }: Recomputation, from: string | null): Promise<Batch> {
  const { tx, now } = work
  const change = await takeChange(tx, organisationId, changeId)
  if (!change || (change.finishedAt && !again)) return { ended: true, after: null }
  const next: NextVersion = change.kind === 'calendar'
    ? { kind: 'calendar', calendar: await calendarVersion(tx, organisationId, change.subjectId, change.version) }
    : { kind: 'rule', rule: await ruleVersion(tx, organisationId, change.subjectId, change.version) }
  const after = again ? from : change.afterId
  const found = await openTermsBefore(tx, organisationId, next, after, BATCH)
  await lockCases(tx, organisationId, [...new Set(found.map(({ caseId }) => caseId))])
  // Read again now that they are locked: somebody may have paused or ended them meanwhile.
  const last = found.at(-1)?.id ?? after
  const terms = (await openTermsBefore(tx, organisationId, next, after, BATCH)).filter(({ id }) => last !== null && id <= last && found.some((one) => one.id === id))
  const weighed = await weighTerms(tx, organisationId, terms, next)
  const moved = await saveMoves(work, weighed, { id: change.id, kind: change.kind, version: change.version, reason: change.reason, by: changer(change, organisationId) })
  const ended = found.length < BATCH
  noteProgress(work, changeId, { afterId: again ? change.afterId : last, seen: terms.length, moved, kept: again ? 0 : weighed.filter(({ move }) => move.outcome === 'kept').length, finishedAt: ended && next.kind === 'calendar' ? now : null })
  if (ended) work.changed({ kind: 'settings', id: changeId, action: 'terms-recomputed' })
  // A case that was being registered by the former version while this began is committed by then, and followed.
  if (ended && !again) enqueue(tx, RECOMPUTE, { organisationId, changeId, again: true } satisfies Recomputation, { runAt: later(now, 60_000) })
  return { ended, after: last }
}

type Cause = { id: string; kind: string; version: number; reason: string; by: Actor }

/** Whoever wrote the version is who moved the dates. */
const changer = ({ askedBy, askedByKind }: { askedBy: string; askedByKind: Actor['kind'] }, organisationId: string): Actor => ({ ...systemActor(organisationId), kind: askedByKind, id: askedBy })

async function saveMoves(work: Work, weighed: readonly Weighed[], cause: Cause): Promise<number> {
  const { tx, actor: { organisationId } } = work
  let moved = 0
  for (const [caseId, ofCase] of Map.groupBy(weighed, ({ term }) => term.caseId)) {
    const taken = ofCase.filter(({ move }) => move.outcome !== 'kept')
    for (const { term, move, next } of taken) saveMove(tx, organisationId, term, { rule: next.rule.version, calendar: next.calendar.version }, move.outcome === 'kept' ? null : move.due)
    const others = taken.filter(({ move }) => move.outcome === 'earlier' || move.outcome === 'later')
    if (others.length === 0) continue
    moved += others.length
    saveGoverning(work, caseId)
    const theCase = await lockCaseById(tx, organisationId, caseId)
    const terms = others.map(({ term, move, next }) => ({
      termId: term.id, rule: next.rule.id, ruleVersion: next.rule.version, calendar: next.calendar.id, calendarVersion: next.calendar.version,
      from: term.dueOn, to: move.outcome === 'kept' || move.due === null ? term.dueOn : move.due.dueOn,
    }))
    happened({ ...work, actor: cause.by }, theCase, { action: 'term-recomputed', reason: cause.reason, details: { changeId: cause.id, terms } })
  }
  return moved
}
