import type { TermRule } from '#kernel/term.ts'
import { newId } from '#kernel/id.ts'
import { saveSetting } from '#modules/people/public.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import { PROPOSED_TARGETS, targetsOf, type TargetAnswers } from '../rules/targets.ts'
import { PROPOSED_LADDER } from '../rules/warning-ladder.ts'
import { addRoutingRule } from './keep-routing.ts'
import { FIRST_CAUSES, FIRST_TEMPLATES, REST_TO_SERVICE } from './seed-texts.ts'
import { insertCauses, insertTemplates } from './store-settings.ts'

/** The internal targets by what set-up was answered; what it was not asked is as proposed. */
export const defaultTargets = (answers: Partial<TargetAnswers> = {}): TermRule[] => targetsOf({ ...PROPOSED_TARGETS, ...answers })

/** What a new organisation begins with: classes of causes, with the area of each where it has it (`areas`: ids by code), templates in both languages, the ladder of warnings. All of it is theirs to change. */
export async function seedCases(work: Work, areas: ReadonlyMap<string, string> = new Map()): Promise<void> {
  const { tx, actor, now } = work
  const { organisationId } = actor
  insertCauses(tx, actor, now, FIRST_CAUSES.map(({ area, ...cause }) => ({ ...cause, areaId: (area && areas.get(area)) ?? null, id: newId() })))
  const service = areas.get('SAC')
  // What neither a rule nor its cause sends elsewhere: no case is without an area.
  if (service) await addRoutingRule(work, { position: 0, name: REST_TO_SERVICE[actor.language], areaId: service, ownerId: null, active: true, conditions: {} })
  void insertTemplates(tx, organisationId, FIRST_TEMPLATES.map((template) => ({ ...template, id: newId() })))
  await saveSetting(tx, organisationId, 'warningLadder', PROPOSED_LADDER)
  note(work, { action: 'cases-seeded', subject: ['organisation', organisationId], details: { causes: FIRST_CAUSES.length, templates: FIRST_TEMPLATES.length } })
}
