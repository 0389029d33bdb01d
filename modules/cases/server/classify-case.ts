import type { BodyOf } from '#kernel/endpoint.ts'
import { BadInput, refuseIf } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { ClassifyCase } from '../contract-work.ts'
import { refuseWork } from '../rules/lifecycle.ts'
import { readCaseSettings } from './case-settings.ts'
import { happened, lockCase, refuseUnlessMay } from './the-case.ts'

/** Says the apparent cause, the severity, and whether no procedure is defined for it: the gap list (S-78) is made of these. */
export async function classifyCase(work: Work, number: string, asked: BodyOf<typeof ClassifyCase>) {
  const theCase = await lockCase(work, number)
  const { tx, actor } = work
  refuseUnlessMay(work, 'cases.work', theCase)
  refuseIf(refuseWork(theCase))
  const cause = asked.causeId ? (await readCaseSettings(tx, actor.organisationId)).causes.get(asked.causeId) : undefined
  if (asked.causeId && !cause) throw new BadInput([{ path: 'causeId', code: 'cause-unknown' }])
  if (cause && !cause.active) throw new BadInput([{ path: 'causeId', code: 'cause-inactive' }])
  const undefinedNow = asked.procedureUndefined ?? cause?.procedureUndefined ?? null
  void tx`
    update cases set cause_id = coalesce(${cause?.id ?? null}, cause_id), cause_version = coalesce(${cause?.version ?? null}, cause_version),
      severity = coalesce(${asked.severity ?? null}, severity), procedure_undefined = coalesce(${undefinedNow}, procedure_undefined)
    where organisation_id = ${actor.organisationId} and id = ${theCase.id}`
  return happened(work, theCase, {
    action: 'case-classified', reason: asked.reason,
    details: { causeId: cause?.id ?? theCase.causeId, fromCause: theCase.causeId, severity: asked.severity ?? theCase.severity, fromSeverity: theCase.severity, procedureUndefined: undefinedNow },
  })
}
