import { scopeOf } from '#kernel/actor.ts'
import type { BodyOf } from '#kernel/endpoint.ts'
import { BadInput, refuseIf } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { RouteCase } from '../contract-work.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { readCaseSettings, responsibleNow } from './case-settings.ts'
import { happened, lockCase, refuseUnlessMay } from './the-case.ts'

/** Sends a case to the area that answers for it, and to another branch if asked. Each time is counted: a case that goes to and fro shows. */
export async function routeCase(work: Work, number: string, { areaId, branchId, reason }: BodyOf<typeof RouteCase>) {
  const theCase = await lockCase(work, number)
  const { tx, actor, now } = work
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(refuseWork(theCase))
  const settings = await readCaseSettings(tx, actor.organisationId)
  if (!settings.areas.get(areaId)?.active) throw new BadInput([{ path: 'areaId', code: 'area-unknown' }])
  const branch = branchId ? settings.branches.get(branchId) : undefined
  if (branchId && !branch?.active) throw new BadInput([{ path: 'branchId', code: 'branch-unknown' }])
  const moves = branch !== undefined && branch.id !== theCase.branchId
  // Another branch has its own people: the owner there is its responsible.
  const ownerId = moves ? await responsibleNow(tx, actor.organisationId, settings, branch, now) : theCase.ownerId
  const areaIds = [...new Set([...theCase.areaIds, areaId])]
  // A case that goes to another branch may go out of the actor's sight: until it has, row-level security stands aside.
  const { all } = scopeOf(actor, 'cases.read')
  if (moves && !all) void tx`select set_config('acuse.all', 'on', true)`
  void tx`
    update cases set area_id = ${areaId}, area_ids = ${areaIds}, branch_id = ${branchId ?? theCase.branchId}, owner_id = ${ownerId},
      rerouted = rerouted + ${theCase.areaId !== null && theCase.areaId !== areaId ? 1 : 0}
    where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  if (moves) work.changed({ kind: 'case', id: theCase.id, action: 'case-routed', branchId, areaIds, supplierId: theCase.supplierId })
  const done = happened(work, theCase, {
    action: 'case-routed', reason, areaIds, details: { from: theCase.areaId, to: areaId, fromBranch: theCase.branchId, toBranch: branchId ?? theCase.branchId },
  })
  if (moves && !all) void tx`select set_config('acuse.all', 'off', true)`
  return done
}
