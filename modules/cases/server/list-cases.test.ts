import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { BadInput } from '#kernel/refusal.ts'
import { ListCases } from '../contract-lists.ts'
import { aCase, aCompany, anActor, doing, type Company } from '#test/builders.ts'
import { aGround } from '#test/harness.ts'
import { listCases } from './list-cases.ts'
import { readCase } from './read-case.ts'

let company: Company
let head: Actor

beforeAll(async () => {
  company = await aCompany(await aGround())
  head = await anActor(company, 'head')
})

const list = (actor: Actor, query: Record<string, unknown>) => doing(company, actor, (work) => listCases(work, ListCases.query!.parse(query)))
const numbers = async (actor: Actor, query: Record<string, unknown>) => (await list(actor, query)).items.map(({ number }) => number)

test('a list shows what its filters say, with names', async () => {
  const first = await aCase(company, head, { kind: 'claim', causeId: company.causes['FACTURA']!, customer: { status: 'known', customerId: company.customers[0]!.id } })
  await aCase(company, head, { kind: 'request' })
  const { items } = await list(head, { kind: 'claim' })
  expect(items).toMatchObject([{ number: first.number, cause: { name: 'Causa FACTURA' }, customer: { name: 'Clínica del Norte' }, branch: { code: 'BOG' } }])
})

test('without a known customer a row says who told it, and nobody where nobody did', async () => {
  await aCase(company, head, { channel: 'driver', customer: { status: 'anonymous' } })
  await aCase(company, head, { channel: 'driver', customer: { status: 'third-party', onBehalfOf: 'Su madre' }, reporter: { name: 'Lucía Rey' } })
  const { items } = await list(head, { channel: 'driver', sort: 'newest' })
  expect(items).toMatchObject([{ customer: null, toldBy: 'Lucía Rey' }, { customer: null, toldBy: '' }])
})

test('a row says what the sheet of its case says, in the language of its reader', async () => {
  const { organisationId, areas, causes, customers, ground } = company
  const { number } = await aCase(company, head, { causeId: causes['CILINDRO']!, customer: { status: 'known', customerId: customers[1]!.id } })
  // Where a target of the house binds first, and where what law gives does.
  for (const dueAt of ['2026-07-01T22:00:00.000Z', '2026-07-30T22:00:00.000Z'])
    for (const [language, causeName] of [['es', 'Causa CILINDRO'], ['en', 'Cause CILINDRO']] as const) {
      await ground.db.asOwner((tx) => tx`
        update cases set due_at = ${dueAt}, owner_id = ${head.id}, area_id = ${areas['GEC']!}, owed_at = '2026-07-17T04:59:59.999Z', owed_on = '2026-07-16', owed_layer = 'law'
        where organisation_id = ${organisationId} and number = ${number}`)
      const reader = { ...head, language }
      const [row] = (await list(reader, { ownerId: head.id })).items
      const sheet = await doing(company, reader, (work) => readCase(work, number))
      const { toldBy, ...rest } = row!
      expect(sheet).toMatchObject(rest)
      expect(toldBy).toBe(sheet.reporter.name)
      expect(row!.cause!.name).toBe(causeName)
      expect(row!.owed).toEqual(dueAt < '2026-07-17' ? { dueAt: '2026-07-17T04:59:59.999Z', dueOn: '2026-07-16', layer: 'law' } : null)
    }
})

test('several of each: these or those, and those of none beside', async () => {
  const of = (index: number) => company.customers[index]!.id
  const known = (index: number, facts: object = {}) => aCase(company, head, { kind: 'suggestion', customer: { status: 'known', customerId: of(index) }, ...facts })
  const [one, two, three] = [(await known(0)).number, (await known(1)).number, (await known(2, { causeId: company.causes['FACTURA']! })).number]
  const found = async (query: Record<string, unknown>) => (await numbers(head, { kind: 'suggestion', list: 'everything', ...query })).sort()
  expect(await found({ customerId: [of(0), of(1)] })).toEqual([one, two].sort())
  expect(await found({ causeId: [company.causes['FACTURA']!] })).toEqual([three])
  expect(await found({ without: ['cause'] })).toEqual([one, two].sort())
  expect(await found({ causeId: [company.causes['FACTURA']!], without: ['cause'] })).toEqual([one, two, three].sort())
  expect(await found({ areaId: Object.values(company.areas), without: ['area'] })).toEqual([one, two, three].sort())
  expect(await found({ kind: ['suggestion', 'claim'], customerId: [of(2)] })).toEqual([three])
})

test('pages follow one another without gap or repetition, in either order', async () => {
  const branchId = company.branches['CAL']!
  for (let i = 0; i < 7; i++) await aCase(company, head, { branchId, kind: i % 2 ? 'claim' : 'request' })
  for (const sort of ['due', 'newest']) {
    const whole = await numbers(head, { branchId, sort })
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await list(head, { branchId, sort, limit: 3, cursor })
      paged.push(...page.items.map(({ number }) => number))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(paged).toEqual(whole)
    expect(new Set(paged).size).toBe(7)
  }
})

test('whoever sees by branch, area, supplier or having registered it sees it once', async () => {
  const branchId = company.branches['MED']!
  const areaId = company.areas['ENT']!
  await company.ground.db.asOwner((tx) => tx`update causes set area_id = ${areaId} where organisation_id = ${company.organisationId} and id = ${company.causes['ENTREGA']!}`)
  await company.ground.db.asOwner((tx) => tx`update organisations set settings_version = settings_version + 1 where organisation_id = ${company.organisationId}`)
  const both = await anActor(company, 'agent', [{ branchId }])
  const areaAndBranch: Actor = { ...both, grants: [...both.grants, ...(await anActor(company, 'area-responder', { areaId })).grants] }
  const mine = await aCase(company, areaAndBranch, { branchId, causeId: company.causes['ENTREGA']! })
  const elsewhere = await aCase(company, head, { branchId: company.branches['CAL']!, causeId: company.causes['ENTREGA']! })
  const unseen = await aCase(company, head, { branchId: company.branches['CAL']! })
  for (const query of [{ list: 'open' }, { list: 'everything' }, { list: 'open', kind: 'complaint' }]) {
    const seen = await numbers(areaAndBranch, query)
    expect(seen.filter((number) => number === mine.number)).toHaveLength(1)
    expect(seen).toContain(elsewhere.number)
    expect(seen).not.toContain(unseen.number)
  }
  const supplier = await anActor(company, 'supplier-agent', { supplierId: company.supplierId })
  const called = await aCase(company, supplier, { branchId })
  expect(await numbers(supplier, {})).toEqual([called.number])
  expect(await numbers({ ...both, id: newId(), grants: both.grants.map((grant) => ({ ...grant, branchId: newId() })) }, {})).toEqual([])
})

test.each([['bm9uc2Vuc2U'], ['W251bGwsIngiXQ'], ['x'.repeat(400)]])('a cursor that is not ours (%s) is refused: a list that began again would be read for ever', async (cursor) => {
  await expect(list(head, { cursor, limit: 1 })).rejects.toThrow(BadInput)
})
