import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { addRuleVersion, proposeRuleVersion, readRule } from '#modules/calendars/server/keep-rules.ts'
import type { Work } from '#platform/server/work.ts'
import { aCase, aCompany, anActor, casesNeeds, doing, type Company } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { fulfilDuty } from './end-duty.ts'
import { mergeCase, unmergeCase } from './merge-case.ts'
import { readCase } from './read-case.ts'
import { readTermsExplained } from './read-terms.ts'
import { readTimeline } from './read-timeline.ts'
import { recomputeTerms } from './recompute-terms.ts'
import { takeBackDuty } from './take-back-duty.ts'
import { previewTerms } from './weigh-terms.ts'

const ground = await aGround()
ground.clock.set('2026-06-26T16:00:00.000Z')

/** The recomputations that were asked for; `settle` does them. */
const asked: { organisationId: string; changeId: string }[] = []
const settle = async () => {
  for (const one of asked.splice(0)) await recomputeTerms(ground, one)
}

const needs = { previewTerms, onTermsChanged: ({ actor }: Work, { id }: { id: string }) => void asked.push({ organisationId: actor.organisationId, changeId: id }) }

/** Rules are the company's: each test keeps its own. */
async function aCompanyAlone(): Promise<{ own: Company; boss: Actor }> {
  const own = await aCompany(ground)
  return { own, boss: await anActor(own, 'head') }
}

/** The version of a rule that gives the term its source had left to be confirmed. */
async function confirm(own: Company, boss: Actor, rule: string, amount: number): Promise<void> {
  const { definition: { id: _id, version: _version, ...before } } = await doing(own, boss, (work) => readRule(work, rule))
  await doing(own, boss, (work) => addRuleVersion(needs, work, rule, { definition: { ...before, amount }, reason: 'Concepto del asesor', openTerms: true }, 1))
}
const termOf = (own: Company, boss: Actor, number: string, rule: string) =>
  doing(own, boss, (work) => readTermsExplained(casesNeeds, work, number)).then(({ items }) => items.find((term) => term.rule === rule))

test('a term that was to be confirmed and is now runs for the duties that were owed by it, from the day that began them', async () => {
  const { own, boss } = await aCompanyAlone()
  const one = await aCase(own, boss, { kind: 'complaint', subjects: ['unsafe-product'] })
  const done = await aCase(own, boss, { kind: 'complaint', subjects: ['unsafe-product'] })
  const duty = async (number: string) => (await doing(own, boss, (work) => readCase(work, number))).duties[0]!
  await doing(own, boss, async (work) => fulfilDuty(work, (await readCase(work, done.number)).duties[0]!.id!, { on: '2026-06-26', to: 'SIC', filing: '', note: '' }))
  await confirm(own, boss, 'CO-CON-SEG', 3)
  await settle()
  expect(await duty(one.number)).toMatchObject({ state: 'running', ruleVersion: 2, happenedOn: '2026-06-26' })
  expect(await termOf(own, boss, one.number, 'CO-CON-SEG')).toMatchObject({ dueOn: '2026-06-29', ruleVersion: 2, counted: ['2026-06-27', '2026-06-28', '2026-06-29'] })
  expect(await duty(done.number)).toMatchObject({ state: 'ended', termId: null, ruleVersion: 1 })
  const last = (await doing(own, boss, (work) => readTimeline(work, one.number, { limit: 50 }))).items.at(-1)!
  expect(last).toMatchObject({ action: 'duty-confirmed', reason: 'Concepto del asesor', actor: { id: boss.id }, details: { rule: 'CO-CON-SEG', dueOn: '2026-06-29' } })
})

test('what it will begin is told before it is written, case by case, to the last page, and is what begins', async () => {
  const { own, boss } = await aCompanyAlone()
  ground.clock.set('2026-06-26T16:00:00.000Z')
  const cases = [await aCase(own, boss, { kind: 'complaint', subjects: ['unsafe-product'] }), await aCase(own, boss, { kind: 'complaint', subjects: ['unsafe-product'] })]
  const ended = await aCase(own, boss, { kind: 'complaint', subjects: ['unsafe-product'] })
  await doing(own, boss, async (work) => fulfilDuty(work, (await readCase(work, ended.number)).duties[0]!.id!, { on: '2026-06-26', to: 'SIC', filing: '', note: '' }))
  ground.clock.set('2026-07-01T16:00:00.000Z')
  cases.push(await aCase(own, boss, { kind: 'complaint', subjects: ['unsafe-product'] }))
  const { definition: { id: _id, version: _version, ...before } } = await doing(own, boss, (work) => readRule(work, 'CO-CON-SEG'))
  const propose = (amount: number | null, page: { limit: number; cursor?: string }) => doing(own, boss, (work) => proposeRuleVersion(needs, work, 'CO-CON-SEG', { definition: { ...before, amount, mark: 'S' }, ...page }))
  const first = await propose(3, { limit: 2 })
  expect(first.counts).toEqual({ terms: 0, same: 0, earlier: 0, later: 0, kept: 0, begun: 3, overdue: 2, complete: true })
  const { items: rest, counts, nextCursor } = await propose(3, { limit: 2, cursor: first.nextCursor! })
  expect([counts, nextCursor]).toEqual([null, null])
  const told = [...first.items, ...rest]
  expect(told.map(({ number, outcome, before: was, after }) => [number, outcome, was, after.dueOn])).toEqual(cases.map(({ number }, at) => [number, 'begun', null, at < 2 ? '2026-06-29' : '2026-07-04']))
  expect(told[0]).toMatchObject({ termId: null, name: expect.any(String), clock: 'authority-report', why: ['se debía sin fecha; corre desde el vie, 26 de jun'] })
  expect((await propose(null, { limit: 2 })).counts).toMatchObject({ begun: 0 })
  await confirm(own, boss, 'CO-CON-SEG', 3)
  await settle()
  expect((await doing(own, boss, (work) => readRule(work, 'CO-CON-SEG'))).change).toMatchObject({ seen: 3, moved: 3, finishedAt: expect.any(String) })
  for (const { number, after } of told) expect(await termOf(own, boss, number, 'CO-CON-SEG')).toMatchObject(after)
  ground.clock.set('2026-06-26T16:00:00.000Z')
})

test('a term of hours runs from the instant, as it does for the next case', async () => {
  const { own, boss } = await aCompanyAlone()
  const one = await aCase(own, boss, { kind: 'complaint', subjects: ['adverse-event'] })
  await confirm(own, boss, 'CO-FV-SERIO', 72)
  await settle()
  const next = await aCase(own, boss, { kind: 'complaint', subjects: ['adverse-event'] })
  const due = async (number: string) => (await termOf(own, boss, number, 'CO-FV-SERIO'))?.dueAt
  expect([await due(one.number), await due(next.number)]).toEqual(['2026-06-29T16:00:00.000Z', '2026-06-29T16:00:00.000Z'])
})

test('a duty that is done at that moment is given none', async () => {
  const { own, boss } = await aCompanyAlone()
  const one = await aCase(own, boss, { kind: 'complaint', subjects: ['unsafe-product'] })
  const { duties, dueOn } = await doing(own, boss, (work) => readCase(work, one.number))
  await confirm(own, boss, 'CO-CON-SEG', 3)
  const { promise: doneYet, resolve: isDone } = Promise.withResolvers<void>()
  const fulfilled = doing(own, boss, async (work) => {
    await fulfilDuty(work, duties[0]!.id!, { on: '2026-06-26', to: 'SIC', filing: '', note: '' })
    isDone()
    await sleep(400)
  })
  await doneYet
  await Promise.all([fulfilled, settle()])
  expect(await doing(own, boss, (work) => readCase(work, one.number))).toMatchObject({ dueOn, duties: [{ rule: 'CO-CON-SEG', state: 'ended', termId: null }] })
  expect(await termOf(own, boss, one.number, 'CO-CON-SEG')).toBeUndefined()
})

test('given to a case that was merged into another, it goes back with it', async () => {
  const { own, boss } = await aCompanyAlone()
  const [one, into] = [await aCase(own, boss, { kind: 'complaint', subjects: ['unsafe-product'] }), await aCase(own, boss, { kind: 'complaint' })]
  const sheet = (number: string) => doing(own, boss, (work) => readCase(work, number))
  const { dueOn } = await sheet(into.number)
  const { mergeId } = await doing(own, boss, (work) => mergeCase(work, one.number, { into: into.number, reason: 'Es lo mismo' }))
  await confirm(own, boss, 'CO-CON-SEG', 3)
  await settle()
  expect((await sheet(into.number)).dueOn).toBe('2026-06-29')
  await doing(own, boss, (work) => unmergeCase(work, mergeId))
  expect(await sheet(into.number)).toMatchObject({ dueOn, duties: [] })
  expect(await sheet(one.number)).toMatchObject({ dueOn: '2026-06-29', duties: [{ rule: 'CO-CON-SEG', state: 'running' }] })
  expect(await termOf(own, boss, one.number, 'CO-CON-SEG')).toMatchObject({ state: 'running', governs: true })
})

test('many duties are given theirs batch by batch, and broken off it goes on', async () => {
  const { own, boss } = await aCompanyAlone()
  const one = await aCase(own, boss, { kind: 'complaint', subjects: ['unsafe-product'] })
  await ground.db.asOwner((tx) => tx`
    insert into case_duties (organisation_id, id, case_id, rule_id, rule_version, happened_on, happened_at, begun_by, begun_at)
    select organisation_id, uuidv7(), case_id, rule_id, rule_version, happened_on, happened_at, begun_by, begun_at from case_duties, generate_series(1, 120) where organisation_id = ${own.organisationId}`)
  await confirm(own, boss, 'CO-CON-SEG', 3)
  await expect(recomputeTerms(ground, asked[0]!, AbortSignal.abort())).rejects.toThrow('broken off')
  const states = async () => Object.groupBy((await doing(own, boss, (work) => readCase(work, one.number))).duties, ({ state }) => state)
  expect([(await states()).running?.length, (await states()).unconfirmed?.length]).toEqual([100, 21])
  await settle()
  expect([(await states()).running?.length, (await states()).unconfirmed?.length]).toEqual([121, undefined])
})

test('one that was marked as done by mistake, meanwhile, is given its own when that is taken back', async () => {
  const { own, boss } = await aCompanyAlone()
  const { number } = await aCase(own, boss, { kind: 'complaint', subjects: ['unsafe-product'] })
  const duty = async () => (await doing(own, boss, (work) => readCase(work, number))).duties[0]!
  const { id } = await duty()
  await doing(own, boss, (work) => fulfilDuty(work, id!, { on: '2026-06-26', to: 'SIC', filing: '', note: '' }))
  ground.clock.pass(1)
  await confirm(own, boss, 'CO-CON-SEG', 3)
  const [{ changeId }] = asked as [(typeof asked)[number]]
  await settle()
  await doing(own, boss, (work) => takeBackDuty(work, id!, 'done', { reason: 'Se marcó el que no era' }))
  expect(await duty()).toMatchObject({ state: 'unconfirmed' })
  const jobs = await ground.db.asOwner((tx) => tx<{ payload: object }>`select payload from graphile_worker._private_jobs`)
  expect(jobs.map(({ payload }) => payload)).toContainEqual({ organisationId: own.organisationId, changeId, again: true })
  await recomputeTerms(ground, { organisationId: own.organisationId, changeId, again: true })
  expect(await duty()).toMatchObject({ state: 'running', ruleVersion: 2 })
  expect(await termOf(own, boss, number, 'CO-CON-SEG')).toMatchObject({ dueOn: '2026-06-29', governs: true })
})
