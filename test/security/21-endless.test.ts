import { expect, test } from 'vitest'
import { mailSettled } from '#app/reactions.ts'
import { newId } from '#kernel/id.ts'
import { warnEverywhere } from '#modules/cases/server/warn.ts'
import { openDiskStore } from '#platform/server/blob-store.ts'
import { sendWaiting } from '#platform/server/send-mails.ts'
import { aServedCompany, askingAs } from '#test/app-server.ts'
import { aCase, anActor, casesNeeds } from '#test/builders.ts'

// An agent's requests went round for ever in Zammad (GHSA-2wm3-m74f-6p2x). There are no rules here that people write and that set one another
// off; what could lead back to itself is asked to: A to B and B to A, one after another and at the same moment.
const { app, ground, company } = await aServedCompany()
const branchId = company.branches['BOG']!
const head = await anActor(company, 'head')
const ask = await askingAs(app, head)
const number = async (asked: object = {}) => (await aCase(company, head, { branchId, ...asked })).number
const merge = (from: string, into: string) => ask('POST', `/cases/${from}/merges`, { into, reason: 'Cuentan lo mismo' })
const leadsTo = async (from: string) => (await ask('GET', `/cases/${from}`)).json<{ number: string }>().number

test('two cases merged into one another are one, whoever comes first', async () => {
  const [a, b] = [await number(), await number()]
  expect((await merge(a, b)).statusCode).toBe(201)
  expect((await merge(b, a)).statusCode).toBe(409)
  for (let round = 0; round < 5; round++) {
    const [one, other] = [await number(), await number()]
    const replies = await Promise.all([merge(one, other), merge(other, one)])
    expect(replies.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([201, 409])
    expect(await leadsTo(one)).toBe(await leadsTo(other))
  }
})

test('three merged in a ring at one moment leave one case open', async () => {
  const [a, b, c] = [await number(), await number(), await number()]
  const replies = await Promise.all([merge(a, b), merge(b, c), merge(c, a)])
  expect(replies.filter(({ statusCode }) => statusCode === 201).length).toBeLessThan(3)
  const open = await Promise.all([a, b, c].map(leadsTo))
  expect(open.every((one) => [a, b, c].includes(one))).toBe(true)
})

test('causes under one another: a tree has no ring', async () => {
  const cause = async (code: string) => (await ask('POST', '/causes', { name: code, code })).json<{ id: string; version: number }>()
  const [a, b] = [await cause('RING-A'), await cause('RING-B')]
  const under = (one: { id: string; version: number }, parentId: string) => ask('PATCH', `/causes/${one.id}`, { parentId }, { 'if-match': `"${one.version}"` })
  const replies = await Promise.all([under(a, b.id), under(b, a.id)])
  expect(replies.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 409])
  expect((await under({ ...a, version: 2 }, a.id)).statusCode).not.toBe(200)
})

test('two who take one another’s place are away, and whoever registers is served', async () => {
  const [one, other] = [await anActor(company, 'branch-responsible', { branchId }), await anActor(company, 'agent', { branchId })]
  const away = (personId: string, substituteId: string) => ask('POST', '/absences', { personId, substituteId, fromOn: '2026-06-26', untilOn: '2026-07-10' })
  const replies = [await away(one.id, other.id), await away(other.id, one.id)]
  expect(replies.every(({ statusCode }) => statusCode < 500)).toBe(true)
  expect((await ask('POST', '/cases', { kind: 'complaint', channel: 'telephone', description: 'Llegó tarde', branchId })).statusCode).toBe(201)
})

test('a mail that fails is told once, and that nobody could be told of it is told to nobody', async () => {
  const registered = await number({ reporter: { email: 'ana@b.example' } })
  const owner = await anActor(company, 'agent', { branchId })
  await ground.db.asOwner((tx) => tx`update cases set owner_id = ${owner.id} where number = ${registered}`)
  expect((await ask('POST', `/cases/${registered}/answers`, { way: 'mail', body: 'Se repuso el cilindro.' })).statusCode).toBe(201)
  const blobs = await openDiskStore(`${app.dataDir}/files-${newId()}`)
  let sent = 0
  const refusing = { send: async () => { sent++; throw Object.assign(new Error('550 no such user'), { responseCode: 550 }) }, close: () => {} }
  const counts: number[] = []
  for (let pass = 0; pass < 6; pass++) {
    ground.clock.pass(1)
    await sendWaiting({ ground, transport: refusing, from: 'acuse@gases.example', blobs, settled: mailSettled })
    counts.push((await ground.db.asOwner((tx) => tx<{ n: number }>`select count(*)::int as n from outgoing_mails`))[0]!.n)
  }
  expect(counts.slice(1)).toEqual(counts.slice(1).map(() => counts[1]))
  expect(sent).toBe(counts[1])
  expect(await ground.db.asOwner((tx) => tx`select from outgoing_mails m join cases c on c.id = m.subject_id where c.number = ${registered} and m.purpose = 'answer-not-delivered'`)).toHaveLength(1)
})

test('warnings beget no warnings: however often the clock asks, each is given once', async () => {
  ground.clock.set('2026-07-06T15:00:00.000Z')
  const mails = async () => (await ground.db.asOwner((tx) => tx<{ n: number }>`select count(*)::int as n from outgoing_mails where purpose = 'warning'`))[0]!.n
  await Promise.all([warnEverywhere(ground, casesNeeds), warnEverywhere(ground, casesNeeds)])
  const once = await mails()
  expect(once).toBeGreaterThan(0)
  for (let again = 0; again < 5; again++) await warnEverywhere(ground, casesNeeds)
  expect(await mails()).toBe(once)
})
