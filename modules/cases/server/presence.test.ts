import { expect, test, vi } from 'vitest'
import { anApp, askingAs, askingByToken } from '#test/app-server.ts'
import { aCase, aCompany, anActor } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'

const ground = await aGround()
const app = await anApp(ground)
const company = await aCompany(ground)
const branchId = company.branches['BOG']!
const ana = await anActor(company, 'agent', { branchId }, 'Ana')
const luis = await anActor(company, 'agent', { branchId }, 'Luis')
const far = await anActor(company, 'agent', { branchId: company.branches['MED']! })
const { number } = await aCase(company, ana)
const [asAna, asLuis, asFar] = [await askingAs(app, ana), await askingAs(app, luis), await askingAs(app, far)]
const at = `/cases/${number}/presence`
const there = async () => (await asLuis('GET', at)).json<{ items: { name: string; doing: string }[] }>().items.map(({ name, doing }) => [name, doing])

test('who is at a case is told to whoever sees it, for as long as they say so', async () => {
  expect(await there()).toEqual([])
  expect((await asAna('POST', at, { doing: 'viewing' })).statusCode).toBe(200)
  await vi.waitFor(async () => expect(await there()).toEqual([['Ana', 'viewing']]))
  await asAna('POST', at, { doing: 'typing' })
  await asLuis('POST', at, { doing: 'viewing' })
  await vi.waitFor(async () => expect(await there()).toEqual([['Ana', 'typing'], ['Luis', 'viewing']]))
  await asAna('POST', at, { doing: 'gone' })
  await vi.waitFor(async () => expect(await there()).toEqual([['Luis', 'viewing']]))
})

test('a list tells at which of its cases somebody is, and only of those that one sees', async () => {
  const [one, other] = [await aCase(company, ana), await aCase(company, ana)]
  const of = (ids: readonly string[]) => `/case-presence?${ids.map((id) => `caseId=${id}`).join('&')}`
  const told = async (ask: typeof asLuis) => (await ask('GET', of([one.id, other.id]))).json<{ items: { caseId: string; people: { name: string; doing: string }[] }[] }>().items
  await asAna('POST', `/cases/${one.number}/presence`, { doing: 'typing' })
  await vi.waitFor(async () => expect(await told(asLuis)).toEqual([{ caseId: one.id, people: [{ id: ana.id, name: 'Ana', doing: 'typing' }] }]))
  expect(await told(asFar)).toEqual([])
  expect((await asLuis('GET', of(['nada']))).statusCode).toBe(400)
  expect((await asLuis('GET', '/case-presence')).statusCode).toBe(400)
})

test('whoever does not see the case learns nothing and is not there; a program is nowhere', async () => {
  expect((await asFar('POST', at, { doing: 'typing' })).statusCode).toBe(404)
  expect((await asFar('GET', at)).statusCode).toBe(404)
  const program = await askingByToken(app, company.organisationId, { role: 'head', createdBy: ana.id })
  expect((await program('POST', at, { doing: 'viewing' })).statusCode).toBe(403)
  expect((await asAna('POST', at, { doing: 'sleeping' })).statusCode).toBe(400)
})
