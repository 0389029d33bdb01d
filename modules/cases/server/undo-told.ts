import type { Instant } from '#kernel/actor.ts'
import { peopleById } from '#modules/people/public.ts'
import type { Work } from '#platform/server/work.ts'
import { leftTold } from '../rules/undelivered.ts'
import { readStillOpen, restartTerms, saveAnswered, saveGoverning, saveOpenAgain, saveWaiting } from './store-case.ts'
import { endNotified, oweNotice } from './store-duties.ts'
import { readHappened } from './store-terms.ts'
import { tellPeople } from './tell-people.ts'
import { happened, type TheCase } from './the-case.ts'

type Undelivered = { id: string; final: boolean; byPerson: boolean; toldAt: Instant }

/**
 * An answer counted as told and did not arrive: the clocks that it stopped run again from where they stood, late if late, unless the
 * customer has been told otherwise since; and the case is owed its answer again, though it was closed upon it (F-7). Returns the rules
 * of the clocks that run again. A customer who desisted is owed nothing. `of`: whose answer it is, where that was merged into this case.
 */
export async function undoTold(work: Work, theCase: TheCase, answer: Undelivered, of: Pick<TheCase, 'id' | 'number'> = theCase): Promise<string[]> {
  const runs = theCase.status === 'withdrawn' ? [] : await oweAgain(work, theCase, answer)
  if (of.id !== theCase.id) happened(work, theCase, { action: 'merged-answer-untold', details: { answerId: answer.id, from: of.number, runs } })
  return runs
}

async function oweAgain(work: Work, theCase: TheCase, { id, final, byPerson, toldAt }: Undelivered): Promise<string[]> {
  const { tx, actor, now } = work
  const history = await readHappened(tx, actor.organisationId, theCase.id)
  const left = leftTold([...history, { action: 'answer-not-delivered', by: actor.kind, at: now, details: { answerId: id } }], id)
  const owed = final && left.answeredAt === null
  const over = theCase.status === 'closed' && !owed
  const restarted = await restartTerms(work, theCase.id, {
    toldAt, ...left,
    // A program's answer on the merits let the first clock go; no other does.
    cancelledSince: owed && !byPerson ? left.from : null,
    over,
  })
  const { finalAt } = left
  const notices = final && (finalAt !== null || !over) ? await oweNotice(work, theCase.id, toldAt) : []
  if (finalAt !== null) endNotified(work, theCase.id, finalAt)
  if (owed) saveOpenAgain(work, theCase.id)
  else if (final) saveAnswered(work, theCase.id, left.answeredAt)
  if (theCase.status !== 'closed' || owed) {
    saveWaiting(work, theCase.id)
    saveGoverning(work, theCase.id)
  }
  return [...restarted.filter(({ state }) => state === 'running' || state === 'paused'), ...(finalAt === null ? notices : [])].map(({ ruleId }) => ruleId)
}

/** Whoever answers for a case that is still owed its answer hears that the customer was not reached, and by when they are to be. */
export async function tellNotDelivered(work: Work, { id, ownerId }: Pick<TheCase, 'id' | 'ownerId'>, why: string): Promise<void> {
  if (ownerId === null) return
  const { tx, actor } = work
  const [[owed], people] = await Promise.all([
    readStillOpen(tx, actor.organisationId, id),
    peopleById(tx, actor.organisationId, [ownerId]),
  ])
  if (!owed!.open) return
  await tellPeople(work, id, people, 'answer-not-delivered', (t, { number }) => ({
    subject: t.notDelivered({ number }), paragraphs: [t.stillOwed, ...(why ? [t.reason(why)] : [])], ...(owed!.dueAt && { dueAt: owed!.dueAt }),
  }))
}
