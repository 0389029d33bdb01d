import type { BodyOf } from '#kernel/endpoint.ts'
import { given } from '#kernel/fields.ts'
import { isId, newId } from '#kernel/id.ts'
import { asRead, BadInput } from '#kernel/refusal.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AddRoutingRule, ChangeRoutingRule } from '../contract-settings.ts'
import { lockRoutingRule, readRoutingRules, readUnknown, saveRoutingRule, type RoutingRow } from './store-settings.ts'

export const listRoutingRules = async ({ tx, actor }: Work) => ({ items: await readRoutingRules(tx, actor.organisationId) })

export async function addRoutingRule(work: Work, asked: BodyOf<typeof AddRoutingRule>): Promise<RoutingRow> {
  const rule = { ...asked, id: newId(), version: 1 }
  await refuseUnknown(work, rule)
  const [saved] = await saveRoutingRule(work.tx, work.actor.organisationId, rule)
  note(work, { action: 'routing-rule.added', subject: ['routing-rule', rule.id], details: { name: rule.name } })
  return saved!
}

export async function changeRoutingRule(work: Work, ruleId: string, asked: BodyOf<typeof ChangeRoutingRule>, ifMatch: number | null): Promise<RoutingRow> {
  const { tx, actor } = work
  const [before] = await lockRoutingRule(tx, actor.organisationId, ruleId)
  const was = asRead(before, ifMatch, 'routing rule')
  const changes = given(asked)
  const rule: RoutingRow = { ...was, ...changes, version: was.version + 1 }
  await refuseUnknown(work, rule)
  const [saved] = await saveRoutingRule(tx, actor.organisationId, rule)
  note(work, { action: 'routing-rule.changed', subject: ['routing-rule', ruleId], details: { version: rule.version, fields: Object.keys(changes) } })
  return saved!
}

/** A rule that names what is not there would send cases nowhere. */
async function refuseUnknown({ tx, actor }: Work, { areaId, ownerId, conditions: c }: RoutingRow): Promise<void> {
  const fields: [path: string, kind: 'areas' | 'people' | 'causes' | 'products' | 'branches' | 'customers', ids: readonly string[]][] = [
    ['areaId', 'areas', areaId ? [areaId] : []], ['ownerId', 'people', ownerId ? [ownerId] : []],
    ['conditions.causeIds', 'causes', c.causeIds ?? []], ['conditions.productIds', 'products', c.productIds ?? []],
    ['conditions.branchIds', 'branches', c.branchIds ?? []], ['conditions.customerIds', 'customers', c.customerIds ?? []],
  ]
  const malformed = fields.filter(([, , ids]) => ids.some((id) => !isId(id))).map(([path]) => ({ path, code: 'wrong-id' }))
  if (malformed.length > 0) throw new BadInput(malformed)
  const named = Object.fromEntries(fields.map(([, kind, ids]) => [kind, ids])) as Parameters<typeof readUnknown>[2]
  const unknown = new Set((await readUnknown(tx, actor.organisationId, named)).map(({ id }) => id))
  const refused = fields.filter(([, , ids]) => ids.some((id) => unknown.has(id))).map(([path]) => ({ path, code: 'unknown' }))
  if (refused.length > 0) throw new BadInput(refused)
}
