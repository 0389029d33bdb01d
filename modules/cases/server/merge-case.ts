import { newId } from '#kernel/id.ts'
import { NotFound, refuseIf } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { peopleById } from '#modules/people/public.ts'
import type { Status } from '../contract.ts'
import { isOpen } from '../rules/duties.ts'
import { refuseMerging, refuseWork } from '../rules/lifecycle.ts'
import { beginKnownDuties } from './begin-duties.ts'
import { numbers } from './case-alias.ts'
import { lockBoth } from './remaining-case.ts'
import { saveGoverning, saveWaiting, wakeWhereDue } from './store-case.ts'
import { oweNoticesOf, readDuties } from './store-duties.ts'
import { toldAnswers, untoldAnswers } from './store-merges.ts'
import { detailsOf, tellOfMerge, tellOfUnmerge, type Told } from './tell-of-merge.ts'
import { tellPeople } from './tell-people.ts'
import { happened, refuseUnlessMay, type TheCase } from './the-case.ts'
import { told } from './told.ts'
import { undoTold } from './undo-told.ts'

/** What a merge changes, as it was before: enough to put both back exactly. */
type Before = {
  status: Status
  dueAt: string | null
  dueOn: string | null
  dueRule: string | null
  waitingFor: string | null
  snoozedUntil: string | null
  terms: { id: string; state: string; metAt: string | null }[]
  areaRequests: string[]
  /** Those that were open; absent of merges from before there were any. */
  duties?: string[]
  /** The areas the other case already had. */
  intoAreas: string[]
  /** Answers that the customer was not told yet; absent of merges from before one that reaches them later answers the other case too. */
  untold?: string[]
  /** What the customers were told of it; absent of merges from before they were told. */
  told?: Told[]
}

/**
 * Merges one case into another that tells the same. Its number goes on leading to the other; its notes, files and drafts stay its
 * own and are shown there; its running clocks move over, so that the earliest still binds (F-9), but the one of its acknowledgement,
 * whose mail is on its way.
 */
export async function mergeCase(work: Work, number: string, { into: intoNumber, reason }: { into: string; reason: string }) {
  const { tx, actor, now } = work
  const [caseId, intoId] = [await numbers.ownCaseId(tx, actor.organisationId, number), await numbers.caseId(tx, actor.organisationId, intoNumber)]
  const [theCase, into] = await lockBoth(work, caseId, intoId)
  refuseUnlessMay(work, 'cases.merge', theCase)
  refuseUnlessMay(work, 'cases.merge', into)
  refuseIf(refuseMerging(theCase, into))

  const told = await tellOfMerge(work, { theCase, into })
  const before = { ...(await readBefore(work, theCase, into)), told }
  const mergeId = newId()
  const terms = before.terms.map(({ id }) => id)
  void tx`
    insert into case_merges (organisation_id, id, case_id, into_id, reason, before, merged_by, merged_at)
    values (${actor.organisationId}, ${mergeId}, ${theCase.id}, ${into.id}, ${reason}, ${JSON.stringify(before)}, ${actor.id}, ${now})`
  void tx`update case_terms set case_id = ${into.id} where organisation_id = ${actor.organisationId} and id = any (${terms}::uuid[])`
  void tx`update area_requests set case_id = ${into.id} where organisation_id = ${actor.organisationId} and id = any (${before.areaRequests}::uuid[])`
  void tx`update case_duties set case_id = ${into.id} where organisation_id = ${actor.organisationId} and id = any (${before.duties ?? []}::uuid[])`
  void tx`
    update cases set status = 'merged', merged_into = ${into.id}, due_at = null, due_on = null, waiting_for = null, snoozed_until = null
    where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  const areaIds = [...new Set([...into.areaIds, ...theCase.areaIds])]
  void tx`update cases set area_ids = ${areaIds} where organisation_id = ${actor.organisationId} and id = ${into.id}`
  saveGoverning(work, into.id)
  saveWaiting(work, into.id)
  happened(work, theCase, { action: 'case-merged', reason, details: { mergeId, into: into.number, ...detailsOf(told, theCase.id) } })
  const owners = [...new Set([theCase.ownerId, into.ownerId].filter((id) => id !== null))]
  await tellPeople(work, into.id, await peopleById(tx, actor.organisationId, owners), 'case-merged', (t) => ({
    subject: t.merged({ from: theCase.number, into: into.number }), paragraphs: [t.merges({ by: actor.name, from: theCase.number, into: into.number }), t.reason(reason)],
  }))
  const done = happened(work, into, { action: 'case-absorbed', reason, areaIds, details: { mergeId, from: theCase.number, ...detailsOf(told, into.id) } })
  return { ...done, mergeId }
}

/** Undoes a merge: both cases are as they were, but for what was done on the other since, which stays there. */
export async function unmergeCase(work: Work, mergeId: string) {
  const { tx, actor, now } = work
  const [merge] = await tx<{ caseId: string; intoId: string; before: Before; unmergedAt: string | null }>`
    select case_id, into_id, before, unmerged_at from case_merges where organisation_id = ${actor.organisationId} and id = ${mergeId}`
  if (!merge) throw new NotFound('merge')
  const [theCase, into] = await lockBoth(work, merge.caseId, merge.intoId)
  refuseUnlessMay(work, 'cases.merge', theCase)
  refuseUnlessMay(work, 'cases.merge', into)
  refuseIf(merge.unmergedAt ? 'merge-undone' : null)
  // The other case has itself been merged away since: undo that first.
  refuseIf(into.status === 'merged' ? 'merge-went-on' : null)

  const { before } = merge
  // What the other's answer gave notice of is owed again with the answer itself; its own that reached them since does so below.
  void oweNoticesOf(work, before.duties ?? [])
  void tx`
    update case_terms t set case_id = ${theCase.id}, state = case when d.ended then t.state else b.state end, met_at = case when d.ended then t.met_at else b.met_at end
    from jsonb_to_recordset(${JSON.stringify(before.terms.map(({ id, state, metAt }) => ({ id, state, met_at: metAt })))}) as b (id uuid, state text, met_at timestamptz)
    -- A duty that was done meanwhile is done on whichever case it stands.
    cross join lateral (select exists (
      select from case_duties d
      join case_duty_ends e on e.organisation_id = d.organisation_id and e.duty_id = d.id
      where d.organisation_id = ${actor.organisationId} and d.case_id = ${into.id} and d.term_id = b.id
    ) as ended) d
    where t.organisation_id = ${actor.organisationId} and t.id = b.id`
  void tx`update area_requests set case_id = ${theCase.id} where organisation_id = ${actor.organisationId} and id = any (${before.areaRequests}::uuid[])`
  void tx`update case_duties set case_id = ${theCase.id} where organisation_id = ${actor.organisationId} and id = any (${before.duties ?? []}::uuid[])`
  // Its clock too where it was given one there: its term was confirmed meanwhile.
  void tx`
    update case_terms t set case_id = ${theCase.id} from case_duties d
    where d.organisation_id = ${actor.organisationId} and d.id = any (${before.duties ?? []}::uuid[]) and t.organisation_id = d.organisation_id and t.id = d.term_id`
  void tx`update case_duty_ends set case_id = ${theCase.id} where organisation_id = ${actor.organisationId} and duty_id = any (${before.duties ?? []}::uuid[])`
  void tx`
    update cases set status = ${before.status}, merged_into = null, due_at = ${before.dueAt}, due_on = ${before.dueOn}, due_rule = ${before.dueRule},
      waiting_for = ${before.waitingFor}, snoozed_until = ${before.snoozedUntil}
    where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  // Areas that came with the merge leave with it, unless they were asked on the other case since.
  void tx`
    update cases c set area_ids = (
      select coalesce(array_agg(distinct a), '{}') from (
        select unnest(${before.intoAreas}::uuid[]) a
        union select area_id from area_requests r where r.organisation_id = c.organisation_id and r.case_id = c.id
        union select c.area_id where c.area_id is not null
      ) kept)
    where c.organisation_id = ${actor.organisationId} and c.id = ${into.id}`
  void tx`
    update case_merges set unmerged_by = ${actor.id}, unmerged_at = ${now} where organisation_id = ${actor.organisationId} and id = ${mergeId}`
  await partAnswers(work, { theCase: { ...theCase, status: before.status }, into }, before.untold ?? [])
  // What either owes of its own, where it was put right together with the other's or did not begin beside it.
  for (const one of [{ ...theCase, status: before.status }, into]) if (!refuseWork(one)) await beginKnownDuties(work, one)
  // Its clocks may have moved meanwhile: another calendar, an extension, a duty that was done.
  saveGoverning(work, theCase.id)
  saveGoverning(work, into.id)
  saveWaiting(work, into.id)
  const { told, takenBack } = await tellOfUnmerge(work, { theCase, into }, before.told ?? [])
  happened(work, into, { action: 'case-released', details: { mergeId, to: theCase.number, ...detailsOf(told, into.id) } })
  happened(work, theCase, { action: 'case-unmerged', details: { mergeId, from: into.number, ...(takenBack && { takenBack }), ...detailsOf(told, theCase.id) } })
  return { number: theCase.number, from: into.number }
}

/** An answer of the case that goes its own way again, and reached the customer meanwhile, is its own; the other was not answered by it. */
async function partAnswers(work: Work, { theCase, into }: { theCase: TheCase; into: TheCase }, untold: readonly string[]): Promise<void> {
  const { tx, actor } = work
  for (const answer of await toldAnswers(tx, actor.organisationId, untold)) {
    await undoTold(work, into, answer, answer.of)
    told(work, theCase, answer, answer.toldAt, answer.of)
    if (into.snoozedUntil) wakeWhereDue(work, into.id)
  }
}

async function readBefore({ tx, actor }: Work, theCase: TheCase, into: TheCase): Promise<Before> {
  const [[row], terms, requests, duties, untold] = await Promise.all([
    tx<Omit<Before, 'terms' | 'areaRequests' | 'duties' | 'untold' | 'intoAreas'>>`
      select status, due_at, due_on, due_rule, waiting_for, snoozed_until from cases where organisation_id = ${actor.organisationId} and id = ${theCase.id}`,
    tx<Before['terms'][number]>`
      select id, state, met_at from case_terms
      where organisation_id = ${actor.organisationId} and case_id = ${theCase.id} and state in ('running', 'paused') and clock <> 'acknowledgement' order by id`,
    tx<{ id: string }>`
      select id from area_requests where organisation_id = ${actor.organisationId} and case_id = ${theCase.id} and status = 'open' order by id`,
    readDuties(tx, actor.organisationId, theCase.id),
    untoldAnswers(tx, actor.organisationId, theCase.id),
  ])
  return { ...row!, terms, areaRequests: requests.map(({ id }) => id), duties: duties.filter(isOpen).map(({ id }) => id), untold: untold.map(({ id }) => id), intoAreas: into.areaIds }
}
