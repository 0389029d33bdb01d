import { beforeAll, describe, expect, test } from 'vitest'
import type { BodyOf } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, refused, wrong } from '#test/case-desk.ts'
import type { CorrectCase } from '../contract-work.ts'
import { correctCase } from './correct-case.ts'

const { company, head, agent, as, sheet, timeline } = await aCaseDesk()

describe('numbers', () => {
  test('are consecutive under fifty registrations at once, with no gap and none twice', async () => {
    const branchId = company.branches['MED']!
    const given = await Promise.all(Array.from({ length: 50 }, () => aCase(company, head, { branchId })))
    expect(given.map(({ number }) => number).sort()).toEqual(Array.from({ length: 50 }, (_, i) => `MED-2026-${String(i + 1).padStart(6, '0')}`))
  })

  test('a registration that is refused uses none', async () => {
    const branchId = company.branches['CAL']!
    await expect(aCase(company, head, { branchId, productId: newId() })).rejects.toEqual(wrong('productId', 'product-unknown'))
    expect((await aCase(company, head, { branchId })).number).toBe('CAL-2026-000001')
  })

  test('whoever registers reads the names of its terms, and where a target comes from, in their own language', async () => {
    const said = async (language: 'es' | 'en') => {
      const reader = { ...head, language }
      const { number, terms } = await aCase(company, reader, {})
      const sourcesOf = (shown: typeof terms) => new Map(shown.map(({ rule, source }) => [rule, source]))
      expect(sourcesOf(terms)).toEqual(sourcesOf((await sheet(number, reader)).terms))
      return terms.flatMap(({ name, layer, source }) => [name, ...(layer === 'internal' ? [source] : [])])
    }
    const [spanish, english] = [await said('es'), await said('en')]
    expect([spanish.length, english.length]).toEqual([3, 3])
    expect(spanish.filter((text) => english.includes(text))).toEqual([])
  })

  test('the same id again answers the same case, and does nothing more', async () => {
    const id = newId()
    const first = await aCase(company, agent, { id })
    const again = await aCase(company, agent, { id })
    expect({ ...again, terms: again.terms.length }).toEqual({ ...first, terms: first.terms.length })
    expect((await timeline(first.number)).filter(({ action }) => action === 'case-registered')).toHaveLength(1)
  })

  test('the same id twice at the same moment is one case', async () => {
    const id = newId()
    const given = await Promise.all([aCase(company, agent, { id }), aCase(company, agent, { id }), aCase(company, agent, { id })])
    expect(new Set(given.map(({ number }) => number)).size).toBe(1)
  })

  test('an id that somebody else’s case has is refused', async () => {
    const { id } = await aCase(company, head, {})
    await expect(aCase(company, agent, { id })).rejects.toEqual(refused('case-id-taken'))
  })
})

test('the area that whoever registers says answers for it, and one that there is not does not', async () => {
  const areaId = company.areas['GEC']!
  expect((await aCase(company, agent, { areaId })).area).toEqual({ id: areaId, name: 'Área GEC' })
  await expect(aCase(company, agent, { areaId: newId() })).rejects.toEqual(wrong('areaId', 'area-unknown'))
})

describe('whose it is', () => {
  const { id: customerId, name } = company.customers[0]!
  const other = company.customers[1]!.id
  const siteId = newId()
  beforeAll(() => company.ground.db.asOwner((tx) => tx`
    insert into customer_sites (organisation_id, id, customer_id, name, address) values (${company.organisationId}, ${siteId}, ${customerId}, 'Norte', 'Calle 100')`))

  test('somebody speaks for a customer, at a site of theirs, and says what they are to them', async () => {
    const { number } = await aCase(company, agent, { customer: { status: 'third-party', onBehalfOf: 'Ana Ruiz', customerId, siteId }, reporter: { name: 'Luz Ruiz', relation: 'hija' } })
    expect(await sheet(number)).toMatchObject({ customerStatus: 'third-party', customer: { id: customerId, name }, siteId, reporter: { name: 'Luz Ruiz', relation: 'hija', onBehalfOf: 'Ana Ruiz' } })
  })

  test('a caller who gives a name is nobody’s third party', async () => {
    const { number } = await aCase(company, agent, { customer: { status: 'anonymous' }, reporter: { name: 'Luz Ruiz' } })
    expect(await sheet(number)).toMatchObject({ customerStatus: 'anonymous', customer: null, reporter: { name: 'Luz Ruiz', onBehalfOf: '' } })
  })

  test.each<[string, object]>([
    ['of another customer', { status: 'known', customerId: other }],
    ['of nobody', { status: 'third-party', onBehalfOf: 'Ana Ruiz' }],
  ])('a site %s is refused', async (_whose, customer) =>
    expect(aCase(company, agent, { customer: { ...customer, siteId } as never })).rejects.toEqual(wrong('customer.siteId', 'unknown')))

  test('put right, who spoke for another goes on doing so where it is said, and else for themselves', async () => {
    const { number } = await aCase(company, agent, { customer: { status: 'third-party', onBehalfOf: 'Ana Ruiz' }, reporter: { name: 'Luz Ruiz' } })
    const correct = async (asked: Partial<BodyOf<typeof CorrectCase>>) => {
      const { version } = await sheet(number)
      await as(agent, (work) => correctCase(work, number, { reason: '', ...asked }, version))
      const { customerStatus, reporter: { name: told, onBehalfOf } } = await sheet(number)
      return [customerStatus, told, onBehalfOf]
    }
    expect(await correct({ customer: { status: 'third-party', onBehalfOf: 'Ana M. Ruiz', customerId }, reporter: { name: 'Luz M. Ruiz', telephone: '', relation: '' } })).toEqual(['third-party', 'Luz M. Ruiz', 'Ana M. Ruiz'])
    expect(await correct({ customer: { status: 'known', customerId } })).toEqual(['known', 'Luz M. Ruiz', ''])
  })
})

test('it has happened by the day that it is where the branch is, registered or put right', async () => {
  company.ground.clock.set('2026-06-27T04:00:00.000Z')
  await expect(aCase(company, agent, { incidentOn: '2026-06-27' })).rejects.toEqual(wrong('incidentOn', 'incident-in-future'))
  const { number, version } = await aCase(company, agent, { incidentOn: '2026-06-26' })
  await expect(as(agent, (work) => correctCase(work, number, { incidentOn: '2026-06-27', reason: '' }, version))).rejects.toEqual(wrong('incidentOn', 'incident-in-future'))
  company.ground.clock.pass(60)
  await as(agent, (work) => correctCase(work, number, { incidentOn: '2026-06-27', reason: '' }, version))
  expect(await sheet(number)).toMatchObject({ incidentOn: '2026-06-27' })
})
