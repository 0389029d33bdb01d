import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { aCase } from '#test/builders.ts'
import { aCaseDesk, refused, wrong } from '#test/case-desk.ts'

const { company, head, agent, timeline } = await aCaseDesk()

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
