import { expect, test } from 'vitest'
import { aCase, aCompany, anActor, doing } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { ActInBulk, MOST_IN_BULK } from '../contract-lists.ts'
import { actInBulk, undoBulk } from './bulk.ts'
import { mergeCase } from './merge-case.ts'
import { nextCase } from './next-case.ts'
import { withdrawCase } from './reopen-case.ts'
import { writeNote } from './write-note.ts'

const company = await aCompany(await aGround())
const head = await anActor(company, 'head')
const agent = await anActor(company, 'agent', { branchId: company.branches['BOG']! })

const bulk = (asked: Record<string, unknown>) => doing(company, head, (work) => actInBulk(work, ActInBulk.body!.parse(asked)))
const ownerOf = async (number: string) =>
  (await company.ground.db.asOwner((tx) => tx<{ ownerId: string | null }>`select owner_id from cases where organisation_id = ${company.organisationId} and number = ${number}`))[0]!.ownerId

test('a preview says what would change and changes nothing; the act does just that, row by row, and can be undone', async () => {
  const one = (await aCase(company, head)).number
  const gone = (await aCase(company, head)).number
  const two = (await aCase(company, head)).number
  await doing(company, head, (work) => withdrawCase(work, gone, { reason: 'desiste por escrito' }))
  const asked = { numbers: [one, gone, two, 'BOG-2026-999999'], act: { verb: 'assign', ownerId: agent.id } }
  company.ground.announced.length = 0

  const preview = await bulk({ ...asked, preview: true })
  expect(preview).toMatchObject({ matching: 4, undo: null })
  expect(preview.results).toMatchObject([
    { number: one, outcome: 'would', change: `— → ${agent.name}` }, { number: gone, outcome: 'refused', why: 'case-not-open' }, { number: two, outcome: 'would' }, { outcome: 'refused', why: 'not-found' },
  ])
  expect(await ownerOf(one)).toBeNull()
  expect(company.ground.announced).toEqual([])

  const done = await bulk({ ...asked, preview: false })
  expect(done.results.map(({ outcome }) => outcome)).toEqual(['done', 'refused', 'done', 'refused'])
  expect([await ownerOf(one), await ownerOf(two)]).toEqual([agent.id, agent.id])

  await doing(company, head, (work) => writeNote(work, two, { kind: 'note', body: 'Ya hablé con el cliente', mentions: [], files: [] }))
  const undone = await doing(company, head, (work) => undoBulk(work, done.undo!))
  expect(undone.results).toMatchObject([{ number: one, outcome: 'done' }, { number: two, outcome: 'refused' }])
  expect([await ownerOf(one), await ownerOf(two)]).toEqual([null, agent.id])
  await expect(doing(company, head, (work) => undoBulk(work, done.undo!))).rejects.toThrow('not found')
})

test('all that a filter matches, each by its own rules', async () => {
  const areaId = company.areas['ENT']!
  for (let i = 0; i < 3; i++) await aCase(company, head, { kind: 'claim', branchId: company.branches['CAL']! })
  const done = await bulk({ filter: { list: 'open', kind: 'claim' }, preview: false, act: { verb: 'route', areaId, reason: 'va a entregas' } })
  expect(done).toMatchObject({ matching: 3, nextCursor: null })
  expect(done.results.map(({ outcome, change }) => [outcome, change])).toEqual(Array.from({ length: 3 }, () => ['done', '— → ENT']))
  const undone = await doing(company, head, (work) => undoBulk(work, done.undo!))
  expect(undone.results.every(({ outcome }) => outcome === 'done')).toBe(true)
})

test('more than one call takes are gone through piece by piece, none of them twice, and each piece is taken back by itself', async () => {
  expect(ActInBulk.body!.safeParse({ numbers: Array.from({ length: MOST_IN_BULK + 1 }, (_, n) => `BOG-2026-${n}`), preview: true, act: { verb: 'note', body: 'Hola' } }).success).toBe(false)
  const branchId = company.branches['CAL']!
  for (let n = 0; n < MOST_IN_BULK + 3; n++) await aCase(company, head, { kind: 'suggestion', branchId })
  // They match as before once they are done: what goes on by the filter alone would begin again.
  const asked = { filter: { list: 'open', kind: 'suggestion', branchId }, preview: false, act: { verb: 'classify', severity: 'low' } }
  const one = await bulk(asked)
  expect([one.matching, one.nextCursor]).toEqual([MOST_IN_BULK, expect.any(String)])
  const other = await bulk({ ...asked, cursor: one.nextCursor })
  expect([other.matching, other.nextCursor]).toEqual([3, null])
  expect(new Set([...one.results, ...other.results].map(({ number }) => number)).size).toBe(MOST_IN_BULK + 3)
  for (const { undo } of [one, other]) expect((await doing(company, head, (work) => undoBulk(work, undo!))).results.every(({ outcome }) => outcome === 'done')).toBe(true)
  await expect(bulk({ ...asked, cursor: 'abc' })).rejects.toMatchObject({ fields: [{ path: 'cursor', code: 'wrong-format' }] })
})

test('of a case that was merged nothing is done to the one that has it', async () => {
  const [one, into] = [(await aCase(company, head)).number, (await aCase(company, head)).number]
  await doing(company, head, (work) => mergeCase(work, one, { into, reason: 'Es lo mismo' }))
  const done = await bulk({ numbers: [one, into], preview: false, act: { verb: 'assign', ownerId: agent.id } })
  expect(done.results).toMatchObject([{ number: one, outcome: 'refused', why: 'case-merged' }, { number: into, outcome: 'done' }])
  expect((await doing(company, head, (work) => undoBulk(work, done.undo!))).results).toMatchObject([{ number: into, outcome: 'done' }])
  expect(await ownerOf(into)).toBeNull()
})

test('the next case is the nearest of one\'s own, passing over what waits or is put aside', async () => {
  const own = await anActor(company, 'agent', { branchId: company.branches['MED']! })
  const branchId = company.branches['MED']!
  const first = (await aCase(company, head, { branchId })).number
  company.ground.clock.pass(24 * 60)
  const second = (await aCase(company, head, { branchId })).number
  expect(await doing(company, own, (work) => nextCase(work, undefined))).toEqual({ number: first })
  await bulk({ numbers: [second], preview: false, act: { verb: 'assign', ownerId: own.id } })
  expect(await doing(company, own, (work) => nextCase(work, undefined))).toEqual({ number: second })
  const until = new Date(Date.parse(company.ground.now()) + 3_600_000).toISOString()
  await bulk({ numbers: [second], preview: false, act: { verb: 'snooze', until, reason: 'llaman mañana' } })
  expect(await doing(company, own, (work) => nextCase(work, undefined))).toEqual({ number: first })
  expect(await doing(company, own, (work) => nextCase(work, first))).toEqual({ number: null })
})
