import type { BodyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { NotFound, Refusal, refuseStale } from '#kernel/refusal.ts'
import type { TermRule } from '#kernel/term.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { RuleFacts } from '../contract.ts'
import type { AddTermRule, AddTermRuleVersion, ProposeTermRuleVersion } from '../contract-endpoints.ts'
import { sameJson } from '../rules/same-json.ts'
import type { CalendarsNeeds } from './needs.ts'
import { readTermSettings } from './settings.ts'
import { insertRules } from './store.ts'
import { insertChange, lastChange } from './store-changes.ts'
import * as store from './store-keeping.ts'

export const listRules = async ({ tx, actor }: Work) => ({ items: await store.rules(tx, actor.organisationId) })

export async function readRule({ tx, actor }: Work, ruleId: string) {
  const [versions, [change]] = await Promise.all([store.ruleVersions(tx, actor.organisationId, ruleId), lastChange(tx, actor.organisationId, 'rule', ruleId)])
  const [latest] = versions
  if (!latest) throw new NotFound('term rule')
  const { id, version, active, definition } = latest
  return { id, version, active, definition, versions: versions.map(({ version: of, reason, by, at, definition: said }) => ({ version: of, reason, by, at, definition: said })), change: change ?? null }
}

export async function addRule(work: Work, { id, definition, reason }: BodyOf<typeof AddTermRule>) {
  const { tx, actor, now } = work
  void tx`select pg_advisory_xact_lock(hashtextextended(${`term rules ${actor.organisationId}`}, 0))`
  const [taken] = await store.lockRule(tx, actor.organisationId, id)
  if (taken) throw new Refusal('rule-id-taken', { id })
  await refuseUnknownFamily(work, definition)
  const rule: TermRule = { id, version: 1, ...definition }
  await write(work, rule, { reason, by: actor.id, at: now })
  note(work, { action: 'term-rule.added', subject: ['organisation', actor.organisationId], reason, details: { rule: id, version: 1 } })
  return { id, version: 1, active: true, definition: rule }
}

async function write({ tx, actor, changed }: Work, rule: TermRule, written: { reason: string; by: string; at: string }): Promise<void> {
  await insertRules(tx, actor.organisationId, [rule], written)
  changed({ kind: 'settings', id: actor.organisationId, action: 'term-rule-written' })
}

async function refuseUnknownFamily({ tx, actor }: Work, { family }: Pick<TermRule, 'family'>): Promise<void> {
  const { decision } = await readTermSettings(tx, actor.organisationId)
  if (!decision.some(({ families }) => families.includes(family))) throw new Refusal('family-unknown', { family })
}

const MEASURED = ['clock', 'layer', 'party', 'startsFrom'] as const

async function nextVersion(work: Work, ruleId: string, facts: RuleFacts): Promise<{ before: number; next: TermRule }> {
  const [rule] = await store.lockRule(work.tx, work.actor.organisationId, ruleId)
  if (!rule) throw new NotFound('term rule')
  const next: TermRule = { id: ruleId, version: rule.version + 1, ...facts }
  if (MEASURED.some((key) => next[key] !== rule.definition[key])) throw new Refusal('rule-measures-other')
  if (rule.active && sameJson(rule.definition, { ...next, version: rule.version })) throw new Refusal('rule-unchanged')
  await refuseUnknownFamily(work, next)
  return { before: rule.version, next }
}

export async function proposeRuleVersion(needs: CalendarsNeeds, work: Work, ruleId: string, { definition, ...page }: BodyOf<typeof ProposeTermRuleVersion>) {
  const { next } = await nextVersion(work, ruleId, definition)
  return needs.previewTerms(work, { kind: 'rule', rule: next }, page)
}

/** Writes a version. It binds cases received while it is in force; open terms follow only where that is asked for. */
export async function addRuleVersion(needs: CalendarsNeeds, work: Work, ruleId: string, { definition, reason, openTerms }: BodyOf<typeof AddTermRuleVersion>, ifMatch: number | null) {
  const { actor, now } = work
  const { before, next } = await nextVersion(work, ruleId, definition)
  refuseStale(before, ifMatch)
  await write(work, next, { reason, by: actor.id, at: now })
  const [change] = openTerms ? await insertChange(work, { id: newId(), kind: 'rule', subjectId: ruleId, version: next.version, reason }) : []
  note(work, { action: 'term-rule.changed', subject: ['organisation', actor.organisationId], reason, details: { rule: ruleId, version: next.version, openTerms } })
  if (change) needs.onTermsChanged(work, change)
  return { version: next.version, change: change ?? null }
}

/** Takes a rule out of use: no new case is bound by it, and no version of it is changed. A new version brings it back. */
export async function putRuleOut(work: Work, ruleId: string, reason: string) {
  const { tx, actor, changed } = work
  const [rule] = await store.lockRule(tx, actor.organisationId, ruleId)
  if (!rule) throw new NotFound('term rule')
  if (!rule.active) throw new Refusal('rule-out-already')
  await store.putOut(tx, actor.organisationId, ruleId)
  note(work, { action: 'term-rule.put-out', subject: ['organisation', actor.organisationId], reason, details: { rule: ruleId, version: rule.version } })
  changed({ kind: 'settings', id: actor.organisationId, action: 'term-rule-put-out' })
  return { id: ruleId, version: rule.version, active: false, definition: rule.definition }
}
